"""Organizations with whose name they bear, and who stands behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

NAMES = [
    ("Omsk University of Ice (OUI) named after P. Ivanov grew.", "Omsk University of Ice (OUI) named after P. Ivanov"),
    (
        "Rector of Omsk Ice University named after P. Ivanov Anna Sidorova spoke.",
        "Omsk Ice University named after P. Ivanov",
    ),
    (
        "Rector of Omsk Ice University named after Ivan Petrov Anna Sidorova spoke.",
        "Omsk Ice University named after Ivan Petrov",
    ),
    (
        "Omsk Ice University named after N. Rim-Korsakov Vice-Rector Anna Orlova spoke.",
        "Omsk Ice University named after N. Rim-Korsakov",
    ),
    (
        "Omsk Ice University named after Mikhail Vasilyevich Orlov grew.",
        "Omsk Ice University named after Mikhail Vasilyevich Orlov",
    ),
    ("Omsk Ice University named after Peter the Great grew.", "Omsk Ice University named after Peter the Great"),
    (
        "They toured the V.I. Orlov and A.M. Belov Laboratory of Ice.",
        "V.I. Orlov and A.M. Belov Laboratory of Ice",
    ),
    ("They met V.I. Orlov and A.M. Belov Laboratory staff.", "V.I. Orlov"),
    ("They thanked the A.M. Belov Laboratory of Ice.", "A.M. Belov Laboratory of Ice"),
    ("The Institute of Ice V.L. Komarin of the Tula Academy of Plants grew.", "Institute of Ice V.L. Komarin"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: str, english: Language) -> None:
    assert name in {text[one.start : one.end] for one in english(text)._.names}


def test_who_stands_behind_is_somebody(english: Language) -> None:
    text = "Rector of Omsk Ice University named after P. Ivanov Anna Sidorova spoke."
    assert [text[p.start : p.end] for p in english(text)._.names if p.cls == "Person"] == ["Anna Sidorova"]
    text = "The director of the Institute of Ice V.L. Komarin of the Tula Academy of Plants spoke."
    assert "V.L. Komarin" in {text[p.start : p.end] for p in english(text)._.names if p.cls == "Person"}


def test_a_short_form_before_the_namesake(english: Language) -> None:
    text = "Omsk University of Ice (OUI) named after P. Ivanov grew."
    aliases = {text[one.start : one.end] for one in english(text)._.aliases}
    assert aliases == {"OUI", "Omsk University of Ice"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Omsk State University knows Shanghai Normal University. The Shanghai university agreed.", "Shanghai Normal"),
        ("Omsk State University knows Xinjiang Medical University. The Xinjiang university agreed.", "Xinjiang Med"),
        ("Omsk State University knows Shanghai University. The Shanghai university agreed.", "Shanghai University"),
        ("Omsk State University agreed with the Shanghai university.", "Shanghai University"),
        (
            "Shanghai University knows Shanghai Normal University. The Shanghai university agreed.",
            "Shanghai University",
        ),
    ],
)
def test_which_university_of_a_place_is_meant(text: str, meant: str, tell: Callable[..., Any]) -> None:
    analysis = tell(text).analysis
    at = text.rindex("Shanghai university" if "Shanghai university" in text else "Xinjiang university")
    entity = next(m.entity for m in analysis.mentions if m.start == at and text[m.start : m.end].endswith("university"))
    names = next(one.names for one in analysis.entities if one.id == entity)
    assert names[0].text.startswith(meant)
