"""Delegations: whom each acts for, who is on it, and where the text lists its members.

Told by a verb ("a delegation headed by A", "the group included B and C"), by a clause ("with A at its head"), by a
list behind a colon, in the same line or in the lines below, or by a table of names and posts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.facts.arguments import verb_roles
from kg.facts.clauses import FINITE, is_made_up, is_passive
from kg.facts.companies import above_list, group_of_members, in_company, is_another, is_nearest, rolled
from kg.facts.context import Context
from kg.facts.envoys import represented, sent
from kg.facts.frames import frames
from kg.facts.identified import identified
from kg.facts.leading import leading
from kg.facts.membership import hangs, named_members, trailing
from kg.facts.nominals import noun_roles
from kg.facts.parties import ACTORS, Delegation, is_told, owners_of, people_of
from kg.facts.rolls import came, roll
from kg.facts.rosters import list_end, listing
from kg.facts.sided import WHOLES, sided
from kg.facts.spokesmen import named_for
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.heading import at_its_head
from kg.languages.lexicon import has, said, words
from kg.records import Evidence, Mention, Status
from kg.schema import UNITS

_HEADERS = 2  # lines between "Composition of the delegation:" and the first name: the head of a table and its rule


def delegations(context: Context) -> tuple[Delegation, ...]:
    """Give the delegations of a document in the order in which it tells of them."""
    found = [
        *_by_verb(context),
        *_led(context),
        *_headed(context),
        *_listed(context),
        *rolled(context),
        *identified(context),
        *_among(context),
        *in_company(context),
        *represented(context),
        *sent(context),
        *(Delegation((owner,), people, (where,)) for owner, people, where in sided(context)),
    ]
    told = {(one.owners, frozenset(people)) for one in found if (people := [who for who, _ in one.members])}
    found += [one for one in named_for(context) if (one.owners, frozenset(who for who, _ in one.members)) not in told]
    for more in (*named_members(context), *trailing(context)):
        if not any(_tells(one, more) for one in found):
            found.append(more)
    once = dict.fromkeys(found)  # one sentence may say the same in two of these ways
    return tuple(sorted(once, key=lambda one: one.passages[0] if one.passages else (0, 0)))


def _tells(one: Delegation, more: Delegation) -> bool:
    """Tell whether one statement says all that another does."""
    named = {member for member, _ in one.members}
    same = one.owners == more.owners and one.head == more.head and one.travels and not one.near
    return same and named.issuperset(member for member, _ in more.members)


def _told_of(context: Context, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Give the owners of groups among tokens, or of what a pronoun or "members" among them stands for."""
    tokens = list(tokens)
    owners = owners_of(context, tokens)
    again = words(context.document.lang, "its_members") | words(context.document.lang, "of_several_people")
    pronoun = any(said(t, "its_members") or t.lemma_ in again or t.lower_ in again for t in tokens)
    told = {t.lemma_ for t in tokens if context.is_group(t) and is_told(t)}
    if owners or not (pronoun or told):
        return owners
    for noun in reversed(context.doc[: tokens[0].i]):
        if not context.is_group(noun) or not (pronoun or noun.lemma_ in told):
            continue
        if not told and not is_nearest(context, noun, tokens[0]):
            return ()
        if mine := owners_of(context, [noun]):
            return mine
    meant = [m.entity for t in tokens if pronoun for m in context.things(t) if context.family(m.entity, ACTORS)]
    return tuple(dict.fromkeys(meant[:1]))


def anonymous_visits(context: Context) -> Iterator[tuple[str, Evidence]]:
    """Give where groups went of which the text does not say whose they are: "guests from China visited X"."""
    if not has(context.document.lang, "frames"):
        return
    table = frames(context.document.lang).by_verb
    for token in context.every:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        visits = [
            (frame, template)
            for frame in table.get(token.lemma_.lower(), ())
            for template in frame.facts
            if template.property == "visited" and (not frame.passive or is_passive(token))
        ]
        roles = verb_roles(token) if visits else {}
        seen: set[str] = set()
        for frame, template in visits:
            guests = next((roles[role] for role in template.subject if roles.get(role)), [])
            strangers = any(context.is_group(t) or _is_of_somewhere(t) for t in guests)
            if not strangers or owners_of(context, guests):
                continue
            if any(roles.get(role) for role in frame.without) or status(token) is not Status.HELD:
                continue
            for role in template.object:
                hosts = [
                    mention.entity
                    for host in roles.get(role, ())
                    for mention in context.things(host)
                    if context.family(mention.entity, frame.only.get(role, _PLACES))
                    and context.family(mention.entity, _PLACES)
                ]
                for host in (one for one in hosts if one not in seen):
                    seen.add(host)
                    yield host, context.sentence(token)
                if hosts:
                    break


def _is_of_somewhere(people: Token) -> bool:
    """Tell whether a noun means people who came from somewhere, or so many: "21 people from China"."""
    told = people.lemma_ in words(people.lang_, "people_of") and people.tag_ == "NNS" and not people.ent_type_
    return told and any(said(c, "from") or c.dep_ == "nummod" for c in people.children)


_PLACES = ("Organization", "City")


def _by_verb(context: Context) -> Iterator[Delegation]:
    """Read "A headed the delegation", "it was headed by A and included B", "the members were C and D"."""
    lang = context.document.lang
    heading, comprising = words(lang, "heading"), words(lang, "comprising")
    for token in context.every:
        made_up = is_made_up(token)
        if not made_up and (
            token.pos_ not in {"VERB", "AUX"} or token.lemma_ not in heading | comprising | words(lang, "be")
        ):
            continue
        roles = verb_roles(token)
        if made_up:
            groups = roles["patient"]
            people = _named_behind(context, token)
        elif token.lemma_ in words(lang, "be"):  # "A was the head of the delegation"
            posts = [t for t in roles["patient"] if t.lemma_ in words(lang, "on_delegations") and not t.ent_type_]
            groups = [of for t in posts for of in noun_roles(t)["of"]]
            people = roles["agent"] if posts and status(token) is Status.HELD else []
        elif token.lemma_ in heading:
            groups, people = roles["patient"], [*roles["agent"], *roles.get("by", [])]
        else:
            groups = roles["agent"]  # of "friends of A" A is none
            people = [t for t in roles["patient"] or roles.get("of", []) if t.tag_ != "NNS" or t.ent_type_]
            groups = groups if any(context.is_group(t) for t in groups) else [*groups, *_above(context, token)]
            if any(context.is_group(t) or said(t, "its_members") for t in groups):
                # where parsers tear lists with posts apart
                people += [t for t in _named_behind(context, token) if t not in people]
        owners, members = _told_of(context, groups) if groups else (), people_of(context, people)
        named = owners or any(context.is_group(t) for t in groups)
        if named and members:
            evidence = context.sentence(token)
            yield Delegation(owners, tuple((member, evidence) for member in members), ((evidence.start, evidence.end),))


def _named_behind(context: Context, verb: Token) -> list[Token]:
    """Give the people whom a sentence lists behind a verb; none where others of theirs are meant: "pupils of A"."""
    behind = [t for t in _behind(verb) if not t.is_space]
    people = [t for t in roll(behind, context) if family(t) == "Person"]
    start = next((k + 1 for k, t in enumerate(behind[:2]) if said(t, "of") and (k == 0 or said(behind[0], "up"))), 0)
    return people if not people or not hangs(behind[start : behind.index(people[0])]) else []


def _behind(verb: Token) -> Span:
    """Give the rest of a sentence; where it was broken at a colon, with what the same line lists there."""
    end = verb.sent.end
    if end < len(verb.doc) and verb.doc[end - 1].text == ":" and not verb.doc[end].is_space:
        end = verb.doc[end].sent.end
    return verb.doc[verb.i + 1 : end]


def _above(context: Context, verb: Token) -> list[Token]:
    """Give the group that a clause about its members hangs on: "a delegation of A, consisting of B and C"."""
    noun = verb.head
    while verb.dep_ in {"acl", "relcl"} and noun.dep_ == "pobj" and not context.is_group(noun):
        noun = noun.head.head
    return [noun] if verb.dep_ in {"acl", "relcl"} and context.is_group(noun) else []


def _led(context: Context) -> Iterator[Delegation]:
    """Read "a delegation led by A", "a delegation of X with A at its head", "A and his group"."""
    lang = context.document.lang
    for token in context.every:
        owners = owners_of(context, [token])
        if not owners:
            continue
        people = people_of(context, context.leaders(token))
        verb = token
        while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
            verb = verb.head
        beside = [t for head in (token, verb) for t in head.children if said(t, "accompanied")]
        beside = [t for t in beside if not _brings_others(context, t, owners)]
        composed = [
            t
            for head in (token, verb)
            for t in head.children
            if t.dep_ == "prep" and any(c.lemma_ in words(lang, "composition") for c in t.children)
        ]
        for preposition in composed:  # "a delegation of X in the composition of A and B"
            people += people_of(context, [t for t in preposition.subtree if t.ent_type_])
        for preposition in beside:
            whole = list(preposition.subtree)
            at_head = any(t.lemma_ in words(lang, "at_the_head") for t in whole)
            if at_head or preposition.lower_ not in words(lang, "with") or _travel_with(token, preposition):
                people += people_of(context, [t for t in whole if t.ent_type_])
        people += people_of(context, [leader]) if (leader := at_its_head(token)) is not None else []
        if people:
            evidence = context.sentence(token)
            yield Delegation(
                owners, tuple((one, evidence) for one in dict.fromkeys(people)), ((evidence.start, evidence.end),)
            )


def _brings_others(context: Context, preposition: Token, owners: tuple[str, ...]) -> bool:
    """Tell whether whoever is behind "with" is of others: "the delegation of X met with officials of Y led by B"."""
    verb = preposition.head
    meets = verb.pos_ == "VERB" and verb.lemma_ in words(verb.lang_, "meeting") | words(verb.lang_, "talking_with")
    others = {one for t in preposition.subtree for one in owners_of(context, [t])} - set(owners)
    return bool(others) or meets


def _headed(context: Context) -> Iterator[Delegation]:
    """Read "Headed by A, a delegation came", "At the head of the delegation was A" and the like."""
    for groups, leaders, token in leading(context):
        if people := people_of(context, leaders):
            evidence = context.sentence(token)
            yield Delegation(
                _told_of(context, groups), tuple((one, evidence) for one in people), ((evidence.start, evidence.end),)
            )


def _travel_with(group: Token, preposition: Token) -> bool:
    """Tell whether those behind "with" are of a group that acts: "a delegation with Rector A came"."""
    acts = group.dep_ == "nsubj" and group.i < preposition.i < group.head.i and preposition.head.i == group.i
    return acts and group.lemma_ in words(group.lang_, "known_groups")


def _among(context: Context) -> Iterator[Delegation]:
    """Read "guests from X, among them A and B", "a delegation of X, including A"."""
    for token in context.every:
        if not said(token, "instances_at_end") or token.i == token.sent.start or token.nbor(-1).text not in {",", ";"}:
            continue
        before = context.doc[token.sent.start : token.i - 1]
        group = next((t for t in reversed(before) if context.is_group(t)), None)
        if group is None or (group.lemma_ not in words(token.lang_, "known_groups") and group.tag_ != "NNS"):
            continue
        behind = [t for t in context.doc[token.i + 1 : token.sent.end] if t.lemma_ not in words(token.lang_, "be")]
        people = people_of(context, (t for t in roll(behind, context) if family(t) == "Person"))
        if people:
            evidence = context.sentence(token)
            yield Delegation(
                owners_of(context, [group]),
                tuple((one, evidence) for one in people),
                ((evidence.start, evidence.end),),
            )


def _listed(context: Context) -> Iterator[Delegation]:
    """Read "Members of the delegation: A, rector; B, dean" and the same with a line for each."""
    sentences = context.sents
    for number, sentence in enumerate(sentences):
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is None:
            continue
        if (of_body := _of_named(context, colon)) is not None:
            yield of_body
            continue
        groups = [t for t in sentence if t.i < colon.i and context.is_group(t) and not _is_met(t)]
        groups = [t for t in groups if not _meets(t, colon)]
        label = [t for t in sentence if t.i < colon.i and not t.is_space]
        if any(is_another(context, t, label[0]) for t in groups):
            continue
        if not owners_of(context, groups) and (told := group_of_members(context, label)) is not None:
            groups = [told]
        if (own := listing(colon, groups)) is None:
            continue
        groups = own or groups
        owners = owners_of(context, groups)
        if not groups and (meant := above_list(context, context.doc[sentence.start : colon.i])) is not None:
            if listed := _in_lines(context, sentences[number + 1 :]):
                yield Delegation(meant[0], listed, tuple((quote.start, quote.end) for _, quote in listed), meant[1])
            continue
        known = words(context.document.lang, "known_groups")
        if not owners and not any(t.lemma_ in known for t in groups):
            continue  # "from the Russian side: …"
        rest = context.doc[colon.i + 1 : list_end(sentence)]
        behind = [t for t in rest if not t.is_space and not t.is_punct]
        if any(t.tag_ in FINITE and _acts_there(t, colon) for t in behind):
            continue  # "The guests were welcomed: A spoke of lasers"
        if behind:
            evidence = context.sentence(colon)
            members = people_of(context, behind)
            yield Delegation(owners, tuple((m, evidence) for m in members), ((colon.idx, rest.end_char),))
            continue
        if listed := _in_lines(context, sentences[number + 1 :]):
            yield Delegation(owners, listed, tuple((quote.start, quote.end) for _, quote in listed))


def _acts_there(verb: Token, colon: Token) -> bool:
    """Tell whether a verb behind a colon tells what somebody did, and not only who somebody is ("A, who heads B")."""
    return verb.dep_ not in {"relcl", "acl", "aux", "auxpass"} and any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.i > colon.i and family(c) == "Person" for c in verb.children
    )


def _in_lines(context: Context, lines: Iterable[Span]) -> tuple[tuple[str, Evidence], ...]:
    """Give the people whose names lines begin with, up to a line that begins with none, and where each stands."""
    listed: list[tuple[str, Evidence]] = []
    for position, line in enumerate(lines):
        if not any(map(str.isalpha, line.text)):
            continue  # "2." before the second name
        person = _first_person(context, line)
        if person is not None:
            listed.append((person.entity, context.sentence(line.root)))
        elif listed or position >= _HEADERS:
            break
    return tuple(listed)


def _is_met(group: Token) -> bool:
    """Tell whether a list names those who met a group: "The guests were met by: A", "The leaders met the guests: A"."""
    verb = group.head
    if verb.lemma_ not in words(group.lang_, "hosting"):
        return False
    if group.dep_ == "nsubjpass":
        return any(c.dep_ == "agent" for c in verb.children)
    guests = [c for c in verb.children if c.dep_ == "dobj"] if group.dep_ in {"dobj", "nsubj"} else []
    hosts = [c for c in verb.children if c.dep_ == "nsubj"]
    return bool(hosts and guests) and all(not c.ent_type_ and c.pos_ == "NOUN" for c in hosts) and is_told(guests[0])


def _meets(group: Token, colon: Token) -> bool:
    """Tell whether a list is of whom or what a group's verb is about: "The delegation thanked the organizers: A"."""
    noun, verb = colon.nbor(-1), group.head
    if group.dep_ != "nsubj" or verb.pos_ != "VERB" or not group.i < verb.i < noun.i:
        return False
    told = verb.lemma_ in words(verb.lang_, "comprising") or came([verb, *verb.doc[verb.i + 1 : colon.i]])
    return noun.dep_ in {"dobj", "pobj"} and not noun.ent_type_ and not told


def _of_named(context: Context, colon: Token) -> Delegation | None:
    """Read a list behind a plural with the organization whose people it names: "met by many people from X: A, B"."""
    position = colon.i - 2
    while position > colon.sent.start and context.doc[position].pos_ == "DET":
        position -= 1
    if position <= colon.sent.start or not colon.nbor(-1).text[:1].isupper():
        return None
    preposition, noun = context.doc[position], context.doc[position - 1]
    behind = _behind(colon)
    led = words(noun.lang_, "whose") | words(noun.lang_, "articles")
    first = next((t for t in behind if not t.is_punct and t.lower_ not in led), None)  # "from X: its Director A"
    guests = noun.lemma_ in words(noun.lang_, "guests") and said(preposition, "from")
    own = noun.tag_ == "NNS" and not noun.ent_type_ and (guests or noun.lemma_ in words(noun.lang_, "people_of"))
    if not own or not said(preposition, "acts_for") or first is None:
        return None
    owners = [m.entity for m in context.things(colon.nbor(-1)) if context.cls(m.entity) in {*WHOLES, *UNITS}]
    people = people_of(context, [t for t in behind if family(t) == "Person"]) if family(first) == "Person" else []
    wholes = {r.object for r in context.recognised.related if r.property == "unitOf" and r.subject in owners}
    if not people or len(set(owners) - wholes) != 1:
        return None
    evidence = context.sentence(colon)
    members = tuple((one, evidence) for one in dict.fromkeys(people))
    end = behind[-1].idx + len(behind[-1])
    return Delegation(
        tuple(dict.fromkeys(owners)), members, ((colon.idx, end),), near=True, travels=context.is_group(noun)
    )


def _first_person(context: Context, line: Span) -> Mention | None:
    """Give the person whose name a line of a list begins with, behind its mark or number."""
    for token in line:
        if token.is_space or token.is_punct or token.like_num or token.text in {"|", "-", "–", "—", "•"}:
            continue
        return next((m for m in context.things(token) if context.cls(m.entity) == "Person"), None)
    return None
