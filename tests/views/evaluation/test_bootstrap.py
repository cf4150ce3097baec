"""Intervals by bootstrap over documents: what must hold whatever the counts are."""

from __future__ import annotations

from random import Random
from types import MappingProxyType

from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st

from kg.views.evaluation import Counts, Score, total
from kg.views.evaluation.bootstrap import Interval, Intervals, Spread, spread

FEW = 200


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    found, wanted = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    return Counts(draw(st.integers(0, min(found, wanted))), found, wanted)


def scored(*rows: Counts) -> list[Score]:
    return [
        Score(
            (f"d-{i:03}",), "en", MappingProxyType({"signed": row}), MappingProxyType({"signed": row}), row, 0, row, row
        )
        for i, row in enumerate(rows)
    ]


ROWS = st.lists(counts(), min_size=1, max_size=12)


@checked(max_examples=50)
@given(ROWS)
def test_intervals_span_no_more_than_the_documents_do_and_so_does_the_figure(rows: list[Counts]) -> None:
    scores = scored(*rows)
    together = total(scores).strict
    found = spread(scores, FEW)
    # A share of sums lies between the smallest and the greatest share of its parts.
    for name, told in (("precision", found.strict.precision), ("recall", found.strict.recall), ("f1", found.strict.f1)):
        shares = [getattr(row, name) for row in rows if row.found + row.wanted]
        if not shares:
            assert told is None
            continue
        assert told is not None
        assert told.low <= told.high
        if name == "f1":
            assert min(shares) - 1e-9 <= told.low
            assert told.high <= max(shares) + 1e-9
            assert min(shares) - 1e-9 <= together.f1 <= max(shares) + 1e-9
        assert told.low >= 0
        assert told.high <= 1
    assert found.properties["signed"] == found.typed["signed"] == found.strict == found.strict_typed == found.entities


@checked(max_examples=30)
@given(counts().filter(lambda one: one.found + one.wanted > 0))
def test_one_document_leaves_no_room(row: Counts) -> None:
    f1 = spread(scored(row), FEW).strict.f1
    assert f1 == Interval(row.f1, row.f1)


@checked(max_examples=30)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_in_any_order(rows: list[Counts], random: Random) -> None:
    scores = scored(*rows)
    again = random.sample(scores, len(scores))
    assert spread(scores, FEW) == spread(again, FEW)


def test_another_seed_gives_nearly_the_same() -> None:
    scores = scored(*(Counts(i % 7, 7, 8) for i in range(40)))
    one, other = (spread(scores, seed=seed).strict.f1 for seed in (1, 2))
    assert one is not None
    assert other is not None
    assert one != other
    assert abs(one.low - other.low) < 0.02
    assert abs(one.high - other.high) < 0.02
    assert one.low < total(scores).strict.f1 < one.high


def test_like_documents_leave_no_room_and_unlike_ones_much() -> None:
    same = spread(scored(*[Counts(1, 2, 2)] * 9)).strict.f1
    assert same == Interval(0.5, 0.5)
    unlike = spread(scored(Counts(9, 9, 9), Counts(0, 9, 9))).strict.f1
    assert unlike == Interval(0.0, 1.0)


def test_the_width_is_that_of_the_normal_approximation_where_that_holds() -> None:
    # 400 documents of one fact each, half of them right: the share's standard error is 0.5 / 20.
    told = spread(scored(*[Counts(1, 1, 1), Counts(0, 1, 1)] * 200)).strict.f1
    assert told is not None
    assert abs(told.low - (0.5 - 1.96 * 0.025)) < 0.006
    assert abs(told.high - (0.5 + 1.96 * 0.025)) < 0.006


def test_nothing_to_count_has_no_interval() -> None:
    nothing = Intervals(None, None, None)
    assert spread(scored(Counts(), Counts())).strict == nothing
    assert spread([Score((), None, {}, {}, Counts(), 0, Counts(), Counts())]) == Spread(
        {}, {}, nothing, nothing, nothing
    )
