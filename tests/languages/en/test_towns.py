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
        (f"{GUESTS} came to Oblakovo. The city of Oblakovo is old.", "Oblakovo"),
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
        f"{GUESTS} praised the City of Science and came to Science.",
    ],
)
def test_what_is_no_town(text: str, tell: Callable[..., Any]) -> None:
    assert not [one for one in tell(text).analysis.entities if one.cls == "City" and "Harbin" not in one.names[0].text]


@pytest.mark.parametrize(
    "text",
    [
        f"The town of Orlin was visited by {GUESTS}. Orlin founded the school.",
        f"The town of Orlin is small. In Omsk, Orlin met {GUESTS}.",
        f"The town of Orlin welcomed guests. Orlin, Rector of Altai State University, met {GUESTS}.",
        f"The town of Orlin is small. Professor Orlin spoke. {GUESTS} listened to Orlin.",
    ],
)
def test_who_is_called_like_a_town(text: str, tell: Callable[..., Any]) -> None:
    towns = [m.start for m in tell(text).analysis.mentions if m.cls == "City" and m.source == "pattern"]
    assert towns == [text.index("Orlin")]
