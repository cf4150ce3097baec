"""Whom “they” and “them” cannot mean, and whom they mean instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]

JLU, ASU, THU = "organization/jlu", "organization/asu", "organization/tsinghua"
GUESTS = "Ten students of Altai State University arrived."
TRIP = "A delegation of Altai State University went to China."
PAIR = "Jilin University and Altai State University are partners."


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        (f"{GUESTS} The Institute of Physics and Jilin University received them.", "them", JLU),
        (f"{TRIP} They saw Jilin University, where they met the rector.", "they", JLU),
    ],
)
def test_those_of_before_and_not_who_acts_on_them(text: str, words: str, never: str, understand: Understand) -> None:
    meant = understand(text).meant(words)
    assert ASU in meant
    assert never not in meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{PAIR} Tsinghua University invited them.", "them"),
        (f"{PAIR} They were glad.", "They"),
        ("Jilin University and Altai State University have a centre where they teach Russian.", "they"),
    ],
)
def test_the_two_told_of_before(text: str, words: str, understand: Understand) -> None:
    assert {JLU, ASU} <= understand(text).meant(words)


VISIT = "A delegation of Jilin University visited Altai State University."


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (f"{VISIT} The rector met with colleagues from China.", "colleagues", {JLU}),
        (f"{VISIT} The Chinese colleagues saw the library.", "Chinese colleagues", {JLU}),
        (f"{VISIT} The rector met with colleagues from Japan.", "colleagues", set()),
        ("Jilin University is old. The rector met with colleagues from China.", "colleagues", set()),
    ],
)
def test_colleagues_came_from_their_country(text: str, words: str, who: set[str], understand: Understand) -> None:
    assert understand(text).meant(words) == who


HOSTS = "Tsinghua University and Jilin University"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Students of Altai State University live in Omsk. {HOSTS} help them. They signed a contract.", "They"),
        (f"{GUESTS} {HOSTS} taught them. They founded a centre.", "They"),
        (f"{GUESTS} {HOSTS} received them. Both universities signed a contract.", "universities"),
    ],
)
def test_guests_are_none_of_the_two_that_received_them(text: str, words: str, understand: Understand) -> None:
    assert understand(text).meant(words) == {THU, JLU}
