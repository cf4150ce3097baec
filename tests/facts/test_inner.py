"""Units that belong to the organization that a text is about, by what their names say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU = "Altai State University"


@pytest.mark.parametrize(
    ("unit", "inner"),
    [
        ("Department of Recreational Geography and Regional Marketing", True),
        ("Faculty of Ecology and Municipal Services", True),
        ("Department of Russian", True),
        ("Chinese Teaching and Research Section", True),
        ("Department for Cooperation with China", True),
        ("Provincial Education Office", False),
        ("Municipal Department of Regional Development", False),
        ("Department of State Property", False),
        ("Chinese Department of Culture", False),
        ("School of State Control", False),
        ("School of State and Law", True),
    ],
)
def test_what_a_unit_is_for_says_not_whose_it_is(unit: str, inner: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"At {ASU} the guests were met by Ivan Sokolov, Head of the {unit}.")
    assert bool(told.finds(f"{unit} | unitOf | {ASU}")) is inner, told.written()


@pytest.mark.parametrize(
    ("behind", "inner"), [("", True), (" of the city", False), (" of the region", False), (" of the time", True)]
)
def test_what_stands_behind_a_unit_says_whose_it_is(behind: str, inner: bool, tell: Callable[..., Any]) -> None:
    unit = "Department for Relations with China"
    told = tell(f"At {ASU} the guests were met by Ivan Sokolov, head of the {unit}{behind}.")
    assert bool(told.finds(f"{unit} | unitOf | {ASU}")) is inner, told.written()


def test_who_represents_a_whole_speaks_for_none_of_its_parts(tell: Callable[..., Any]) -> None:
    told = tell(f"{ASU} was represented by Ivan Sokolov, Head of the Faculty of Regional Studies.")
    assert [f.object for f in told.facts() if f.property == "represents"] == [
        f.object for f in told.finds(f"Ivan Sokolov | represents | {ASU}")
    ], told.written()
