"""Who is listed for one of two sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
BEFORE = "A delegation of Jilin University visited Altai State University."


def spokesmen(told: Any) -> dict[str, set[str]]:
    """Give the organizations that each person represents, by their first names."""
    labels = {entity.id: entity.names[0].text for entity in told.analysis.entities if entity.names}
    found: dict[str, set[str]] = {}
    for fact in told.facts():
        if fact.property == "represents":
            found.setdefault(labels[fact.subject], set()).add(labels[fact.object])
    return found


@pytest.mark.parametrize(
    ("text", "speak"),
    [
        (
            "The Russian side was represented by Pavel Orlov and Irina Belova, the Chinese side by Liu Yang.",
            {"Pavel Orlov": {ASU}, "Irina Belova": {ASU}, "Liu Yang": {JLU}},
        ),
        ("On the Russian side, Pavel Orlov and Irina Belova spoke.", {"Pavel Orlov": {ASU}, "Irina Belova": {ASU}}),
        (
            "Among the Chinese participants of the meeting were Liu Yang and Zhang Min.",
            {"Liu Yang": {JLU}, "Zhang Min": {JLU}},
        ),
        ("Pavel Orlov and Irina Belova represented the Russian side.", {"Pavel Orlov": {ASU}, "Irina Belova": {ASU}}),
        (
            "Pavel Orlov and Irina Belova took part from the Russian side.",
            {"Pavel Orlov": {ASU}, "Irina Belova": {ASU}},
        ),
    ],
)
def test_speak_for_the_organization_of_their_side(
    text: str, speak: dict[str, set[str]], tell: Callable[..., Any]
) -> None:
    assert spokesmen(tell(f"{BEFORE} {text}")) == speak


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese side thanked Pavel Orlov and Irina Belova.",
        "On the Russian side it is Pavel Orlov who decides.",
        "The Russian side was glad of the letter that Liu Yang sent.",
        "On the Chinese side, Pavel Orlov found many friends.",
        "From the Russian side of the border came Pavel Orlov.",
        "It rained. " * 10 + "On the Russian side, Pavel Orlov spoke.",
    ],
)
def test_are_not_all_whom_a_sentence_with_a_side_names(text: str, tell: Callable[..., Any]) -> None:
    assert not spokesmen(tell(f"{BEFORE} {text}"))


def test_are_nobodys_where_a_side_is_several(tell: Callable[..., Any]) -> None:
    before = "Jilin University and Shandong University held a forum with Altai State University."
    assert not spokesmen(tell(f"{before} On the Chinese side, Liu Yang and Zhang Min spoke."))


def test_may_be_of_another_that_the_sentence_names(tell: Callable[..., Any]) -> None:
    said = "Among the Russian participants were Pavel Orlov of Omsk State University and Irina Belova."
    assert "Irina Belova" not in spokesmen(tell(f"{BEFORE} {said}"))


def test_officials_are_of_no_university(tell: Callable[..., Any]) -> None:
    said = "On the Russian side the talks were attended by Irina Belova, vice-governor, and Pavel Orlov."
    told = tell(f"{BEFORE} {said}")
    assert spokesmen(told) == {"Pavel Orlov": {ASU}}
    assert not [fact for fact in told.facts() if fact.property == "holdsPost"]


def test_hosts_did_not_visit_themselves(tell: Callable[..., Any]) -> None:
    told = tell(f"{BEFORE} Among those present on the Russian side were Pavel Orlov and Irina Belova.")
    assert not [f for f in told.facts() if f.property == "visited" and f.subject != "organization/jlu"]


def test_our_side_is_the_publishers(tell: Callable[..., Any]) -> None:
    told = tell(f"{BEFORE} From our side, Pavel Orlov took part.", None, "organization/asu")
    assert spokesmen(told) == {"Pavel Orlov": {ASU}}


@pytest.mark.parametrize(
    ("text", "speak"),
    [
        ("From Jilin University there came Liu Yang and Zhang Min.", {"Liu Yang": {JLU}, "Zhang Min": {JLU}}),
        ("From Jilin University came Liu Yang, a doctor, and Zhang Min.", {"Liu Yang": {JLU}, "Zhang Min": {JLU}}),
        ("From Jilin University arrived Liu Yang.", {"Liu Yang": {JLU}}),
        ("From Jilin University came a letter to Liu Yang.", {}),
        ("From Jilin University came Liu Yang's letter.", {}),
        ("From Jilin University the guests came to the house of Liu Yang.", {}),
    ],
)
def test_who_came_from_an_organization(text: str, speak: dict[str, set[str]], tell: Callable[..., Any]) -> None:
    assert spokesmen(tell(f"{BEFORE} {text}")) == speak
