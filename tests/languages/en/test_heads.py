"""What is mended in what the parser says: the name behind the noun of its kind is who acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The company Oblakron took part in the Polar Forum.", ["Oblakron | participatedIn | Polar Forum"]),
        (
            "The companies Oblakron and Veltis took part in the Polar Forum.",
            ["Oblakron | participatedIn | Polar Forum", "Veltis | participatedIn | Polar Forum"],
        ),
        ("Jilin University cooperates with the company “Zarya”.", ["Jilin University | partnerOf | Zarya"]),
        (
            "Ivan Sokolov, director of the company Oblakron, sang.",
            ["Ivan Sokolov | holdsPost | Oblakron", "Ivan Sokolov | represents | Oblakron"],
        ),
        (
            "They toured the Tomsk company Micran Lights.",
            ["Micran Lights | locatedIn | Tomsk"],
        ),
        ("Guests told the company Oblakron about the Polar Forum.", []),
        ("He told the company that Oblakron would take part in the Polar Forum.", []),
        ("The film “Oblakron LLC” took part in the Polar Forum.", []),
        ("The ship Oblakron LLC took part in the Polar Forum.", []),
    ],
)
def test_the_name_behind_its_noun(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for fact in facts:
        assert told.finds(fact), told.written()
    if not facts:
        assert "Oblakron" in text
        assert not told.finds("Oblakron | participatedIn | Polar Forum"), told.written()
        assert not told.finds("Oblakron LLC | participatedIn | Polar Forum"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        "Jilin University, not the company Micron, took part in the Polar Forum.",
        "Jilin University cooperates with Altai State University, not the company Micron.",
        "Jilin University cooperates with a bank and not the company Micron.",
    ],
)
def test_what_is_denied_of_a_noun_is_not_said_of_its_name(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if "micron" in fact.subject + fact.object], told.written()
