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

    def ask_within(self, traits: int) -> bool:
        """Tell whether what the trees ask for is among so many traits."""
        return all(0 <= trait < traits for trait in self.trait)

    def log_odds(self, rows: Numbers) -> Numbers:
        """Give the log-odds of each row.

        Args:
            rows: examples × traits, 0 where an example lacks a trait.
        """
        roots, trait, limit, ways, value, depth = _arrays(self)
        flat = np.ascontiguousarray(rows).ravel()
        begins = (np.arange(len(rows)) * rows.shape[1])[:, np.newaxis]
        node = np.broadcast_to(roots, (len(rows), len(roots)))
        for _ in range(depth):
            above = flat.take(begins + trait.take(node)) > limit.take(node)
            node = ways.take(2 * node + above)
        total: Numbers = value.take(node).sum(axis=1)
        return total


@cache
def _arrays(trees: Trees) -> tuple[Places, Places, Numbers, Places, Numbers, int]:
    """Give the nodes as arrays, and how deep the deepest tree is: once, since a model is asked for each text.

    The ways of a node lie side by side, low and high.
    """
    ways = np.column_stack((trees.low, trees.high)).astype(np.intp)
    depth = np.zeros(len(ways), dtype=np.intp)
    for node in range(len(ways) - 1, -1, -1):  # what is below a node has been seen before it
        if ways[node, 0] != node:
            depth[node] = 1 + depth[ways[node]].max()
    roots, trait = (np.array(one, dtype=np.intp) for one in (trees.roots, trees.trait))
    limit, value = (np.array(one, dtype=float) for one in (trees.limit, trees.value))
    return roots, trait, limit, ways.ravel(), value, int(depth[roots].max(initial=0))


def rows_of(examples: Sequence[Mapping[str, float]], names: Sequence[str]) -> Numbers:
    """Give examples × traits: what each example has of each named trait, 0 where it has none; others are left out."""
    place = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names)))
    for row, traits in zip(rows, examples, strict=True):
        for trait, value in traits.items():
            if trait in place:
                row[place[trait]] = value
    return rows
