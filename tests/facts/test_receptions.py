"""Guests whom their only host receives have talks with it, where anybody is told to have spoken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, JLU = "Altai State University", "Jilin University"
VISIT = f"A delegation of {ASU} visited {JLU}."
TALKS = f"{ASU} | negotiatedWith | {JLU}"
RECTOR = f"Li Weiming, President of {JLU},"


@pytest.mark.parametrize(
    "text",
    [
        f"{VISIT} {RECTOR} received the guests.",
        f"{VISIT} {RECTOR} told the guests about new laboratories.",
        f"{VISIT} The guests thanked their hosts.",
        f"{VISIT} The guests were met by Dean Wang Fang.",
        f"{VISIT} It rained. The sides exchanged opinions.",
    ],
)
def test_who_is_received_has_talks(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(TALKS), told.written()


@pytest.mark.parametrize(
    "text",
    [
        VISIT,
        f"{VISIT} The weather was fine.",
        f"Students of {ASU} visited {JLU}. They were received by Dean Wang Fang.",
        f"{VISIT} {RECTOR} will receive the guests in May.",
        f"{VISIT} Ivan Sokolov, Rector of Kazan Federal University, received students.",
    ],
)
def test_who_only_comes_has_none(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(TALKS)
