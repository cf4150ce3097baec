"""The people of a text, whichever way they are found."""

from __future__ import annotations

import pytest

from kg.languages import load

# a text, the people named in it, each once for each place
TEXTS = [
    # one way each: a minister's surname, a list of surnames, given name and surname, a surname told of again
    ("Deputy Minister of Health Orlov spoke. He thanked Anna Belova.", ["Orlov", "Anna Belova"]),
    ("Petrova, Sidorova, Belov and Gromov presented papers.", ["Petrova", "Sidorova", "Belov", "Gromov"]),
    ("Rector Igor Gromov opened the fair. Gromov thanked the guests.", ["Igor Gromov", "Gromov"]),
    # what a known or other name stands on is nobody
    ("Lomonosov Moscow State University held a fair.", []),
    ("Minister of Education Visits the library.", []),
]


@pytest.mark.parametrize(("text", "people"), TEXTS)
def test_people_are_found_once_each(text: str, people: list[str]) -> None:
    doc = load("en")(text)
    assert [text[name.start : name.end] for name in doc._.names if name.cls == "Person"] == people


# a text with a surname of the registry, whether another part of a name stands beside it
BESIDE = [
    ("Then Kropachev spoke.", False),
    ("Then Bolat Kropachev spoke.", True),
    ("Then G.V. Kropachev spoke.", True),
]


@pytest.mark.parametrize(("text", "within"), BESIDE)
def test_surname_of_somebody_known_within_another_name(text: str, within: bool) -> None:
    (name,) = [name for name in load("en")(text)._.names if name.cls == "Person"]
    assert (text[name.start : name.end] != "Kropachev") == within
