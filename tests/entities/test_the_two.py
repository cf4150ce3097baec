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
