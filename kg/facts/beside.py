"""Who else a clause is of: counted in at its beginning, along with whoever does it, or looking on."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.astray import opens_clause
from kg.facts.clauses import Roles, is_passive
from kg.facts.lists import expanded, members
from kg.facts.rosters import roster
from kg.languages.families import family
from kg.languages.lexicon import said, words

_FOCUS = ("with", "patient", "by", "agent")


def count_in(verb: Token, roles: Roles) -> None:
    """Add to the roles of a verb who else is in them, and who looks on as "presence"."""
    _fill_besides(verb, roles)
    _fill_company(verb, roles)
    roles["presence"] += [t for t in _witnesses(verb) if t not in roles["presence"]]


def take_past_aside(verb: Token, roles: Roles) -> None:
    """Make the object of a verb what stands behind an aside, and nothing else."""
    if astray := _past_aside(verb):
        for role in list(roles):
            roles[role] = [t for t in roles[role] if t not in astray]
        roles["patient"] = expanded(astray)


def _past_aside(verb: Token) -> list[Token]:
    """Give the object of a verb behind what stands between commas: "hosted, on May 2-4, the | forum".

    Parsers take it for an apposition of the date, or for an adverbial.
    """
    doc, end = verb.doc, verb.sent.end
    if verb.i + 4 >= end or doc[verb.i + 1].text != "," or doc[verb.i + 2].pos_ not in {"ADP", "ADV", "SCONJ"}:
        return []
    closing = next((t.i for t in doc[verb.i + 3 : min(end, verb.i + _ASIDE)] if t.text == ","), None)
    aside = doc[verb.i + 2 : closing]
    if closing is None or any(t.pos_ in {"VERB", "AUX", "PRON"} and not t.ent_type_ for t in aside):
        return []
    last = next((t for t in reversed(aside) if not t.is_punct), aside[0])
    for token in doc[closing + 1 : end]:
        if token.ent_type_ or (token.pos_ == "NOUN" and (token.i + 1 == end or token.nbor().pos_ != "NOUN")):
            astray = token.dep_ in {"npadvmod", "dobj", "dep"} or (
                token.dep_ in {"appos", "conj"} and token.head in aside
            )
            apart = token.ent_type_ or not last.ent_type_ or family(last) == "Place"  # not "with A, the rector"
            ends = token.i + 1 >= end or doc[token.i + 1].pos_ not in {"VERB", "AUX"}
            if token.ent_type_ and family(token) == family(last):  # "attended, from A, | B and C"
                ends = ends and token.i + 1 < end and doc[token.i + 1].dep_ != "cc" and doc[token.i + 1].text != ","
            return [token] if astray and apart and ends and family(token) != "Place" else []
        if token.pos_ not in {"DET", "ADJ", "NUM", "NOUN"}:
            return []
    return []


def is_left_aside(preposition: Token) -> bool:
    """Tell whether what a preposition brings in is denied alone: "signed it with A, not | with B"."""
    before = preposition.doc[max(preposition.sent.start, preposition.i - 2) : preposition.i]
    return len(before) > 1 and before[1].dep_ == "neg" and (before[0].text == "," or said(before[0], "but"))


_THERE = ("attending", "needs_part", "visiting", "coming_in")
_ASIDE = 12  # tokens from a verb to the end of what stands between it and its object


def _fill_besides(verb: Token, roles: Roles) -> None:
    """Add those whom the beginning of the clause counts in: "Besides A, it was attended by B"."""
    named = [
        t
        for preposition in verb.doc[verb.sent.start : verb.i]
        if said(preposition, "besides") and preposition.pos_ in {"ADP", "SCONJ"} and opens_clause(preposition, verb)
        for t in preposition.children
        if t.dep_ in {"pobj", "pcomp"}
    ]
    besides = [t for t in expanded(named) if family(t) is not None]
    if not besides or any(child.dep_ == "neg" for child in verb.children):
        return
    kin = {family(t) for t in besides}
    whole = [role for role in _FOCUS if any(family(t) in kin or family(t) == "Organization" for t in roles[role])]
    if whole:
        role = "agent" if whole[0] == "by" else whole[0]
        roles[role] += [t for t in besides if t not in roles[role]]


def _fill_company(verb: Token, roles: Roles) -> None:
    """Add the people along with whom people do something: "A attended together with B, C, dean of X, and D"."""
    besides = list(_company(verb))
    bodies = [t for t in besides if family(t) == "Organization"]
    there = any(verb.lemma_ in words(verb.lang_, name) for name in _THERE)
    if bodies and there and not is_passive(verb) and any(family(t) == "Organization" for t in roles["agent"]):
        roles["agent"] += [t for t in bodies if t not in roles["agent"]]
    company = [t for t in (*besides, *roles["company"]) if family(t) == "Person"]
    company = [t for t in company if not any(said(c, "dead") for c in t.children)]
    if not company:
        return
    agents = [t for t in roles["agent"] if family(t) == "Person"]
    led = is_passive(verb) and (not agents or company[0].i < agents[0].i)  # "A was received with B by C"
    role = "patient" if led else "agent"
    if any(family(t) == "Person" for t in roles[role]):
        roles[role] += [t for t in company if t not in roles[role]]


def fronted(verb: Token) -> list[Token]:
    """Give the name behind a "with" that a clause begins with, which parsers take for part of its subject.

    So it is in "With A agreements have been signed".
    """
    mark = next((c for c in verb.children if c.dep_ in {"mark", "prep"} and said(c, "with")), None)
    if mark is None or mark.i + 1 >= verb.i or any(c.dep_ == "pobj" for c in mark.children):
        return []
    name = next((t for t in mark.doc[mark.i + 1 : mark.i + 3] if t.pos_ != "DET"), mark)
    subject = name.head
    apart = name.ent_type_ and name.dep_ == "compound" and not subject.ent_type_ and subject.head == verb
    return members(name) if apart and family(name) == "Organization" else []


def infinitives(verb: Token, roles: Roles) -> list[Token]:
    """Give the infinitives behind a verb: its own, and those that parsers hang on what fills its roles."""
    asked = [verb, *(t for tokens in roles.values() for t in tokens if t.i > verb.i)]
    return [
        c for t in asked for c in t.children
        if c.pos_ == "VERB" and c.i > verb.i and any(said(g, "to") and g.dep_ == "aux" for g in c.children)
    ]  # fmt: skip


def meeting_at(infinitives: list[Token]) -> list[Token]:
    """Give where those are whom somebody comes to see: B of "came to see A at B"."""
    acts = [t for t in infinitives if t.lemma_ in words(t.lang_, "seeing_people")]
    near = [t for act in acts for t in (act, *(c for c in act.children if c.dep_ == "dobj"))]
    places = [c for t in near for c in t.children if c.dep_ == "prep" and said(c, "at")]
    return expanded(t for place in places for t in place.children if t.dep_ == "pobj")


def _company(verb: Token) -> Iterator[Token]:
    """Give the people behind "together with", "along with" and "alongside" that hang on a verb or who does it."""
    for first in (verb, *(c for c in verb.children if family(c) in {"Person", "Organization"} and c.i < verb.i)):
        for child in first.children:
            marks = [child, *(c for c in child.children if c.pos_ in {"ADP", "ADV"})]
            for prep in (t for t in marks if t.pos_ == "ADP"):
                before = prep.nbor(-1) if prep.i > prep.sent.start else prep
                if said(prep, "alongside") or (said(prep, "with") and said(before, "in_company")):
                    yield from roster(prep) or expanded(t for t in prep.children if t.dep_ == "pobj")


def _witnesses(verb: Token) -> list[Token]:
    """Give the people who look on: "with A and B as witnesses", "with A in attendance", "with A and B looking on"."""
    if verb.tag_ in {"VBZ", "VBP"}:
        return []  # "the photograph shows A with B in attendance"
    beside = [*verb.children, *(t for c in verb.children for t in c.children)]
    for child in (t for t in beside if said(t, "with")):
        found: list[Token] = []
        for token in child.doc[child.i + 1 : child.sent.end]:
            if family(token) == "Person":
                found.append(token)
            elif found and said(token, "look_on"):
                return found if _ends_there(token) else []
            elif token.pos_ in {"VERB", "AUX", "PRON"} or (token.pos_ == "ADP" and not said(token, "before_witnesses")):
                break
    return []


def _ends_there(look_on: Token) -> bool:
    """Tell whether no more is said of those who look on: not "in the chair of physics", "looking for funds"."""
    behind = [t for t in look_on.doc[look_on.i + 1 : look_on.i + 3] if t.i < look_on.sent.end]
    if said(look_on, "looks"):
        if not behind or not said(behind[0], "on_it"):
            return False
        behind = behind[1:]
    return not behind or behind[0].pos_ not in {"ADP", "DET", "NOUN"} or said(behind[0], "at")


def said_in_clause(verb: Token) -> list[Token]:
    """Give the subject that parsers hang on a noun: "said that on the eve of the forum A and B had signed"."""
    if verb.dep_ != "ccomp" or not any(child.dep_ == "mark" for child in verb.children):
        return []
    first = min((c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advmod"}), default=verb.i)
    name = verb.doc[min(first, verb.i) - 1]
    top = name
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ != "appos" or family(name) not in {"Organization", "Person"} or top.i < verb.left_edge.i:
        return []
    return expanded([top])


def chained(participle: Token) -> Token | None:
    """Give the participle before it that is said of the same event: "sponsored by A, | undertaken by B, run by C"."""
    running = words(participle.lang_, "making_events") | words(participle.lang_, "running_events")
    if participle.tag_ not in {"VBN", "VBD"} or participle.lemma_ not in running:
        return None
    before = participle.i - 1
    while before > participle.sent.start and participle.doc[before].pos_ in {"ADV", "CCONJ"}:
        before -= 1
    name = participle.doc[before - 1]
    if participle.doc[before].text not in {",", ";"} or family(name) != "Organization":
        return None
    earlier = next((t for t in reversed(participle.doc[participle.sent.start : before]) if t.pos_ == "VERB"), None)
    by = [c for c in earlier.children if c.dep_ == "agent"] if earlier is not None else []
    told = earlier is not None and earlier.lemma_ in running and earlier.tag_ in {"VBN", "VBD"}
    return earlier if told and by and not any(c.dep_ in {"auxpass", "nsubj"} for c in participle.children) else None
