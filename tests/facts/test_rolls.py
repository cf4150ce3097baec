"""Rolls: who is named behind the verb as being there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology opened."
NAME = "Eurasian Forum of Ecology"
JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (f"Taking part in the {NAME} were delegations of {JLU}, {ASU} and {TSU}.", {JLU, ASU, TSU}),
        ("Opening the session was Ivan Sokolov.", {"Ivan Sokolov"}),
        (f"Representing China were {JLU} and Li Weiming.", {JLU, "Li Weiming"}),
        (f"Participating in the forum were 19 universities, including {JLU} and {ASU}.", {JLU, ASU}),
        (f"Among those who came to the {NAME} were Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("In attendance were Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        (f"Also on the line were Ivan Sokolov and, far off, teachers of {JLU} and {TSU}.", {"Ivan Sokolov", JLU, TSU}),
        (f"Present was Li Weiming, who heads the choir of {JLU}, and guests from {ASU}.", {"Li Weiming", ASU}),
        ("There were nine experts from China, among them Li Weiming and Wang Wei.", {"Li Weiming", "Wang Wei"}),
        ("There were ten guests, including Ivan Sokolov.", {"Ivan Sokolov"}),
        ("From China came nine experts, among them Li Weiming and Wang Wei.", {"Li Weiming", "Wang Wei"}),
        ("Speeches were heard from Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Reports followed, among them one on soil, given by Li Weiming.", {"Li Weiming"}),
        ("Greetings were given by Ivan Sokolov and, via video link, by Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Ivan Sokolov was in the audience.", {"Ivan Sokolov"}),
        ("Those who took part were Ivan Sokolov; Wei Lin; and Wang Wei.", {"Ivan Sokolov", "Wei Lin", "Wang Wei"}),
        ("Those who gave speeches were Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Those taking part were Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Present and taking the floor were Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Chairing it were Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("At the head of the Russian delegation was Ivan Sokolov.", {"Ivan Sokolov"}),
        (f"Taking part were representatives of {JLU}, of {ASU} and of {TSU}.", {JLU, ASU, TSU}),
        (f"It was attended by scientists of {JLU}, of {ASU} and of {TSU}.", {JLU, ASU, TSU}),
        ("Ivan Sokolov and Li Weiming were among those present.", {"Ivan Sokolov", "Li Weiming"}),
        ("Opening speeches came from Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("It was opened with speeches by Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("At the opening the floor was given to Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("The jury consisted of Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Opening the forum, Ivan Sokolov and Li Weiming wished it well.", {"Ivan Sokolov", "Li Weiming"}),
    ],
)  # fmt: skip
def test_who_is_on_a_roll(said: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert told.only(who, "participatedIn", NAME), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"There were three agreements, among them one with {JLU}.",
        f"Among the topics were soil and the plans of {JLU}.",
        f"Among the topics were soils, including those of {JLU}.",
        f"Speaking of partners, the best were {JLU} and {ASU}.",
        "Not present was Li Weiming.",
        "Those who could not take part were Ivan Sokolov and Li Weiming.",
        f"Those who praised it were {JLU} and {ASU}.",
        f"Those who taught there were {JLU} and {ASU}.",
        f"Those who took no part were {JLU} and {ASU}.",
        f"Those unable to attend were {JLU} and {ASU}.",
        f"Those who will take part in autumn are {JLU} and {ASU}.",
        f"Those who took part last year were {JLU} and {ASU}.",
        f"Those taking part in the survey of a bank were {JLU} and {ASU}.",
        "Those who came to Tomsk in 1997 were Ivan Sokolov and Li Weiming.",
        "Those speaking of it online were Ivan Sokolov and Li Weiming.",
        "At the head of the Chinese delegation in 1990 was Li Weiming.",
        "At the head of the delegation that will go to Omsk is Ivan Sokolov.",
        "Chairing it in 2009 was Ivan Sokolov.",
        "Present in the library and reading were Ivan Sokolov and Li Weiming.",
        "The library was opened with speeches by Ivan Sokolov and Li Weiming.",
        "The book was published with reports by Ivan Sokolov and Li Weiming.",
        "The museum's page is adorned with speeches by Ivan Sokolov.",
        "The jury of another contest consisted of Ivan Sokolov and Li Weiming.",
        "The jury of the essay prize consists of Ivan Sokolov and Li Weiming.",
        "Reports on its results came from Ivan Sokolov.",
        "Ivan Sokolov was among those present at the dinner in March.",
        "In his address to the nation, Ivan Sokolov spoke of ice.",
        "In his video address, Ivan Sokolov wished it luck.",
        "Those invited to take part were Ivan Sokolov and Li Weiming.",
        "At the head of the school was Ivan Sokolov.",
        "Greetings came from Ivan Sokolov.",
        "The council consisted of Ivan Sokolov and Li Weiming.",
        "Ivan Sokolov was among those absent.",
        "Present will be Li Weiming.",
        f"Among them were {JLU} and {ASU}.",
        "Attending the talks will be Ivan Sokolov.",
        f"On the agenda were the library of {JLU} and its museum.",
        f"Invited were {JLU} and {ASU}.",
    ],
)
def test_what_is_no_roll(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_who_opens_another_event_is_there(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} The fair of the city was opened with a speech by Ivan Sokolov.")
    assert told.finds("Ivan Sokolov | participatedIn | fair of the city"), told.written()
    assert sum(fact.property == "participatedIn" for fact in told.facts()) == 1, told.written()


def test_nobody_is_on_a_roll_of_no_event(tell: Callable[..., Any]) -> None:
    told = tell("In attendance were Ivan Sokolov and Li Weiming.")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


@pytest.mark.parametrize(
    ("text", "people", "others"),
    [
        (
            "Among those who got the Friendship Medal were Anna Wolska, a singer from Tomsk, Oleg Orlov, and Li Ming.",
            ["Anna Wolska", "Oleg Orlov", "Li Ming"],
            [],
        ),
        ("Those who received the Friendship Medal included Oleg Orlov and Li Ming.", ["Oleg Orlov", "Li Ming"], []),
        ("Oleg Orlov was among those who won the Friendship Medal.", ["Oleg Orlov"], []),
        ("Among those who did not get the Friendship Medal was Oleg Orlov.", [], ["Oleg Orlov"]),
        ("Those who got the Friendship Medal thanked Oleg Orlov.", [], ["Oleg Orlov"]),
    ],
)
def test_those_who_did_something(text: str, people: list[str], others: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for person in people:
        assert told.finds(f"{person} | received | Friendship Medal"), told.written()
    for person in others:
        assert not told.finds(f"{person} | received | Friendship Medal"), told.written()


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("At the opening were present Ivan Sokolov and Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("At the opening were present: Rector Ivan Sokolov; Dean Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        (f"Among the listeners were students of {JLU}, {ASU} and {TSU}.", {JLU, ASU, TSU}),
    ],
)
def test_rolls_behind_an_occasion(said: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert all(told.finds(f"{one} | participatedIn | {NAME}") for one in who), told.written()


@pytest.mark.parametrize(
    "said", ["At the opening were not present Li Weiming.", "At the opening were flags and songs."]
)
def test_no_roll_behind_an_occasion(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()
