"""Events that nothing but their title in quotation marks names."""

from __future__ import annotations

import pytest
from spacy.language import Language

HELD = [  # a text, the title
    (
        "On 3 May the “Young Ports' Voyage: Northern Shipyards in the Amber Park” was held in Omsk.",
        "Young Ports' Voyage: Northern Shipyards in the Amber Park",
    ),
    ("The “Golden Bridge” took place in Harbin on 5 June.", "Golden Bridge"),
    ("“Roads We Walked” was successfully held from 3 to 5 May.", "Roads We Walked"),
    ("“Roads We Walked: Two Studios” opened on May 5 in Omsk.", "Roads We Walked: Two Studios"),
    ("Tuva State University hosted “Days of the North”.", "Days of the North"),
    ("Tuva State University held 'Winter of Soils' in the 'Seasons' series.", "Winter of Soils"),
    ("The deans attended “Northern Lights, Southern Winds”, too.", "Northern Lights, Southern Winds"),
    ("They took part in the 2019 “Northern Lights” in Harbin.", "Northern Lights"),
]
NOT_HELD = [
    "The film “Northern Lights” was shown in Omsk.",
    "The opera “The Golden Gate” was held over to June.",
    "The “Silk Road Fund” was held responsible.",
    "The project “Golden Bridge” was held in Omsk.",  # the noun of something else
    "The project “Golden Bridge” began. They took part in “Golden Bridge”.",
    "They took part in the “Golden Bridge” programme.",
    "The “Golden Bridge” opened its doors in 2010.",
    "Tuva State University hosted the “Golden Bridge” team.",
    "The words “Peace and Rivers” were held in honour.",
    "He said: “We hope. Peace” was held in Omsk.",
]


@pytest.mark.parametrize(("text", "title"), HELD)
def test_what_is_held_is_an_event(text: str, title: str, english: Language) -> None:
    assert (title, "Event") in {(text[span.start : span.end], span.cls) for span in english(text)._.names}


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_not_said_to_be_held_is_none(text: str, english: Language) -> None:
    assert not [span for span in english(text)._.names if span.cls == "Event" and span.source == "pattern"]
