"""People who are told of again by their surname, or whom a list or a title before them tells."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.en.people_listed import enumerated

TSU, JLU = "Tomsk State University", "Jilin University"

# a text, who is in it
PEOPLE = [
    # surnames in a list in which somebody is titled
    (
        f"They met Li Weiming, Vice-President of {JLU}, Kuzmin, Head of the Laser Laboratory.",
        {"Li Weiming", "Kuzmin"},
    ),
    (
        f"They met Ivan Sokolov, Rector of {TSU}, and Shagdar, Dean of the Faculty of Law.",
        {"Ivan Sokolov", "Shagdar"},
    ),
    # one name in a list of people with their homes
    (f"Anna Petrova ({TSU}), Oleg Orlov and Sayana ({JLU}) came.", {"Anna Petrova", "Oleg Orlov", "Sayana"}),
    # behind a title and its organization
    (f"The guests met the President of {JLU}, Adil Kerim.", {"Adil Kerim"}),
    ("Director of the Polar Research Center Juan Castro opened it.", {"Juan Castro"}),
    ("The dean of the Faculty of Law, Bolot Mamyrov, spoke.", {"Bolot Mamyrov"}),
    # surnames and nothing else in a list
    (
        "Belousova, Tretyakov, Morozova and Kalinsky presented it.",
        {"Belousova", "Tretyakov", "Morozova", "Kalinsky"},
    ),
    ("Then Sokolova, Ivanov, and Petrenko spoke.", {"Sokolova", "Ivanov", "Petrenko"}),
    # surnames again
    ("Ivan Sokolov came. Sokolov spoke.", {"Ivan Sokolov", "Sokolov"}),
    ("Li Weiming came. Then Li spoke.", {"Li Weiming", "Li"}),
]
NOBODY = [
    "They met the rectors of Tomsk, Dean of the Faculty of Law and others.",
    f"The President of {JLU}, Heilongjiang Province, spoke.",
    "The dean of the Faculty of Law, Moscow Campus, spoke.",
    f"The rector of {TSU}, Russian Federation, spoke.",
    f"The library of {TSU} and Rarities ({JLU}) opened.",
    f"They thanked the Director of {JLU}, Party Committee and students.",
]


def said(nlp: Language, text: str) -> set[str]:
    return {text[name.start : name.end] for name in nlp(text)._.names if name.cls == "Person"}


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(text: str, people: set[str], english: Language) -> None:
    assert said(english, text) == people


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str, english: Language) -> None:
    assert said(english, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Sokolov rowed on the Li River.",
        "The Sokolov Institute opened.",
        "Sun Dongsheng came. The Sun rose.",
    ],
)
def test_no_second_mention(text: str, english: Language) -> None:
    assert len(said(english, text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The tour led from Rostov, Azov and Kirov to the sea.",
        "The towns of Azov, Serov and Belov took part.",
        "Kostroma, Tambov and Pskov presented their fairs.",
        "Berlin, Dublin and Turin competed.",
        "Firms Orlov, Belov and Serov Trade came.",
    ],
)
def test_places_and_firms_in_a_list(text: str, english: Language) -> None:
    assert enumerated(english.make_doc(text), set()) == []
