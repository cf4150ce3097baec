"""How far figures would vary over other documents of the same kind: percentile bootstrap over documents.

Each resample draws as many documents as there are, with replacement, adds their counts and takes the figures anew; an
interval spans the middle 95 % of them (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.views.evaluation.scoring import Counts, Score

RESAMPLES: Final = 2000
SEED: Final = 20201024
LEVEL: Final = 0.95

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends of a confidence interval, both between 0 and 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Intervals:
    """Those of one row of figures; None where no resample has anything to take the figure from."""

    precision: Interval | None
    recall: Interval | None
    f1: Interval | None


@dataclass(frozen=True, slots=True)
class Spread:
    """The intervals of everything that a score of several documents tells."""

    properties: Mapping[str, Intervals]
    typed: Mapping[str, Intervals]
    strict: Intervals
    strict_typed: Intervals
    entities: Intervals


def spread(scores: Sequence[Score], resamples: int = RESAMPLES, seed: int = SEED) -> Spread:
    """Give the intervals of documents' scores together; the order of the documents changes nothing."""
    ordered = sorted(scores, key=lambda one: one.documents)
    weights = _weights(len(ordered), resamples, seed)

    def of(rows: Sequence[Counts]) -> Intervals:
        return _intervals(weights, rows)

    properties = list(dict.fromkeys(prop for one in ordered for prop in one.properties))
    return Spread(
        MappingProxyType({p: of([one.properties.get(p, Counts()) for one in ordered]) for p in properties}),
        MappingProxyType({p: of([one.typed.get(p, Counts()) for one in ordered]) for p in properties}),
        of([one.strict for one in ordered]),
        of([one.strict_typed for one in ordered]),
        of([one.entities for one in ordered]),
    )


@lru_cache(maxsize=8)
def _weights(documents: int, resamples: int, seed: int) -> Numbers:
    """How often each document (column) stands in each resample (row)."""
    drawn = np.random.default_rng(seed).integers(0, documents, size=(resamples, documents))
    return np.stack([np.bincount(row, minlength=documents) for row in drawn]).astype(np.float64)


def _intervals(weights: Numbers, rows: Sequence[Counts]) -> Intervals:
    table = np.array([(one.right, one.found, one.wanted) for one in rows], dtype=np.float64)
    right, found, wanted = (weights @ table).T
    # Of nothing wanted and nothing found, no figure says anything; what is found where nothing is wanted counts as
    # Counts has it.
    return Intervals(
        _interval(right, np.where(found > 0, found, wanted)),
        _interval(right, np.where(wanted > 0, wanted, found)),
        _interval(2 * right, found + wanted),
    )


def _interval(above: Numbers, below: Numbers) -> Interval | None:
    ratios = above[below > 0] / below[below > 0]
    if not ratios.size:
        return None
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(ratios, (tail, 1 - tail))
    return Interval(float(low), float(high))
