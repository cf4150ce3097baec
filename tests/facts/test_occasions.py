"""Where journeys led and events were, and who was there: exactly what a sentence says, in the manner of news pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

A, B, C = "Jilin University", "Altai State University", "Omsk State University"
SOKOLOV, LI, WANG = "Ivan Sokolov", "Li Weiming", "Wang Hua"
FORUM, FAIR, LAW = "Eastern Economic Forum", "Eurasian Fair", "Institute of Law"
CUP = "Amur Robot Cup"
HELD = f"The {FORUM} was held in Harbin."

SAID = [
    # a second one behind its own preposition
    (f"{A} was host to the {FORUM} and to the {FAIR}.", "organized", {(A, FORUM), (A, FAIR)}),
    (f"{A} was host to the {FORUM}, and to the {FAIR} it sent a letter.", "organized", {(A, FORUM)}),
    # a city behind those for whom it was held
    (f"{A} held a seminar for young researchers in Harbin.", "locatedIn", {("seminar", "Harbin")}),
    (f"{A} organized a retreat for teachers of physics in Harbin.", "locatedIn", {("retreat", "Harbin")}),
    (f"{A} held a seminar on universities in Harbin.", "locatedIn", set()),
    (f"{A} held a seminar for teachers who work in Harbin.", "locatedIn", set()),
    (f"In Omsk, {A} held a seminar for teachers in Harbin.", "locatedIn", {("seminar", "Omsk")}),
    # what an opening is of
    (f"Those who took part in the opening of the office were {LI} and {WANG}.", "participatedIn",
     {(LI, "opening"), (WANG, "opening")}),
    (f"Those who spoke at the opening of the branch at the old college were {LI} and {WANG}.", "participatedIn",
     {(LI, "opening"), (WANG, "opening")}),
    (f"Those who met the head of the office were {LI} and {WANG}.", "participatedIn", set()),
    (f"Those who praised the opening of the office were {LI} and {WANG}.", "participatedIn", set()),
    # a list behind a colon where the sentence was broken
    (f"The delegation of {A} travelled to two universities in May: {B} and {C}.", "visited", {(A, B), (A, C)}),
    (f"Guests from {A} visited two institutions in Siberia: {B} and {C}.", "visited", {(A, B), (A, C)}),
    (f"The delegation of {A} visited two universities: {B} will host the next visit.", "visited", set()),
    (f"The delegation of {A} visited two universities in May: the first was {B}.", "visited", set()),
    # how it was done stands before where and by whom
    (f"The {FORUM} was held with great success in Harbin.", "locatedIn", {(FORUM, "Harbin")}),
    (f"The {FAIR} took place in full in Omsk.", "locatedIn", {(FAIR, "Omsk")}),
    (f"The {FORUM} drew to a close in Harbin.", "locatedIn", {(FORUM, "Harbin")}),
    (f"The {FAIR} was held with the success of a fair in Harbin.", "locatedIn", set()),
    # a date between the noun and what it is of
    (f"Omsk was the venue, on 3 July, of the {FAIR}.", "locatedIn", {(FAIR, "Omsk")}),
    # where somebody came to attend
    (f"{LI} came to Harbin to take part in the {FORUM}.", "locatedIn", {(FORUM, "Harbin")}),
    (f"{LI} travelled to Harbin to attend the {FORUM}.", "locatedIn", {(FORUM, "Harbin")}),
    (f"{LI} came to Harbin to prepare the {FORUM}.", "locatedIn", set()),
    # whose journey it was
    (f"The delegation of {A} ended its trip in Barnaul.", "visited", {(A, "Barnaul")}),
    (f"{SOKOLOV} and {LI} began their tour in Omsk.", "visited", {(SOKOLOV, "Omsk"), (LI, "Omsk")}),
    # presence, participation, initiative, premises
    (f"The {FORUM} opened with the participation of {A} and {B}.", "participatedIn", {(A, FORUM), (B, FORUM)}),
    (f"The {FORUM} opened without the participation of {A}.", "participatedIn", set()),
    (f"The {FAIR} was held at the initiative of {A}.", "organized", {(A, FAIR)}),
    (f"The {FAIR} was held with the support of {A}.", "organized", set()),
    (f"The {FAIR} took place on the premises of {A}.", "organized", {(A, FAIR)}),
    (f"{A} and {B} attended the {FORUM} held in Omsk.", "organized", set()),
    (f"{A} and {B} discussed the {FAIR} organized in Omsk.", "organized", set()),
    # people listed with groups
    (
        f"Experts from ten universities, {LI}, chairman of {A}, and others attended the {FORUM}.",
        "participatedIn",
        {(LI, FORUM), (A, FORUM)},
    ),
    (f"Friends of {A}, whom {LI}, and others love, attended the {FORUM}.", "participatedIn", set()),
    # journeys by their itinerary
    (f"A delegation of {A} visited {B}. The trip also took in {C}.", "visited", {(A, B), (A, C)}),
    (f"A delegation of {A} visited {B}. The programme included a visit to {C}.", "visited", {(A, B), (A, C)}),
    (f"A delegation of {A} visited {B}. The programme included a speech of {C}.", "visited", {(A, B)}),
    (f"A delegation of {A} visited {B}. The trip will also take in {C}.", "visited", {(A, B)}),
    (f"A delegation of {A} visited {B}. The visit brought a prize to {C}.", "visited", {(A, B)}),
    (f"The tour of {LI} covered {B} and Omsk.", "visited", {(LI, B), (LI, "Omsk")}),
    (f"A delegation of {A} visited {B}. From there they went on to Omsk.", "visited", {(A, B), (A, "Omsk")}),
    (f"Guests of {A} saw a school, visited {B} and {C}.", "visited", set()),
    (f"The delegation of {A} saw a school, visited {B} and {C}.", "visited", {(A, B), (A, C)}),
    (f"The delegation of {A} said that a school visited {B}.", "visited", set()),
    (f"{LI} came to {B} with a delegation of {A}.", "visited", {(LI, B), (A, B)}),
    (f"A delegation, including representatives of {A}, toured {B}.", "visited", {(A, B)}),
    (f"As part of their visit to Omsk, the delegation of {A} toured {B}.", "visited", {(A, B), (A, "Omsk")}),
    (f"During the visit to China, {SOKOLOV}, Rector of {B}, sang.", "visited", {(SOKOLOV, "China"), (B, "China")}),
    (f"During the visit to China, {LI}, President of {A}, thanked the guests.", "visited", set()),
    # seats
    (f"Located in Omsk, the {LAW} has ten faculties.", "locatedIn", {(LAW, "Omsk")}),
    (f"Founded in 1865 and located in Omsk, the {LAW} grew.", "locatedIn", {(LAW, "Omsk")}),
    ("Northeastern University (Shenyang) grew.", "locatedIn", {("Northeastern University", "Shenyang")}),
    (f"The {LAW} (Russia, the city of Omsk) grew.", "locatedIn", {(LAW, "Omsk")}),
    ("The headquarters of the Polar Association is in Omsk.", "locatedIn", {("Polar Association", "Omsk")}),
    ("The delegates of the Polar Association are in Omsk.", "locatedIn", set()),
    (f"They went to Omsk, where {A} held a seminar.", "locatedIn", {("seminar", "Omsk")}),
    # where the house is
    (f"The {FORUM} was held at the {LAW} in Omsk.", "locatedIn", {(FORUM, "Omsk"), (LAW, "Omsk")}),
    (f"The {FORUM} praised the {LAW} in Omsk.", "locatedIn", {(LAW, "Omsk")}),
    # lists with where each is
    (f"{LI} visited {A} in Changchun, {C} in Omsk and {B}.", "visited", {(LI, A), (LI, C), (LI, B)}),
    # one more "by" behind each semicolon
    (
        f"The {FORUM} was attended by {SOKOLOV}, dean of {A}; by {LI}, who sings; and by {WANG}.",
        "participatedIn",
        {(SOKOLOV, FORUM), (A, FORUM), (LI, FORUM), (WANG, FORUM)},
    ),
    (
        f"The {FORUM} was attended by {SOKOLOV}; a book was written by {LI}.",
        "participatedIn",
        {(SOKOLOV, FORUM)},
    ),
    # for the first time, in something else
    (f"{HELD} A delegation of {A} attended for the first time.", "participatedIn", {(A, FORUM)}),
    (f"{HELD} {LI} took part in a film about the war.", "participatedIn", set()),
    (f"{HELD} {LI} took part in the discussion.", "participatedIn", {(LI, FORUM)}),
    (f"{HELD} {LI} participated in the negotiations at {A}.", "participatedIn", {(LI, "negotiations")}),
    (f"{HELD} The audience heard {LI} and {SOKOLOV}.", "participatedIn", {(LI, FORUM), (SOKOLOV, FORUM)}),
    (f"{HELD} The guide heard {LI} and {SOKOLOV}.", "participatedIn", set()),
    (f"{HELD} The Russian side included {SOKOLOV}.", "participatedIn", {(SOKOLOV, FORUM)}),
    (f"{HELD} First was {LI}.", "participatedIn", set()),
    (f"The Amur Robot Cup was held in Omsk. Third were {LI} and {WANG}.", "participatedIn", {(LI, CUP), (WANG, CUP)}),
    # who begins an event
    (f"The initiator of the {FAIR} was {A}.", "organized", {(A, FAIR)}),
    (f"The {FAIR} was launched by {A} and {B}.", "organized", {(A, FAIR), (B, FAIR)}),
    # at the ceremony told of, at the meeting where somebody is said to be
    (
        f"The {FAIR} began in May. There was a signing ceremony. Present were also {SOKOLOV} and {LI}.",
        "participatedIn",
        {(SOKOLOV, "signing ceremony"), (LI, "signing ceremony")},
    ),
    (
        f"Guests of {A} came. Present at the meeting was {LI}. Among those present was {SOKOLOV}.",
        "participatedIn",
        {(LI, "meeting"), (SOKOLOV, "meeting")},
    ),
    # who speaks first, presides, is welcomed, is on a list, presents
    (f"{HELD} Presiding was {LI}.", "participatedIn", {(LI, FORUM)}),
    (f"{HELD} The first word belonged to {LI}.", "participatedIn", {(LI, FORUM)}),
    (f"{HELD} Then the floor was given to {LI}.", "participatedIn", {(LI, FORUM)}),
    (f"{HELD} The house belonged to {LI}.", "participatedIn", set()),
    (f"{HELD} A welcome to those present came from {LI}.", "participatedIn", {(LI, FORUM)}),
    (f"{HELD} A letter came from {LI}.", "participatedIn", set()),
    (f"{HELD} The list of speakers included {SOKOLOV} and {LI}.", "participatedIn", {(SOKOLOV, FORUM), (LI, FORUM)}),
    (f"{HELD} The list of absentees included {SOKOLOV} and {LI}.", "participatedIn", set()),
    (f"{HELD} Experts from {A} and {B} presented their work.", "participatedIn", {(A, FORUM), (B, FORUM)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prop", "facts"), SAID)
def test_exactly_that_is_said(text: str, prop: str, facts: set[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.property == prop]
    assert len(found) == len(facts), told.written()
    for subject, target in facts:
        assert told.finds(f"{subject} | {prop} | {target}"), told.written()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("HARBIN, May 5 -- The Eurasian Fair opened here on Monday.", {(FAIR, "Harbin")}),
        ("The Eurasian Fair opened here on Monday.", set()),
        ('HARBIN, May 5 -- "The Eurasian Fair opened here," they said.', set()),
    ],
)
def test_here_is_the_place_of_the_dateline(text: str, facts: set[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.property == "locatedIn"]
    assert len(found) == len(facts), told.written()
    assert all(told.finds(f"{one} | locatedIn | {other}") for one, other in facts), told.written()


def test_hosts_are_not_of_the_delegation(tell: Callable[..., Any]) -> None:
    text = f"A delegation of {A} led by {WANG} visited {B}."
    for side, there in (("Chinese", True), ("Russian", False)):
        told = tell(f"{text} Among those present on the {side} side were {LI} and {SOKOLOV}.")
        assert bool(told.finds(f"{LI} | visited | {B}")) is there, told.written()


def test_who_comes_along_is_from_where_the_traveller_is(tell: Callable[..., Any]) -> None:
    told = tell(f"{WANG} of {A} visited {B} together with Dean {LI}.")
    assert told.finds(f"{LI} | holdsPost | {A}"), told.written()
    assert told.finds(f"{LI} | visited | {B}"), told.written()
