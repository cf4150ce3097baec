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
    ("The deans attended “Northern Lights, Southern Winds” in Omsk on 5 May.", "Northern Lights, Southern Winds"),
    ("They took part in “Northern Lights”. “Northern Lights” was held in Harbin.", "Northern Lights"),
    ("They saw the forum “Northern Lights”. Guests attended “Northern Lights”.", "Northern Lights"),
    ("They took part in “Northern Lights”, a forum of students.", "Northern Lights"),
    ("The “Festival Lights” was held by Tuva State University.", "Festival Lights"),
    ("Tuva State University held “Northern Lights” today.", "Northern Lights"),
    ("They took part in the 2019 “Northern Lights” in Harbin.", "Northern Lights"),
]
BEFORE_NOUNS = [  # a text, the name, its class
    (
        'The "Hand of the North, Evening of Mongolia" cultural show began.',
        "Hand of the North, Evening of Mongolia",
        "Event",
    ),
    ('He spoke at the "Two Rivers: One Sea" youth forum.', "Two Rivers: One Sea", "Conference"),
    (
        "Jilin hosted the 2019 “Ice City” Russian-Chinese Youth Exchange Event.",
        "2019 “Ice City” Russian-Chinese Youth Exchange Event",
        "Event",
    ),
    ("The “Ice City” Winter Sports Activity ended.", "“Ice City” Winter Sports Activity", "Event"),
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
    'The "Two Rivers, One Sea" exhibition centre closed.',
    'The "Two Rivers, One Sea" research project met at a forum.',
    'The "Two Rivers, One Sea" film show ended.',
    'The students of the "Two Rivers: One Sea" night school sang.',
    "Anna Weber attended “Northern Lights, Southern Winds”, too.",  # no sign that it is one
    "Anna Weber took part in “PolarChat”.",
    "They took part in “Clever Ports”, a project of two universities.",
    "They took part in “Festival Lights”, a federal programme.",
    "Tuva State University hosted “Festival Lights”, the hockey team of Omsk.",
    "Tuva State University holds “Polar Seed” in Omsk.",
    "Tuva State University held “Polar Seed”.",
    "Tuva State University held “Polar Charter” in Omsk.",
    "The “Amber Record” was held in Omsk.",
    "The “Golden Bridge” was held by Tuva State University.",
    "The “Amber Prize” was held in Omsk.",
    "Anna Weber attended “Festival Lights” from 2001 to 2005.",
    "The “Golden Bridge” was held from 2001 to 2005.",
    "They took part in “PZ Ranking” on 5 May.",
    'The "Two Rivers, One Sea" research evening ended.',
    'The "Two Rivers, One Sea" opening gala dress was red.',
    'The "Two Rivers, One Sea" cultural show dress was red.',
    "They built the “Ice City” Student Activity Center.",
]


@pytest.mark.parametrize(("text", "title"), HELD)
def test_what_is_held_is_an_event(text: str, title: str, english: Language) -> None:
    assert (title, "Event") in {(text[span.start : span.end], span.cls) for span in english(text)._.names}


@pytest.mark.parametrize(("text", "name", "cls"), BEFORE_NOUNS)
def test_what_stands_before_its_noun_is_whole(text: str, name: str, cls: str, english: Language) -> None:
    assert (name, cls) in {(text[span.start : span.end], span.cls) for span in english(text)._.names}


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_not_said_to_be_held_is_none(text: str, english: Language) -> None:
    assert not [span for span in english(text)._.names if span.cls == "Event" and span.source == "pattern"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("“Be Kind, Serve Society” was the motto of a student forum in Omsk.", 0),
        ("Tuva State held a forum under the motto “One Polar Union”.", 0),
        ("The theme of the forum was “Building the Polar Alliance”.", 0),
        ("They joined the “Polar Alliance” in May.", 1),
        ("The motto of the Polar Alliance was “Be Kind”.", 1),
    ],
)
def test_a_motto_names_nobody(text: str, bodies: int, english: Language) -> None:
    assert sum(span.cls == "Association" for span in english(text)._.names) == bodies
