"""Whom a delegation acts for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]

JLU, ASU = "organization/jlu", "organization/asu"


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("The delegation of Altai State University came.", "delegation", {ASU}),
        ("The Altai State University delegation came.", "Altai State University delegation", {ASU}),
        ("The delegation of Altai State University came. The guests were glad.", "guests", {ASU}),
        ("Representatives of Jilin University came.", "Representatives", {JLU}),
        ("Guests from Jilin University and Altai State University came.", "Guests", {JLU, ASU}),
        ("Ivan Sokolov, Rector of Altai State University, led a delegation.", "delegation", {ASU}),
        ("They met a delegation led by Ivan Sokolov, Rector of Altai State University.", "delegation", {ASU}),
    ],
)
def test_it_acts_for(text: str, words: str, ids: set[str], understand: Understand) -> None:
    assert understand(text).meant(words) & {JLU, ASU} == ids


def test_its_own_delegation_is_the_publishers(understand: Understand) -> None:
    text = "Our delegation came to Jilin University."
    assert understand(text, ASU).meant("delegation") == {ASU}
    assert understand(text).meant("delegation") == set()


@pytest.mark.parametrize(
    "text", ["Jilin University met a delegation.", "Ivan Sokolov led a delegation to Jilin University."]
)
def test_nobody_says_whose_it_is(text: str, understand: Understand) -> None:
    assert understand(text).meant("delegation") == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A delegation came. It included representatives of Jilin University and Altai State University.",
            "delegation",
        ),
        ("The delegation consisted of experts from Jilin University and Altai State University.", "delegation"),
        ("They met the staff of two institutions: Jilin University and Altai State University.", "staff"),
        ("They met teachers of Jilin University, the Altai State University and Tomsk State University.", "teachers"),
    ],
)
def test_it_acts_for_those_who_make_it_up(text: str, words: str, understand: Understand) -> None:
    assert understand(text).meant(words) & {JLU, ASU} == {JLU, ASU}


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("A delegation with Ivan Sokolov, Rector of Altai State University, at its head came.", "delegation", {ASU}),
        ("The delegation was headed by Ivan Sokolov, Rector of Altai State University.", "delegation", {ASU}),
        ("A delegation came. The book included photos of Jilin University.", "delegation", set()),
        ("A delegation came. It praised teachers of Jilin University.", "delegation", set()),
        ("Teachers of Jilin University, Altai State University said, came.", "Teachers", {JLU}),
    ],
)
def test_by_its_head_or_not_at_all(text: str, words: str, ids: set[str], understand: Understand) -> None:
    assert understand(text).meant(words) & {JLU, ASU} == ids


OMSU, CAME = "organization/omsu", "A delegation visited Jilin University."


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        # headed by somebody of a unit: that of the sentence before, and its university's
        (f"{CAME} The delegation was headed by Ivan Petrov, Dean of the Faculty of Law of Omsk State University.",
         "delegation visited", set()),
        (f"{CAME} It was headed by Ivan Petrov, Rector of Omsk State University.", "delegation visited", {OMSU}),
        ("A delegation of Altai State University came. The delegation was headed by Ivan Petrov, Rector of Omsk State "
         "University.", "delegation was", {ASU}),
        ("A delegation of Altai State University came. The delegation was headed by Ivan Petrov.", "delegation was",
         {ASU}),
        ("The delegation was headed by Ivan Petrov.", "delegation was", set()),
    ],
)  # fmt: skip
def test_whoever_headed_it_a_delegation_told_of_before_is_the_same(
    text: str, words: str, ids: set[str], understand: Understand
) -> None:
    assert understand(text).meant(words) & {JLU, ASU, OMSU} == ids
