"""Who works with whom: lists of partners, clauses about cooperation, states that are no organizations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"


@pytest.mark.parametrize(
    "text",
    [
        f"Partner universities of {JLU} include {ASU} and {OMSU}.",
        f"Among the partner universities of {JLU} are {ASU} and {OMSU}.",
        f"Among the partners of {JLU} are {ASU} and {OMSU}.",
    ],
)
def test_lists_of_partners(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{JLU} | partnerOf | {ASU}"), told.written()
    assert told.finds(f"{JLU} | partnerOf | {OMSU}"), told.written()
    assert not told.finds(f"{ASU} | partnerOf | {OMSU}"), told.written()


def test_partners_of_one_are_not_each_others(tell: Callable[..., Any]) -> None:
    told = tell(f"A contract was signed by {JLU} with two Russian partners, {ASU} and {OMSU}.")
    assert not told.finds(f"{ASU} | partnerOf | {OMSU}"), told.written()


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (f"The cooperation which {JLU} and {ASU} develop has a future.", True),
        (f"The Polar Alliance is a body jointly founded by {JLU} and {ASU}.", False),
        (f"{JLU} has long-standing ties to {ASU}.", True),
        (f"{JLU} has no ties to {ASU}.", False),
        (f"{JLU} hopes to build ties to {ASU}.", False),
        (f"{JLU} thanked {ASU}. China and Russia are friends, and their partnership grows.", False),
        (f"{JLU} thanked {ASU}. The two countries value what they do in cooperation.", False),
    ],
)
def test_clauses_about_cooperation(text: str, partners: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"{JLU} | partnerOf | {ASU}")) is partners, told.written()


def test_a_noun_behind_be_is_its_subject(tell: Callable[..., Any]) -> None:
    told = tell(f"The Polar Alliance is a non-governmental organization jointly founded by {JLU} and {ASU}.")
    assert told.finds(f"{JLU} | established | Polar Alliance"), told.written()
    assert told.finds(f"{ASU} | established | Polar Alliance"), told.written()


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        (f"Talks were held between a delegation of {JLU} and the staff of two academies: {ASU} and {OMSU}.", 2),
        (f"Ivan Petrov, Rector of {JLU}, met with the heads of two universities, {ASU} and {OMSU}.", 2),
        (f"During talks with colleagues from {ASU}, Rector of {JLU} Ivan Petrov told about new courses.", 1),
    ],
)
def test_talks_of_one_with_each(text: str, talks: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.property == "negotiatedWith"]
    assert len(found) == talks, told.written()
    assert all("organization/jlu" in (fact.subject, fact.object) for fact in found), told.written()


CONSULATE = "Consulate General of China in Irkutsk"


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (f"{JLU} and {ASU} cooperate with each other.", True),
        (f"{JLU} and {ASU} work together.", True),
        (f"They praised the success with which {JLU} and {ASU} work together.", True),
        (f"{JLU} and {ASU} cooperate with {OMSU}.", False),
        (f"{JLU} and {ASU} work with students and partners.", False),
        (f"{JLU} and {ASU} work in the field of optics.", False),
    ],
)
def test_who_works_with_others_is_no_partner_of_each_other(text: str, partners: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"{JLU} | partnerOf | {ASU}")) is partners, told.written()


def test_missions_are_no_partners(tell: Callable[..., Any]) -> None:
    told = tell(f"The {CONSULATE} cooperates with {ASU}.")
    assert not [fact for fact in told.facts() if fact.property == "partnerOf"], told.written()


@pytest.mark.parametrize("more", [f"and another with {OMSU}", f", another with {OMSU}"])
def test_one_more_agreement_is_anothers(more: str, tell: Callable[..., Any]) -> None:
    told = tell(f"A contract was signed with {JLU} {more}.".replace(" ,", ","))
    assert told.finds(f"{JLU} | signed | contract"), told.written()
    assert not told.finds(f"{OMSU} | signed | contract"), told.written()
