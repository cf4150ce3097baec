"""Who was at an event, and who was not, by whom a sentence behind it tells of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology opened."
NAME = "Eurasian Forum of Ecology"
JLU, ASU = "Jilin University", "Altai State University"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Bridge Olympiad was held in Omsk. Second place went to Li Weiming.", True),
        ("The Bridge Olympiad was held in Omsk. The Ice Forum opened. Second place went to Li Weiming.", False),
    ],
)
def test_winners_competed(text: str, who: bool, tell: Callable[..., Any]) -> None:
    assert bool(tell(text).finds("Li Weiming | participatedIn | Bridge Olympiad")) is who


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("The Chinese side was headed by Li Weiming.", True),
        ("Li Weiming led the Chinese group.", True),
        # "his team" works at home
        ("His team was led by Li Weiming.", False),
        ("Its group was headed by Li Weiming.", False),
        # who attends another gathering is not at this one
        ("Li Weiming took part in a Winter School.", False),
        (f"{JLU}'s forum was attended by Li Weiming.", False),
        ("Li Weiming gave a report in the Seminar of Ice.", False),
        # who only speaks of one is
        ("Li Weiming stressed the role of the Winter School.", True),
        ("The forum was attended by Li Weiming.", True),
    ],
)
def test_whose_side_and_which_gathering(said: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert len(told.finds(f"Li Weiming | participatedIn | {NAME}")) == there, told.written()


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("The ties that Li Weiming describes as strong will last.", False),
        ("Li Weiming, who described the ties as strong, left.", True),
        ("Li Weiming described the ties as strong.", True),
        ("Ice was the theme that Li Weiming presented.", True),
    ],
)
def test_what_somebody_calls_a_thing_is_said_elsewhere(said: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert bool(told.finds(f"Li Weiming | participatedIn | {NAME}")) is there, told.written()


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ("A round table on trade took place as part of the Eastern Economic Forum.", "round table on trade"),
        ("On Monday a round table on trade was held at the Eastern Economic Forum.", "round table on trade"),
        ("A highlight was the Eastern Economic Forum.", "Eastern Economic Forum"),
    ],
)
@pytest.mark.parametrize(
    ("said", "property"),
    [
        (f"Its organizers were {JLU} and {ASU}.", "organized"),
        (f"It was organized by {JLU} and {ASU}.", "organized"),
        (f"It was attended by experts from {JLU} and {ASU}.", "participatedIn"),
    ],
)
def test_it_is_what_the_sentence_before_is_about(
    before: str, event: str, said: str, property: str, tell: Callable[..., Any]
) -> None:
    told = tell(f"{before} {said}")
    found = {tuple(line.split(" | ")[::2]) for line in told.written() if f"| {property} |" in line}
    for one in (JLU, ASU):
        assert told.finds(f"{one} | {property} | {event}"), told.written()
    assert len(found) == len((JLU, ASU)), told.written()


def test_there_are_students_is_no_presence(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} There are guests from {JLU} on the campus every year. There were no delegations of {ASU}.")
    assert not [line for line in told.written() if "participatedIn" in line], told.written()


def test_who_is_among_those_at_an_event_is_there(tell: Callable[..., Any]) -> None:
    told = tell("Ivan Sokolov and Li Weiming were among those at the Eurasian Fair.")
    assert told.only({"Ivan Sokolov", "Li Weiming"}, "participatedIn", "Eurasian Fair"), told.written()
    told = tell("Ivan Sokolov was among those who missed the Eurasian Fair.")
    assert told.only(set(), "participatedIn", "Eurasian Fair"), told.written()


@pytest.mark.parametrize(
    ("text", "fact", "there"),
    [
        (
            f"The {NAME} was held with the participation of the rector of {JLU}.",
            f"{JLU} | participatedIn | {NAME}",
            True,
        ),
        (
            f"The {NAME} was held with the participation of the dean of {JLU}, the head of the Polar Fund and guests.",
            f"Polar Fund | participatedIn | {NAME}",
            True,
        ),
        (
            f"The {NAME} was held with the participation of a former rector of {JLU}.",
            f"{JLU} | participatedIn | {NAME}",
            False,
        ),
        (f"{FORUM} Li Weiming was invited to give a speech.", f"Li Weiming | participatedIn | {NAME}", True),
        (f"{FORUM} Li Weiming has been invited to give a speech.", f"Li Weiming | participatedIn | {NAME}", False),
        (f"Swimmers of {JLU} were invited to compete at the {NAME}.", f"{JLU} | participatedIn | {NAME}", False),
        (f"{JLU} was invited to attend the {NAME} but declined.", f"{JLU} | participatedIn | {NAME}", False),
        (f"{JLU} was invited to speak at the {NAME}, but could not come.", f"{JLU} | participatedIn | {NAME}", False),
        (f"Pavel Orlov was invited to lecture at {JLU} in May.", f"Pavel Orlov | visited | {JLU}", False),
        (
            "An online conference took place in May, which was attended by Dean Li Weiming.",
            "Li Weiming | participatedIn | online conference",
            True,
        ),
        (
            "An online conference took place in the Omsk Academy, which was headed by Li Weiming.",
            "Li Weiming | participatedIn | online conference",
            False,
        ),
        (
            f"The seminar before the {NAME} took place in Omsk, which was attended by Dean Li Weiming.",
            f"Li Weiming | participatedIn | {NAME}",
            False,
        ),
        (f"A concert was held in the museum, which was run by {JLU}.", f"{JLU} | organized | concert", False),
        (
            f"A conference took place at {JLU}, which was led by Li Weiming.",
            f"Li Weiming | holdsPost | {JLU}",
            True,
        ),
        (f"The {NAME} was initiated by Dean Li Weiming.", f"Li Weiming | organized | {NAME}", True),
        (f"{FORUM} Li Weiming initiated the sale of the house.", f"Li Weiming | participatedIn | {NAME}", False),
    ],
)
def test_what_is_told_of_those_there(text: str, fact: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(fact)) == there, told.written()


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("The rectors came to Omsk for the Polar Forum. Dean Li Weiming received them.", False),
        ("The rectors came to Omsk for the Polar Forum. Dean Li Weiming congratulated them by letter.", False),
        ("The Polar Forum opened in Omsk. Dean Li Weiming described the new library.", True),
        ("The Polar Forum opened in Omsk. Dean Li Weiming welcomed the guests.", True),
    ],
)
def test_who_receives_guests_or_writes_is_not_at_their_forum(said: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert bool(told.finds("Li Weiming | participatedIn | Polar Forum")) is there, told.written()


@pytest.mark.parametrize(
    ("said", "visits"),
    [
        ("A party from Altai State University visited Jilin University.", True),
        ("A party of teachers from Altai State University visited Jilin University.", True),
        ("The ruling party of Altai State University visited Jilin University.", False),
        ("The Party of Altai State University visited Jilin University.", False),
    ],
)
def test_a_party_comes_from_somewhere(said: str, visits: bool, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert bool(told.finds("Altai State University | visited | Jilin University")) is visits, told.written()


@pytest.mark.parametrize("article", ["", "the "])
def test_bodies_are_listed_behind_an_article_too(article: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The Polar Forum was held in Omsk. Two bodies hosted it: {article}Omsk Union and Jilin University.")
    assert told.finds("Omsk Union | organized | Polar Forum"), told.written()
    assert told.finds("Jilin University | organized | Polar Forum")


@pytest.mark.parametrize(
    ("unit", "ours"), [("Russia and Central Asia Department", True), ("Provincial Education Office", False)]
)
def test_what_studies_two_countries_lies_in_none(unit: str, ours: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"Jilin University had guests. Li Weiming, head of the {unit}, met them.", publisher="organization/jlu")
    assert bool(told.finds(f"{unit} | unitOf | Jilin University")) is ours, told.written()
