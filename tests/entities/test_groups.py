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
