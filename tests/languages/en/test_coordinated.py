"""Words joined before the noun of an event."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.schema import is_a


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("the fourth Amur soil and forestry forum", "fourth Amur soil and forestry forum"),
        ("a scientific and practical conference", "scientific and practical conference"),
        ("a youth song and poetry festival", "youth song and poetry festival"),
        ("the Sino-Russian law and business seminar", "Sino-Russian law and business seminar"),
        ("a launch and symposium", "launch and symposium"),
        ("the finals and summit", "finals and summit"),
        # what is joined is another thing
        ("the launch and the symposium", "symposium"),
        ("the museum and symposium", "symposium"),
        ("the museum and science festival", "festival"),
        ("the gallery and youth forum", "youth forum"),
        ("a competition and robotics seminar", "seminar"),
        ("students and youth forum", "youth forum"),
        ("lectures and a youth forum", "youth forum"),
        ("a textbook and language contest", "contest"),
        ("the trade fair and agricultural forum", "forum"),
    ],
)
def test_joined_words_before_an_event(said: str, phrase: str, english: Language) -> None:
    doc = english(f"Jilin University organized {said} in May.")
    found = [doc.text[d.start : d.end] for d in doc._.descriptions if is_a(d.cls, "Event")]
    assert phrase in found, found
    assert all("and" not in one.split() for one in found if one != phrase), found


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("a seminar devoted to the teaching of Russian", "seminar devoted to the teaching of Russian"),
        (
            "an evening concert dedicated to the anniversary of the two schools",
            "evening concert dedicated to the anniversary of the two schools",
        ),
        ("a seminar dedicated to soils in Omsk", "seminar dedicated to soils"),
        ("a seminar dedicated to soils on 3 May 2024", "seminar dedicated to soils"),
        ("a seminar, and spoke of what it was devoted to", ""),
    ],
)
def test_what_an_event_is_dedicated_to(said: str, full: str, english: Language) -> None:
    doc = english(f"Jilin University held {said}.")
    found = [doc.text[d.start : d.full_end] for d in doc._.descriptions if d.full_end and is_a(d.cls, "Event")]
    assert found == ([full] if full else [])
