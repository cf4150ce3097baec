"""The two sides of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.sides import Side, sides

STARTS = [0, 20, 40, 60]


def test_one_of_each_country_in_the_nearest_sentences() -> None:
    spoken = [Side("a", 0, "RU"), Side("b", 22, "CN"), Side("c", 41, "RU")]
    assert sides(spoken, STARTS, 65) == ("b", "c")


def test_the_one_told_of_most() -> None:
    spoken = [Side("a", 0, "RU"), Side("a", 5, "RU"), Side("b", 41, "CN"), Side("a", 44, "RU"), Side("c", 50, "RU")]
    assert sides(spoken, STARTS, 65) == ("b", "a")


def test_nobody_where_two_of_a_country_are_told_of_alike() -> None:
    assert sides([Side("a", 41, "RU"), Side("b", 44, "CN"), Side("c", 50, "RU")], STARTS, 65) == ()


def test_two_of_one_country_where_no_other_is_near() -> None:
    assert sides([Side("a", 41, "RU"), Side("b", 44, "RU")], STARTS, 65) == ("a", "b")
    assert sides([Side("a", 41, "RU"), Side("b", 44, "RU"), Side("c", 47, None)], STARTS, 65) == ()


def test_what_stands_before_the_part_of_the_text_does_not_count() -> None:
    spoken = [Side("a", 0, "RU"), Side("b", 22, "CN"), Side("c", 41, "CN")]
    assert sides(spoken, STARTS, 65) == ("a", "c") or sides(spoken, STARTS, 65) == ()
    assert sides(spoken, STARTS, 65, begin=20) == ("b", "c")


SPOKEN = st.lists(
    st.builds(Side, st.sampled_from("abcd"), st.integers(0, 99), st.sampled_from(["RU", "CN", None])), max_size=12
)


@given(SPOKEN, st.lists(st.integers(1, 99), max_size=6), st.integers(0, 120))
def test_it_is_two_or_none_and_only_of_what_was_told_before(spoken: list[Side], starts: list[int], offset: int) -> None:
    spoken.sort(key=lambda side: side.start)
    found = sides(spoken, sorted({0, *starts}), offset)
    assert len(found) in {0, 2}
    assert set(found) <= {side.organization for side in spoken if side.start < offset}
