"""Boosted trees, read: by hand, and as what learnt them reads them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.trees import Trees, rows_of

# 0: up to 2.5 of the first trait → leaf 1, above → 2: up to 0 of the second → leaf 3, above → leaf 4; 5: a lone leaf
TREES = Trees(
    roots=(0, 5),
    trait=(0, 0, 1, 0, 0, 0),
    limit=(2.5, 0.0, 0.0, 0.0, 0.0, 0.0),
    low=(1, 1, 3, 3, 4, 5),
    high=(2, 1, 4, 3, 4, 5),
    value=(0.0, -1.0, 0.0, 0.5, 2.0, 0.25),
)


@pytest.mark.parametrize(
    ("traits", "log_odds"),
    [
        ({}, -0.75),
        ({"many": 2.5, "there": 1.0}, -0.75),  # up to the limit is low, and the second trait is not asked for
        ({"many": 3.0}, 0.75),
        ({"many": 3.0, "there": -1.0}, 0.75),
        ({"many": 3.0, "there": 1.0, "else": 9.0}, 2.25),
    ],
)
def test_every_tree_adds_the_leaf_it_leads_to(traits: dict[str, float], log_odds: float) -> None:
    assert TREES.log_odds(rows_of([traits], ("many", "there"))).tolist() == [log_odds]


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5)), max_size=8))
def test_rows_are_judged_each_by_itself(rows: list[tuple[float, float]]) -> None:
    together = TREES.log_odds(np.array(rows, dtype=float).reshape(-1, 2))
    alone = [TREES.log_odds(np.array([row]))[0] for row in rows]
    assert together.tolist() == alone
    assert all(math.isclose(odds, -0.75) == (first <= 2.5) for odds, (first, _) in zip(alone, rows, strict=True))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": (0.0,)}, "nodes lack"),
        ({"low": (1, 1, 3, 3, 4, 6)}, "leads to no node below"),
        ({"low": (1, 1, 0, 3, 4, 5)}, "leads to no node below"),  # round and round
        ({"roots": (-1,)}, "begins at no node"),
    ],
)
def test_trees_that_lead_nowhere_are_refused(changed: dict[str, tuple[float, ...]], said: str) -> None:
    fields = {name: getattr(TREES, name) for name in Trees.__slots__}
    with pytest.raises(ValueError, match=said):
        Trees(**fields | changed)
