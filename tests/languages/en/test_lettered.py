"""Universities by their city and the letters of the rest."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("Guests of Voronezh SAU spoke.", "Voronezh SAU", "organization/vsau-voronezh"),
        ("The rector of Kursk SU spoke.", "Kursk SU", "organization/kursksu"),
        ("Then Novosibirsk STU grew.", "Novosibirsk STU", "organization/nstu"),  # and not the other STU
        ("Then Omsk STU grew.", "Omsk STU", None),  # one of transport and one of technology
        ("Then Harbin QZU grew.", "Harbin QZU", None),
    ],
)
def test_a_city_and_letters_are_a_university(text: str, name: str, entry: str | None, english: Language) -> None:
    found = {text[one.start : one.end]: one for one in english(text)._.names}
    assert found[name].cls == "University"
    assert found[name].entry == entry


@pytest.mark.parametrize(
    "text",
    [
        "In Moscow MSU opened an office.",  # which is there
        "They came to Tomsk IT companies.",
        "They met in Harbin USA teachers.",
        "They met in Harbin. STU grew.",
    ],
)
def test_letters_behind_a_city_may_stand_alone(text: str, english: Language) -> None:
    names = {text[one.start : one.end] for one in english(text)._.names}
    assert not {"Moscow MSU", "Tomsk IT", "Harbin USA", "Harbin. STU"} & names
