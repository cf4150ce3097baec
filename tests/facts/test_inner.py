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


@pytest.mark.parametrize(
    ("who", "whose"),
    [
        ("Ivan Sokolov, Rector of the Institute of Fine Arts", False),
        ("Ivan Sokolov, Director of the Institute of Fine Arts", True),
        ("Ivan Sokolov, assistant to the President of the Institute of Fine Arts", True),
    ],
)
def test_what_has_a_rector_is_a_whole(who: str, whose: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"Anna Belova, Vice-Rector of {ASU}, and {who}, spoke.")
    assert bool(told.finds(f"Institute of Fine Arts | unitOf | {ASU}")) is whose, told.written()


@pytest.mark.parametrize(("unit", "inner"), [("School of Fine Arts", False), ("International Department", True)])
def test_a_fund_has_departments_and_no_schools(unit: str, inner: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"The guests were Anna Belova, Director of the Snow Fund, and Ivan Sokolov, head of the {unit}.")
    assert bool(told.finds(f"{unit} | unitOf | Snow Fund")) is inner, told.written()
