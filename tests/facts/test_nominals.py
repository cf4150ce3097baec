"""Whose act a noun names, and upon whom."""

from __future__ import annotations

import pytest

from kg.facts.nominals import noun_roles
from kg.languages import load

JLU, ASU, SOKOLOV = "Jilin University", "Altai State University", "Ivan Sokolov"


def roles(text: str, noun: str) -> dict[str, list[str]]:
    (token,) = [t for t in load("en")(text) if t.text == noun]
    return {role: [t.text for t in tokens] for role, tokens in noun_roles(token).items() if tokens}


@pytest.mark.parametrize(
    ("text", "noun", "wanted"),
    [
        (f"The visit of {SOKOLOV} to {JLU} was short.", "visit", {"of": [SOKOLOV], "to": [JLU]}),
        (f"{JLU}'s visit to {ASU} was short.", "visit", {"agent": [JLU], "owner": [JLU], "to": [ASU]}),
        (f"{ASU} held talks with {JLU}.", "talks", {"agent": [ASU], "with": [JLU]}),
        (f"{ASU} hosted a meeting with {JLU}.", "meeting", {"agent": [ASU], "with": [JLU]}),
        (f"The opening of a centre by {ASU} was solemn.", "opening", {"agent": [ASU]}),
        (f"{ASU} received a delegation of {JLU}.", "delegation", {"host": [ASU], "of": [JLU]}),
    ],
)
def test_noun_roles(text: str, noun: str, wanted: dict[str, list[str]]) -> None:
    found = roles(text, noun)
    assert {role: found.get(role) for role in wanted} == wanted


def test_who_hosts_a_delegation_does_not_travel() -> None:
    assert "agent" not in roles(f"{ASU} hosted a delegation of {JLU}.", "delegation")
