"""Agreements said otherwise than by "A and B signed": papers, seals, grounds of cooperation, parties told of before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
MET = f"A delegation of {JLU} visited {ASU}."


def _parties(told: Any) -> set[frozenset[str]]:
    """Give the organizations that are held to have signed, by agreement."""
    by_agreement: dict[str, set[str]] = {}
    for fact in told.facts():
        if fact.property == "signed" and fact.status is Status.HELD and fact.subject.startswith("organization/"):
            by_agreement.setdefault(fact.object, set()).add(fact.subject)
    return {frozenset(parties) for parties in by_agreement.values()}


BOTH_OF = frozenset({"organization/jlu", "organization/asu"})
BOTH = {BOTH_OF}


@pytest.mark.parametrize(
    "text",
    [
        f"Documents on cooperation were signed by {JLU} and {ASU}.",
        f"Papers on cooperation were signed between {JLU} and {ASU}.",
        f"A package of documents was signed by {JLU} and {ASU}.",
        f"{JLU} and {ASU} signed a work plan.",
        f"The relations of {JLU} and {ASU} are regulated by a memorandum.",
        f"The partnership between {JLU} and {ASU} was formalised by the signing of a memorandum.",
        f"Cooperation between {JLU} and {ASU} rests on an agreement of 2016.",
        f"The history of cooperation of {JLU} and {ASU} began with an agreement in 2012.",
        f"Cooperation between {JLU} and {ASU} began in 2012 with the signing of a framework agreement.",
        f"{ASU} cooperates with {JLU} on the basis of an agreement of 2012.",
        f"Students come from {JLU}, with which {ASU} signed an agreement in 2012.",
        f"Signed by {JLU} and {ASU}, the agreement will be in force for five years.",
        f"A memorandum was signed by and between {JLU} and {ASU}.",
        f"A memorandum was signed among {JLU} and {ASU}.",
        f"Li Wei said that on the eve of the forum {JLU} and {ASU} had signed an agreement.",
        f"A document on cooperation was signed by {JLU} and {ASU}.",
    ],
)
def test_both_are_parties(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert _parties(told) == BOTH, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"The rectors of {JLU} and {ASU} expressed their readiness to sign an agreement.",
        f"{JLU} and {ASU} plan to seal their cooperation with an agreement.",
        f"{JLU} and {ASU} discussed documents on cooperation.",
        f"Once signed by {JLU} and {ASU}, the agreement will be in force.",
        f"Two documents were read out to {JLU} and {ASU}.",
        f"Cooperation of {JLU} is based on an agreement.",
        f"{MET} A protocol on friendship between the two cities was signed.",
        f"{JLU} works under an agreement.",
        f"The ties of {JLU} and {ASU} are governed by an agreement of Russia and China.",
        f"The ties of {JLU} and {ASU} are governed by an intergovernmental agreement.",
        f"Exchange between {JLU} and {ASU} is supported by an expired agreement that a bank signed.",
        f"The partnership of {JLU} and {ASU} rests on an agreement of the two cities.",
        f"{JLU} cooperates with {ASU} under the treaty of 2001 between the two states.",
        f"{JLU} cooperates with {ASU} under a draft agreement.",
        f"The partnership of {JLU} and {ASU} starts with an agreement to be signed in autumn.",
        f"The relations of the staff of {JLU} and {ASU} are regulated by employment contracts.",
        f"Professor Li Weiming has worked with {ASU} under a contract since 2015.",
        f"Signed by {JLU} and {ASU}, the agreement would open new roads.",
        f"Signed earlier, the agreement between {JLU} and {ASU} might have saved the garden.",
        f"Ivan Sokolov, Rector of {ASU}, signed a document on holidays.",
        f"The dean of {ASU} signed a plan of the building.",
        f"{ASU} signed the papers for the import of a car.",
        f"The signing of documents on dismissal by the rector of {ASU} upset many.",
    ],
)
def test_nobody_is_a_party(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not _parties(told), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{ASU} received a delegation of {JLU}. The guests said they had signed a memorandum in Moscow.",
        f"{MET} Earlier they signed an agreement in Novosibirsk.",
        f"{MET} Li Weiming, who heads {JLU}, told how his university signed a memorandum in Paris.",
        f"{ASU} is a partner of {JLU}. The university recently signed a collective agreement.",
        f"Cooperation of {JLU} with {ASU} and {OMSU} started with an agreement between {JLU} and {OMSU}.",
        f"{JLU} and {ASU} are old friends. Tomsk and Harbin signed their agreement in 2020.",
        f"{JLU} and {ASU} cooperate under the agreement of {JLU} with {OMSU}.",
    ],
)
def test_not_both_are_parties(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not any(parties >= BOTH_OF for parties in _parties(told)), told.written()


def test_others_are_no_further_party(tell: Callable[..., Any]) -> None:
    """Who signs with somebody unknown does not sign with the host as well."""
    told = tell(f"{MET} They signed a memorandum with a factory.")
    assert BOTH.isdisjoint(_parties(told)), told.written()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"An agreement with {JLU} on cooperation in science was signed by {ASU}.",
         f"agreement with {JLU} on cooperation in science"),
        (f"The agreement of {JLU}, {OMSU} and {ASU} covers chemistry.", f"agreement of {JLU}, {OMSU} and {ASU}"),
    ],
)  # fmt: skip
def test_an_agreement_is_called_by_its_parties(text: str, name: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    names = {n.text for e in told.analysis.entities if e.cls == "Agreement" for n in e.names}
    assert name in names, names


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Confucius Institutes in Russia held a contest.", "Confucius Institutes | locatedIn | Russia"),
        (f"Guests of {JLU} came from the Volga Region of Russia.", "Volga Region | locatedIn | Russia"),
        (f"Kazan has no other forum in Harbin that {JLU} attends.", "forum | locatedIn | Harbin"),
    ],
)
def test_places_that_are_not_told(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()
