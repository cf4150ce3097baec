"""Who is told to be at one of two events that a clause tells of together was at the other as well.

"The Forum and the Symposium were held in Omsk. The hosts were A and B. C spoke."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from kg.facts.builder import Builder
from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.backdrops import brought_in
from kg.languages.joined import are_joined
from kg.languages.lexicon import words
from kg.records import Mention, Status

_SHARED = ("participatedIn", "organized")
_OF = ("Conference", "Exhibition", "RoundTable", "Ceremony", "Competition", "Course", "Meeting")
_LESS = 0.95  # of the score of what is said of one


class _Twins(NamedTuple):
    """Two events that a sentence tells of together, and where that sentence ends."""

    one: str
    other: str
    end: int


def twins(context: Context, builder: Builder) -> None:
    """Add to each of two events told of together whom a sentence that names neither puts at the other."""
    for pair in _pairs(context):
        both = {pair.one: pair.other, pair.other: pair.one}
        for fact in [f for f in builder.facts.values() if f.property in _SHARED and f.object in both]:
            if fact.status is not Status.HELD:
                continue
            for evidence in fact.evidence:
                if evidence.start >= pair.end and _stand_together(context, pair, evidence.end):
                    score = fact.confidence * _LESS
                    builder.add(fact.subject, fact.property, both[fact.object], evidence, "at-both", score)


def _stand_together(context: Context, pair: _Twins, end: int) -> bool:
    """Tell whether no sentence behind the one that tells of both, up to a character, names one of them alone."""
    both = {pair.one, pair.other}
    told = [m for m in context.within("Event", pair.end, end) if m.entity in both and m.score >= _SURE]
    return len({m.entity for m in told}) != 1 and all(
        {m.entity for m in told if context.sentences_between(m.start, n.start) == 0} == both for n in told
    )


def _pairs(context: Context) -> Iterator[_Twins]:
    """Give the pairs of events that a sentence of the text says to have been held together."""
    for sentence in context.sents:
        events = [
            m
            for m in context.within("Event", sentence.start_char, sentence.end_char)
            if m.score >= _SURE and m.end - m.start > 1
        ]
        events = [m for m in events if not any(o is not m and o.start <= m.start and m.end <= o.end for o in events)]
        if len({m.entity for m in events}) != len(events) or len(events) != len(("one", "other")):
            continue  # "a forum, a fair and a round table": of which is told then is not said
        one, other = events
        if (
            all(context.family(m.entity, _OF) and m.entity not in context.background for m in events)
            and are_joined(context.text, one.end, other.start, context.document.lang)
            and all(context.token(m.end - 1).tag_ not in {"NNS", "NNPS"} or m.source != "rule" for m in events)
            and _are_held(context, sentence, one)
        ):
            yield _Twins(one.entity, other.entity, sentence.end_char)


_SURE = 0.5  # of what only a pronoun may mean, less


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
