"""Who the people are that a sentence has told of without their names, and which of those taking part it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
A, B = f"Ivan Petrov, a researcher at {ASU}", f"Anna Ivanova, a professor of {TSU}"


@pytest.mark.parametrize("came", [f"visited {JLU}", f"were at {JLU} for a visit"])
def test_who_came(came: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Two researchers from Russia {came}. They were {A}, and {B}.")
    for guest in ("Ivan Petrov", "Anna Ivanova", ASU, TSU):
        assert told.finds(f"{guest} | visited | {JLU}"), told.written()


@pytest.mark.parametrize("said", [f"met by {A}", f"not {A}", "Ivan Petrov's friends", "with Ivan Petrov"])
def test_who_did_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Two researchers from Russia visited {JLU}. They were {said}.")
    assert not told.finds(f"Ivan Petrov | visited | {JLU}"), told.written()


FORUM = f"{JLU} held a forum on ecology on May 3."


def test_who_is_named_of_those_taking_part(tell: Callable[..., Any]) -> None:
    said = f"Two of the participating schools were Russian, among them {ASU}; the rest were older, among them {TSU}."
    told = tell(f"{FORUM} {said}")
    assert told.finds(f"{ASU} | participatedIn | forum"), told.written()
    assert told.finds(f"{TSU} | participatedIn | forum"), told.written()


def test_who_is_named_of_others(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} The participants will visit two universities, among them {ASU}.")
    assert not told.finds(f"{ASU} | participatedIn | forum"), told.written()


def test_who_was_in_the_chair(tell: Callable[..., Any]) -> None:
    assert tell(f"{FORUM} Ivan Petrov was in the chair.").finds("Ivan Petrov | participatedIn | forum")
