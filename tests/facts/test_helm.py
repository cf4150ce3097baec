"""Who is at the head of an organization by what stands behind a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

LAW = "Laser Laboratory"


@pytest.mark.parametrize(
    "said",
    [
        f"Ivan Sokolov, in charge of the {LAW}, spoke.",
        f"Ivan Sokolov, responsible for the {LAW}, spoke.",
        f"Ivan Sokolov, the person in charge of the {LAW}, spoke.",
        f"Ivan Sokolov (in charge of the {LAW}) spoke.",
        f"Ivan Sokolov, who is responsible for the {LAW}, spoke.",
    ],
)
def test_who_is_in_charge_of_a_body_heads_it(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.finds(f"Ivan Sokolov | holdsPost | {LAW}"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"Ivan Sokolov, in charge of the students of the {LAW}, spoke.",
        "Ivan Sokolov, responsible for the Polar Forum, spoke.",
        f"Ivan Sokolov and the person in charge of the {LAW} spoke.",
        f"We asked Ivan Sokolov who is responsible for the {LAW}.",
        f"They heard Ivan Sokolov the person in charge of the {LAW}.",
        f"Guests met Ivan Sokolov, and the person in charge of the {LAW} spoke.",
    ],
)
def test_who_is_in_charge_of_something_else_does_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert not told.finds(f"Ivan Sokolov | holdsPost | {LAW}"), told.written()
