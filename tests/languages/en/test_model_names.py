"""What only the model takes for a name, and what of it is none."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.en.model_names import model_names


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Vice Minister of Industry and Information Technology", None),
        ("Minister of Trade", None),
        ("Director of the Altai Research Institute", "Altai Research Institute"),
        ("Altai Research Institute", "Altai Research Institute"),
        ("Altai Universities", None),
        ("Altai Universities on Tour", None),
        ("Altai Association of Universities", "Altai Association of Universities"),
        ("Bachelor 's and Master 's", None),
    ],
)
def test_holders_of_posts_and_plurals_are_no_organizations_to_the_model(
    english: Language, text: str, rest: str | None
) -> None:
    words = ["It", "was", *text.split()]
    doc = Doc(english.vocab, words, pos=["PROPN"] * len(words), ents=["O", "O", "B-ORG", *["I-ORG"] * (len(words) - 3)])
    assert [doc.text[name.start : name.end] for name in model_names(doc, doc.text)] == ([rest] if rest else [])


@pytest.mark.parametrize(("behind", "named"), [("Room", False), ("Hall", False), ("hall", True), ("opened", True)])
def test_what_numbers_a_room_is_no_event(english: Language, behind: str, named: bool) -> None:
    words = ["the", "Second", "Polar", "Conference", behind]
    doc = Doc(english.vocab, words, pos=["PROPN"] * 5, ents=["O", "B-EVENT", "I-EVENT", "I-EVENT", "O"])
    assert bool(list(model_names(doc, doc.text))) is named


@pytest.mark.parametrize(
    ("before", "entity", "rest"),
    [
        ("Minister of", "Culture of the Region", None),
        ("Minister of", "Labour and Education of the Republic", None),
        ("Director of", "Amber Institute of the North", "Amber Institute of the North"),
        ("Head of", "LIDAR", None),
        ("Head of the", "LIDAR", None),
        ("Director of", "NIIEM", "NIIEM"),
        ("Rector of", "RZHU", "RZHU"),
        ("guests of", "RZHU", "RZHU"),
        ("head of", "Brigade No. 4", None),
        ("head of", "Brigade No", None),
        ("they of", "Polar No. 4 Group", "Polar No. 4 Group"),
        ("met", "Faculty of law lecturers", None),
        ("met", "Amber sea", "Amber sea"),
        ("saw", "Sino - Russian College", None),
        ("saw", "Sino - Russian Amber College", "Sino - Russian Amber College"),
    ],
)
def test_what_of_a_models_name_is_none(english: Language, before: str, entity: str, rest: str | None) -> None:
    ahead, named, behind = before.split(), entity.replace("No.", "No .").split(), ["4", "."]
    labels = [*["O"] * len(ahead), "B-ORG", *["I-ORG"] * (len(named) - 1), *["O"] * len(behind)]
    words = [*ahead, *named, *behind]
    spaces = [other != "." for other in [*words[1:], ""]]
    doc = Doc(english.vocab, words, spaces, ents=labels)
    assert [doc.text[name.start : name.end] for name in model_names(doc, doc.text)] == ([rest] if rest else [])


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Russian-Chinese laboratory", False),
        ("Russian-Chinese laboratory for tea", False),
        ("Sino-Russian law and business seminar", False),
        ("Sino-Russian Tea laboratory", True),
    ],
)
def test_a_noun_with_no_capital_but_its_countries_is_no_name(english: Language, said: str, named: bool) -> None:
    words = ["It", "was", *said.split()]
    doc = Doc(english.vocab, words, pos=["PROPN"] * len(words), ents=["O", "O", "B-ORG", *["I-ORG"] * (len(words) - 3)])
    assert bool(list(model_names(doc, doc.text))) == named


def test_what_is_held_is_no_body(english: Language) -> None:
    text = "They came to a Meeting of the Working Group in Omsk."
    bodies = [one for one in english(text)._.names if one.cls in {"GovernmentBody", "Organization"}]
    assert not [one for one in bodies if text[one.start : one.end].startswith("Meeting")]
