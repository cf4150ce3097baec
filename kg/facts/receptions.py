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
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Evidence, Fact, Status

_WHOLE = ("University", "ResearchOrganization", "GovernmentBody", "Company", "Association", "not OrganizationalUnit")
_OCCASIONS = ("Conference", "Competition", "Ceremony", "Course", "Exhibition")
_NEAR = 6  # sentences from the visit in which its talks are told of
_COMPANY = 6  # organizations that come together to speak with another


def receptions(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Add the talks of guests with the only host that the text has them come to, if anybody is told to have spoken."""
    within = {(f.subject, f.object) for f in builder.held("unitOf")}
    visits = [
        fact
        for fact in builder.held("visited")
        if all(context.family(end, _WHOLE) for end in (fact.subject, fact.object))
    ]
    parts = {part for part, _ in within}
    for fact in visits:
        guest, host = fact.subject, fact.object
        hosts = {one.object for one in visits if one.subject == guest and (one.object, host) not in within}
        guests = {one.subject for one in visits if one.object == host}
        back = any(one.subject == host and one.object in guests for one in visits)
        inner = {(guest, host), (host, guest)} & within or guest in parts
        if hosts != {host} or len(guests) > _COMPANY or back or inner:
            continue
        own = {guest, host, *(part for part, whole in within if whole in {guest, host})}
        speakers = own | {one for one, bodies in represented.items() if own & set(bodies)}
        passage = _told(context, fact, speakers)
        for evidence in passage:
            builder.add(guest, "negotiatedWith", host, evidence, "talks-on-visit", 0.6)


def _told(context: Context, visit: Fact, speakers: set[str]) -> tuple[Evidence, ...]:
    """Give the passages that tell of a visit and of what was spoken on it; none where nothing was."""
    for evidence in visit.evidence:
        sentence = context.token(evidence.start).sent
        if _is_for_else(context, evidence, visit.subject):
            continue
        for token in sentence:
            if _receives(context, token, speakers):
                return (evidence,)
        for token in _behind(context, evidence):
            if _speaks(context, token, speakers):
                return (evidence, context.sentence(token))
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


def _receives(context: Context, verb: Token, speakers: set[str]) -> bool:
    """Tell whether a verb says that somebody of the host received guests: "Rector A received the delegation"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in words(verb.lang_, "hosting") or status(verb) is not Status.HELD:
        return False
    roles = verb_roles(verb)
    agents = [*roles["agent"], *roles.get("by", [])]
    return any(family(t) == "Person" and any(m.entity in speakers for m in context.things(t)) for t in agents)


def _speaks(context: Context, token: Token, speakers: set[str]) -> bool:
    """Tell whether a word says that guests and hosts spoke."""
    lang = token.lang_
    if token.ent_type_ or status(token) is not Status.HELD:
        return False
    if token.pos_ != "VERB" or token.lemma_ not in words(lang, "speaking_to_guests"):
        return False
    roles = verb_roles(token)
    agents = roles["agent"]
    if not agents:
        return is_passive(token) and token.lemma_ in words(lang, "talked_over") and not roles["by"]
    meant = {m.entity for t in agents for m in context.things(t)}
    ours = any(context.is_group(t) or said(t, "of_several_people") for t in agents)
    return bool(meant & speakers) or (ours and not meant)
