"""Boosted decision trees: sums of what small trees say, as they were learnt elsewhere and are read here.

Friedman 2001, Greedy Function Approximation: A Gradient Boosting Machine. What learns them (`tools/boosting.py`) needs
packages that whoever reads texts does not; to ask them takes arrays alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Trees that each give what has certain traits a part of its log-odds.

    All their nodes are numbered through, those below a node behind it. A leaf is a node that leads to itself, so that
    all trees can be walked down together until all are at a leaf.

    Attributes:
        roots: the node with which each tree begins.
        trait: node → the place, among the names of traits, of what it asks for; at a leaf any.
        limit: node → up to what the trait leads to `low`; above it to `high`.
        value: node → the part of the log-odds; of leaves only, elsewhere 0.
    """

    roots: Sequence[int]
    trait: Sequence[int]
    limit: Sequence[float]
    low: Sequence[int]
    high: Sequence[int]
    value: Sequence[float]

    def __post_init__(self) -> None:
        nodes = len(self.value)
        if {len(self.trait), len(self.limit), len(self.low), len(self.high)} != {nodes}:
            raise ValueError("nodes lack a trait, a limit, a way or a value")
        if not all(0 <= one < nodes for one in self.roots):
            raise ValueError("a tree begins at no node")
        for node, ways in enumerate(zip(self.low, self.high, strict=True)):
            if set(ways) != {node} and not all(node < one < nodes for one in ways):
                raise ValueError("a way leads to no node below")

    def log_odds(self, rows: Numbers) -> Numbers:
        """Give the log-odds of each row.

        Args:
            rows: examples × traits, 0 where an example lacks a trait.
        """
        roots, trait, low, high, limit, value = _arrays(self)
        node = np.broadcast_to(roots, (len(rows), len(roots)))
        every = np.arange(len(rows))[:, np.newaxis]
        before = None
        while before is None or not np.array_equal(node, before):
            node, before = np.where(rows[every, trait[node]] <= limit[node], low[node], high[node]), node
        total: Numbers = value[node].sum(axis=1)
        return total


@cache
def _arrays(trees: Trees) -> tuple[Places, Places, Places, Places, Numbers, Numbers]:
    """Give the nodes as arrays: once, since a model is asked for each text."""
    places = (trees.roots, trees.trait, trees.low, trees.high)
    roots, trait, low, high = (np.array(one, dtype=np.intp) for one in places)
    return roots, trait, low, high, np.array(trees.limit, dtype=float), np.array(trees.value, dtype=float)


def rows_of(examples: Sequence[Mapping[str, float]], names: Sequence[str]) -> Numbers:
    """Give examples × traits: what each example has of each named trait, 0 where it has none; others are left out."""
    place = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names)))
    for row, traits in zip(rows, examples, strict=True):
        for trait, value in traits.items():
            if trait in place:
                row[place[trait]] = value
    return rows
