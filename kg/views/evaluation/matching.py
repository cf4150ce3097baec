"""Which thing that was found is which thing of the annotation.

Named things meet by their labels. Agreements, events, programmes and recognitions that have no name,
on either side, meet by the facts they share; among equally good partners a date decides, then an
optional fact, then the order of ids, so that the result does not depend on the order of anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

import networkx as nx
from rapidfuzz import fuzz

from kg.records import Analysis, Entity, Status
from kg.schema import ancestors, is_a
from kg.views.evaluation.gold import Gold, GoldEntity, Triple, canonical

OCCURRENCES: Final = frozenset({"Agreement", "Event", "Programme", "Recognition"})
"""Roots of the classes whose things often have no name of their own."""

_NEAR: Final = 92.0
_NEAR_LETTERS: Final = 6
_ARTICLES: Final = frozenset({"the", "a", "an"})
_ROUNDS: Final = 8


class Affinity(NamedTuple):
    """How well two things go together: compared from left to right."""

    label: int = 0  # 2 the same, 1 near-identical
    cls: int = 0
    facts: int = 0
    date: int = 0
    optional: int = 0
    traps: int = 0

    def weight(self) -> int:
        """Give one number for the assignment, in which no count ever outweighs one to its left."""
        total = 0
        for value in self:
            total = total * 1000 + min(value, 999)
        return total


Edges = dict[tuple[str, str], Affinity]


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Give a name in the form it is compared in: NFKC, case folded, without punctuation and articles.

    >>> fold("The Xi’an University — China")
    'xian university china'
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    text = re.sub(r"[-‐-―/\s]+", " ", text)
    text = "".join(c for c in text if c == " " or unicodedata.category(c)[0] in "LMN")
    return " ".join(word for word in text.split() if word not in _ARTICLES)


def similarity(one: str, other: str) -> int:
    """Tell how two names compare: 2 the same, 1 near-identical (ratio ≥ 0.92, six letters or more), else 0.

    >>> similarity("CIEP 2020", "CIEP-2020"), similarity("Lu Zhiyu", "Lu ZHIYUI"), similarity("SPbU", "SPbPU")
    (2, 1, 0)
    """
    a, b = fold(one), fold(other)
    short, long = a.replace(" ", ""), b.replace(" ", "")
    if not short or not long:
        return 0
    if short == long:
        return 2
    return int(min(len(short), len(long)) >= _NEAR_LETTERS and fuzz.ratio(a, b, score_cutoff=_NEAR) >= _NEAR)


def match(analysis: Analysis, gold: Gold) -> Mapping[str, str]:
    """Give, for each thing found that the annotation knows, the id it has there.

    A thing found meets one of the annotation at most. Several found may meet the same one when each
    bears one of its labels; by shared facts alone only one does.
    """
    found = {entity.id: entity for entity in sorted(analysis.entities, key=lambda e: e.id)}
    wanted = {entity.id: entity for entity in sorted(gold.entities, key=lambda e: e.id)}
    triples = held(analysis)
    labelled = _label_edges(found, wanted)
    met: dict[str, str] = {}
    # Shared facts hang on whom the other end meets, so the pairing is repeated until it rests.
    for _ in range(_ROUNDS):
        shared = _Shared(found, wanted, triples, gold, met)
        renewed = _pair(labelled, shared)
        if renewed == met:
            break
        met = renewed
    return met


def held(analysis: Analysis) -> frozenset[Triple]:
    """Give the plain triples of an analysis: its held facts, each once."""
    return frozenset(
        canonical((fact.subject, fact.property, fact.object)) for fact in analysis.facts if fact.status is Status.HELD
    )


def translate(triple: Triple, met: Mapping[str, str]) -> Triple:
    """Give a found triple in the annotation's ids; an end that meets nothing keeps its own, marked as foreign."""
    subject, prop, obj = triple
    return canonical((met.get(subject, f"?{subject}"), prop, met.get(obj, f"?{obj}")))


def _label_edges(found: Mapping[str, Entity], wanted: Mapping[str, GoldEntity]) -> dict[str, dict[str, int]]:
    edges: dict[str, dict[str, int]] = {}
    for one, entity in found.items():
        ratios = {
            other: max((similarity(n.text, m) for n, m in product(entity.names, target.names)), default=0)
            for other, target in wanted.items()
        }
        best = max(ratios.values(), default=0)
        if best:
            edges[one] = {other: ratio for other, ratio in ratios.items() if ratio == best}
    return edges


class _Shared:
    """Counts what two things would have in common, given whom all others meet."""

    def __init__(
        self,
        found: Mapping[str, Entity],
        wanted: Mapping[str, GoldEntity],
        triples: Iterable[Triple],
        gold: Gold,
        met: Mapping[str, str],
    ) -> None:
        self.found, self.wanted, self._met = found, wanted, met
        self._mine: dict[str, list[Triple]] = {one: [] for one in found}
        for triple in triples:
            for end in {triple[0], triple[2]} & found.keys():
                self._mine[end].append(triple)
        self._lists = (frozenset(gold.facts), frozenset(gold.optional), frozenset(t for t, _ in gold.traps))

    def affinity(self, one: str, other: str, label: int = 0) -> Affinity:
        met = {**self._met, one: other}
        # A set, since two found triples may come to the same one of the annotation.
        mine = {translate(triple, met) for triple in self._mine[one]}
        facts, optional, traps = (len(mine & listed) for listed in self._lists)
        entity, target = self.found[one], self.wanted[other]
        date = int(target.date is not None and entity.date == target.date)
        return Affinity(label, int(is_a(entity.cls, target.type)), facts, date, optional, traps)


def _pair(labelled: Mapping[str, Mapping[str, int]], shared: _Shared) -> dict[str, str]:
    edges = {
        (one, other): shared.affinity(one, other, label)
        for one, row in labelled.items()
        for other, label in row.items()
    }
    named = _assign(edges)
    doubles = {one: _best(one, row, edges) for one, row in labelled.items() if one not in named}
    unnamed = _assign(_fact_edges(shared, named, doubles, edges))
    return {**doubles, **named, **unnamed}


def _fact_edges(shared: _Shared, named: Mapping[str, str], doubles: Mapping[str, str], edges: Edges) -> Edges:
    taken = set(named.values())
    joined: Edges = {}
    for one, entity in shared.found.items():
        root = ancestors(entity.cls)[-1]
        if one in named or root not in OCCURRENCES:
            continue
        for other, target in shared.wanted.items():
            if other in taken or ancestors(target.type)[-1] != root or (target.names and entity.names):
                continue
            affinity = shared.affinity(one, other)
            # Two agreements both called "cooperation agreement" bear no name of their own: the one that the
            # label left over may still be the unnamed thing that it shares more with.
            rival = edges[one, doubles[one]].facts if one in doubles else 0
            if affinity.facts > rival or (one not in doubles and affinity.optional + affinity.traps):
                joined[one, other] = affinity
    return joined


def _assign(edges: Edges) -> dict[str, str]:
    """Give the one-to-one assignment of the greatest weight, the same for any order of the edges."""
    graph: nx.Graph[tuple[int, str]] = nx.Graph()
    for rank, (one, other) in enumerate(sorted(edges)):
        # The last digits prefer the earlier id among equals.
        weight = edges[one, other].weight() * 10**6 + len(edges) - rank
        graph.add_edge((0, one), (1, other), weight=weight)
    pairs = (sorted(pair) for pair in nx.max_weight_matching(graph))
    return {one: other for (_, one), (_, other) in sorted(pairs)}


def _best(one: str, row: Iterable[str], edges: Edges) -> str:
    best = max(edges[one, other] for other in row)
    return min(other for other in row if edges[one, other] == best)
