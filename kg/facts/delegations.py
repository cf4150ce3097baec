"""Delegations: whom each acts for, who is on it, and where the text lists its members.

Told by a verb ("a delegation headed by A", "the group included B and C"), by a clause ("with A at its head"), by a
list behind a colon, in the same line or in the lines below, or by a table of names and posts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Span, Token

from kg.facts.arguments import noun_roles, verb_roles
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.frames import frames
from kg.facts.rolls import roll
from kg.facts.rosters import listing
from kg.facts.sided import WHOLES, side_marks, sided
from kg.facts.spokesmen import spoken_for
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.heading import at_its_head
from kg.languages.lexicon import has, read, said, words
from kg.records import Evidence, Mention, Status

_HEADERS = 2  # lines between "Composition of the delegation:" and the first name: the head of a table and its rule


@dataclass(frozen=True, slots=True)
class Delegation:
    """One statement of who is on a delegation.

    Attributes:
        owners: the organizations that it acts for; none where the text does not say ("professors from China").
        members: people on it, with the passage that says so.
        passages: start and end of the text in which its members stand.
        head: whom it accompanies, where the text says only that ("With him came A and B").
        speaks: whether its members act for its owners; company ("A joined the visit") may be anybody's.
        near: whether its members are of its owners only where it is told of ("X was represented by A").
        travels: whether its members go where its owners go; those who spoke for them once need not.
    """

    owners: tuple[str, ...]
    members: tuple[tuple[str, Evidence], ...] = ()
    passages: tuple[tuple[int, int], ...] = field(default=())
    head: str | None = None
    speaks: bool = True
    near: bool = False
    travels: bool = True


def delegations(context: Context) -> tuple[Delegation, ...]:
    """Give the delegations of a document in the order in which it tells of them."""
    found = [
        *_by_verb(context),
        *_led(context),
        *_listed(context),
        *_rolled(context),
        *_among(context),
        *_in_company(context),
        *(
            Delegation((one.owner,), one.people, (one.passage,), near=one.near, travels=one.travels)
            for one in spoken_for(context)
        ),
        *(Delegation((owner,), people, (where,)) for owner, people, where in sided(context)),
    ]
    once = dict.fromkeys(found)  # one sentence may say the same in two of these ways
    return tuple(sorted(once, key=lambda one: one.passages[0] if one.passages else (0, 0)))


def owners_of(context: Context, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Give the organizations that groups among tokens act for."""
    found: dict[str, None] = {}
    for token in tokens:
        if context.is_group(token) and not _is_received(token):
            found |= dict.fromkeys(m.entity for m in context.things(token) if context.family(m.entity, _ACTORS))
    return tuple(found)


_ACTORS = ("Organization",)


def _is_received(group: Token) -> bool:
    """Tell whether a noun means those whom an organization received: "the guests of Jilin University"."""
    behind = group.i + 1 < len(group.doc) and group.nbor().lower_ in words(group.lang_, "acts_for")
    return behind and group.lemma_ in words(group.lang_, "guests") and not said(group.nbor(), "from")


def _people(context: Context, tokens: Iterable[Token]) -> list[str]:
    return [m.entity for token in tokens for m in context.things(token) if context.cls(m.entity) == "Person"]


def _told_of(context: Context, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Give the owners of groups among tokens, or of what a pronoun or "members" among them stands for."""
    tokens = list(tokens)
    owners = owners_of(context, tokens)
    lang = context.document.lang
    if owners or not any(said(t, "its_members") or t.lemma_ in words(lang, "its_members") for t in tokens):
        return owners
    before = (context.doc[position] for position in range(tokens[0].i - 1, -1, -1))
    groups = (owners_of(context, [token]) for token in before if context.is_group(token))
    return next((mine for mine in groups if mine), ())


def anonymous_visits(context: Context) -> Iterator[tuple[str, Evidence]]:
    """Give where groups went of which the text does not say whose they are: "guests from China visited X"."""
    if not has(context.document.lang, "frames"):
        return
    table = frames(context.document.lang).by_verb
    for token in context.doc:
        if token.pos_ != "VERB":
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
            strangers = any(context.is_group(t) for t in guests) and not owners_of(context, guests)
            if not strangers or any(roles.get(role) for role in frame.without) or status(token) is not Status.HELD:
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


_PLACES = ("Organization", "City")


def _by_verb(context: Context) -> Iterator[Delegation]:
    """Read "A headed the delegation", "it was headed by A and included B", "the members were C and D"."""
    lang = context.document.lang
    heading, comprising = words(lang, "heading"), words(lang, "comprising")
    for token in context.doc:
        made_up = is_made_up(token)
        if not made_up and (
            token.pos_ not in {"VERB", "AUX"} or token.lemma_ not in heading | comprising | words(lang, "be")
        ):
            continue
        roles = verb_roles(token)
        if made_up:
            groups = roles["patient"]
            people = [t for t in roll(_behind(token), context) if family(t) == "Person"]
        elif token.lemma_ in words(lang, "be"):  # "A was the head of the delegation"
            posts = [t for t in roles["patient"] if t.lemma_ in words(lang, "on_delegations") and not t.ent_type_]
            groups = [of for t in posts for of in noun_roles(t)["of"]]
            people = roles["agent"] if posts and status(token) is Status.HELD else []
        elif token.lemma_ in heading:
            groups, people = roles["patient"], [*roles["agent"], *roles.get("by", [])]
        else:
            groups, people = roles["agent"], [*roles["patient"], *roles.get("of", [])]
            groups = groups if any(context.is_group(t) for t in groups) else [*groups, *_above(context, token)]
            if any(context.is_group(t) or said(t, "its_members") for t in groups):
                behind = _behind(token)  # where parsers tear lists with posts apart
                people += [t for t in roll(behind, context) if family(t) == "Person" and t not in people]
        owners, members = _told_of(context, groups) if groups else (), _people(context, people)
        named = owners or any(context.is_group(t) for t in groups)
        if named and members:
            evidence = context.sentence(token)
            yield Delegation(owners, tuple((member, evidence) for member in members), ((evidence.start, evidence.end),))


def is_made_up(verb: Token) -> bool:
    """Tell whether a verb says of whom a group consists: "was composed of", "was made up of"."""
    if verb.tag_ != "VBN" or not said(verb, "composed"):
        return False
    return any(said(t, "of") for t in verb.doc[verb.i + 1 : verb.i + 3]) and is_passive(verb)


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
    for token in context.doc:
        owners = owners_of(context, [token])
        if not owners:
            continue
        people = _people(context, context.leaders(token))
        verb = token
        while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
            verb = verb.head
        beside = [t for head in (token, verb) for t in head.children if said(t, "accompanied")]
        composed = [
            t
            for head in (token, verb)
            for t in head.children
            if t.dep_ == "prep" and any(c.lemma_ in words(lang, "composition") for c in t.children)
        ]
        for preposition in composed:  # "a delegation of X in the composition of A and B"
            people += _people(context, [t for t in preposition.subtree if t.ent_type_])
        for preposition in beside:
            whole = list(preposition.subtree)
            at_head = any(t.lemma_ in words(lang, "at_the_head") for t in whole)
            if at_head or preposition.lower_ not in words(lang, "with") or _travel_with(token, preposition):
                people += _people(context, [t for t in whole if t.ent_type_])
        people += _people(context, [leader]) if (leader := at_its_head(token)) is not None else []
        if people:
            evidence = context.sentence(token)
            yield Delegation(
                owners, tuple((one, evidence) for one in dict.fromkeys(people)), ((evidence.start, evidence.end),)
            )


def _travel_with(group: Token, preposition: Token) -> bool:
    """Tell whether those behind "with" are of a group that acts: "a delegation with Rector A came"."""
    acts = group.dep_ == "nsubj" and group.i < preposition.i < group.head.i and preposition.head.i == group.i
    return acts and group.lemma_ in words(group.lang_, "known_groups")


def _in_company(context: Context) -> Iterator[Delegation]:
    """Read "A and B joined the visit", "A, accompanied by B, came", "A and his group", "with A at its head"."""
    lang = context.document.lang
    for token in context.doc:
        members: list[str] = []
        meant: tuple[tuple[str, ...], str | None] | None = None
        if token.pos_ == "VERB" and token.lemma_ in words(lang, "accompanying") and status(token) is Status.HELD:
            by = [t for c in token.children if c.dep_ == "agent" for t in context.doc[c.i + 1 : token.sent.end]]
            before = next((t for t in reversed(context.doc[token.sent.start : token.i]) if not t.is_punct), token)
            with_whom = [c for c in token.children if c.dep_ == "dobj"]
            if by and token.tag_ == "VBN" and family(before) == "Person":  # "A, accompanied by B"
                members = _people(context, (t for t in roll(by, context) if family(t) == "Person"))
                meant = ((), next(iter(_people(context, [before])), None))
            elif any(t.lemma_ in words(lang, "journeys") or context.is_group(t) for t in with_whom):
                members = _people(context, verb_roles(token)["agent"])
                meant = _whose(context, with_whom) or _last_group(context, token.sent[0])
        elif token.lemma_ in words(lang, "coming_along") and token.pos_ == "VERB" and status(token) is Status.HELD:
            # "A and B went with him, and so did C"
            with_whom = [t for c in token.children if said(c, "with") for t in c.children if t.dep_ == "pobj"]
            if any(said(t, "of_one") or said(t, "of_several_people") or context.is_group(t) for t in with_whom):
                so_did = next((t for t in token.sent if t.i > token.i and said(t, "likewise")), None)
                after = roll(context.doc[so_did.i + 2 : token.sent.end], context) if so_did is not None else []
                along = [*verb_roles(token)["agent"], *(t for t in after if family(t) == "Person")]
                members = list(dict.fromkeys(_people(context, along)))
                meant = _whose(context, with_whom)
                if along and meant is not None and meant[1] is not None:  # "A led it; B went with him": with A
                    told = context.last("Person", along[0].idx)
                    meant = ((), told.entity) if told is not None else None
        elif said(token, "at_the_head") and token.i >= 4 and token.nbor(-2).dep_ == "prep":
            head = token.nbor(-3)
            if family(head) == "Person" and any(said(t, "with") for t in context.doc[token.sent.start : head.i]):
                members = _people(context, [head])
                before_it = [t for t in context.doc[token.sent.start : head.i] if context.is_group(t)]
                meant = (owners_of(context, before_it), None) if before_it else _last_group(context, token.sent[0])
        elif context.is_group(token) and token.lemma_ in words(lang, "known_groups") and token.dep_ == "conj":
            his = any(said(c, "of_one") for c in token.children)
            if his and family(token.head) == "Person":  # "A and his group"
                members, meant = _people(context, [token.head]), (owners_of(context, [token]), None)
        if members and meant is not None and meant != ((), None):
            evidence = context.sentence(token)
            people = tuple((one, evidence) for one in members if one != meant[1])
            speaks = token.lemma_ not in words(lang, "accompanying") | words(lang, "coming_along")
            yield Delegation(meant[0], people, ((evidence.start, evidence.end),), meant[1], speaks)


def _last_group(context: Context, first: Token) -> tuple[tuple[str, ...], str | None] | None:
    """Give the owners of the delegation that the text told of last before a sentence."""
    for position in range(first.i - 1, -1, -1):
        token = context.doc[position]
        if context.sentences_between(token.idx, first.idx) > _BACK:
            break
        if context.is_group(token) and token.lemma_ in words(token.lang_, "known_groups"):
            return owners_of(context, [token]), None
    return None


def _rolled(context: Context) -> Iterator[Delegation]:
    """Read "its members were A and B", "at its head was A", "with them came C", "he was accompanied by D".

    What one person's company is, goes where that person goes.
    """
    lang = context.document.lang
    for sentence in context.doc.sents:
        said_here = [t for t in sentence if not t.is_space] if not side_marks(sentence) else []
        for position, verb in enumerate(said_here[:_OPENER]):
            if verb.pos_ not in {"VERB", "AUX"} or verb.tag_ not in _TOLD or verb.dep_ in {"aux", "auxpass"}:
                continue
            opener = said_here[:position]
            kind = _names_behind(verb, opener, lang)
            if kind and status(verb) is Status.HELD:
                listed = roll(said_here[position + 1 :], context)
                people = _people(context, (t for t in listed if family(t) == "Person"))
                meant = _whose(context, opener) if people else None
                if meant is not None:
                    evidence = context.sentence(verb)
                    if meant == ((), None):  # nobody's delegation is of those whose people are on it
                        bodies = (m.entity for t in listed if family(t) == "Organization" for m in context.things(t))
                        people += [one for one in bodies if context.family(one, _ACTORS)]
                    members = tuple((one, evidence) for one in people)
                    speaks = not any(said(t, "existential") for t in opener)  # "There came": whoever was there
                    yield Delegation(meant[0], members, ((evidence.start, evidence.end),), meant[1], speaks)
            break


_OPENER = 12  # tokens of a sentence among which its verb is
_TOLD = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def _names_behind(verb: Token, opener: list[Token], lang: str) -> bool:
    """Tell whether those whom a sentence names behind its verb are on the delegation that its beginning means."""
    if verb.lemma_ in words(lang, "be"):
        subject = any(t.lemma_ in words(lang, "membership") and t.dep_ in {"nsubj", "attr"} for t in opener)
        within = any(said(t, "on_it") for t in opener[:2])
        at_head = any(t.lemma_ in words(lang, "at_the_head") for t in opener[1:])
        return subject or within or (at_head and any(t.dep_ == "prep" for t in opener[:1]))
    if verb.lemma_ in words(lang, "coming_along"):
        there = verb.lemma_ in words(lang, "coming_in") and any(said(t, "existential") for t in opener)
        with_whom = any(said(t, "with") for t in opener[:2])
        return (with_whom or there) and not any(family(t) == "Event" for t in opener)
    return verb.lemma_ in words(lang, "accompanying") and verb.tag_ == "VBN"


def _whose(context: Context, opener: list[Token]) -> tuple[tuple[str, ...], str | None] | None:
    """Give the owners of the delegation that the beginning of a sentence means, or the one whose company it means.

    There are neither of a delegation of which the text does not say whose it is; None where it means none at all.
    """
    groups = [t for t in opener if context.is_group(t)]
    people = [m.entity for t in opener for m in context.things(t) if context.cls(m.entity) == "Person"]
    owners = owners_of(context, groups)
    if owners or people:
        return (owners, None) if owners else ((), people[-1])
    if any(said(t, "of_one") for t in opener):
        told = context.last("Person", opener[0].idx)
        return ((), told.entity) if told is not None else None
    if not groups and any(family(t) == "Organization" for t in opener):
        return None  # "On behalf of X there were"
    if groups or any(said(t, word) for t in opener for word in ("its_members", "of_several_people", "existential")):
        last = _last_group(context, opener[0])
        if last is None and any(said(child, "the") for t in groups for child in t.children):
            return (), None  # "Members of the delegation were", far behind the only visit
        return last if last is None or not _is_of_others(context, opener, last[0]) else None
    return None


def _is_of_others(context: Context, opener: list[Token], owners: tuple[str, ...]) -> bool:
    """Tell whether a sentence means the hosts of a delegation: "Among those present on the Russian side were"."""
    sides = read(context.document.lang, "descriptions")["sides"]
    country = next((str(sides[t.lower_]) for t in opener if t.lower_ in sides), None)
    if country is None:
        return False
    homes = {home for owner in owners if (home := context.country(owner)) is not None}
    of_two = any(t.lemma_ in words(context.document.lang, "sides") for t in opener)
    return country not in homes if homes else of_two


_BACK = 2  # sentences between a delegation and what is said of its members


def _among(context: Context) -> Iterator[Delegation]:
    """Read "guests from X, among them A and B", "a delegation of X, including A"."""
    for token in context.doc:
        if not said(token, "instances_at_end") or token.i == token.sent.start or token.nbor(-1).text not in {",", ";"}:
            continue
        before = context.doc[token.sent.start : token.i - 1]
        group = next((t for t in reversed(before) if context.is_group(t)), None)
        if group is None or (group.lemma_ not in words(token.lang_, "known_groups") and group.tag_ != "NNS"):
            continue
        behind = [t for t in context.doc[token.i + 1 : token.sent.end] if t.lemma_ not in words(token.lang_, "be")]
        people = _people(context, (t for t in roll(behind, context) if family(t) == "Person"))
        if people:
            evidence = context.sentence(token)
            yield Delegation(
                owners_of(context, [group]),
                tuple((one, evidence) for one in people),
                ((evidence.start, evidence.end),),
            )


def _listed(context: Context) -> Iterator[Delegation]:
    """Read "Members of the delegation: A, rector; B, dean" and the same with a line for each."""
    sentences = list(context.doc.sents)
    for number, sentence in enumerate(sentences):
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is None:
            continue
        if (of_body := _of_named(context, colon)) is not None:
            yield of_body
            continue
        groups = [t for t in sentence if t.i < colon.i and context.is_group(t) and not _is_met(t)]
        if (own := listing(colon, groups)) is None:
            continue
        groups = own or groups
        owners = owners_of(context, groups)
        known = words(context.document.lang, "known_groups")
        if not owners and not any(t.lemma_ in known for t in groups):
            continue  # "from the Russian side: …"
        behind = [t for t in sentence if t.i > colon.i and not t.is_space and not t.is_punct]
        if behind:
            evidence = context.sentence(colon)
            members = _people(context, behind)
            yield Delegation(owners, tuple((m, evidence) for m in members), ((colon.idx, evidence.end),))
            continue
        listed: list[tuple[str, Evidence]] = []
        passages = []
        for position, line in enumerate(islice(sentences, number + 1, None)):
            if not any(map(str.isalpha, line.text)):
                continue  # "2." before the second name
            person = _first_person(context, line)
            if person is None:
                if listed or position >= _HEADERS:
                    break
                continue
            quote = context.sentence(line.root)
            listed.append((person.entity, quote))
            passages.append((quote.start, quote.end))
        if listed:
            yield Delegation(owners, tuple(listed), tuple(passages))


def _is_met(group: Token) -> bool:
    """Tell whether a sentence says by whom a group was met, whom its list then names: "The guests were met by: A"."""
    return group.dep_ == "nsubjpass" and group.head.lemma_ in words(group.lang_, "hosting")


def _of_named(context: Context, colon: Token) -> Delegation | None:
    """Read a list behind a plural with the organization whose people it names: "met by many people from X: A, B"."""
    position = colon.i - 2
    while position > colon.sent.start and context.doc[position].pos_ == "DET":
        position -= 1
    if position <= colon.sent.start or not colon.nbor(-1).text[:1].isupper():
        return None
    preposition, noun = context.doc[position], context.doc[position - 1]
    behind = _behind(colon)
    first = next((t for t in behind if not t.is_punct), None)
    if not said(preposition, "acts_for") or noun.tag_ != "NNS" or noun.ent_type_ or first is None:
        return None
    owners = [m.entity for m in context.things(colon.nbor(-1)) if context.cls(m.entity) in WHOLES]
    people = _people(context, [t for t in behind if family(t) == "Person"]) if family(first) == "Person" else []
    if not people or len(owners) != 1:
        return None
    evidence = context.sentence(colon)
    members = tuple((one, evidence) for one in dict.fromkeys(people))
    end = behind[-1].idx + len(behind[-1])
    return Delegation((owners[0],), members, ((colon.idx, end),), near=True, travels=context.is_group(noun))


def _first_person(context: Context, line: Span) -> Mention | None:
    """Give the person whose name a line of a list begins with, behind its mark or number."""
    for token in line:
        if token.is_space or token.is_punct or token.like_num or token.text in {"|", "-", "–", "—", "•"}:
            continue
        return next((m for m in context.things(token) if context.cls(m.entity) == "Person"), None)
    return None
