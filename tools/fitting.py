"""Learns from annotated facts how probable it is that a fact is right, and measures what was learnt on other texts.

First a penalised logistic regression by Newton's method: the penalty is the same as a normal prior around no effect,
so a rule, a property or a kind of end that few facts bear keeps close to what all of them show. How strong it is, is
chosen by what predicts other documents best. Then boosted trees, which are taught what the page adds to what the
regression says of documents that it was not learnt from. Documents are parted by a hash of their id: the same parts on
every machine.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.errors import InputError
from kg.facts.calibration import MIDDLE, Bin, Reliability, Traits, Weights
from kg.odds import probability
from kg.trees import Trees, rows_of
from tools.boosting import boosted, names_of

STRENGTHS: Final = (1.0, 2.0, 4.0, 8.0)
PARTS: Final = 10
EDGES: Final = (0.95, 0.9, 0.8, 0.7, 0.5, 0.0)
TARGET: Final = 0.95
"""How precise claims of high confidence must be."""
ENOUGH: Final = 30
"""Claims below which no share is worth a threshold."""

_NAMES: Final = ("property", "rule", "way", "language", "subject", "object", "passages")
_SCORE_PENALTY: Final = 0.1
_FAMILIAR_PENALTY: Final = 1.0
_INNER_PARTS: Final = 5
_Z: Final = 1.959964

_NONE: Final = Trees((), (), (), (), (), ())

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A fact that was found in an annotated document, and whether it is right.

    Attributes:
        familiar: the document was read while rules were written, or taught models otherwise.
        page: what the whole page tells, as `kg.facts.pairs` lists it; nothing in a language whose pages teach nothing.
    """

    document: str
    familiar: bool
    traits: Traits
    right: bool
    page: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was said of an example by what was learnt from other documents.

    Attributes:
        said: taking into account whether the text is familiar.
        shipped: as if it were not, which is what a user's own text gets.
    """

    example: Example
    said: float
    shipped: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """What examples teach.

    Attributes:
        strength: how strongly the effects of `weights` are drawn towards none.
        fewest: how many sentences the shortest text has that teaches the trees.
        traits: those that the trees ask for, by number.
    """

    strength: float
    weights: Weights
    fewest: int
    traits: tuple[str, ...]
    trees: Trees

    def log_odds(self, examples: Sequence[Example]) -> list[float]:
        """Give the log-odds that each example is right, as a user's own text gets them."""
        added = self.trees.log_odds(rows_of([example.page for example in examples], self.traits))
        told = zip(examples, added, strict=True)
        return [self.weights.log_odds(one.traits) + (float(more) if one.page else 0.0) for one, more in told]


def learn(examples: Sequence[Example]) -> Learnt:
    """Learn from examples how probable it is that a fact is right.

    Trees fit what teaches them so well that only other texts can show how good they are: what is not familiar teaches
    them nothing. Where all that teaches is right, or none of it, the page tells nothing.
    """
    strength, margins = strongest(examples)
    told = [(example, margin) for example, margin in zip(examples, margins, strict=True) if _teaches(example)]
    told.sort(key=lambda one: (one[0].document, astuple(one[0].traits), sorted(one[0].page.items()), one[0].right))
    pages = [example.page for example, _ in told]
    names = names_of(pages)
    right = [example.right for example, _ in told]
    trees = boosted(pages, right, names, [margin for _, margin in told]) if len(set(right)) == 2 else _NONE
    fewest = int(min((page.get("sentences-all", 0.0) for page in pages), default=0.0))
    return Learnt(strength, fit(examples, strength), fewest, tuple(names), trees)


def _teaches(example: Example) -> bool:
    return example.familiar and bool(example.page)


def fit(examples: Sequence[Example], strength: float) -> Weights:
    """Give the weights learnt from examples; effects are drawn towards none by `strength`."""
    columns = sorted({(name, getattr(e.traits, name)) for e in examples for name in _NAMES})
    place = {column: number for number, column in enumerate(columns, 3)}
    x = np.zeros((len(examples), 3 + len(columns)))
    for row, example in zip(x, examples, strict=True):
        row[:3] = 1.0, example.traits.score - MIDDLE, example.familiar
        for name in _NAMES:
            row[place[name, getattr(example.traits, name)]] = 1.0
    y = np.array([example.right for example in examples], dtype=float)
    penalty = np.full(x.shape[1], strength)
    penalty[:3] = 1e-3, _SCORE_PENALTY * strength, _FAMILIAR_PENALTY
    weights = newton(x, y, penalty)
    if weights[1] < 0:  # a surer score may never make a fact less sure
        x[:, 1] = 0.0
        weights = newton(x, y, penalty)
    rounded = [round(float(weight), 3) + 0.0 for weight in weights]
    effects: dict[str, dict[str, float]] = {name: {} for name in _NAMES}
    for (name, value), number in place.items():
        effects[name][value] = rounded[number]
    return Weights(rounded[0], rounded[1], effects, rounded[2])


def newton(x: Array, y: Array, penalty: Array) -> Array:
    """Give the weights of a penalised logistic regression: x of shape (n, k), y of 0 and 1, penalty of k."""
    weights = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (p - y) + penalty * weights
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(penalty), gradient)
        # no step of more than two: far from the solution the curvature says little
        weights -= step * min(1.0, 2.0 / max(float(np.abs(step).max()), 1e-12))
        if np.abs(step).max() < 1e-10:
            break
    return weights


def strongest(examples: Sequence[Example]) -> tuple[float, list[float]]:
    """Give the strength that predicts documents best from others, of equals the greater, and what it then says.

    Returns:
        the strength, and for each example the log-odds by what other documents teach, 0 where there are no others.
    """
    losses: dict[float, tuple[float, float]] = {}
    said: dict[float, list[float]] = {}
    for strength in STRENGTHS:
        margins = [0.0] * len(examples)
        for train, test in _parted(examples, _INNER_PARTS, "inner"):
            weights = fit([examples[i] for i in train], strength)
            for i in test:
                margins[i] = weights.log_odds(examples[i].traits) + weights.familiar * examples[i].familiar
        loss = math.fsum(math.log1p(math.exp(-m if e.right else m)) for e, m in zip(examples, margins, strict=True))
        losses[strength], said[strength] = (round(loss, 9), -strength), margins
    best = min(losses, key=lambda strength: losses[strength])
    return best, said[best]


def out_of_fold(examples: Sequence[Example]) -> tuple[Prediction, ...]:
    """Give what is said of each example by what was learnt from the documents of other parts, strength and all."""
    found = []
    for train, test in _parted(examples, PARTS, "outer"):
        learnt = learn([examples[i] for i in train])
        told = [examples[i] for i in test]
        for example, log_odds in zip(told, learnt.log_odds(told), strict=True):
            said = probability(log_odds + learnt.weights.familiar * example.familiar)
            found.append(Prediction(example, said, probability(log_odds)))
    return tuple(found)


def parts(documents: Iterable[str], many: int, salt: str) -> dict[str, int]:
    """Give the part, of so many, that each document belongs to: the same on every machine, others with other salt."""
    ordered = sorted(documents, key=lambda d: hashlib.sha256(f"{salt} {d}".encode()).digest())
    return {document: number % many for number, document in enumerate(ordered)}


def _parted(examples: Sequence[Example], many: int, salt: str) -> Iterable[tuple[list[int], list[int]]]:
    """Give the places of the examples to learn from, and of those to measure, for each part of the documents."""
    part = parts({e.document for e in examples}, many, salt)
    for number in range(min(many, len(part))):
        train = [i for i, e in enumerate(examples) if part[e.document] != number]
        test = [i for i, e in enumerate(examples) if part[e.document] == number]
        if train and test:
            yield train, test


def reliability(said: Iterable[tuple[float, bool]]) -> Reliability:
    """Give how well probabilities agree with what was right."""
    pairs = list(said)
    bins = []
    for number, edge in enumerate(EDGES):
        above = EDGES[number - 1] if number else 2.0
        if inside := [(p, right) for p, right in pairs if edge <= p < above]:
            bins.append(_bin(edge, inside))
    size = max(len(pairs), 1)
    return Reliability(
        len(pairs),
        sum(right for _, right in pairs),
        round(sum((p - right) ** 2 for p, right in pairs) / size, 4),
        round(sum(b.claims * abs(b.said - b.held) for b in bins) / size, 3),
        tuple(bins),
    )


def tier(said: Iterable[tuple[float, bool]], unseen: Iterable[tuple[float, bool]] = ()) -> Bin:
    """Give the claims of high confidence: those from the lowest threshold on that is as precise as TARGET.

    Texts that nobody had read are most like those of users, yet few: their claims choose no threshold, but speak
    against one at which they are less precise than TARGET. Where no threshold is left, those claims whose precision is
    the surest to be high: with the highest lower end of its interval.

    Args:
        said: what was said of all claims, and whether they are right; `unseen`: the same, of texts nobody had read.

    Raises:
        InputError: there are too few claims to tell.
    """
    pairs, others = list(said), list(unseen)
    steps = (from_on(at / 100, pairs) for at in range(50, 100))
    enough = [step for step in steps if step.claims >= ENOUGH]
    if not enough:
        raise InputError(f"fewer than {ENOUGH} claims are more likely right than not", remedy="annotate more texts")
    precise = [step for step in enough if step.held >= TARGET and _bears_out(from_on(step.at_least, others))]
    return precise[0] if precise else max(enough, key=lambda step: (step.low, step.at_least))


def _bears_out(unseen: Bin) -> bool:
    """Tell whether claims of texts nobody had read do not speak against a threshold; none do not."""
    return not unseen.claims or unseen.held >= TARGET


def from_on(at_least: float, said: Iterable[tuple[float, bool]]) -> Bin:
    """Give what became of all claims said to be at least so sure."""
    return _bin(at_least, [(p, right) for p, right in said if p >= at_least])


def _bin(edge: float, pairs: Sequence[tuple[float, bool]]) -> Bin:
    n, right = len(pairs), sum(r for _, r in pairs)
    if not n:
        return Bin(edge, 0, 0.0, 0.0, 0.0, 1.0)
    low, high = wilson(right, n)
    return Bin(edge, n, round(sum(p for p, _ in pairs) / n, 3), round(right / n, 5), round(low, 3), round(high, 3))


def wilson(right: int, n: int) -> tuple[float, float]:
    """Give the 95 % interval of a share.

    >>> [round(end, 3) for end in wilson(9, 10)]
    [0.596, 0.982]
    """
    share = right / n
    middle = (share + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
    half = _Z * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
    return max(0.0, middle - half), min(1.0, middle + half)
