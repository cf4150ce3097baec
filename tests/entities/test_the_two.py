"""Whom "the two" means behind a sentence about a delegation: it and with whom it met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"


@pytest.mark.parametrize(
    ("hosts", "signed"),
    [(JLU, True), (f"{JLU} and {OMSU}", False), (f"{JLU}, {OMSU} and Tomsk State University", False)],
)
def test_the_two_are_a_delegation_and_its_one_host(hosts: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {ASU} visited {hosts}. The two signed an agreement.")
    found = [fact for fact in told.facts() if fact.property == "signed" and fact.subject == "organization/jlu"]
    assert bool(found) is signed, told.written()


@pytest.mark.parametrize(
    ("people", "signed"),
    [
        (f"Ivan Sokolov of {JLU} and Li Wei of {ASU}", True),
        (f"Ivan Sokolov and Petr Orlov of {JLU} and Li Wei and Gong Bin of {ASU}", False),
    ],
)
def test_the_two_are_no_four(people: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{people} came. In 2016 the two signed an agreement.")
    people_found = [f for f in told.facts() if f.property == "signed" and f.subject.startswith("person/")]
    assert bool(people_found) is signed, told.written()
