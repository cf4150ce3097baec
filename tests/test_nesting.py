"""Names within names: which only say more of another organization."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nesting import nested
from kg.records import Mention


def mention(start: int, end: int, cls: str = "ResearchOrganization") -> Mention:
    return Mention(start, end, cls, f"organization/{start}-{end}", "pattern", "because", 0.9)


@pytest.mark.parametrize(
    ("mentions", "inner"),
    [
        ([mention(0, 24), mention(18, 24)], {(18, 24)}),
        # what an academy's branch is of stands two deep
        ([mention(0, 40), mention(18, 40), mention(30, 40)], {(18, 40), (30, 40)}),
        # a unit's name tells of its whole, whose own city's name is no organization's
        ([mention(0, 30, "OrganizationalUnit"), mention(14, 30, "University")], set()),
        ([mention(0, 30, "University"), mention(0, 7, "City")], set()),
        # the same place, and places apart
        ([mention(0, 9), mention(0, 9, "University")], set()),
        ([mention(0, 9), mention(10, 19)], set()),
        ([], set()),
    ],
)
def test_what_stands_in_the_name_of_another(mentions: list[Mention], inner: set[tuple[int, int]]) -> None:
    assert nested(mentions) == inner
    assert nested(mentions[::-1]) == inner


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=8))
def test_the_longest_names_are_in_none(spans: list[tuple[int, int]]) -> None:
    found = [mention(start, start + length) for start, length in spans]
    inner = nested(found)
    assert inner <= {(one.start, one.end) for one in found}
    for start, end in inner:
        assert any(o.start <= start and end <= o.end and (o.start, o.end) not in {(start, end), *inner} for o in found)
