"""Where journeys led and events were, and who was there: exactly what a sentence says, in the manner of news pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

A, B, C = "Jilin University", "Altai State University", "Omsk State University"
SOKOLOV, LI, WANG = "Ivan Sokolov", "Li Weiming", "Wang Hua"
FORUM, FAIR = "Eastern Economic Forum", "Eurasian Fair"
HELD = f"The {FORUM} was held in Harbin."

SAID = [
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
