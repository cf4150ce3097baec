"""Who is in the programme of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

TITLE = "The Eurasian Forum of Ecology: programme"
NAME = "Eurasian Forum of Ecology"
RULES = {"programme", "listed-below"}


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("Reports\n– Ivan Sokolov, Dean, Jilin University\n– Li Weiming, President, Jilin University", 2),
        ("10:10 Words of welcome\nMs. Li Weiming, Deputy Governor", 1),
        ('10:10 Talks\n– Prof. Ivan Sokolov, Vice-Rector for Research, Jilin University: "Digital rivers"', 1),
        ("Speakers:\n1. Ivan Sokolov, Dean\n2. Li Weiming, President", 2),
        ("Reports\n– Ivan Sokolov, Dean, Jilin University – report withdrawn", 0),
        ("Reports\n– Ivan Sokolov could not come", 0),
        ("Lunch\n– Ivan Sokolov, Dean, Jilin University", 0),
        ("Reports\nLunch\n– Ivan Sokolov, Dean, Jilin University", 0),
    ],
)
def test_lines_of_a_programme(lines: str, people: int, tell: Callable[..., Any]) -> None:
    told = tell(f"{TITLE}\n{lines}")
    found = [fact for fact in told.facts() if fact.rule in RULES]
    assert len(found) == people, told.written()
    assert all(NAME.casefold() in told.names[fact.object] for fact in found)


def test_no_event_is_told_of(tell: Callable[..., Any]) -> None:
    assert not [f for f in tell("Reports\n– Ivan Sokolov, Dean, Jilin University").facts() if f.rule in RULES]
