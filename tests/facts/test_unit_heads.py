"""Heads of a unit that only the sentence before names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

LAW, ASU = "Faculty of Law", "Altai State University"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (f"The {LAW} held a seminar. Dean Ivan Sokolov opened it.", LAW),
        (f"The {LAW} of {ASU} held a seminar. The dean, Ivan Sokolov, opened it.", LAW),
        ("Guests saw the Laser Laboratory. Head Ivan Sokolov led them.", "Laser Laboratory"),
    ],
)
def test_the_unit_before(text: str, unit: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Ivan Sokolov | holdsPost | {unit}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"The {LAW} held a seminar. Rector Ivan Sokolov opened it.",
        f"The {LAW} held a seminar. Head Ivan Sokolov opened it.",
        f"The {LAW} met the Faculty of Trade. Dean Ivan Sokolov opened it.",
        f"The {LAW} met guests from Jilin University. Dean Ivan Sokolov opened it.",
        f"The {LAW} held a seminar. Dean of the Faculty of Trade Ivan Sokolov opened it.",
        f"The {LAW} held a seminar. The sun shone. Dean Ivan Sokolov opened it.",
    ],
)
def test_no_other_unit(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Ivan Sokolov | holdsPost | {LAW}"), told.written()
