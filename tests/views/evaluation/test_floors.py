"""Floors: what falls, what is written, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.views.evaluation import Counts, Evaluation
from kg.views.evaluation.floors import Floors, falls, load_floors, measured, write_floors

FLOORS = Floors(
    "a" * 64,
    {"en": {"overall": Counts(5, 6, 8), "signed": Counts(2, 3, 4)}, "all": {"overall": Counts(5, 6, 9)}},
    {"en": Counts(1, 1, 4)},
)


def with_signed(counts: Counts) -> Floors:
    return replace(FLOORS, facts={**FLOORS.facts, "en": {**FLOORS.facts["en"], "signed": counts}})


def test_floors_are_measured_on_development_documents(evaluation: Evaluation) -> None:
    now = measured(evaluation)
    assert set(now.facts) == {"en"}
    assert now.facts["en"]["overall"] == Counts(2, 4, 4)
    assert now.facts["en"]["signed"] == Counts(2, 2, 2)
    assert now.traps == {"en": Counts(1, 1, 1)}


def test_nothing_falls_below_itself() -> None:
    assert falls(FLOORS, FLOORS) == ()


@pytest.mark.parametrize(
    ("now", "fallen"),
    [
        (Counts(3, 3, 4), False),
        (Counts(2, 2, 4), False),
        (Counts(4, 6, 8), False),  # twice as many of the same share
        (Counts(1, 3, 4), True),
        (Counts(2, 4, 4), True),
        (Counts(0, 0, 4), True),
    ],
)
def test_a_lower_f1_falls_whatever_the_counts(now: Counts, fallen: bool) -> None:
    assert bool(falls(FLOORS, with_signed(now))) is fallen


def test_each_fall_is_named_with_both_figures() -> None:
    lower = replace(with_signed(Counts(1, 3, 4)), traps={"en": Counts(2, 2, 4)})
    assert falls(FLOORS, lower) == (
        "en signed: F1 0.286 (1 right of 3 found and 4 wanted); "
        "the floor is F1 0.571 (2 right of 3 found and 4 wanted)",
        "en traps: 2 of 4 hit; the floor is 1 of 4",
    )


def test_what_is_wanted_no_more_falls_and_what_is_invented_no_more_does_not() -> None:
    gone = replace(FLOORS, facts={**FLOORS.facts, "en": {"overall": Counts(5, 6, 8)}})
    (said,) = falls(FLOORS, gone)
    assert said.startswith("en signed: the annotations have nothing of it any more")
    assert falls(with_signed(Counts(0, 2, 0)), gone) == ()


def test_new_figures_and_fewer_traps_are_welcome() -> None:
    more = replace(with_signed(Counts(3, 3, 4)), traps={"en": Counts(0, 0, 4), "zh": Counts(1, 1, 1)})
    assert falls(FLOORS, more) == ()


COUNTS = st.builds(
    lambda right, wrong, missed: Counts(right, right + wrong, right + missed), *[st.integers(0, 40)] * 3
).filter(lambda one: one.wanted > 0)


@given(COUNTS, COUNTS)
def test_of_two_one_falls_below_the_other_unless_they_are_equal(one: Counts, other: Counts) -> None:
    down = bool(falls(with_signed(one), with_signed(other)))
    up = bool(falls(with_signed(other), with_signed(one)))
    assert not (down and up)
    if abs(one.f1 - other.f1) > 1e-9:
        assert down == (other.f1 < one.f1)
        assert up == (one.f1 < other.f1)
    else:
        assert not down
        assert not up


def test_what_is_written_is_read_again(tmp_path: Path, evaluation: Evaluation) -> None:
    path = tmp_path / "floors.yml"
    for floors in (FLOORS, measured(evaluation)):
        write_floors(path, floors)
        assert load_floors(path) == floors
    assert path.read_text(encoding="utf-8").startswith("# Below which")


@pytest.mark.parametrize(
    "content", ["", "gold: x", "gold: x\nfloors: {en: {signed: {right: 1}}}\ntraps: {}", "gold: x\nflors: {}", "a: ["]
)
def test_faulty_floors_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.yml: no floors"):
        load_floors(path)


def test_missing_floors_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_floors(tmp_path / "floors.yml")
    with pytest.raises(InputError, match="cannot be written"):
        write_floors(tmp_path / "nowhere" / "floors.yml", FLOORS)
