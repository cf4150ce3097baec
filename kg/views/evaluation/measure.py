"""The measure of the project over annotated documents: each document's score, and the totals of languages and sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.records import Analysis, Lang
from kg.views.evaluation.annotations import UNREAD, Annotation, digest
from kg.views.evaluation.bootstrap import LEVEL, RESAMPLES, SEED, Interval, Intervals, Spread, spread
from kg.views.evaluation.scoring import Counts, Score, by_language, score, total

Figures = dict[str, Any]
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A document with what was found in it, what it says, and how the two compare."""

    analysis: Analysis
    annotation: Annotation
    score: Score

    @property
    def id(self) -> str:
        """The document's id."""
        return self.annotation.gold.id


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one set together: those of one language, or all where `lang` is None and there are several."""

    set: str
    lang: Lang | None
    score: Score
    spread: Spread


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well documents were read.

    Attributes:
        documents: ordered by id.
        groups: set by set in the order of their names, in each language by language, then all.
        missing: annotated documents whose text was not found.
        sha256: digest of the annotations of `documents`.
        min_confidence: facts less sure than that were left out.
    """

    documents: tuple[Assessed, ...]
    groups: tuple[Group, ...]
    missing: tuple[str, ...]
    sha256: str
    min_confidence: float

    def open_to(self, asked: str | None) -> tuple[Assessed, ...]:
        """Give the documents whose errors may be shown where a set was asked for by name, or none was."""
        return tuple(one for one in self.documents if one.annotation.set not in UNREAD or one.annotation.set == asked)


def evaluate(
    analyses: Iterable[Analysis], annotations: Sequence[Annotation], *, min_confidence: float = 0.0
) -> Evaluation:
    """Give how analyses compare with annotations; an analysis without an annotation is left out."""
    found = {analysis.document.id: analysis for analysis in analyses}
    documents = tuple(
        _assess(found[one.gold.id], one, min_confidence)
        for one in sorted(annotations, key=lambda one: one.gold.id)
        if one.gold.id in found
    )
    return Evaluation(
        documents,
        tuple(_groups(documents)),
        tuple(sorted({one.gold.id for one in annotations} - found.keys())),
        digest(one.annotation for one in documents),
        min_confidence,
    )


def as_json(evaluation: Evaluation) -> Figures:
    """Give all figures in a form that JSON can hold; shares are rounded to four digits."""
    return {
        "gold": {"sha256": evaluation.sha256, "documents": len(evaluation.documents)},
        "min_confidence": evaluation.min_confidence,
        "intervals": {"level": LEVEL, "method": "bootstrap over documents", "resamples": RESAMPLES, "seed": SEED},
        "groups": [
            {"set": group.set, "language": group.lang, "documents": group.score.documents}
            | _figures(group.score, group.spread)
            for group in evaluation.groups
        ],
        "documents": [
            {"id": one.id, "language": one.score.lang, "set": one.annotation.set} | _figures(one.score, None)
            for one in evaluation.documents
        ],
        "missing": evaluation.missing,
    }


def _assess(analysis: Analysis, annotation: Annotation, min_confidence: float) -> Assessed:
    sure = replace(analysis, facts=tuple(fact for fact in analysis.facts if fact.confidence >= min_confidence))
    return Assessed(sure, annotation, score(sure, annotation.gold))


def _groups(documents: Sequence[Assessed]) -> Iterable[Group]:
    for name in sorted({one.annotation.set for one in documents}):
        scores = [one.score for one in documents if one.annotation.set == name]
        langs = by_language(scores)
        for lang, together in langs.items():
            yield Group(name, lang, together, spread([one for one in scores if one.lang == lang]))
        if len(langs) > 1:
            yield Group(name, None, total(scores), spread(scores))


def _figures(one: Score, ranges: Spread | None) -> Figures:
    return {
        "strict": _rates(one.strict, ranges.strict if ranges else None),
        "typed": _rates(one.strict_typed, ranges.strict_typed if ranges else None),
        "properties": {
            prop: {
                "strict": _rates(counts, ranges.properties[prop] if ranges else None),
                "typed": _rates(one.typed[prop], ranges.typed[prop] if ranges else None),
            }
            for prop, counts in one.properties.items()
        },
        "entities": {"recall": _round(one.entities.recall), "met": one.entities.right, "wanted": one.entities.wanted}
        | ({"interval": _ends(ranges.entities.recall)} if ranges else {})
        | {"split": one.split},
        "traps": {"hit": one.traps.right, "of": one.traps.wanted},
        "dates": {"right": one.dates.right, "given": one.dates.found, "of": one.dates.wanted},
    }


def _rates(counts: Counts, ranges: Intervals | None) -> Figures:
    rates: Figures = {
        "precision": _round(counts.precision),
        "recall": _round(counts.recall),
        "f1": _round(counts.f1),
        "right": counts.right,
        "found": counts.found,
        "wanted": counts.wanted,
    }
    if ranges is not None:
        rates["intervals"] = {
            "precision": _ends(ranges.precision),
            "recall": _ends(ranges.recall),
            "f1": _ends(ranges.f1),
        }
    return rates


def _ends(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [_round(interval.low), _round(interval.high)]


def _round(share: float) -> float:
    return round(share, 4)
