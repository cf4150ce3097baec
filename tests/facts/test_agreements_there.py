"""Agreements signed where two met, who signed behind what it was signed at, and partners named in apposition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
BOTH = frozenset({"jlu", "asu"})


def _signed(told: Any) -> list[frozenset[str]]:
    """Give who is held to have signed each agreement, organizations alone."""
    parties: dict[str, set[str]] = {}
    for fact in told.facts():
        if fact.property == "signed" and fact.status is Status.HELD and fact.subject.startswith("organization/"):
            parties.setdefault(fact.object, set()).add(fact.subject.removeprefix("organization/"))
    return sorted(map(frozenset, parties.values()), key=sorted)


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        (f"An agreement was signed at the talks between {JLU} and {ASU}.", [BOTH]),
        (f"A contract was signed during the visit of a delegation of {ASU} to {JLU}.", [BOTH]),
        (f"A memorandum was signed within the framework of a meeting between {JLU} and {ASU}.", [BOTH]),
        (f"A memorandum of cooperation was signed when a delegation of {ASU} visited {JLU}.", [BOTH]),
        (f"An agreement was signed by the ministries during the visit of {ASU} to {JLU}.", []),
        (f"A contract with a plant was signed during the visit of {ASU} to {JLU}.", []),
        (f"No agreement was signed during the visit of {ASU} to {JLU}.", []),
        (f"An agreement is to be signed during the visit of {ASU} to {JLU}.", []),
        (f"An agreement was signed at a meeting of {ASU} with {JLU} and {OMSU}.", []),
        (f"A memorandum was signed after {ASU} met {JLU}.", [BOTH]),
        (f"A memorandum was signed after talks of {ASU} with {JLU}.", [BOTH]),
        (f"A memorandum was signed at the meeting of {ASU} and {JLU}.", [BOTH]),
        # who is named beside a meeting has not met there
        (f"A memorandum was signed at the talks between {ASU} and Li Weiming.", []),
        (f"A memorandum was signed at the talks of {OMSU} between {ASU} and {JLU}.", []),
        (f"A memorandum was signed because {ASU} met {JLU}.", []),
        (f"A memorandum was signed after the Minister met {ASU} and {JLU}.", []),
        (f"A memorandum was signed after {ASU} was visited by guests of {JLU} and {OMSU}.", []),
        (f"A memorandum was signed at the meeting of the Polar Association, which includes {ASU} and {JLU}.", []),
        (f"A memorandum was signed at a meeting moderated by {ASU} and {JLU}.", []),
        (f"A memorandum was signed at a meeting attended by {ASU} and {JLU}.", []),
        (f"A memorandum was signed following the visit of the President to {ASU} and {JLU}.", []),
        (f"A memorandum was signed in discussions about a merger of {ASU} and {JLU}.", []),
        (f"A memorandum was signed after consultations with {ASU} and {JLU}.", []),
        (f"A memorandum was signed in talks long before {ASU} and {JLU} were founded.", []),
        (f"A memorandum was signed at the talks between {ASU}, {JLU} and {OMSU}.", []),
        # behind what it was signed at
        (f"An agreement was concluded during the forum by {ASU} and {JLU}.", [BOTH]),
        (f"The contract was signed at the exhibition by the rectors of {ASU} and {JLU}.", [BOTH]),
        (f"A memorandum was signed at the ceremony organized by {ASU}.", []),
        # named in apposition
        (f"{ASU} signed an agreement with its partner, {JLU}.", [BOTH]),
        (f"{ASU} signed an agreement with one of China's leading universities, {JLU}.", [BOTH]),
        (f"{ASU} and its old partner {JLU} signed an agreement.", [BOTH]),
        # by how many
        (f"A delegation of {ASU} visited {JLU}. The two signed an agreement.", [BOTH]),
        (f"A delegation of {ASU} visited {JLU}. It signed an agreement with {OMSU}.", [frozenset({"asu", "omsu"})]),
    ],
)
def test_who_signed(text: str, agreements: list[frozenset[str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert _signed(told) == sorted(agreements, key=sorted), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{ASU} signed two cooperation agreements with {JLU}.", f"{JLU} | signed | cooperation agreements"),
        (
            f'{ASU} and {JLU} signed the "Agreement on Exchange between {ASU} and {JLU}, China".',
            f"{JLU} | signed | Agreement on Exchange between {ASU} and {JLU}, China",
        ),
        (f"The delegation of {ASU} visited its old partner, {JLU}.", f"{ASU} | visited | {JLU}"),
    ],
)
def test_what_they_signed(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()
