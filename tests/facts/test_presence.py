"""Who was at an event without a frame saying so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology opened."
NAME = "Eurasian Forum of Ecology"
JLU, ASU = "Jilin University", "Altai State University"


@pytest.mark.parametrize(
    ("said", "who", "rule"),
    [
        ("Ivan Sokolov and Li Weiming attended.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("Ivan Sokolov was present.", ("Ivan Sokolov",), "attended"),
        ("Also present were Ivan Sokolov and Li Weiming.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("Ivan Sokolov delivered a speech.", ("Ivan Sokolov",), "attended"),
        ("Papers were presented by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        (f"{JLU} sent a delegation.", (JLU,), "attended"),
        (f"Delegations came from {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"{JLU} sent Professor Li Weiming.", (JLU, "Li Weiming"), "attended"),
        (f"From Russia there were delegations of {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"Russia was represented by delegations of {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"Delegations had been sent by {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"{JLU} was represented by Li Weiming.", (JLU, "Li Weiming"), "attended"),
        (f"{JLU} displayed turbines.", (JLU,), "attended"),
        ("Ivan Sokolov and Li Weiming joined online.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("The participants were greeted by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        ("Ivan Sokolov shared his experience.", ("Ivan Sokolov",), "attended"),
        (f"Teachers of {JLU} also participated in the work of the sections.", (JLU,), "attended"),
        (f"Russia was represented by {ASU}, China – by {JLU}.", (ASU, JLU), "attended"),
        ("Ivan Sokolov read out a greeting.", ("Ivan Sokolov",), "attended"),
        ("Li Weiming said in his welcoming address that ecology matters.", ("Li Weiming",), "quoted-at"),
        ("Ivan Sokolov was there too.", ("Ivan Sokolov",), "attended"),
        ("The Chinese side was headed by Li Weiming.", ("Li Weiming",), "attended"),
        ("Ivan Sokolov led the Russian group.", ("Ivan Sokolov",), "attended"),
        ("The jury was chaired by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        ("Ivan Sokolov sat on the jury along with Li Weiming.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("The chair was shared by Ivan Sokolov and Li Weiming.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("The ribbon was cut by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        ("Ivan Sokolov stressed the role of science.", ("Ivan Sokolov",), "quoted-at"),
    ],
)
def test_who_was_there(said: str, who: tuple[str, ...], rule: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    there = [fact for fact in told.facts() if fact.property == "participatedIn"]
    assert len(there) == len(who), told.written()
    for one in who:
        assert {fact.rule for fact in told.finds(f"{one} | participatedIn | {NAME}")} == {rule}, told.written()


@pytest.mark.parametrize(
    "said",
    [
        "Ivan Sokolov will attend.",
        "The ribbon will be cut by Ivan Sokolov.",
        "Years ago, far from there, the ribbon had been cut by Ivan Sokolov.",
        "Ivan Sokolov did not attend.",
        "Ivan Sokolov was absent.",
        "Ivan Sokolov will stress the role of science.",
        "In a letter, Ivan Sokolov stressed the role of science.",
        "Ivan Sokolov sent a letter.",
        "Ivan Sokolov had studied chemistry.",
        "Ivan Sokolov studied chemistry.",
        "Ivan Sokolov studied chemistry. He stressed the role of science.",  # whoever "he" is
        f"{JLU} stressed the role of science.",  # organizations are where their people are
        f"{JLU} sent a letter.",
        "Ivan Sokolov joined the university in 2001.",
        "The guests were received by Ivan Sokolov.",
        f"The guests saw {ASU}, where Ivan Sokolov showed a film.",
        f"{JLU} will be represented by Li Weiming.",
        "Ivan Sokolov will lead the Russian group.",
        "The paper of Ivan Sokolov was withdrawn.",
    ],
)
def test_who_was_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_what_is_dated_otherwise_was_elsewhere(tell: Callable[..., Any]) -> None:
    said = "Ivan Sokolov stressed the role of science."
    for date, there in (("On June 3", True), ("On June 10", False)):
        told = tell(f"{FORUM[:-1]} on June 3. {date} {said}", published="2019-11-20")
        assert bool(told.finds(f"Ivan Sokolov | participatedIn | {NAME}")) is there, told.written()


@pytest.mark.parametrize("text", ["Ivan Sokolov attended.", "Ivan Sokolov stressed the role of science."])
def test_no_event_is_told_of(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).analysis.facts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ivan Sokolov and Li Weiming unveiled the Laser Laboratory.", 2),
        ("Ivan Sokolov uncovered the plaque of the Laser Laboratory.", 1),
        ("Ivan Sokolov will unveil the Laser Laboratory.", 0),
        (f"{JLU} opened the Laser Laboratory.", 0),
        ("Ivan Sokolov opened the letter.", 0),
    ],
)
def test_who_opens_a_house_is_at_its_opening(text: str, people: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.rule == "opens-it"]) == people, told.written()


def test_two_delegations_meet_and_nobody_attends(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} and {ASU} had a meeting. Ivan Sokolov attended.")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_the_event_of_the_paragraph(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} It was long. It rained. Two hundred students came too. Ivan Sokolov and Li Weiming attended.")
    assert told.finds(f"Li Weiming | participatedIn | {NAME}")


def test_two_events_in_one_breath(tell: Callable[..., Any]) -> None:
    told = tell(f"The {NAME} and the Baikal Exhibition of Art opened. {JLU} attended.")
    assert told.finds(f"{JLU} | participatedIn | {NAME}"), told.written()
    assert told.finds(f"{JLU} | participatedIn | Baikal Exhibition of Art"), told.written()


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (f"At the {NAME}, Ivan Sokolov praised Li Weiming.", True),
        (f"During the {NAME}, Ivan Sokolov praised Li Weiming.", True),
        (f"At the {NAME}, Ivan Sokolov will praise Li Weiming.", False),
        (f"Before the {NAME}, Ivan Sokolov praised Li Weiming.", False),
    ],
)
def test_acting_at_an_event(text: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = {fact.rule for fact in told.finds(f"Ivan Sokolov | participatedIn | {NAME}")}
    assert ("acts-at-event" in found) == there, told.written()


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (f"They came from {JLU} and {ASU}.", {JLU, ASU}),
        (f"Students of {JLU} competed.", {JLU}),
        ("The report of Li Weiming dealt with water.", {"Li Weiming"}),
        ("The first session was moderated by Li Weiming.", {"Li Weiming"}),
        (f"{JLU} was represented by Li Weiming; {ASU}, the youngest of all, by Ivan Sokolov.",
         {JLU, "Li Weiming", ASU, "Ivan Sokolov"}),
        ("Besides Ivan Sokolov, it was attended by Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Ivan Sokolov took part in it, and so did Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Ivan Sokolov was among those who attended it.", {"Ivan Sokolov"}),
        (f"It gathered a hundred scientists, who represented {JLU} and {ASU}.", {JLU, ASU}),
        ("It was opened at the museum by Ivan Sokolov.", {"Ivan Sokolov"}),
    ],
)  # fmt: skip
def test_who_was_there_by_other_words(said: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert told.only(who, "participatedIn", NAME), told.written()


@pytest.mark.parametrize(
    "said",
    [
        "They came from afar.",
        "The report of Li Weiming will deal with water.",
        f"Its guest editors are from {JLU}.",
        f"An agreement was signed by mail; {JLU}, by the way, sent a letter.",
        "Besides water, there was tea.",
        f"It rained, and so did it in {JLU}.",
        "The participants heard Li Weiming by radio.",
    ],
)
def test_who_was_not_by_other_words(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_nobody_was_at_a_meeting_that_is_to_come(tell: Callable[..., Any]) -> None:
    told = tell("It was agreed that a meeting will take place in May. Ivan Sokolov said at the meeting that it rained.")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Rector Li Weiming in Barnaul", "Barnaul"),
        (f"Li Weiming and Ivan Sokolov at {ASU}", ASU),
        ("Li Weiming, Ambassador of China in Russia", None),
        ("Li Weiming on schools in Barnaul", None),
        ("A museum in Barnaul", None),
        ("Li Weiming was in a museum in Barnaul", None),
    ],
)
def test_headlines_that_say_where_somebody_is(line: str, place: str | None, tell: Callable[..., Any]) -> None:
    told = tell(f"{line}\nIt rained.")
    found = [fact for fact in told.facts() if fact.rule == "headline"]
    assert bool(found) is (place is not None), told.written()
    assert place is None or told.finds(f"Li Weiming | visited | {place}"), told.written()


def test_entries_of_a_chronicle_tell_of_themselves(tell: Callable[..., Any]) -> None:
    text = f"18 May. {ASU} held a seminar on soil. Ivan Sokolov spoke.\n20 May. {JLU} won a cup. Li Weiming spoke."
    told = tell(text, published="2024-06-01")
    assert told.finds("Ivan Sokolov | participatedIn | seminar on soil"), told.written()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (f"May 21, 2015, Harbin. {JLU} held a seminar on soil.", True),
        (f"May 21, 2015, Harbin. {JLU} will hold a seminar on soil.", False),
        (f"Harbin, May 21, 2015. {JLU} held a seminar on soil.", False),
        (f"May 21, 2015. {JLU} held a seminar on soil. Harbin was glad.", False),
    ],
)
def test_where_the_first_event_of_an_entry_was(text: str, held: bool, tell: Callable[..., Any]) -> None:
    assert bool(tell(text).finds("seminar on soil | locatedIn | Harbin")) is held


def test_who_is_met_at_a_round_table_is_there(tell: Callable[..., Any]) -> None:
    told = tell(f"At a roundtable discussion the delegation of {JLU} met Ivan Sokolov.")
    assert told.finds("Ivan Sokolov | participatedIn | roundtable discussion"), told.written()
    assert told.finds(f"{JLU} | participatedIn | roundtable discussion"), told.written()
