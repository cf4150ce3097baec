"""Trees that are learnt: they tell what tells, give the same again, and ship as what learnt them reads them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import astuple

import lightgbm
import numpy as np
import pytest

from kg.errors import InputError
from kg.odds import probability
from kg.trees import rows_of
from tools.boosting import SETTINGS, TREES, boosted, names_of

NAMES = ("far", "near", "noise")


def examples(many: int = 600) -> tuple[list[Mapping[str, float]], list[bool]]:
    """Give examples that are right where they are near or far enough, one time in ten the other way."""
    chance = random.Random(7)
    found: list[Mapping[str, float]] = []
    right = []
    for _ in range(many):
        traits = {
            "far": float(chance.randrange(9)),
            "near": float(chance.randrange(2)),
            "noise": round(chance.random(), 1),
        }
        found.append({name: value for name, value in traits.items() if value})
        right.append((bool(traits["near"]) or traits["far"] > 5) != (chance.random() < 0.1))
    return found, right


def test_trees_tell_what_tells() -> None:
    found, right = examples()
    trees = boosted(found, right, NAMES)
    asked = [{"near": 1.0, "far": 8.0}, {"near": 1.0, "far": 3.0}, {"far": 3.0}, {}]
    sure = [probability(odds) for odds in trees.log_odds(rows_of(asked, NAMES))]
    assert sure[0] > 0.8
    assert sure[1] > sure[2]
    assert max(sure[2:]) < 0.3


def test_what_ships_says_what_was_learnt() -> None:
    found, right = examples()
    rows = rows_of(found, NAMES)
    data = lightgbm.Dataset(rows, label=np.array(right, dtype=float), params=dict(SETTINGS))
    learnt = lightgbm.train(dict(SETTINGS), data, num_boost_round=TREES)
    assert np.allclose(boosted(found, right, NAMES).log_odds(rows), learnt.predict(rows, raw_score=True), atol=0.02)


def test_the_same_examples_teach_the_same() -> None:
    found, right = examples()
    assert astuple(boosted(found, right, NAMES)) == astuple(boosted(found, right, NAMES))


def test_what_is_learnt_is_added_to_what_is_said_before() -> None:
    found, right = examples()
    rows = rows_of(found, NAMES)
    known = [4.0 if one else -4.0 for one in right]
    little = boosted(found, right, NAMES, known).log_odds(rows)
    much = boosted(found, right, NAMES, [0.0] * len(found)).log_odds(rows)
    assert np.abs(little).mean() < np.abs(much).mean() / 2
    wrong = boosted(found, right, NAMES, [-one for one in known]).log_odds(rows)
    assert np.corrcoef(wrong, much)[0, 1] > 0.9


def test_traits_that_few_bear_are_not_asked_for() -> None:
    assert names_of([{"b": 1.0, "a": 0.5}, {"b": 2.0}], 2) == ["b"]
    assert names_of([{"b": 1.0, "a": 0.5}, {"b": 2.0}], 1) == ["a", "b"]


@pytest.mark.parametrize("right", [[], [True, True]])
def test_where_nothing_can_be_learnt(right: list[bool]) -> None:
    with pytest.raises(InputError, match="nothing can be learnt"):
        boosted([{"near": 1.0}] * len(right), right, NAMES)
