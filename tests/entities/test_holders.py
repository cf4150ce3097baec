"""Whom a text means by a post or as the guest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, TSU = "Altai State University", "Tomsk State University"
ENVOY = f"The ambassador of China, Zhang Hanhui, visited {ASU} on Thursday."


@pytest.mark.parametrize(
    "text",
    [
        f"{ENVOY} The Laser Laboratory was shown to the guest.",
        f"{ENVOY} The guest also saw the Laser Laboratory.",
        f"{ENVOY} The ambassador then visited the Laser Laboratory.",
        f"{ENVOY} The ambassador, who speaks Russian, toured the Laser Laboratory.",
        f"{ASU} received the ambassador of China, Zhang Hanhui. The guest was shown the Laser Laboratory.",
    ],
)
def test_who_is_meant_by_his_post_or_visit(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds("Zhang Hanhui | visited | Laser Laboratory"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        "The guest was shown the Laser Laboratory.",
        f"Ivan Sokolov, Rector of {ASU}, and Oleg Orlov, Rector of {TSU}, met. The rector toured the Laser Laboratory.",
        f"Ivan Sokolov, Vice-Rector of {ASU}, slept. The rector toured the Laser Laboratory.",
        "Ivan Sokolov, former Rector of Omsk State University, slept. The rector toured the Laser Laboratory.",
        f"Ivan Sokolov, Rector of {ASU}, slept. The rector of Omsk State University toured the Laser Laboratory.",
        f"{ENVOY} A guest of the hotel toured the Laser Laboratory.",
    ],
)
def test_nobody_is_meant(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    people = ("Ivan Sokolov", "Oleg Orlov", "Zhang Hanhui")
    assert not [one for one in people if told.finds(f"{one} | visited | Laser Laboratory")], told.written()
