"""What a text implies though no rule reads it: facts between things that it names, by what is told of both elsewhere.

Who spoke at a forum's second session took part in the forum, though no sentence holds both; rules read ways of saying,
and there is always one more. What ties two things is learnt instead, from texts annotated by hand
(`tools/implied.py`), and stands in `implied.json` beside this module: boosted decision trees for each property, over
traits of a pair: the classes of its ends, how near they are named, what else is named there that could be meant, the
facts each end already bears, and how often the ways through the parse that lead from one to the other led between what
the property joins.

What is implied is never sure. Nothing is implied of signatures, of what a text only tells to be planned, proposed or
denied, and by sentences that tell such things. Each implied fact has the rule `RULE`, the passages that name its ends,
and the probability that the model gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kg.errors import InputError
from kg.facts.backdrops import backdrops
from kg.facts.calibration import LEAST
from kg.facts.layouts import Layout
from kg.facts.pairs import Pair, pairs
from kg.facts.paths import DependencyPath
from kg.languages.backdrops import brought_in, is_to_come
from kg.odds import probability
from kg.records import Evidence, Fact, Lang, Mention, Status
from kg.resources import decoded
from kg.schema import is_a
from kg.trees import Trees, rows_of

FILE: Final = Path(__file__).with_suffix(".json")
RULE: Final = "implied"
REACH: Final = MappingProxyType(
    {
        "represents": 700,
        "participatedIn": 700,
        "visited": 300,
        "negotiatedWith": 100,
        "partnerOf": 100,
        "locatedIn": 100,
    }
)
"""Properties that may be implied, and how many characters apart its ends may be named: farther apart, three visits, one
talk and one place were implied in the 349 held-out texts when all were asked for, and one of these was right.

They are those of which half of what is implied or more holds in texts that taught nothing. Signatures never are, nor
posts, without a title. In the held-out texts and, taught by other texts, in those of the set `learning`, 12 of 32
events that a body was implied to organize and 16 of 36 units of something held.
"""
SEEN: Final = 3
"""How often a way through the parse must have been met to tell anything."""
_PRIOR: Final = (0.15, 0.75)
"""What each way is counted as having joined, and been met, before it was met at all."""


Counts = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """What `implied.json` holds.

    Attributes:
        about: what the file is, for who opens it.
        documents, digest: how many annotated texts it was learnt from, and a hash of their annotations.
        language: that of these texts, and of those in which anything is implied.
        paths: property → a way through the parse, as `kg.facts.paths` describes it → how many pairs it led between that
            the property joins, and how many in all.
        traits: those that the trees ask for, by number.
        trees: property → what tells how probable it is.
    """

    about: str
    documents: int
    digest: str
    language: Lang
    paths: Mapping[str, Counts]
    traits: tuple[str, ...]
    trees: Mapping[str, Trees]

    def probabilities(self, pairs: Sequence[Pair]) -> list[float]:
        """Give how probable it is that a text implies each fact: two decimals, 0 of a property without trees."""
        sure = [0.0] * len(pairs)
        rows = rows_of([traits_of(pair, self.paths.get(pair.property, {})) for pair in pairs], self.traits)
        for property, trees in self.trees.items():
            asked = [number for number, pair in enumerate(pairs) if pair.property == property]
            for number, log_odds in zip(asked, trees.log_odds(rows[asked]), strict=True):
                sure[number] = probability(log_odds)
        return sure


def traits_of(pair: Pair, counts: Counts) -> dict[str, float]:
    """Give the traits of a pair, with those of the ways that lead from one of its ends to the other.

    These are `path`: there is one; `path:D`, for each of its descriptions: the share of pairs between which such a way
    leads that the property joins, of several ways the greatest; `path:D-met`: how often it was met.

    Args:
        counts: how many pairs of the property each way led between, as `Model` has it.
    """
    if not pair.paths:
        return {**pair.traits}
    told = {"path": 1.0}
    for name, ways in zip(DependencyPath._fields, zip(*pair.paths, strict=True), strict=True):
        met = [counts.get(way, (0, 0)) for way in ways]
        told[f"path:{name}"] = max((joined + _PRIOR[0]) / (times + _PRIOR[1]) for joined, times in met)
        told[f"path:{name}-met"] = float(max(times for _, times in met))
    return {**pair.traits, **told}


def implied(layout: Layout, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give the facts that a document implies beside those that rules found in it.

    Args:
        facts: of every status, as sure as they are.
    """
    model, document = load(), layout.document
    if document.lang != model.language:
        return ()
    events = [mention for mention in layout.mentions if is_a(mention.cls, "Event")]
    nobody = backdrops(document.text, document.lang, layout.entities, events).apart  # is at what is only mentioned
    nobody |= {m.entity for m in events if is_to_come(document.text, m.end, document.lang)}
    found = []
    asked = list(pairs(layout, facts, REACH))
    for pair, sure in zip(asked, model.probabilities(asked), strict=True):
        event = pair.near[1] if pair.near[1] in events else None
        beside = event is not None and brought_in(document.text, event.start, document.lang) == "apart"
        # "on the eve of the Forum | A came"
        if sure >= LEAST and nobody.isdisjoint((pair.subject, pair.object)) and not beside:
            told = _evidence(layout, pair.near)
            found.append(Fact(pair.subject, pair.property, pair.object, Status.HELD, sure, RULE, told))
    return tuple(found)


def _evidence(layout: Layout, near: tuple[Mention, Mention]) -> tuple[Evidence, ...]:
    told = sorted({layout.sentence(mention.start) for mention in near})
    return tuple(_passage(layout.document.text, *layout.sentences[i]) for i in told)


def _passage(text: str, start: int, end: int) -> Evidence:
    """Give a sentence as evidence, without the line ends around it."""
    exact = text[start:end]
    start += len(exact) - len(exact.lstrip())
    return Evidence(start, start + len(exact.strip()), exact.strip())


@cache
def load(path: Path = FILE) -> Model:
    """Give what was learnt.

    Raises:
        InputError: the file cannot be read or is not as `Model` says.
    """
    remedy = "make implied writes it anew"
    found = decoded(path, Model, "model", remedy)
    if unknown := found.trees.keys() - REACH.keys():
        raise InputError(f"{min(unknown)!r} is not a property that may be implied", place=path, remedy=remedy)
    for property, trees in found.trees.items():
        if not trees.ask_within(len(found.traits)):
            raise InputError(f"trees of {property!r} ask for a trait that is not named", place=path, remedy=remedy)
    return found
