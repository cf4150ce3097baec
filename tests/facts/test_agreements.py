"""Whose agreements are: one with each partner, what came of talks, sums that are no act, what they are to open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OMSU, TSU = "Jilin University", "Altai State University", "Omsk State University", "Tomsk State University"
MET = f"{JLU} and {ASU} met in Omsk."


def _parties(told: Any) -> set[frozenset[str]]:
    """Give the parties of each agreement that a text tells of."""
    by_agreement: dict[str, set[str]] = {}
    for fact in told.facts():
        if fact.property == "signed":
            by_agreement.setdefault(fact.object, set()).add(fact.subject)
    return {frozenset(parties) for parties in by_agreement.values()}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (f"{JLU} signed agreements with two universities in Siberia, {ASU} and {OMSU}.", 2),
        (f"New agreements were concluded between {JLU} and two partners, {ASU} and {OMSU}; Ivan Petrov was there.", 2),
        (f"Memoranda with {ASU} and {OMSU} were signed by {JLU}.", 2),
        (f"{JLU} signed cooperation agreements with 12 universities, including {ASU} and {OMSU}.", 2),
        (f"{JLU} and {ASU} concluded agreements with {OMSU} and {TSU}, respectively.", 2),
        (f"Agreements were signed between {JLU} and {ASU}.", 1),
        (f"{JLU}, {ASU} sign agreement", 1),
        (f"{JLU} has valid agreements with {ASU} and {OMSU}.", 2),
        (f"An agreement was signed between {JLU} and {ASU}; Ivan Petrov and Li Weiming were present.", 1),
    ],
)
def test_each_agreement_has_two_parties(text: str, pairs: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    parties = _parties(told)
    assert len(parties) == pairs, told.written()
    assert all(len(both) == 2 and all(p.startswith("organization/") for p in both) for both in parties), told.written()


def test_each_of_two_lists_has_its_own(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} and {ASU} concluded agreements with {OMSU} and {TSU}, respectively.")
    assert _parties(told) == {
        frozenset({"organization/jlu", "organization/omsu"}),
        frozenset({"organization/asu", "organization/tsu"}),
    }, told.written()


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{MET} The talks ended with the signing of a contract.", True),
        (f"{MET} The visit culminated in the conclusion of a contract.", True),
        (f"{MET} The signing of a contract took place in the evening.", True),
        (f"{MET} The talks were to end with the signing of a contract.", False),
        (f"{MET} The rectors spoke in favour of the signing of a contract.", False),
        (f"{MET} The signing of a contract is planned for May.", False),
        (f"{MET} They held talks on the signing of a contract.", False),
    ],
)
def test_what_came_of_talks(text: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"{JLU} | signed | contract")) is signed, told.written()
    assert bool(told.finds(f"{ASU} | signed | contract")) is signed, told.written()


@pytest.mark.parametrize(
    ("agreements", "signed"),
    [
        ("Two agreements", True),
        ("Over 60 agreements", False),
        ("More than 5 agreements", False),
        ("Many agreements", False),
        ("Dozens of agreements", False),
        ("40 agreements", False),
        ("Agreements with 200 universities", False),
    ],
)
def test_sums_of_agreements_are_no_act(agreements: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{MET} {agreements} have been signed.")
    assert any(fact.property == "signed" for fact in told.facts()) is signed, told.written()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{JLU} and {ASU} signed a memorandum of understanding to establish a joint institute.", Status.HELD),
        (f"An agreement was signed between {JLU} and {ASU} to open a joint institute.", Status.HELD),
        (f"{JLU} signed a contract with {ASU} last week to open a joint institute.", Status.HELD),
        (f"{JLU} and {ASU} will sign an agreement to open a joint institute.", Status.PLANNED),
        (f"{JLU} and {ASU} signed the papers to open a joint institute.", Status.PLANNED),
        (f"{JLU} and {ASU} met to open a joint institute.", Status.PLANNED),
    ],
)
def test_what_an_agreement_is_signed_to_open(text: str, status: Status, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for one in (JLU, ASU):
        assert told.finds(f"{one} | established | joint institute", status), told.written()
    assert bool(told.finds(f"{JLU} | established | joint institute")) is (status is Status.HELD), told.written()


def test_what_was_signed_stays_so_when_it_is_to_be_signed_anew(tell: Callable[..., Any]) -> None:
    told = tell(
        f"{JLU} and {ASU} have cooperated since 2015, when a memorandum was concluded. "
        "The sides would like to sign the memorandum in a new version."
    )
    assert told.finds(f"{JLU} | signed | memorandum"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} reached agreement with {ASU} on a summer school.",
        f"Agreement was reached between {JLU} and {ASU} on an exchange of teachers.",
        f"{JLU} and {ASU} came to agreement on an exchange of teachers.",
    ],
)
def test_agreement_that_is_reached_is_no_document(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not any(fact.property == "signed" for fact in told.facts()), told.written()


@pytest.mark.parametrize(
    "text", [f"{MET} More than 900 contracts have been concluded by them.", f"{MET} 900 were signed."]
)
def test_sums_of_agreements_are_no_act_of_two_who_are_only_meant(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not any(fact.property == "signed" for fact in told.facts()), told.written()
