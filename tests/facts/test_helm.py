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


ASU, OMSU = "Altai State University", "Omsk State University"


@pytest.mark.parametrize(
    "said",
    [
        f"Ivan Sokolov, responsible for the {ASU} website, spoke.",
        f"Ivan Sokolov, in charge of {ASU} students in {OMSU}, spoke.",
        f"Ivan Sokolov, responsible for {ASU}'s defeat, spoke.",
        f"Ivan Sokolov, in charge of {ASU} matters at the Ministry of Trade, spoke.",
        f"Ivan Sokolov, responsible for {ASU} in the ministry, spoke.",
        f"Ivan Sokolov, in charge of {ASU} at Huawei, spoke.",
        f"Ivan Sokolov, in charge of {ASU} when it burned in 1931, died.",
        f"Ivan Sokolov, responsible for {ASU} winning the cup, spoke.",
    ],
)
def test_who_looks_after_what_is_of_a_university_heads_none(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert not told.finds(f"Ivan Sokolov | holdsPost | {ASU}"), told.written()


def test_who_is_in_charge_of_a_university_heads_it(tell: Callable[..., Any]) -> None:
    told = tell(f"Ivan Sokolov, in charge of {ASU}, spoke.")
    assert told.finds(f"Ivan Sokolov | holdsPost | {ASU}"), told.written()
