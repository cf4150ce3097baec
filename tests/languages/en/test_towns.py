"""Towns that no list has, by the noun before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

GUESTS = "A delegation of Harbin Normal University"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (f"{GUESTS} visited the town of Oblakovo on 29 August.", "Oblakovo"),
        (f"{GUESTS} visited the science city of Oblakovo.", "Oblakovo"),
        (f"{GUESTS} visited the old Chinese city of Xi'an.", "Xi'an"),
        (f"{GUESTS} visited the closed city of Zheleznogorsk.", "Zheleznogorsk"),
        (f"{GUESTS} visited Oblakovo. The city of Oblakovo is old.", "Oblakovo"),
        (f"{GUESTS} was received in the city of Oblakovo.", "Oblakovo"),
    ],
)
def test_towns_by_their_noun(text: str, town: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Harbin Normal University | visited | {town}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{GUESTS} visited the city of Science.",
        f"{GUESTS} visited the city of Oblakovo Polar Institute.",
        f"{GUESTS} praised the City of Masters.",
        f"{GUESTS} saw Oblakovo.",
    ],
)
def test_what_is_no_town(text: str, tell: Callable[..., Any]) -> None:
    assert not [one for one in tell(text).analysis.entities if one.cls == "City" and "Harbin" not in one.names[0].text]
