"""People whom only the title beside them tells."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages import pinyin
from kg.languages.en.people_lettered import lettered
from kg.languages.lexicon import read

ASU = "Altai State University"

PEOPLE = [
    (f"Shakhray, who is Vice-Rector of {ASU}, spoke.", "Shakhray"),
    (f"Present were these. Rector of {ASU}: Shakhray. Others came too.", "Shakhray"),
    (f"The rector of {ASU}, Buyanto, spoke.", "Buyanto"),
    ("They heard Anna Petrova, Ivan Sokolov, Yuval Weber and Oleg Orlov.", "Yuval Weber"),
    ("The director of the Faculty of Law Pogodin S. spoke.", "Pogodin S."),
    ("They met Alexandre Brasil Carvalho da Fonseca there.", "Alexandre Brasil Carvalho da Fonseca"),
    ("They met Ivan A Sokolov there.", "Ivan A Sokolov"),
    (f"Professors Ivanov and Petrov of {ASU} spoke.", "Ivanov"),
    (f"Rectors Ivanov and Sokolova spoke at {ASU}.", "Ivanov"),
    # unknown names beside a post: behind the name, or before it, with a state
    ("The guests thanked Karo Ndegwa, Kenya's Minister of Education.", "Karo Ndegwa"),
    ("Omsk thanked Tamba Chiko, Zimbabwe Minister of Trade.", "Tamba Chiko"),
    (f"Azil Toktur, newly confirmed as rector of {ASU}, spoke.", "Azil Toktur"),
    (f"Then Thula Mbek-Nkos, vice-rector of {ASU}, spoke.", "Thula Mbek-Nkos"),
    ("Minister of Education of Kenya Wanji Kamut spoke.", "Wanji Kamut"),
    ("Ambassador of Kenya Wanji Kamut spoke.", "Wanji Kamut"),
    ("Then Vice-Rector Bato Wanji spoke.", "Bato Wanji"),
    ("They met Vice-Rector Batos Wanji there.", "Batos Wanji"),
    # one name in a list, and one in capitals
    (f"The group included Sarno, dean of the Law School of {ASU}, and Tumeno, director of the Law School.", "Tumeno"),
    (f"They met SALIMO, principal of {ASU}, there.", "SALIMO"),
    (f"MIKHAIL, dean of the Faculty of Law of {ASU}, spoke.", "MIKHAIL"),
    (f"OLGA PETROVA of {ASU} spoke.", "OLGA PETROVA"),
    (f"Bolor TUMENJARG, director of {ASU}, spoke.", "Bolor TUMENJARG"),
    # a Chinese given name in small letters
    ("They met director Zhang weimin there.", "Zhang weimin"),
    (f"Wang jun, dean of the Faculty of Law of {ASU}, spoke.", "Wang jun"),
    ("Vice-Rector Huang yong and others spoke.", "Huang yong"),
    ("Li xiaohong noted this.", "Li xiaohong"),
    ("They met Dr. Zhang weimin. On Monday Zhang weimin left.", "Zhang weimin"),
]
NOBODY = [
    "Leader Upholds Bold Steps for peace.",
    "Guests came. Envoy Touts Warm Bonds of the two.",
    "Rector Praises Bold Steps for Peace in Omsk",
    "They saw Lake Zarechny, director of the museum said.",
    f"In Zarechny, Rector of {ASU} Ivan Sokolov spoke.",
    "Zarechny, leader of Russian trade, grew.",
    f"They came from Zarechny, Rector of {ASU} said.",
    "They heard Anna Petrova, Zarechny Sad, and Oleg Orlov.",
    "Topics: Zarechny.",
    "They read Zarechny S. and rested.",
    f"They stopped in Omsk and Zarechny, Rector of {ASU} said.",
    "They heard Anna Petrova, Ivan Sokolov, Zarechny Park, and rested.",
    "The prize of the director of the contest: Zarechny.",
    f"They went to Novy Zarechny, director of {ASU} said.",
    "The Governor of Omsk Novy Zarechny's streets saw.",
    f"They thanked Zarechny, member of {ASU}, for it.",
    "Rector Praises Zarechny",
    "They thanked Novy Zarechny, director of which is Ivan Sokolov.",
    "Ambassador of Kenya Zarechny Art opened.",
    "The Director of Omsk Zarechny Vocational and Technical College spoke.",
    f"Among them was Novy Zarechny, Rector of {ASU} Ivan Sokolov said.",
]
SMALL = [
    "President Wang came to Omsk.",
    "Professor Li made a report.",
    "Then Wang and Zhang, with Li he, sang.",
    "Director Long time ago left.",
    "The book cost Yuan more.",
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


@pytest.mark.parametrize("text", SMALL)
def test_no_given_name_in_small_letters(text: str, english: Language) -> None:
    assert not [name for name in people(english, text) if " " in name]


@pytest.mark.parametrize("text", NOBODY)
def test_no_shape_of_a_name(text: str, english: Language) -> None:
    shaped = [name for name in english(text)._.names if name.cls == "Person" and name.source != "model"]
    assert not [name for name in shaped if "Zarechny" in text[name.start : name.end]]


def test_words_that_are_no_given_names_look_like_such() -> None:
    words = read("en", "people")["no_given_names"]
    assert [word for word in words if not pinyin.is_given_name(word) or len(word) < 2] == []
