"""People whom only the title beside them tells."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.en.people_lettered import lettered

ASU = "Altai State University"

PEOPLE = [
    (f"Shakhray, who is Vice-Rector of {ASU}, spoke.", "Shakhray"),
    (f"Present were these. Rector of {ASU}: Shakhray. Others came too.", "Shakhray"),
    (f"The rector of {ASU}, Buyanto, spoke.", "Buyanto"),
    ("They heard Anna Petrova, Ivan Sokolov, Yuval Weber and Oleg Orlov.", "Yuval Weber"),
    ("The director of the Faculty of Law Pogodin S. spoke.", "Pogodin S."),
    ("They met Alexandre Brasil Carvalho da Fonseca there.", "Alexandre Brasil Carvalho da Fonseca"),
    ("They met Ivan A Sokolov there.", "Ivan A Sokolov"),
]
NOBODY = [
    f"In Zarechny, Rector of {ASU} Ivan Sokolov spoke.",
    "Zarechny, leader of Russian trade, grew.",
    f"They came from Zarechny, Rector of {ASU} said.",
    "They heard Anna Petrova, Zarechny Sad, and Oleg Orlov.",
    "Topics: Zarechny.",
    "They read Zarechny S. and rested.",
    f"They stopped in Omsk and Zarechny, Rector of {ASU} said.",
    "They heard Anna Petrova, Ivan Sokolov, Zarechny Park, and rested.",
    "The prize of the director of the contest: Zarechny.",
]


def people(nlp: Language, text: str) -> list[str]:
    return [text[name.start : name.end] for name in nlp(text)._.names if name.cls == "Person"]


@pytest.mark.parametrize(("text", "person"), PEOPLE)
def test_people(text: str, person: str, english: Language) -> None:
    assert person in people(english, text)


@pytest.mark.parametrize("said", ["However", "Moreover", "Mandarin"])
def test_nobody_in_an_aside(said: str, english: Language) -> None:
    assert said not in people(english, f"The rector of {ASU}, {said}, spoke.")


def test_nobody_where_nobody_is(english: Language) -> None:
    assert not list(lettered("Satin A. was sold.", set()))
    assert "Anna X Laboratory" not in people(english, "They toured Anna X Laboratory there.")
    assert not people(english, f"Present were these. Rector of {ASU}: Vacant. Others came too.")


@pytest.mark.parametrize("text", NOBODY)
def test_no_shape_of_a_name(text: str, english: Language) -> None:
    shaped = [name for name in english(text)._.names if name.cls == "Person" and name.source != "model"]
    assert not [name for name in shaped if "Zarechny" in text[name.start : name.end]]
