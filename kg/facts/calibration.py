"""How sure a fact is: the score that a rule gives → how probable it is that the fact is right.

Rules score by their own lights. What their scores are worth is learnt from the texts annotated by hand
(`tools/calibrate.py`) and stands in `calibration.yml` beside this module, whose head comment defines it. The model is
a logistic regression that can be read: a base, a slope for the score, and an effect for each trait of a fact. Every
effect is drawn towards none, the more the fewer facts bear it, so that a rule seen twice is judged by its property and
by what its ends are; a rule never seen is judged by those and its score alone.

Annotations say what a text holds to be done. What is planned, proposed or denied goes through the same model, which
for them says how sure the reading of the act and its ends is, not of the manner; that is not measured.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.facts.hindsight import hindsight
from kg.facts.layouts import Layout
from kg.odds import probability
from kg.records import Fact, Lang, Mention, Status
from kg.resources import decoded

FILE: Final = Path(__file__).with_suffix(".yml")
MIDDLE: Final = 0.7
"""The score that the slope is counted from."""

LEAST: Final = 0.4
"""A claim less sure than that is not made: F1 is highest where what is less probable than half of it is left out
(Lipton, Elkan and Naryanaswamy 2014, Optimal Thresholding of Classifiers to Maximize F1 Measure)."""

_PASSED_ON: Final = "-for"
_ENDS: Final = (("registry", "known"), ("pattern", "pattern"), ("model", "model"), ("rule", "described"))
_TRAITS: Final = ("property", "rule", "way", "language", "subject", "object", "passages")


@dataclass(frozen=True, slots=True)
class Traits:
    """What the probability of a fact hangs on.

    Attributes:
        score: what its rule gives.
        rule: without the mark of what is passed on from a person to who is represented, which `way` has.
        way: "stated", or "passed-on".
        subject, object: what the surest mention of that end in the document is: "known" to the registry, named after a
            "pattern", seen by the language "model", "described" in words only; "titled" where only somebody's title
            means it, as "Minister of Health of China" does; "implied" where nothing does.
        passages: "one" or "several".
    """

    score: float
    property: str
    rule: str
    way: str
    language: str
    subject: str
    object: str
    passages: str


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: log-odds are the base, the slope times how far the score is from MIDDLE, and each trait's effect.

    Attributes:
        score: the slope, never negative: of two facts that differ in their score alone the higher is never less sure.
        effects: name of a trait → its value → effect; none for what is not listed.
        familiar: what the log-odds were higher by in texts that were read while the rules were written. A text that
            somebody else gives is none of those, so only the measuring of the model adds it.
    """

    base: float
    score: float
    effects: Mapping[str, Mapping[str, float]]
    familiar: float = 0.0

    def log_odds(self, traits: Traits) -> float:
        """Give the log-odds that a fact with these traits is right."""
        found = (self.effects.get(name, {}).get(getattr(traits, name), 0.0) for name in _TRAITS)
        return math.fsum((self.base, self.score * (traits.score - MIDDLE), *found))


@dataclass(frozen=True, slots=True)
class Bin:
    """Of claims said to be right with a probability from `at_least` up: how many, how sure on average, how many were.

    `low` and `high` are the ends of the 95 % interval (Wilson) of `held`, the share that was right.
    """

    at_least: float
    claims: int
    said: float
    held: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well what is said of texts agrees with annotations that it was not learnt from.

    Attributes:
        brier: mean square of how far the probability is from 1 for a right claim, from 0 for a wrong one.
        error: how far the bins' shares are from what they say, on average over claims (expected calibration error).
        bins: from the surest down.
    """

    claims: int
    right: int
    brier: float
    error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What `calibration.yml` holds.

    Attributes:
        documents, digest: how many annotated texts it was learnt from, and a hash of their annotations.
        strength: how strongly effects are drawn towards none.
        high, high_unseen: claims of high confidence are those from `at_least` on; how many of such claims are right in
            all annotated texts, and in those that nobody read while rules were written.
        everything, unseen: how reliable what is said is, over the same texts.

    What is measured of a text was always learnt from others.
    """

    documents: int
    digest: str
    strength: float
    weights: Weights
    high: Bin
    high_unseen: Bin
    everything: Reliability
    unseen: Reliability


def calibrated(layout: Layout, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give the facts that rules read in a document, their scores turned into the probability that they are right."""
    weights = load().weights
    facts = tuple(facts)
    told = zip(facts, traits(facts, layout.mentions, layout.document.lang), hindsight(layout, facts), strict=True)
    return tuple(replace(fact, confidence=probability(weights.log_odds(found) + more)) for fact, found, more in told)


def likely(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give the facts sure enough to be stated, and all that is planned, proposed or denied, which nobody measured.

    Args:
        facts: with probabilities, as `calibrated` gives them.
    """
    return tuple(fact for fact in facts if fact.status is not Status.HELD or fact.confidence >= LEAST)


def traits(facts: Iterable[Fact], mentions: Iterable[Mention], lang: Lang) -> tuple[Traits, ...]:
    """Give the traits of a document's facts as the rules left them, in the same order."""
    facts = tuple(facts)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        sources[mention.entity].add(mention.source)
    titled = {fact.object for fact in facts if fact.property == "holdsPost" and fact.title is not None}

    def end(entity: str) -> str:
        said = next((kind for source, kind in _ENDS if source in sources[entity]), None)
        return said or ("titled" if entity in titled else "implied")

    return tuple(
        Traits(
            fact.confidence,
            fact.property,
            fact.rule.removesuffix(_PASSED_ON),
            "passed-on" if fact.rule.endswith(_PASSED_ON) else "stated",
            lang,
            end(fact.subject),
            end(fact.object),
            "several" if len(fact.evidence) > 1 else "one",
        )
        for fact in facts
    )


@cache
def load(path: Path = FILE) -> Calibration:
    """Give what was learnt.

    Raises:
        InputError: the file cannot be read or is not as its head comment says.
    """
    remedy = "make calibrate writes it anew"
    found = decoded(path, Calibration, "calibration", remedy)
    if found.weights.score < 0:
        raise InputError("the slope of the score is negative", place=path, remedy=remedy)
    if unknown := set(found.weights.effects) - set(_TRAITS):
        raise InputError(f"no trait {min(unknown)!r}", place=path, remedy=remedy)
    return found
