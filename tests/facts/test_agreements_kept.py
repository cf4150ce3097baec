"""Agreements in headlines, agreements under which something is done, and those of regions and cities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
BODY = "\n\nTeachers met in Harbin on Monday."


def _held(told: Any) -> set[str]:
    """Give who is held to have signed."""
    return {f.subject for f in told.facts() if f.property == "signed" and f.status is Status.HELD}


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} and {ASU} Sign Cooperation Agreement{BODY}",
        f"{JLU}, {ASU} Sign Memorandum of Understanding{BODY}",
        f"{JLU} and {ASU} Ink Cooperation Deal{BODY}",
        f"{JLU} Signs Agreement with {ASU}{BODY}",
        f"Agreement Signed Between {JLU} and {ASU}{BODY}",
        f"Under the agreement with {JLU}, students of {ASU} stay for a year.",
        f"Ten teachers came to {ASU} in accordance with the contract with {JLU}.",
        f"Guests were received at {ASU} within the framework of the memorandum on cooperation with {JLU}.",
        f"According to the agreement with {JLU}, {ASU} takes ten students a year.",
        f"{JLU} and {ASU} sealed their friendship with an agreement.",
        f"{JLU} and {ASU} adopted a memorandum on the study of ice.",
    ],
)
def test_both_are_parties(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert _held(told) == {"organization/jlu", "organization/asu"}, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} and {ASU} Discuss Cooperation Agreement{BODY}",
        f"{JLU} and {ASU} Plan Cooperation Agreement{BODY}",
        f"{JLU} and {ASU} to Sign Cooperation Agreement{BODY}",
        f"Agreement Not Signed Between {JLU} and {ASU}{BODY}",
        f"{JLU} Open Day{BODY}",
        f"Teachers of {ASU} came under the agreement with {JLU} to be signed in June.",
        f"{ASU} was told that talks on the agreement with {JLU} had failed.",
        f"Under the agreement with {JLU}, {ASU} and {OMSU} sent ten students.",
        f"Under a contract with a factory, {ASU} trains engineers.",
        f"According to {JLU}, an agreement with {ASU} is being discussed.",
        f"{JLU} and {ASU} sealed their friendship with a handshake.",
        f"{JLU} and {ASU} looked at a roadmap for cooperation.",
        f"{JLU} and {ASU} have approved a roadmap for cooperation.",
        f"{JLU} has adopted a plan of the campus.",
        "Tomsk and Harbin discussed an agreement on sister relations.",
        "Moscow and Beijing signed an agreement on trade.",
        f"A bridge between Tomsk and Harbin was praised in the agreement that {ASU} wishes to sign.",
    ],
)
def test_nobody_is_a_party(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not _held(told), told.written()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "In 2020 Tomsk and Harbin signed a cooperation agreement.",
            {"Administration of Tomsk", "Harbin Municipal People's Government"},
        ),
        (
            f"{ASU} signed an agreement with Hebei Province.",
            {ASU, "People's Government of Hebei Province"},
        ),
        (
            "A memorandum on exchanges was signed by the city of Tomsk, Russia, and Dalian, Liaoning province.",
            {"Administration of Tomsk", "People's Government of Dalian"},
        ),
        (
            "Its ground is an agreement on festivals, concluded between Omsk Region and Hebei Province.",
            {"Government of Omsk Region", "People's Government of Hebei Province"},
        ),
        (f"{JLU} and {ASU} signed an agreement in Tomsk.", {JLU, ASU}),
        (f"{JLU} and {ASU} signed an agreement on a campus near Tomsk.", {JLU, ASU}),
        (f"{JLU} and {ASU} signed an agreement with a factory from Tomsk.", {JLU, ASU}),
    ],
)
def test_places_that_sign(text: str, parties: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    names = {e.id: {name.text for name in e.names} for e in told.analysis.entities}
    found = [names[entity] for entity in _held(told)]
    assert len(found) == len(parties), told.written()
    assert all(any(party in known for known in found) for party in parties), told.written()
