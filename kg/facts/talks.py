"""Who had talks with whom on a visit, by what is told of it: guests and hosts meet, discuss, receive, speak in turn.

Every visit of one organization to another is asked for the same signs, the plainest first. Where it is the only one
that the text tells of, weaker ones will do: a reader takes it so that a delegation that comes to another house speaks
with its people. Who comes to learn, to compete or to a conference comes for that. Which words are signs is told in
`kg.facts.talking`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.speaking import Sides, speaks, speaks_out
from kg.facts.status import status
from kg.facts.talking import (
    NEAR,
    is_at,
    is_between,
    is_of_both,
    is_pointed,
    is_purpose,
    is_round,
    is_talk,
    is_with_one,
    is_with_others,
    receives,
)
from kg.languages.lexicon import words
from kg.records import Evidence, Fact, Status

_WHOLE = ("Organization", "not JointStructure", "not InnovationHub")
_SPEAKING = ("University", "ResearchOrganization", "GovernmentBody", "Company", "Association")
_LEARNED = ("University", "ResearchOrganization")
_OCCASIONS = ("Conference", "Competition", "Ceremony", "Course", "Exhibition")
_FAR = 12  # sentences from the only visit in which its talks are told of
_FEW_GUESTS = 2  # organizations that come together to speak with a third, where others are visited as well
_HEADING = 4  # words of a sentence in which it may name the year of which it tells
_COMPANY = 12  # the same where no others are visited


@dataclass(frozen=True, slots=True)
class _Visit:
    """A visit of one organization to another, with all visits that the text tells of.

    Attributes:
        sides: guests and hosts with those who speak for them, and those who speak for others.
        alone: whether the guests are told to have come to nobody else, as few together.
    """

    fact: Fact
    sides: Sides
    alone: bool


def talks(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Add the talks of guests with those whom they visited, where the text tells that they spoke."""
    found = [fact for fact in builder.held("visited") if context.family(fact.object, _WHOLE)]
    found = [fact for fact in found if context.family(fact.subject, _WHOLE)]
    if not found:
        return
    signs = _signs(context)
    visits = [_visit(context, builder, fact, found, represented) for fact in found]
    for visit in visits:
        for evidence in _told(context, builder, visit, found, signs):
            builder.add(visit.fact.subject, "negotiatedWith", visit.fact.object, evidence, "talks-on-visit", 0.6)


@dataclass(frozen=True, slots=True)
class _Signs:
    """The words of a document that may mean talks, whoever held them."""

    meetings: tuple[Token, ...]
    verbs: tuple[Token, ...]
    rounds: tuple[Token, ...]


def _signs(context: Context) -> _Signs:
    lang = context.document.lang
    verbs = [t for t in context.every if t.pos_ == "VERB" and t.lemma_ in words(lang, "talks")]
    meetings = [t for t in context.every if is_of_both(t, context)]
    rounds = [t for t in context.every if is_round(t)]
    held = ([t for t in some if status(t) is Status.HELD] for some in (meetings, verbs, rounds))
    return _Signs(*map(tuple, held))


def _visit(
    context: Context, builder: Builder, fact: Fact, found: list[Fact], represented: dict[str, list[str]]
) -> _Visit:
    within = {(f.subject, f.object) for f in builder.held("unitOf")}
    # a unit of which no whole is told stands for itself
    parts = {part for part, _ in within if context.family(part, ("OrganizationalUnit",))}
    visits = [one for one in found if one.subject not in parts and one.object not in parts]
    guest, host = fact.subject, fact.object
    hosts = {one.object for one in visits if one.subject == guest and (one.object, host) not in within}
    guests = {one.subject for one in visits if one.object == host}
    inner = {(guest, host), (host, guest)} & within or any((guest, other) in within for other in guests)
    alone = fact in visits and hosts == {host} and len(guests) <= _COMPANY and not inner
    own = {guest, host, *(part for part, whole in within if whole in {guest, host} and alone)}
    ours = own | {one for one, bodies in represented.items() if own & set(bodies)}
    others = frozenset(one for one, bodies in represented.items() if bodies) - ours
    return _Visit(fact, Sides(frozenset(ours), others, frozenset({guest, host})), alone)


def _told(context: Context, builder: Builder, visit: _Visit, found: list[Fact], signs: _Signs) -> tuple[Evidence, ...]:
    """Give the passages that tell of a visit and of what was spoken on it; none where nothing was."""
    ends = (visit.fact.subject, visit.fact.object)
    if all(context.family(end, _SPEAKING) for end in ends):
        for token in signs.meetings:
            before = max((e for e in visit.fact.evidence if e.start < token.sent.start_char), default=None)
            if before is None or not _follows(context, before, token):
                continue
            if is_between(context, builder, token, visit.fact) and _is_only(context, found, token):
                return before, context.sentence(token)
    if all(context.family(end, _LEARNED) for end in ends):
        for token in signs.verbs:
            near = min(context.sentences_between(e.start, token.idx) for e in visit.fact.evidence) <= NEAR
            if near and speaks(context, token, visit.sides):
                return *visit.fact.evidence[:1], context.sentence(token)
        for token in signs.rounds:  # "the head of the office took part in the talks"
            before = max((e for e in visit.fact.evidence if e.start <= token.idx), default=None)
            here = before is not None and before.end > token.idx and not is_pointed(token)
            if before is None or (here and not is_at(context, token, visit.fact.object)):
                continue  # "was received for talks at X, and toured Y"
            if context.sentences_between(before.start, token.idx) <= NEAR // 2:
                return before, context.sentence(token)
    return _told_of_only(context, builder, visit) if visit.alone else ()


def _follows(context: Context, visit: Evidence, token: Token) -> bool:
    """Tell whether a word is close enough behind a visit to go on telling of it: in its paragraph, or just behind."""
    away = context.sentences_between(visit.start, token.idx)
    return away <= 1 or (away <= NEAR and context.paragraph(visit.start) == context.paragraph(token.idx))


def _is_only(context: Context, visits: list[Fact], token: Token) -> bool:
    """Tell whether, of the visits told of shortly before a word, none is to another host or of several guests."""
    near = [
        other
        for other in visits
        for e in other.evidence
        if e.start < token.idx and context.sentences_between(e.start, token.idx) <= NEAR
    ]
    return len({one.object for one in near}) == 1 and len({one.subject for one in near}) <= _FEW_GUESTS


def _told_of_only(context: Context, builder: Builder, visit: _Visit) -> tuple[Evidence, ...]:
    """Give the same of the only visit of a text, by any word of what was spoken behind it."""
    fact, sides = visit.fact, visit.sides
    if _is_for_else(context, fact.evidence[0], fact.subject):
        return ()
    for evidence in fact.evidence:
        for token in _behind(context, evidence):
            near = context.sentences_between(evidence.start, token.idx) <= NEAR
            bare = token.sent.start_char > evidence.start and is_talk(context, token, sides)
            bare = bare and is_between(context, builder, token, fact)
            bare = bare or (near and is_with_one(context, token, sides))
            spoken = speaks(context, token, sides) or speaks_out(context, token, sides)
            spoken = spoken and _is_here(context, builder, token, fact)
            aim = is_purpose(token) and not is_with_others(context, token, sides)
            aim = aim and (token.sent.start_char == evidence.start or _is_of_guests(context, token))
            if bare or spoken or aim or (near and receives(context, token, sides)):
                here = context.sentence(token)
                return (evidence, here) if here.start >= evidence.end else (evidence,)
    return ()


def _is_of_guests(context: Context, purpose: Token) -> bool:
    """Tell whether a group, not further described, is said to have come for something: "the guests came to discuss"."""
    groups = words(purpose.lang_, "known_groups") | words(purpose.lang_, "delegates")
    agents = verb_roles(purpose.head)["agent"]
    return any(context.is_group(t) and t.lemma_ in groups for t in agents)


def _behind(context: Context, visit: Evidence) -> Iterator[Token]:
    """Give the tokens that tell of a visit and of what came next, up to what a chronicle tells of a later year."""
    told = _years(context.tokens(visit.start, visit.end))
    skipped = False
    for token in context.doc[context.token(visit.start).i :]:
        if context.sentences_between(visit.start, token.idx) > _FAR:
            return
        if token.is_sent_start and token.idx > visit.start:
            first = [t for t in token.sent if not t.is_space and not t.is_punct]
            years = _years(first[:_HEADING])
            if years and (len(first) == 1 or (told and min(years) > max(told))):
                return
            skipped = bool(years - told)
        if not skipped:
            yield token


def _years(tokens: Iterable[Token]) -> set[int]:
    """Give the years that are printed as such."""
    return {int(t.text) for t in tokens if re.fullmatch(r"(19|20)\d\d", t.text)}


def _is_for_else(context: Context, visit: Evidence, guest: str) -> bool:
    """Tell whether guests came to learn, or to what was held there."""
    tokens = context.tokens(visit.start, visit.end)
    groups = [t for t in tokens if context.is_group(t) and any(m.entity == guest for m in context.things(t))]
    learning = words(context.document.lang, "learners")
    if groups and all(t.lemma_ in learning for t in groups):
        return True
    return any(context.family(m.entity, _OCCASIONS) for m in context.within("Event", visit.start, visit.end))


def _is_here(context: Context, builder: Builder, verb: Token, visit: Fact) -> bool:
    """Tell whether nothing says that somebody spoke elsewhere, or with others."""
    before = any(e.start < verb.sent.start_char for e in visit.evidence)
    return not before or is_between(context, builder, verb, visit)
