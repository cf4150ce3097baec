"""Whom a clause puts at the event told of as a side of it, or at the head of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology was held in Kazan on 12 May 2024."
IVAN, LI, WANG = "Ivan Sokolov", "Li Weiming", "Wang Wei"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (f"The Russian side was made up of {IVAN} and {WANG}.", {IVAN, WANG}),
        (f"The Russian side included {IVAN}.", {IVAN}),
        (f"The Chinese side was headed by {LI}.", {LI}),
        (f"The Chinese delegation had as its leader {LI}.", {LI}),
    ],
)
def test_sides_are_there(said: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert told.only(who, "participatedIn", "Eurasian Forum of Ecology"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"The Russian team for the games was made up of {LI} and {IVAN}.",
        f"{LI} was leading his team at home.",
        f"The debate was headed by {LI} in the press.",
        f"The Chinese delegation had as its guide a book by {LI}.",
    ],
)
def test_others_are_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()
