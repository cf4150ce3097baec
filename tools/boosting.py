"""Learns boosted decision trees, and gives them in the form in which they ship (`kg/trees.py`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import lightgbm
import numpy as np

from kg.errors import InputError
from kg.trees import Trees, rows_of

TREES: Final = 200
ENOUGH: Final = 20
"""How many examples must bear a trait for trees to ask for it."""
SETTINGS: Final = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 20,
    "lambda_l2": 5.0,
    # each tree sees a part of the traits and of the examples, so that none hangs on a single one
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "use_missing": False,
    # the same bytes for the same examples
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}


@dataclass(slots=True)
class _Growth:
    """The trees read so far, as `Trees` will hold them."""

    roots: list[int] = field(default_factory=list)
    trait: list[int] = field(default_factory=list)
    limit: list[float] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def add(self, node: Mapping[str, Any]) -> int:
        """Add a node with all below it, and give its number."""
        number = len(self.value)
        leaf = "leaf_value" in node
        self.trait.append(0 if leaf else int(node["split_feature"]))
        self.limit.append(0.0 if leaf else _short(node["threshold"]))
        self.value.append(_short(node["leaf_value"]) if leaf else 0.0)
        self.low.append(number)
        self.high.append(number)
        if not leaf:
            self.low[number] = self.add(node["left_child"])
            self.high[number] = self.add(node["right_child"])
        return number


def _short(number: float) -> float:
    return round(float(number), 4) + 0.0  # no -0.0


def names_of(examples: Sequence[Mapping[str, float]], enough: int = ENOUGH) -> list[str]:
    """Give the traits that at least so many examples bear, in alphabetical order."""
    count = Counter(trait for traits in examples for trait in traits)
    return sorted(trait for trait, times in count.items() if times >= enough)


def boosted(
    examples: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    names: Sequence[str],
    margins: Sequence[float] | None = None,
) -> Trees:
    """Learn how probable it is that an example is right, by those of its traits that are named.

    Args:
        margins: the log-odds that something else gives each example; what is learnt is to be added to them.

    Raises:
        InputError: all examples are right, or none is.
    """
    if len(set(right)) < 2:
        raise InputError("nothing can be learnt", remedy="give folders with more annotations")
    rows, label = rows_of(examples, names), np.array(right, dtype=float)
    data = lightgbm.Dataset(rows, label=label, init_score=margins, params=dict(SETTINGS))
    model = lightgbm.train(dict(SETTINGS), data, num_boost_round=TREES)
    growth = _Growth()
    for tree in _trees(model.dump_model()):
        growth.roots.append(growth.add(tree))
    return Trees(growth.roots, growth.trait, growth.limit, growth.low, growth.high, growth.value)


def _trees(dumped: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for tree in dumped["tree_info"]:
        yield tree["tree_structure"]
