"""Whose the posts of a row are, behind whose last the organization stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, TSU, LAW = "Jilin University", "Tomsk State University", "Faculty of Law"


@pytest.mark.parametrize(
    ("text", "person", "home"),
    [
        (f"Rector Sokolov and Vice-Rector Petrova of {TSU} opened the fair.", "Sokolov", TSU),
        (f"Rector Sokolov, Vice-Rector Petrova and Dean Ivanov of {TSU} opened the fair.", "Petrova", TSU),
        (f"Vice President Li Weiming and Vice President Zhang Hui of {JLU} opened the fair.", "Li Weiming", JLU),
        (f"Dean Sokolov and Vice-Dean Petrova of the {LAW} opened the fair.", "Sokolov", LAW),
    ],
)
def test_a_row_is_of_whom_its_last_is_of(text: str, person: str, home: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{person} | holdsPost | {home}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"Rector Sokolov and Rector Ivanova of {TSU} opened the fair.",  # two heads
        f"Vice-Rector Sokolov and Rector Ivanova of {TSU} opened the fair.",  # no deputy before his head
        f"Rector Sokolov and Vice President Zhang Hui of {JLU} opened the fair.",  # a foreigner
        f"Rector Sokolov and Ivanova, Vice-Rector of {TSU}, opened the fair.",
        f"Rector Sokolov met Vice-Rector Ivanova of {TSU}.",
        f"Rector Sokolov and Dean Ivanova of the {LAW} opened the fair.",
        f"Delegation head Sokolov and translator Ivanova of {TSU} opened the fair.",  # head of the delegation
    ],
)
def test_a_row_of_several(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not any(told.finds(f"Sokolov | holdsPost | {home}") for home in (TSU, JLU, LAW)), told.written()


def test_of_an_unknown_body_a_stranger_is_no_colleague(tell: Callable[..., Any]) -> None:
    unheard = "Huaxing University"
    told = tell(f"Rector Ivan Sokolov and Vice-President Wang Lei of {unheard} opened the fair.")
    assert told.only({"Wang Lei"}, "holdsPost", unheard), told.written()
    told = tell(f"President Li Weiming and Vice-President Wang Lei of {unheard} opened the fair.")
    assert told.only({"Li Weiming", "Wang Lei"}, "holdsPost", unheard), told.written()
