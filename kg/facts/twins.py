"""Who is told to be at one of two events that a clause tells of together was at the other as well.

"The Forum and the Symposium were held in Omsk. The hosts were A and B. C spoke."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from spacy.tokens import Span

from kg.facts.builder import Builder
from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.backdrops import brought_in
from kg.languages.joined import are_joined
from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.records import SURE, Lang, Mention, Status
from kg.schema import is_a

_SHARED = ("participatedIn", "organized")
_OF = ("Conference", "Exhibition", "RoundTable", "Ceremony", "Competition", "Course", "Meeting")
_LESS = 0.95  # of the score of what is said of one
_TWO = 2


class _Twins(NamedTuple):
    """Two events that a sentence tells of together, and where that sentence ends."""

    one: str
    other: str
    end: int


def twins(context: Context, builder: Builder) -> None:
    """Add to each of two events told of together whom a sentence that names neither puts at the other."""
    for pair in _pairs(context):
        if _are_apart(builder, pair):
            continue
        both = {pair.one: pair.other, pair.other: pair.one}
        for fact in [f for f in builder.facts.values() if f.property in _SHARED and f.object in both]:
            if fact.status is not Status.HELD:
                continue
            for evidence in fact.evidence:
                if evidence.start < pair.end or _are_told_apart(context, pair, evidence.end):
                    continue
                if _stand_together(context, pair, evidence.end):
                    score = fact.confidence * _LESS
                    builder.add(fact.subject, fact.property, both[fact.object], evidence, "at-both", score)


def _are_apart(builder: Builder, pair: _Twins) -> bool:
    """Tell whether two events are told to be at two places or on two dates."""
    dates = {builder.dates[event] for event in (pair.one, pair.other) if event in builder.dates}
    held = [f for f in builder.held("locatedIn") if builder.context.cls(f.object) == "City"]
    one, other = ({f.object for f in held if f.subject == event} for event in (pair.one, pair.other))
    return len(dates) > 1 or bool(one and other and one != other)


def _are_told_apart(context: Context, pair: _Twins, end: int) -> bool:
    """Tell whether what is behind the sentence that tells of two events parts them: "the latter", "the fair"."""
    names = [context.entities[event].names for event in (pair.one, pair.other)]
    one, other = ({word.lower() for name in found for word in name.text.split()} for found in names)
    for token in context.tokens(pair.end, end):
        lang = token.lang_
        if token.idx < pair.end or token.ent_type_:
            continue
        if token.lower_ in words(lang, "parting_events"):
            return True
        kind = kind_of(cast("Lang", lang), [token.lemma_.lower()]) if token.tag_ == "NN" else None
        if kind is None or not is_a(kind.cls, "Event"):
            continue
        meant = [token.lemma_.lower() in said or token.lower_ in said for said in (one, other)]
        if any(meant) and not all(meant):
            return True
        classes = [context.cls(event) == kind.cls for event in (pair.one, pair.other)]
        if not any(meant) and any(classes) and not all(classes):
            return True
    return False


def _stand_together(context: Context, pair: _Twins, end: int) -> bool:
    """Tell whether no sentence behind the one that tells of both, up to a character, names one of them alone."""
    both = {pair.one, pair.other}
    told = [m for m in context.within("Event", pair.end, end) if m.entity in both and m.score >= SURE]
    return len({m.entity for m in told}) != 1 and all(
        {m.entity for m in told if context.sentences_between(m.start, n.start) == 0} == both for n in told
    )


def _pairs(context: Context) -> Iterator[_Twins]:
    """Give the pairs of events that a sentence of the text says to have been held together."""
    for sentence in context.sents:
        events = [
            m
            for m in context.within("Event", sentence.start_char, sentence.end_char)
            if m.score >= SURE and m.end - m.start > 1
        ]
        events = [m for m in events if not any(o is not m and o.start <= m.start and m.end <= o.end for o in events)]
        if len({m.entity for m in events}) != len(events) or len(events) != _TWO:
            continue  # "a forum, a fair and a round table": of which is told then is not said
        one, other = events
        if (
            all(context.family(m.entity, _OF) and m.entity not in context.background for m in events)
            and are_joined(context.text, one.end, other.start, context.document.lang)
            and all(context.token(m.end - 1).tag_ not in {"NNS", "NNPS"} or m.source != "rule" for m in events)
            and _are_held(context, sentence, one)
            and not _has_two_settings(context, sentence)
        ):
            yield _Twins(one.entity, other.entity, sentence.end_char)


def _has_two_settings(context: Context, sentence: Span) -> bool:
    """Tell whether a sentence names two towns or two dates: "held in Omsk in May and in Harbin in June"."""
    start, end = sentence.start_char, sentence.end_char
    towns = {m.entity for m in context.within("City", start, end)}
    return len(towns) > 1 or len(context.dates_in(start, end)) > 1


def _are_held(context: Context, sentence: Span, event: Mention) -> bool:
    """Tell whether the clause around an event says that it was held."""
    lang = context.document.lang
    if brought_in(context.text, event.start, lang) != "told":
        return False
    noun = context.token(event.end - 1)
    verb = next((t for t in noun.ancestors if t.tag_ in FINITE | {"VBN"} and t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.sent.start != sentence.start or status(verb) is not Status.HELD:
        return False
    if verb.lemma_ in words(lang, "be"):
        # "Omsk was the venue of the forum and the fair"
        return any(t.lemma_ in words(lang, "venues") for t in sentence)
    held = ("being_held", "making_events", "taking_place", "seeing", "hosting")
    return any(verb.lemma_ in words(lang, name) for name in held)
