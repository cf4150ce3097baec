"""Who founded what by agreements about it, and who signed those."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, SOKOLOV = "Jilin University", "Altai State University", "Ivan Sokolov"
SIGNED = f"{JLU} and {ASU} signed an agreement."
BOTH = f"{JLU} and {ASU} will open a joint laboratory."


def test_under_a_planned_agreement_all_is_planned(tell: Callable[..., Any]) -> None:
    told = tell(f"A memorandum will be signed in May. Under the memorandum, {JLU} and {ASU} will exchange students.")
    assert told.finds(f"{JLU} | signed | memorandum", Status.PLANNED), told.written()
    assert not told.finds(f"{JLU} | signed | memorandum"), told.written()


@pytest.mark.parametrize(
    ("text", "founds"),
    [
        ("The Confucius Institute at Samara University, set up jointly with Jilin University, grew.", True),
        ("The Confucius Institute of Samara University was opened together with Jilin University.", True),
        ("The Confucius Institute of Samara University was opened by Jilin University.", False),
    ],
)
def test_the_host_of_a_joint_structure_founded_it_too(text: str, founds: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds("Jilin University | established | Confucius Institute"), told.written()
    assert bool(told.finds("Samara University | established | Confucius Institute")) is founds, told.written()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{SIGNED} It stipulates that {BOTH}", 2),
        (f"{SIGNED} The document envisages that {BOTH}", 2),
        (f"{SIGNED} By the terms of the agreement, {BOTH}", 2),
        (f"By the terms of the agreement, {BOTH} The agreement was signed by {JLU} and {ASU}.", 2),
        # one alone, or another than those who signed
        (f"{SIGNED} It provides that {JLU} will open a joint laboratory.", 0),
        # what they only may do
        (f"{SIGNED} It provides that {JLU} and {ASU} may open a joint laboratory.", 0),
        (f"{SIGNED} Under the agreement, {JLU} and {ASU} can open a joint laboratory.", 0),
        (f"{SIGNED} It provides that {JLU} and Omsk State University will open a joint laboratory.", 0),
        # no terms of it
        (f"{SIGNED} After the agreement, {BOTH}", 0),
        (f"{SIGNED} {BOTH}", 0),
        (f"{SIGNED} Because of the agreement, they were glad. {BOTH}", 0),
        # not signed, not to be created
        (f"{JLU} and {ASU} will sign an agreement. It provides that {BOTH}", 0),
        (f"{JLU} and {ASU} read an agreement. It provides that {BOTH}", 0),
        (f"{SIGNED} It provides that {JLU} and {ASU} will not open a joint laboratory.", 0),
        (f"{SIGNED} It provides that {JLU} and {ASU} will visit the joint laboratory.", 0),
    ],
)
def test_terms_of_signed_agreements(text: str, parties: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    founded = [fact for fact in told.facts() if fact.property == "established"]
    concerned = [fact for fact in told.facts() if fact.property == "concerns"]
    assert (len(founded), len(concerned)) == (parties, min(parties, 1)), told.written()
    assert {fact.rule for fact in (*founded, *concerned)} <= {"agreed-to-create"}


@pytest.mark.parametrize(
    "said",
    [
        "Jilin University and Altai State University signed an agreement under which the Polar Academy will be set up.",
        "A pact by which the Polar Academy is to be founded was signed by Jilin University and Altai State University.",
    ],
)
def test_what_a_signed_agreement_is_to_create(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.finds("Jilin University | established | Polar Academy"), told.written()
    assert told.finds("Altai State University | established | Polar Academy"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} and {ASU} signed an agreement on the opening of the Amur Institute.",
        f"{JLU} and {ASU} signed an agreement: the Amur Institute is to be opened.",
        f"{JLU} and {ASU} signed an agreement by which the Amur Institute is set up.",
        f"The Amur Institute is created by a memorandum that {JLU} and {ASU} signed yesterday.",
        f"The Amur Institute was founded in accordance with an agreement signed by {JLU} and {ASU}.",
        f"The memorandum signed by {JLU} and {ASU} provides that the Amur Institute will be opened.",
        f"The subject of the agreement between {JLU} and {ASU} is the Amur Institute.",
    ],
)
def test_parties_of_a_signed_agreement_found_what_it_is_to_create(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for party in (JLU, ASU):
        assert told.finds(f"{party} | established | Amur Institute"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} and {ASU} signed an agreement on the support of the Amur Institute.",
        f"{JLU} and {ASU} signed an agreement, by which the Amur Institute may be opened.",
        f"At the opening of the Amur Institute, {JLU} and {ASU} signed an agreement.",
        f"{JLU} and {ASU} signed a letter of intent to open the Amur Institute.",
        f"An agreement on the opening of the Amur Institute is being prepared by {JLU} and {ASU}.",
        f"{JLU} and {ASU} signed an agreement on the eve of the opening of the Amur Institute.",
        f"{JLU} and {ASU} signed an agreement on the possibility of opening the Amur Institute.",
        f"{JLU} and {ASU} signed an agreement on establishing ties with the Amur Institute.",
        f"{JLU} and {ASU} signed a memorandum in which the parties discuss the opening of the Amur Institute.",
        f"{JLU} and {ASU} signed an agreement, which the rector who founded the Amur Institute had drafted.",
        f"{JLU} and {ASU} signed an agreement under which the Amur Institute will open its doors to students.",
        f"{JLU} and {ASU} signed an agreement: {ASU} will open the Amur Institute.",
    ],
)
def test_parties_found_nothing_that_is_not_agreed(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"{JLU} | established | Amur Institute"), told.written()


def test_a_unit_founded_by_several_is_a_joint_structure(tell: Callable[..., Any]) -> None:
    # only a joint structure is what an agreement concerns
    told = tell(f"{JLU} and {ASU} signed an agreement to open the Centre of Russian Language.")
    assert told.finds("agreement | concerns | Centre of Russian Language"), told.written()
