"""Who came, by sentences that name people first or last: "A and B made up the delegation", "Those who came are A".

Print tells more than parsers do, who take lists with posts apart: the people stand on one side of the verb, and on the
other stands the delegation, its journey, or nothing but that they came.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.clauses import FINITE
from kg.facts.companies import last_group, whose
from kg.facts.context import Context
from kg.facts.parties import Delegation, owners_of, people_of
from kg.facts.rolls import roll
from kg.facts.sided import side_marks
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Status

_OPENER = 14  # tokens before the verb, names counted as one
_PHRASE = 9  # tokens behind the verb that say what the people are on

Meant = tuple[tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class _Named:
    """Those whom a clause names, whose they are, and whether it says more of them than that they came."""

    people: list[Token]
    meant: Meant
    speaks: bool = True


def named_members(context: Context) -> Iterator[Delegation]:
    """Give who is said to be on a delegation, clause by clause."""
    for sentence in context.sents:
        if side_marks(sentence):
            continue
        for clause in _clauses([t for t in sentence if not t.is_space]):
            verb = next((t for t in clause if t.tag_ in FINITE and t.pos_ in {"VERB", "AUX"}), None)
            if verb is None or status(verb) is not Status.HELD or any(c.dep_ == "neg" for c in verb.children):
                continue
            at = clause.index(verb)
            before, behind = clause[:at], clause[at + 1 :]
            besides, before = _besides(before)
            named = _named_first(context, before, verb, behind) or _named_last(context, before, verb, behind)
            if named is None:
                continue
            people, meant = [*besides, *named.people], named.meant
            evidence = context.sentence(verb)
            told = tuple((one, evidence) for one in dict.fromkeys(people_of(context, people)) if one != meant[1])
            if told:
                passage = (people[0].idx, people[-1].idx + len(people[-1]))
                yield Delegation(meant[0], told, (passage,), meant[1], named.speaks)


def trailing(context: Context) -> Iterator[Delegation]:
    """Give who is on a group by what hangs on it: "a delegation in which were A and B", "a group made up of A"."""
    for group in context.every:
        if not context.is_group(group) or group.lemma_ not in words(group.lang_, "known_groups"):
            continue
        behind = [t for t in context.doc[group.i + 1 : group.sent.end] if not t.is_space]
        start = _opened(behind)
        if start is None:
            continue
        people = [t for t in roll(behind[start:], context) if family(t) == "Person"]
        if not people:
            continue
        ahead = behind[start : behind.index(people[0])]
        if any(t.pos_ == "VERB" for t in ahead) or hangs(ahead):
            continue
        evidence = context.sentence(group)
        told = tuple((one, evidence) for one in dict.fromkeys(people_of(context, people)))
        passage = (people[0].idx, people[-1].idx + len(people[-1]))
        yield Delegation(owners_of(context, [group]), told, (passage,))


def _opened(behind: list[Token]) -> int | None:
    """Give where the members of a group begin behind it: past "in which were", "whose members were", "made up of"."""
    for position, token in enumerate(behind[:_OPENER]):
        lang = token.lang_
        rest = behind[position + 1 : position + 4]
        if said(token, "relative"):
            verb = next((k for k, t in enumerate(rest) if t.pos_ in {"VERB", "AUX"}), None)
            if verb is None:
                return None
            being = rest[verb].lemma_ in words(lang, "be")
            within = verb == 0 and being and position > 0 and said(behind[position - 1], "on_it")
            belongs = verb == 0 and rest[verb].lemma_ in words(lang, "belonging")
            named = being and any(t.lemma_ in words(lang, "membership") for t in rest[:verb])
            including = rest[verb].lemma_ in words(lang, "comprising") and verb == 0
            return position + 2 + verb if within or belongs or named or including else None
        if said(token, "made_up_of"):
            up = int(bool(rest) and said(rest[0], "up"))
            if len(rest) > up and (said(rest[up], "of") or said(rest[up], "by")):
                return position + 2 + up
        if said(token, "in_person") and rest and said(rest[0], "of"):
            return position + 2
        if token.tag_ in FINITE:
            return None
    return None


def _clauses(sentence: list[Token]) -> Iterator[list[Token]]:
    """Give the parts of a sentence that semicolons part, and those that "and its members" and "and with him" begin."""
    start = 0
    for position, token in enumerate(sentence):
        opens = position + 2 < len(sentence) and said(token, "conjunctions") and _begins(sentence[position + 1 :])
        if (token.text == ";" or opens) and position > start:
            yield sentence[start:position]
            start = position + 1
    yield sentence[start:]


def _besides(before: list[Token]) -> tuple[list[Token], list[Token]]:
    """Part what a clause begins with "besides" from the rest: "Besides A, | the delegation included"."""
    comma = next((k for k, t in enumerate(before) if t.text == ","), None)
    if comma is None or not said(before[0], "besides_alone"):
        return [], before
    people = [t for t in before[:comma] if family(t) == "Person"]
    return (people, before[comma + 1 :]) if people and before[comma + 1 :] else ([], before)


def _begins(rest: list[Token]) -> bool:
    """Tell whether words begin a clause that names a delegation's members: "its members were", "with him came"."""
    whose_ = said(rest[0], "of_several_people") and rest[1].lemma_ in words(rest[0].lang_, "membership")
    company = said(rest[0], "with") and (said(rest[1], "of_one") or said(rest[1], "of_several_people"))
    return whose_ or company


def _named_last(context: Context, before: list[Token], verb: Token, behind: list[Token]) -> _Named | None:
    """Read "Those who came are A and B", "The delegation brought together A and B", "There were on it A and B"."""
    lang = verb.lang_
    if not before or len(before) > _OPENER or any(family(t) == "Person" for t in before):
        return None
    first = before[0]
    being = verb.lemma_ in words(lang, "be")
    group = next((t for t in before if context.is_group(t) and t.lemma_ in words(lang, "known_groups")), None)
    journey = next((t for t in before if t.lemma_ in words(lang, "journeys") and not t.ent_type_), None)
    meant: list[Token] | None = None
    if any(said(t, "those") for t in before[:2]):
        listed = _who_came(context, [*before, verb, *behind])
        return None if listed is None else _listed(context, listed, last_group(context, first, wide=True))
    if being and said(first, "existential") and behind and said(behind[0], "on_it"):
        meant, behind = behind[1:2], behind[2:]
    elif being and first.tag_ == "VBG" and (group is not None or journey is not None):
        meant = before  # "Taking part in the trip were"
    elif being and group is not None and (said(first, "part") or _heads(before)):
        meant = before  # "Part of the delegation were", "The head of the delegation was"
    elif (being or verb.lemma_ in words(lang, "coming_along")) and len(before) > 1 and _begins(before):
        meant = before  # "(and) its members were", "(and) with him came"
    elif being and group is not None and group.dep_ in {"nsubj", "attr"} and group.tag_ == "NNS":
        meant = before  # "The guests were A and B"
    elif being and journey is not None and _is_made_by(journey, behind):
        meant, behind = before, behind[2:]
    elif group is not None and group.dep_ == "nsubj" and _unites(verb, behind):
        meant = before  # "The delegation brought together A and B"
    elif group is not None and verb.lemma_ in words(lang, "have") and behind and said(behind[0], "on_it"):
        meant, behind = before, behind[2:]
    if meant is None:
        return None
    return _listed(context, behind, whose(context, meant, wide=True) or last_group(context, first, wide=True))


def _heads(before: list[Token]) -> bool:
    """Tell whether words before a verb mean the head or a member of a group: "the head of the delegation"."""
    return any(t.lemma_ in words(t.lang_, "on_delegations") and t.dep_ in {"nsubj", "attr"} for t in before)


def _is_made_by(journey: Token, behind: list[Token]) -> bool:
    """Tell whether a clause says who made a journey: "The trip | was | made by A", not "was made easier by A"."""
    if len(behind) < 3 or not said(behind[0], "undertaken") or not said(behind[1], "by"):
        return False
    made = journey.dep_ == "nsubjpass" and journey.lemma_ in words(journey.lang_, "voyages")
    return made and not any(said(c, "of") for c in journey.children)


def _unites(verb: Token, behind: list[Token]) -> bool:
    """Tell whether a verb says of whom a group consists: "brought together", not "brought A a gift"."""
    return verb.lemma_ in words(verb.lang_, "uniting") and bool(behind) and said(behind[0], "together")


def _who_came(context: Context, clause: list[Token]) -> list[Token] | None:
    """Give what stands behind "Those who came on Monday were"; none where they came to somebody or for something."""
    lang = clause[0].lang_
    opener = next(k for k, t in enumerate(clause) if said(t, "those"))
    link = next((k for k, t in enumerate(clause) if t.lemma_ in words(lang, "be") and t.tag_ in FINITE), None)
    coming, visiting = words(lang, "coming_in"), words(lang, "visiting")
    came = next((k for k, t in enumerate(clause[:link]) if k > opener and t.pos_ == "VERB"), None)
    if link is None or came is None or clause[came].lemma_ not in coming | visiting:
        return None
    has = any(t.lemma_ in words(lang, "have") for t in clause[opener:came])
    if clause[came].tag_ == "VBN" and not has:
        return None  # "Those visited by"
    aims = clause[came + 1 : link]
    strange = any(t.pos_ in {"VERB", "PART", "PRON"} or _is_aim(context, t) for t in aims)
    return None if strange else clause[link + 1 :]


def _is_aim(context: Context, noun: Token) -> bool:
    """Tell whether somebody who came to what a noun means need be no guest: "Those who came to the airport"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_ in words(noun.lang_, "journeys"):
        return False
    if family(noun) in {"Organization", "Place"} or noun.ent_type_:
        return any(context.family(m.entity, ("Event", "Person")) for m in context.things(noun))
    return noun.text.islower()


def hangs(ahead: list[Token]) -> bool:
    """Tell whether words before a name say that somebody is of that person: "students of Professor | A"."""
    for position in range(len(ahead) - 1, -1, -1):
        if ahead[position].pos_ == "ADP":
            return position == 0 or ahead[position - 1].pos_ != "NUM"  # "two of its deans, A and B"
        if ahead[position].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return False
    return False


def _listed(context: Context, behind: list[Token], meant: Meant | None) -> _Named | None:
    """Give the people that words begin to list, with whose they are."""
    listed = [t for t in roll(behind, context) if family(t) == "Person"]
    if not listed or meant is None:
        return None
    ahead = behind[: behind.index(listed[0])]
    titles = all(t.pos_ not in {"VERB", "AUX", "PRON", "SCONJ"} for t in ahead)
    return _Named(listed, meant) if titles and not hangs(ahead) and not _is_owner(listed[0]) else None


def _is_owner(person: Token) -> bool:
    return person.i + 1 < len(person.doc) and person.nbor().tag_ == "POS"


def _named_first(context: Context, before: list[Token], verb: Token, behind: list[Token]) -> _Named | None:
    """Read "A and B made up the delegation", "A and B were on it", "A and B took part in the trip", "A has come"."""
    lang = verb.lang_
    people = [t for t in roll([t for t in before if not said(t, "besides_alone")], context) if family(t) == "Person"]
    if not people or before[-1].dep_ == "mark" or any(t.pos_ in {"VERB", "AUX"} for t in before):
        return None
    if _speak_for(before, people[0]):
        return None  # "On behalf of X, A and B took part in the visit"
    phrase = behind[:_PHRASE]
    group = next((t for t in phrase if context.is_group(t) and t.lemma_ in words(lang, "known_groups")), None)
    it = next((t for t in phrase if t.pos_ == "PRON" and _means_group(t)), None)
    journey = next((t for t in phrase if t.lemma_ in words(lang, "voyages") and not t.ent_type_), None)
    if group is not None and any(c.dep_ == "relcl" for c in group.children):
        return None  # "made up the delegation which X had in Y"
    object_ = group or it
    company = _company(context, verb, phrase)
    if company is not None:
        return _Named(people, company, speaks=False)
    if object_ is not None and verb.lemma_ in words(lang, "be") and _is_on(phrase, object_):
        speaks = True  # "were on the delegation", "were members of it", "were at its head"
    elif group is not None and _makes_up(context, verb, behind, group):
        speaks = True  # "made up the delegation"
    elif object_ is not None and verb.lemma_ in words(lang, "belonging") and object_.dep_ == "pobj":
        speaks = True
    elif journey is not None and _goes_on(context, verb, phrase, journey):
        object_, speaks = journey, False
    elif _only_came([verb, *phrase]):
        object_, speaks = None, False
    else:
        return None
    told = whose(context, [object_], wide=True) if object_ is not None else None
    told = told or last_group(context, verb, wide=True)
    return _Named(people, told, speaks) if told is not None else None


def _speak_for(before: list[Token], person: Token) -> bool:
    """Tell whether a clause begins with whom those named in it speak for: "On behalf of X, A and B"."""
    ahead = before[: before.index(person)]
    return bool(ahead) and ahead[0].pos_ == "ADP" and any(family(t) == "Organization" for t in ahead)


def _makes_up(context: Context, verb: Token, behind: list[Token], group: Token) -> bool:
    """Tell whether a verb and its object say of whom a group consists: "made up the delegation", "formed the group".

    Whoever makes the guests tea, makes them feel at home or forms them into rows is none of them.
    """
    if verb.lemma_ not in words(verb.lang_, "making_up"):
        return False
    at = behind.index(group)
    ahead, past = behind[:at], behind[at + 1 : at + 2]
    if verb.lemma_ in words(verb.lang_, "undertaking"):  # "make" alone makes something else
        if not ahead or not said(ahead[0], "up"):
            return False
        ahead = ahead[1:]
    near = len(ahead) <= _NEAR and all(t.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} for t in ahead)
    known = any(said(t, "the") for t in ahead) or bool(owners_of(context, [group]))
    ends = all(t.is_punct or said(t, "acts_for") or said(t, "conjunctions") for t in past)
    return near and known and ends and group.dep_ in {"dobj", "pobj"}


def _company(context: Context, verb: Token, phrase: list[Token]) -> Meant | None:
    """Give whom those named before a verb went with: "went along", "came with him", "was with the rector"."""
    if verb.lemma_ not in words(verb.lang_, "coming_along"):
        return None
    for position, token in enumerate(phrase[:_NEAR]):
        if said(token, "along") and verb.lemma_ not in words(verb.lang_, "be"):
            told = context.last("Person", verb.sent.start_char)
            return ((), told.entity) if told is not None else last_group(context, verb, wide=True)
        if said(token, "with"):
            return whose(context, phrase[position + 1 : position + 3])
    return None


def _goes_on(context: Context, verb: Token, phrase: list[Token], journey: Token) -> bool:
    """Tell whether a verb says that somebody made a journey: "took part in the trip", "made the trip"."""
    if any(said(c, "of") or _leads_off(context, c) for c in journey.children):
        return False
    took_part = verb.lemma_ in words(verb.lang_, "needs_part") and said(phrase[0], "part")
    return took_part or (verb.lemma_ in words(verb.lang_, "undertaking") and journey.dep_ == "dobj")


def _leads_off(context: Context, preposition: Token) -> bool:
    """Tell whether a journey is to something unnamed: "the trip to the airport"."""
    return said(preposition, "to") and not any(context.things(t) for t in preposition.children)


def _only_came(said_of: list[Token]) -> bool:
    """Tell whether all that is said is that somebody came: "A and B have come, too"."""
    verbs = [t for t in said_of if t.pos_ in {"VERB", "AUX"}]
    rest = [t for t in said_of if t not in verbs and not t.is_punct and t.pos_ != "ADV"]
    return not rest and verbs[-1].lemma_ in words(verbs[-1].lang_, "coming_in")


_NEAR = 4  # tokens from "went" to "with", and from "made up" to "the official delegation"


def _means_group(pronoun: Token) -> bool:
    return said(pronoun, "its_members") or said(pronoun, "of_several_people")


def _is_on(phrase: list[Token], group: Token) -> bool:
    """Tell whether words behind "were" say that somebody is on a group: "on", "members of", "at the head of"."""
    ahead = [t for t in phrase if t.i < group.i and t.tag_ not in {"DT", "JJ", "NN", "NNS", "NNP", "RB", "VBN"}]
    if not ahead:
        return False
    if said(ahead[-1], "on_it"):
        return len(ahead) == 1
    if said(group, "of_several_people"):  # "was its leader", "was at its head"
        return any(t.i > group.i and t.lemma_ in _posts(group.lang_) for t in phrase[: phrase.index(group) + 2])
    if not said(ahead[-1], "of"):
        return False
    belongs = words(group.lang_, "part") | words(group.lang_, "at_the_head") | _posts(group.lang_)
    return phrase[phrase.index(ahead[-1]) - 1].lemma_ in belongs


def _posts(lang: str) -> frozenset[str]:
    return words(lang, "membership") | words(lang, "on_delegations") | words(lang, "at_the_head")
