"""Guests whom a host receives have talks with it, where the text tells that anybody spoke: "The rector received them".

A reader takes it so where the text is of this one visit: a delegation of one organization comes to another, whose head
receives it, tells of the house, thanks, proposes. Who comes to learn, to compete or to a conference comes for that.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.speaking import Sides, is_side, speaks
from kg.facts.status import status
from kg.facts.talks import is_between
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Evidence, Fact, Status

_WHOLE = ("Organization", "not JointStructure", "not InnovationHub")
_OCCASIONS = ("Conference", "Competition", "Ceremony", "Course", "Exhibition")
_NEAR = 5  # sentences from the visit in which its talks are told of
_COMPANY = 6  # organizations that come together to speak with another


def receptions(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Add the talks of guests with the only host that the text has them come to, if anybody is told to have spoken."""
    within = {(f.subject, f.object) for f in builder.held("unitOf")}
    # a unit of which no whole is told stands for itself
    parts = {part for part, _ in within if context.family(part, ("OrganizationalUnit",))}
    visits = [
        fact
        for fact in builder.held("visited")
        if all(context.family(end, _WHOLE) and end not in parts for end in (fact.subject, fact.object))
    ]
    for fact in visits:
        guest, host = fact.subject, fact.object
        hosts = {one.object for one in visits if one.subject == guest and (one.object, host) not in within}
        guests = {one.subject for one in visits if one.object == host}
        back = any(one.subject == host and one.object in guests for one in visits)
        inner = {(guest, host), (host, guest)} & within or any((guest, other) in within for other in guests)
        if hosts != {host} or len(guests) > _COMPANY or back or inner:
            continue
        own = {guest, host, *(part for part, whole in within if whole in {guest, host})}
        ours = own | {one for one, bodies in represented.items() if own & set(bodies)}
        sides = Sides(frozenset(ours), frozenset(one for one, bodies in represented.items() if bodies) - ours)
        for evidence in _told(context, builder, fact, sides):
            builder.add(guest, "negotiatedWith", host, evidence, "talks-on-visit", 0.6)


def _told(context: Context, builder: Builder, visit: Fact, sides: Sides) -> tuple[Evidence, ...]:
    """Give the passages that tell of a visit and of what was spoken on it; none where nothing was."""
    if _is_for_else(context, visit.evidence[0], visit.subject):
        return ()
    for evidence in visit.evidence:
        for token in _behind(context, evidence):
            near = context.sentences_between(evidence.start, token.idx) <= _NEAR // 2
            bare = token.sent.start_char > evidence.start and _is_talk(context, token, sides)
            bare = bare and is_between(context, builder, token, visit)
            spoken = speaks(context, token, sides) and _is_here(context, builder, token, visit)
            if bare or spoken or (near and _receives(context, token, sides)):
                here = context.sentence(token)
                return (evidence, here) if here.start >= evidence.end else (evidence,)
    return ()


def _behind(context: Context, visit: Evidence) -> Iterator[Token]:
    """Give the tokens that tell of a visit and of what came next."""
    for token in context.doc[context.token(visit.start).i :]:
        if context.sentences_between(visit.start, token.idx) > _NEAR:
            return
        yield token


def _is_for_else(context: Context, visit: Evidence, guest: str) -> bool:
    """Tell whether guests came to learn, or to what was held there."""
    tokens = context.tokens(visit.start, visit.end)
    groups = [t for t in tokens if context.is_group(t) and any(m.entity == guest for m in context.things(t))]
    learning = words(context.document.lang, "learners")
    if groups and all(t.lemma_ in learning for t in groups):
        return True
    return any(context.family(m.entity, _OCCASIONS) for m in context.within("Event", visit.start, visit.end))


def _receives(context: Context, verb: Token, sides: Sides) -> bool:
    """Tell whether a verb says that somebody of the host received guests: "Rector A received the delegation"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in words(verb.lang_, "hosting") or status(verb) is not Status.HELD:
        return False
    roles = verb_roles(verb)
    agents = [t for t in (*roles["agent"], *roles["by"]) if family(t) == "Person"]
    met = roles["patient"]
    strange = words(verb.lang_, "learners")
    guests = any(
        (context.is_group(t) and t.lemma_ not in strange) or any(m.entity in sides.ours for m in context.things(t))
        for t in met
    )
    return guests and any(_is_one_of(context, t, sides) for t in agents)


def _is_one_of(context: Context, person: Token, sides: Sides) -> bool:
    """Tell whether somebody is of guests or hosts, or of nobody else that the text tells."""
    people = [m.entity for m in context.things(person)]
    return any(one not in sides.others for one in people)


def _is_here(context: Context, builder: Builder, verb: Token, visit: Fact) -> bool:
    """Tell whether nothing says that somebody spoke elsewhere, or with others."""
    before = any(e.start < verb.sent.start_char for e in visit.evidence)
    return not before or is_between(context, builder, verb, visit)


def _is_talk(context: Context, token: Token, sides: Sides) -> bool:
    """Tell whether a word means talks that may be those of guests and hosts, and names none who held them."""
    if token.ent_type_ or status(token) is not Status.HELD:
        return False
    if token.pos_ == "NOUN":
        return token.lemma_ in words(token.lang_, "meetings") and _is_theirs(context, token, sides)
    unsaid = words(token.lang_, "talked_over") | words(token.lang_, "talked_on_visits")
    if token.pos_ != "VERB" or token.lemma_ not in unsaid or not is_passive(token):
        return False
    if any(said(c, "had") for c in token.children):
        return False  # "had been discussed" before
    roles = verb_roles(token)
    return not (roles["agent"] or roles["by"] or roles["with"])


def _is_theirs(context: Context, talks: Token, sides: Sides) -> bool:
    """Tell whether talks may be those of guests and hosts: they were held, and name no others."""
    clause = talks
    while clause.pos_ not in {"VERB", "AUX"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.pos_ not in {"VERB", "AUX"} or status(clause) is not Status.HELD:
        return False
    if any(said(c, "of") and not _are_sides(context, c, sides) for c in talks.children):
        return False  # "the meeting of the council"
    pointed = any(said(c, "the") for c in talks.children)
    where = talks.dep_ == "pobj" and (pointed or said(talks.head, "at") or said(talks.head, "while"))
    held = clause.lemma_ in words(talks.lang_, "taking_place") | words(talks.lang_, "be") | words(talks.lang_, "have")
    held = held and talks.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}
    named = [m.entity for t in talks.subtree for m in context.things(t)]
    people = {one for one in named if context.cls(one) == "Person"}
    bodies = {one for one in named if context.family(one, ("Organization", "Event"))}
    ours = bool((people | bodies) & sides.ours) and any(said(c, "party_prepositions") for c in talks.children)
    return (where or held or ours) and bodies <= sides.ours and not people & sides.others


def _are_sides(context: Context, preposition: Token, sides: Sides) -> bool:
    """Tell whether those of whom talks are, are guests and hosts: "talks of the two sides"."""
    of = [t for t in preposition.children if t.dep_ == "pobj"]
    return all(is_side(context, t, sides, group=False) for t in of)
