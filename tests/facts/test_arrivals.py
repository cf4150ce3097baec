"""Where travellers were by who asked them, who met them, and where their way led."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
TRIP = f"A delegation of {JLU} was in Russia in May."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Invited by {ASU}, a delegation of {JLU} was in Russia in June.", f"{JLU} | visited | {ASU}"),
        (f"At the invitation of {ASU}, guests from {JLU} came to Barnaul.", f"{JLU} | visited | {ASU}"),
        (f"{TRIP} At {TSU} exchanges were the topic of a long conversation.", f"{JLU} | visited | {TSU}"),
        (f"{TRIP} In the Museum of Altai the guests had tea with the curator.", f"{JLU} | visited | Museum of Altai"),
    ],
)
def test_where_they_were_asked_and_met(text: str, wanted: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(wanted), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{TRIP} At {TSU} research on lasers began in 1990.",
        f"{TRIP} At {TSU} talks with companies will be held in June.",
        f"{TRIP} At {TSU}, Ivan Sokolov met journalists.",
        f"At the invitation of {TSU}, {ASU} will send a delegation to Tomsk.",
        f"{TRIP} At {TSU} the meeting of the academic council approved the plan.",
        f"{TRIP} At {TSU} negotiations with another partner took place.",
        f"{TRIP} At {TSU} there are 300 students, who joined the talks online.",
        f"{TRIP} In {TSU}, a delegation of Omsk State University held talks.",
        f"{TRIP} At {TSU} the talks are about lasers.",
        f"{TRIP} At {TSU} his book was the topic of a conversation.",
        f"At the invitation of {ASU}, Zhang Hui of {JLU} came to Moscow for a forum.",
        f"{TRIP} It rained. {ASU} invited the poets of Omsk.",
    ],
)
def test_where_they_were_not(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"{JLU} | visited | {TSU}"), told.written()
    assert not told.finds(f"{JLU} | visited | {ASU}"), told.written()


def test_what_a_route_led_through_and_a_colon_names(tell: Callable[..., Any]) -> None:
    told = tell(f"The route of the expedition of {ASU} lay through Harbin and Changchun.")
    assert told.finds(f"{ASU} | visited | Harbin"), told.written()
    assert told.finds(f"{ASU} | visited | Changchun"), told.written()
    told = tell(
        f"Three places were visited by the delegation of {ASU}: {JLU}, Tsinghua University and Peking University."
    )
    assert told.finds(f"{ASU} | visited | {JLU}"), told.written()
    assert told.finds(f"{ASU} | visited | Peking University"), told.written()


@pytest.mark.parametrize("way", ["The route of the new railway lay", "The tour of the ballet of Omsk went"])
def test_ways_that_are_not_the_travellers(way: str, tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {ASU} visited China. {way} through Harbin.")
    assert not told.finds(f"{ASU} | visited | Harbin"), told.written()


def test_chances_that_were_taken(tell: Callable[..., Any]) -> None:
    assert tell(f"The guests from {JLU} had a chance to visit {ASU}.").finds(f"{JLU} | visited | {ASU}")
    assert not tell(f"The guests from {JLU} have a chance to visit {ASU}.").finds(f"{JLU} | visited | {ASU}")
    assert not tell(f"The guests from {JLU} had little chance to visit {ASU}.").finds(f"{JLU} | visited | {ASU}")
    assert not tell(f"{JLU} had the chance to visit {ASU}, but declined.").finds(f"{JLU} | visited | {ASU}")
    assert not tell(f"Students of {JLU} got the chance to visit {ASU}.").finds(f"{JLU} | visited | {ASU}")
    assert not tell(f"The guests from {JLU} had no chance to visit {ASU}.").finds(f"{JLU} | visited | {ASU}")
