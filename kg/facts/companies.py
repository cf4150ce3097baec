"""Who is on a delegation by what is said of its company, whichever way round: "With it came A", "A made it up"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.clauses import FINITE, is_made_up
from kg.facts.context import Context
from kg.facts.parties import ACTORS, Delegation, is_told, owners_of, people_of
from kg.facts.rolls import roll
from kg.facts.sided import side_marks
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import read, said, words
from kg.languages.origins import origin
from kg.records import Status

_BACK = 2  # sentences between a delegation and what is said of its members


def in_company(context: Context) -> Iterator[Delegation]:
    """Read "A and B joined the visit", "A, accompanied by B, came", "A and his group", "with A at its head"."""
    lang = context.document.lang
    for token in context.every:
        members: list[str] = []
        meant: tuple[tuple[str, ...], str | None] | None = None
        if token.pos_ == "VERB" and token.lemma_ in words(lang, "accompanying") and status(token) is Status.HELD:
            by = [t for c in token.children if c.dep_ == "agent" for t in context.doc[c.i + 1 : token.sent.end]]
            before = next((t for t in reversed(context.doc[token.sent.start : token.i]) if not t.is_punct), token)
            with_whom = [c for c in token.children if c.dep_ == "dobj"]
            if by and token.tag_ == "VBN" and family(before) == "Person":  # "A, accompanied by B"
                meant = ((), next(iter(people_of(context, [before])), None))
                members = _countrymen(context, meant[1], by)
            elif by and token.tag_ == "VBN" and token.dep_ in _LOOSE:  # "A came to X accompanied by B"
                meant = ((), _who_came(context, token))
                members = _countrymen(context, meant[1], by)
            elif any(t.lemma_ in words(lang, "journeys") or context.is_group(t) for t in with_whom):
                members = people_of(context, verb_roles(token)["agent"])
                meant = whose(context, with_whom) or last_group(context, token.sent[0])
        elif (
            token.lemma_ in words(lang, "coming_along") | words(lang, "visiting")
            and token.pos_ == "VERB"
            and status(token) is Status.HELD
        ):
            # "A and B went with him, and so did C"
            with_whom = [t for c in token.children if said(c, "with") for t in c.children if t.dep_ == "pobj"]
            if any(said(t, "of_one") or said(t, "of_several_people") or context.is_group(t) for t in with_whom):
                so_did = next((t for t in token.sent if t.i > token.i and said(t, "likewise")), None)
                after = roll(context.doc[so_did.i + 2 : token.sent.end], context) if so_did is not None else []
                along = [*verb_roles(token)["agent"], *(t for t in after if family(t) == "Person")]
                members = list(dict.fromkeys(people_of(context, along)))
                meant = whose(context, with_whom)
                if along and meant is not None and meant[1] is not None:  # "A led it; B went with him": with A
                    told = context.last("Person", along[0].idx)
                    meant = ((), told.entity) if told is not None else None
            if not members and (members := _together(context, token)):  # "A came together with B and C"
                meant = ((), _who_did(context, token))
        elif said(token, "at_the_head") and token.i >= 4 and token.nbor(-2).dep_ == "prep":
            head = token.nbor(-3)
            if family(head) == "Person" and any(said(t, "with") for t in context.doc[token.sent.start : head.i]):
                members = people_of(context, [head])
                before_it = [t for t in context.doc[token.sent.start : head.i] if context.is_group(t)]
                meant = (owners_of(context, before_it), None) if before_it else last_group(context, token.sent[0])
        elif context.is_group(token) and token.lemma_ in words(lang, "known_groups") and token.dep_ == "conj":
            his = any(said(c, "of_one") for c in token.children)
            if his and family(token.head) == "Person":  # "A and his group"
                members, meant = people_of(context, [token.head]), (owners_of(context, [token]), None)
        if members and meant is not None and meant != ((), None):
            evidence = context.sentence(token)
            people = tuple((one, evidence) for one in members if one != meant[1])
            speaks = token.lemma_ not in words(lang, "accompanying") | words(lang, "coming_along")
            yield Delegation(meant[0], people, ((evidence.start, evidence.end),), meant[1], speaks)


_LOOSE = frozenset({"acl", "advcl", "conj"})


def _who_came(context: Context, accompanied: Token) -> str | None:
    """Give the one person who does what the clause around "accompanied by" tells: "A came to X | accompanied by B"."""
    verb = next((t for t in accompanied.ancestors if t.pos_ == "VERB"), None)
    return _who_did(context, verb) if verb is not None else None


def _who_did(context: Context, verb: Token) -> str | None:
    """Give the one person who is the subject of a verb, whoever is beside."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    people = people_of(context, subjects)
    return people[0] if len(people) == len(subjects) == 1 else None


def _together(context: Context, verb: Token) -> list[str]:
    """Give those together with whom one person came: "A arrived at X together with B, Dean, and C"."""
    who = _who_did(context, verb)
    mark = next((t for t in verb.sent if t.i > verb.i and said(t, "with") and said(t.nbor(-1), "in_company")), None)
    if who is None or mark is None or any(t.pos_ == "VERB" for t in verb.doc[verb.i + 1 : mark.i]):
        return []
    if mark.i + 1 == verb.sent.end or family(verb.doc[mark.i + 1]) != "Person":
        return []
    return _countrymen(context, who, verb.doc[mark.i + 1 : verb.sent.end])


def _countrymen(context: Context, who: str | None, behind: Iterable[Token]) -> list[str]:
    """Give those of a list who may have come with one person: none whose names are usual in another country."""
    if who is None:
        return []
    listed = people_of(context, (t for t in roll(list(behind), context) if family(t) == "Person"))
    home = _origin(context, who)
    return [one for one in listed if _origin(context, one) in {home, None}]


def _origin(context: Context, person: str) -> str | None:
    return origin(context.entities[person].names[0].text)


def last_group(context: Context, first: Token, *, wide: bool = False) -> tuple[tuple[str, ...], str | None] | None:
    """Give the owners of the delegation that the text told of last before a sentence.

    Args:
        wide: whether, where none was told of close by, it is that of all before, if they have the same owners.
    """
    for position in range(first.i - 1, -1, -1):
        token = context.doc[position]
        if context.sentences_between(token.idx, first.idx) > _BACK:
            break
        if _is_delegation(context, token):
            return owners_of(context, [token]), None
    if not wide:
        return None
    told = {owners_of(context, [t]) for t in context.doc[: first.i] if t.lemma_ in words(t.lang_, "known_groups")}
    alone = told - {()}
    return (alone.pop(), None) if len(alone) == 1 else None


def group_of_members(context: Context, label: list[Token]) -> Token | None:
    """Give the delegation of which a label's people are, told of just before: "It was led by A. | Members: B and C".

    None where the label says whose members, or where an association was told of since.
    """
    if not label or label[-1].lemma_.lower() not in words(label[-1].lang_, "membership"):
        return None
    lang = label[0].lang_
    own = words(lang, "membership") | words(lang, "known_groups")
    small = words(lang, "whose") | words(lang, "articles") | words(lang, "other_one")
    if any(t.lower_ not in small and t.lemma_.lower() not in own for t in label):
        return None
    group = next((t for t in reversed(context.doc[: label[0].i]) if _is_delegation(context, t)), None)
    if group is None or context.sentences_between(group.idx, label[0].idx) > _BACK:
        return None
    since = context.doc[group.i + 1 : label[0].i]
    of_others = any(context.family(m.entity, ("Association",)) for t in since for m in context.things(t))
    return None if of_others or not is_nearest(context, group, label[0]) else group


def _is_delegation(context: Context, token: Token) -> bool:
    return context.is_group(token) and token.lemma_ in words(token.lang_, "known_groups")


def is_nearest(context: Context, group: Token, first: Token) -> bool:
    """Tell whether nobody whose members may be meant too is told of between a delegation and what its members head."""
    lang = group.lang_
    others = words(lang, "bodies_with_members") | words(lang, "known_groups") | words(lang, "people_of")
    for token in context.doc[group.i + 1 : first.i]:
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        acts = token.dep_ in {"nsubj", "nsubjpass"} and family(token) not in {"Person", "Place"}
        if acts and token.lemma_ not in words(lang, "journeys"):
            return False
        again = _is_delegation(context, token) and (is_told(token) or owners_of(context, [token]))
        if not token.ent_type_ and token.lemma_.lower() in others and not again:
            return False
    return True


def is_another(context: Context, group: Token, first: Token) -> bool:
    """Tell whether "the group" may mean a body told of since the delegation: "An orchestra played. | Members of it"."""
    before = next((t for t in reversed(context.doc[: first.i]) if _is_delegation(context, t)), None)
    apart = before is not None and is_told(group) and before.lemma_ != group.lemma_
    return apart and before is not None and not is_nearest(context, before, first)


def _last_traveller(context: Context, first: Token) -> str | None:
    """Give the one person whose journey the sentence before tells of: "Rector A visited X. Also on the trip were"."""
    travels = words(first.lang_, "visiting") | words(first.lang_, "coming_along")
    for verb in reversed(context.doc[: first.i]):
        if context.sentences_between(verb.idx, first.idx) > _BACK:
            return None
        if verb.pos_ == "VERB" and verb.lemma_ in travels and status(verb) is Status.HELD:
            return _who_did(context, verb)
    return None


def rolled(context: Context) -> Iterator[Delegation]:
    """Read "its members were A and B", "at its head was A", "with them came C", "he was accompanied by D".

    What one person's company is, goes where that person goes.
    """
    lang = context.document.lang
    for sentence in context.sents:
        said_here = [t for t in sentence if not t.is_space] if not side_marks(sentence) else []
        for position, verb in enumerate(said_here[:_OPENER]):
            if verb.pos_ not in {"VERB", "AUX"} or verb.tag_ not in _TOLD or verb.dep_ in {"aux", "auxpass"}:
                continue
            opener = said_here[:position]
            kind = _names_behind(verb, opener, lang)
            if kind and status(verb) is Status.HELD:
                listed = roll(said_here[position + 1 :], context)
                people = people_of(context, (t for t in listed if family(t) == "Person"))
                meant = whose(context, opener) if people else None
                guided = verb.lemma_ in words(lang, "accompanying")
                if meant is not None and not (guided and _are_hosts(context, people, meant[0])):
                    evidence = context.sentence(verb)
                    if meant == ((), None):  # nobody's delegation is of those whose people are on it
                        bodies = (m.entity for t in listed if family(t) == "Organization" for m in context.things(t))
                        people += [one for one in bodies if context.family(one, ACTORS)]
                    members = tuple((one, evidence) for one in people)
                    # "There came": whoever was there; who goes with others need not be of theirs
                    speaks = not guided and not any(said(t, "existential") for t in opener)
                    yield Delegation(meant[0], members, ((evidence.start, evidence.end),), meant[1], speaks)
            break


def _are_hosts(context: Context, people: Iterable[str], guests: tuple[str, ...]) -> bool:
    """Tell whether one of those who go with guests is of the publisher: "They were accompanied by A, our dean"."""
    home = context.recognised.publisher
    there = {post.person for post in context.recognised.posts if post.organization == home}
    return home is not None and home not in guests and not there.isdisjoint(people)


_OPENER = 12  # tokens of a sentence among which its verb is
_TOLD = FINITE | {"VBN"}


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


def above_list(context: Context, opener: Iterable[Token]) -> tuple[tuple[str, ...], str | None] | None:
    """Give whose delegation a line above a list means by a pronoun: "It was made up of:", "Among them:".

    None where it means anything else, or where a body that may have members too is told of behind the delegation.
    """
    told = [t for t in opener if not t.is_space and not t.is_punct]
    if not told or len(told) > _LINE or any(t.ent_type_ or t.dep_ == "neg" for t in told):
        return None
    first, lang = told[0], context.document.lang
    within = said(first, "on_it") and len(told) > 1
    start = told[1] if within else first
    again = start.lower_ in words(lang, "of_several_people") or (said(start, "its_members") and start.pos_ == "PRON")
    verbs = [t for t in told if t.pos_ in {"VERB", "AUX"} and t.tag_ in _TOLD and t.dep_ not in {"aux", "auxpass"}]
    if not again or len(verbs) > 1 or not all(status(t) is Status.HELD for t in verbs):
        return None
    members = any(t.lemma_ in words(lang, "membership") | words(lang, "composition") for t in told)
    if verbs:
        comprises = is_made_up(verbs[0]) or (verbs[0].lemma_ in words(lang, "comprising") and start.pos_ == "PRON")
        if not comprises and not (verbs[0].lemma_ in words(lang, "be") and (members or within)):
            return None
    elif not members and not within:
        return None
    meant = last_group(context, first)
    if meant is None or meant == ((), None):
        return meant
    group = next((t for t in reversed(context.doc[: first.i]) if _is_delegation(context, t)), None)
    return meant if group is not None and is_nearest(context, group, first) else None


_LINE = 7  # tokens of a line above a list that names nothing


def whose(context: Context, opener: list[Token], *, wide: bool = False) -> tuple[tuple[str, ...], str | None] | None:
    """Give the owners of the delegation that the beginning of a sentence means, or the one whose company it means.

    There are neither of a delegation of which the text does not say whose it is; None where it means none at all.
    """
    groups = [t for t in opener if context.is_group(t)]
    people = [m.entity for t in opener for m in context.things(t) if context.cls(m.entity) == "Person"]
    owners = owners_of(context, groups)
    if owners or people:
        return (owners, None) if owners else ((), people[-1])
    titled = any(t.lemma_ in words(t.lang_, "first_posts") and said(c, "the") for t in opener for c in t.children)
    if titled or any(said(t, "of_one") for t in opener):
        told = context.last("Person", opener[0].idx)
        return ((), told.entity) if told is not None else None
    if not groups and any(family(t) == "Organization" for t in opener):
        return None  # "On behalf of X there were"
    voyage = any(t.lemma_ in words(t.lang_, "journeys") and is_told(t) for t in opener)
    if (
        groups
        or voyage
        or any(said(t, word) for t in opener for word in ("its_members", "of_several_people", "existential"))
    ):
        last = last_group(context, opener[0], wide=wide)
        group = next((t for t in reversed(context.doc[: opener[0].i]) if _is_delegation(context, t)), None)
        if last is not None and not groups and group is not None and not is_nearest(context, group, opener[0]):
            return None  # "The winners were named. Among them were"
        sides = read(context.document.lang, "descriptions")["sides"]
        head = _last_traveller(context, opener[0]) if last is None and not wide else None
        if head is not None and not any(t.lower_ in sides for t in opener):
            return (), head  # "Rector A visited X. Also on the trip were"
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
