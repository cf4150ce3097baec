"""Lists behind a colon, a preposition or a break of the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

NAME = "Eurasian Forum of Ecology"
JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
SOKOLOV, LI = "Ivan Sokolov", "Li Weiming"


@pytest.mark.parametrize(
    ("text", "property", "pairs"),
    [
        # behind a preposition, with posts between
        (f"The {NAME} was attended by {SOKOLOV}, Rector of {OMSU}, {LI}, President of {JLU}, and Anna Petrova.",
         "participatedIn", [(one, NAME) for one in (SOKOLOV, LI, "Anna Petrova")]),
        # behind a colon, of whoever is the subject, and of nobody nearer
        (f"Two universities took part in the {NAME}: {JLU} and {ASU}.", "participatedIn",
         [(JLU, NAME), (ASU, NAME)]),
        (f"{SOKOLOV} visited two universities: {JLU} and {ASU}.", "visited", [(SOKOLOV, JLU), (SOKOLOV, ASU)]),
        (f"{SOKOLOV} visited two universities: {ASU} will come, too.", "visited", []),
    ],
)  # fmt: skip
def test_lists(text: str, property: str, pairs: list[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert all(told.finds(f"{one} | {property} | {other}") for one, other in pairs), told.written()
    said = [fact for fact in told.facts() if fact.property == property]
    assert bool(said) == bool(pairs), told.written()
