"""Where organizations and events are by the words around their names, and who founded what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

LAW, POLAR = "Kirov Law Academy", "Northern Technical University"
EXPO = "Polar Education Expo"


@pytest.mark.parametrize(
    ("said", "seated"),
    [
        (f"The {LAW} is a large school in Omsk.", {LAW}),
        (f"A contract was signed with the {LAW}, a private academy in Omsk.", {LAW}),
        (f"The {LAW} is one of the leading universities of Omsk.", {LAW}),
        (f"Founded in Omsk in 1954, the {LAW} teaches judges.", {LAW}),
        (f"Universities in Omsk such as the {LAW} and the {POLAR} sent students.", {LAW, POLAR}),
        (f"The School of Judges of the {LAW} (Omsk) sent students.", {LAW}),
        (f"They wrote to the {LAW} (the city of Omsk).", {LAW}),
    ],
)
def test_organizations(said: str, seated: set[str], tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only(seated, "locatedIn", "Omsk"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"The {LAW} is a partner school in Omsk.",
        f"The {LAW} works with a school in Omsk.",
        f"The {LAW} and a university of Omsk agreed.",
        "Jilin University is one of the best universities of Omsk.",
        f"The favourite city of the {LAW} is Omsk.",
        f"The {LAW}'s sister city is Omsk.",
        f"The {LAW} was in Omsk yesterday.",
        f"The president of the {LAW} is in Omsk.",
        f"The {LAW} is the best foreign university in Omsk.",
        f"The {LAW} sent more delegates than the 23 universities of Omsk.",
    ],
)
def test_no_seat(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only(set(), "locatedIn", "Omsk"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"The {EXPO} was held last week at the Youth Palace in Omsk.",
        f"A group of students took part in the {EXPO} at the Youth Palace in Omsk.",
        f"In Omsk there opened the {EXPO}.",
        f"Omsk saw the beginning of the {EXPO} in May.",
        f"Omsk was the host city of the {EXPO}.",
    ],
)
def test_events(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only({EXPO}, "locatedIn", "Omsk"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"The guests flew to Omsk after they took part in the {EXPO}.",
        f"Students from Omsk took part in the {EXPO}.",
        f"The guests will fly to Omsk and take part in the {EXPO}.",
        f"Guests of the {EXPO} later went on a trip to Omsk.",
        f"Li Weiming flew to Omsk and took part in the {EXPO} remotely.",
        f"Omsk was not chosen as the host city of the {EXPO}.",
        f"Omsk hosts participants of the {EXPO} for training.",
        "The Polar Chess Cup went to Omsk.",
        f"The {EXPO} was prepared at a meeting in Omsk.",
    ],
)
def test_no_event(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only(set(), "locatedIn", "Omsk"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        "Founded in 2015 by Jilin University and Altai State University, the Joint Institute of Ice trains engineers.",
        "We spoke of the Joint Institute of Ice, founded 13 years ago by Jilin University and Altai State University.",
    ],
)
def test_founded_before_and_behind(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only({"Jilin University", "Altai State University"}, "established", "Joint Institute of Ice"), (
        told.written()
    )


def test_a_city_that_the_registry_does_not_know_it_in(tell: Callable[..., Any]) -> None:
    told = tell("They wrote to Jilin University (Harbin).")  # the registry has it in Changchun
    assert not told.only({"Jilin University"}, "locatedIn", "Harbin"), told.written()


def test_a_city_around_the_district_that_the_registry_knows_it_in(tell: Callable[..., Any]) -> None:
    told = tell("They met the Fengdong New District Authority of Xi'an City in Shaanxi Province.")
    assert told.finds("Fengdong New District Authority | locatedIn | Xi'an"), told.written()


def test_where_a_body_met_is_where_its_session_was(tell: Callable[..., Any]) -> None:
    told = tell("A plan was signed at the 24th session of the Russian-Chinese Trade Commission in Omsk.")
    session = "24th session of the Russian-Chinese Trade Commission"
    assert told.only({session}, "locatedIn", "Omsk"), told.written()


@pytest.mark.parametrize(
    ("said", "seated"),
    [
        ("A plan was signed at the meeting of the Trade Committee in Omsk.", True),
        ("The exhibition of the Ice Museum in Omsk came to Tomsk.", False),
        ("The exhibition of the Ice Council in Omsk came to Tomsk.", False),
        ("The session of the Polar Institute in Omsk was held online.", False),
        ("At the session of Tomsk State University in Omsk guests spoke.", False),
        ("The forum of the Polar Institute in Omsk was held online.", False),
    ],
)
def test_only_commissions_meet_anywhere(said: str, seated: bool, tell: Callable[..., Any]) -> None:
    told = tell(said)
    events = [line for line in told.written() if "locatedIn | Omsk" in line and "<thing-in-place>" in line]
    assert bool(events) is seated, told.written()


@pytest.mark.parametrize(
    "said",
    [
        "The exhibition of the Ice Museum in Omsk came to Tomsk.",
        "The session of the Ice Museum in Omsk was held online.",
    ],
)
def test_bodies_of_other_events_keep_their_seats(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert any(line.split(" | ")[0].startswith("held: Ice ") for line in told.written() if "| Omsk" in line), (
        told.written()
    )
