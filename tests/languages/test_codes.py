"""Patterns over units of one letter each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages.codes import expand, matches, units

CODES = st.text("GULPTMo,&", max_size=30)


def test_units_know_their_characters() -> None:
    row = units([("T", 0, 6), ("o", 7, 9), ("G", 10, 26)])
    assert row.codes == "ToG"
    assert row.span(0, 3) == (0, 26)
    assert row.span(1, 2) == (7, 9)


def test_no_units() -> None:
    assert units([]).codes == ""


def test_parts_stand_in_later_parts() -> None:
    pattern = expand("<TITLE>oG", {"NOUN": "T", "TITLE": "M*<NOUN>"})
    assert pattern.fullmatch("MMToG")
    assert not pattern.fullmatch("MMoG")


def test_a_part_is_one_piece() -> None:
    assert expand("a<EITHER>c", {"EITHER": "b|d"}).fullmatch("adc")
    assert expand("<PAIR>+", {"PAIR": "xy"}).fullmatch("xyxy")


def test_groups_and_lookbehinds_are_no_parts() -> None:
    pattern = expand("(?P<S>G)(?<=G)o(?<!x)(?P<o>U)", {})
    match = pattern.fullmatch("GoU")
    assert match
    assert (match["S"], match["o"]) == ("G", "U")


def test_a_part_stands_behind_what_may_be_missing() -> None:
    assert expand("d?<FIELD>", {"FIELD": "C+"}).fullmatch("dCC")


def test_a_part_that_nobody_defined_is_refused() -> None:
    with pytest.raises(KeyError, match="NOWHERE"):
        expand("<NOWHERE>", {"HERE": "x"})


def test_a_later_part_does_not_stand_in_an_earlier_one() -> None:
    with pytest.raises(KeyError, match="LATER"):
        expand("<EARLIER>", {"EARLIER": "<LATER>", "LATER": "x"})


@given(CODES, st.sampled_from(["G+", "T*", "(?:oG)?", "P(?:,P)*", ""]))
def test_matches_are_leftmost_not_empty_and_apart(codes: str, pattern: str) -> None:
    found = list(matches(expand(pattern, {}), codes))
    assert all(match.end() > match.start() for match in found)
    assert all(one.end() <= other.start() for one, other in pairwise(found))
    if pattern == "G+":
        assert sum(len(match[0]) for match in found) == codes.count("G")


@given(st.lists(st.tuples(st.sampled_from("GULP"), st.integers(0, 5), st.integers(1, 9))))
def test_units_keep_the_order(pieces: list[tuple[str, int, int]]) -> None:
    placed, position = [], 0
    for letter, gap, length in pieces:
        placed.append((letter, position + gap, position + gap + length))
        position += gap + length
    row = units(placed)
    assert row.codes == "".join(letter for letter, _, _ in placed)
    for first in range(len(placed)):
        assert row.span(first, len(placed)) == (placed[first][1], position)
