"""Branches in small letters by whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

ASU, LAW = "Altai State University", "Kirov Institute of Law"


@pytest.mark.parametrize(
    "text",
    [
        f"The branch of {ASU} in Omsk opened in 2004.",
        f"There is a branch of {ASU} in Omsk.",
        f"They toured the branch of {ASU} in Omsk.",
    ],
)
def test_a_branch_lies_elsewhere(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"branch | unitOf | {ASU}"), told.written()
    assert told.finds("branch | locatedIn | Omsk")
    assert not told.finds(f"{ASU} | locatedIn | Omsk")


@pytest.mark.parametrize(
    "text",
    [
        f"They plan to open a branch of {ASU} in Omsk.",
        f"A branch of {ASU} in Omsk will open soon.",
        f"Omsk will have the branch of {ASU}.",
        f"The {LAW}, a branch of {ASU}, grew.",
        f"The {LAW} is a branch of {ASU}.",
        f"Omsk hosts a branch of {ASU}.",
        "The branch of the Ministry of Polar Affairs helped.",
        f"Branches of {ASU} helped.",
    ],
)
def test_what_is_no_branch_yet_or_something_else(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if "branch" in fact.subject], told.written()


@pytest.mark.parametrize("noun", ["press service", "press office", "press-service", "representative institution"])
def test_other_parts_in_small_letters(noun: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The {noun} of {ASU} told us about it.")
    assert told.finds(f"{noun} | unitOf | {ASU}"), told.written()
    assert not tell(f"They plan a {noun} of {ASU}.").finds(f"{noun} | unitOf | {ASU}")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            f"Ivan Sokolov, Head of the {ASU} representative office in India, sang.",
            f"{ASU} representative office in India",
        ),
        (f"The {ASU} liaison office helped.", f"{ASU} liaison office"),
        (f"Anna Weber, head of the {ASU} press service, sang.", f"{ASU} press service"),
        ("The head of the DVZU press office sang.", "DVZU press office"),
        ("The university's press service sang.", None),
        (f"There is no {ASU} press service.", None),
        (f"The head of the {ASU} office in Harbin, Li Weiming, sang.", f"{ASU} office in Harbin"),
        (
            "Anna Weber, Director of the Polar Council representation in Peru, sang.",
            "Polar Council representation in Peru",
        ),
        (f"Guests came to the {ASU} office in Harbin.", f"{ASU} office in Harbin"),
        (f"There is no {ASU} office in Harbin yet.", None),
        (f"The idea of a {ASU} branch in Harbin was rejected.", None),
        (f"They proposed a {ASU} representative office in India.", None),
        (f"The {ASU} branch in Harbin was never opened.", None),
        (f"They refused to open a {ASU} bureau in Harbin.", None),
        (f"The {ASU} subsidiary in China is planned.", None),
        (f"They are to open the {ASU} office in Harbin.", None),
        (f"The {ASU} office was closed.", None),
        ("The Chinese representation in Omsk was large.", None),
        (f"{ASU} opened a representative office in India.", None),
        (f"{ASU} representatives in China met students.", None),
    ],
)
def test_an_office_behind_whose_it_is(text: str, unit: str | None, english: Language) -> None:
    found = [name for name in english(text)._.names if name.cls == "OrganizationalUnit"]
    assert [text[name.start : name.end] for name in found] == ([unit] if unit else [])


@pytest.mark.parametrize("noun", ["press service", "representative office"])
def test_bodies_of_a_state_have_some_parts(noun: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Anna Weber, head of the {noun} of the Ministry of Polar Affairs, sang.")
    assert told.finds(f"{noun} | unitOf | Ministry of Polar Affairs"), told.written()


def test_a_branch_of_a_short_form(tell: Callable[..., Any]) -> None:
    told = tell("The press service of SibGIU told us about it.")
    assert told.finds("press service | unitOf | SibGIU"), told.written()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (f"They toured the Museum of {ASU}.", "Museum"),
        (f"The Rector's Office of {ASU} helped.", "Rector's Office"),
        (f"Anna Weber, director of the Library of the {LAW}, sang.", "Library"),
        (f"The Library of {ASU} and {LAW} hosted the forum.", None),
        (f"The Library of {ASU}, the {LAW} and others hosted the forum.", None),
        ("They met in the Rector's Office.", None),
        (f"They plan a Museum of {ASU}.", None),
        (f"They toured the library of {ASU}.", None),
    ],
)
def test_parts_of_one_noun_in_capitals(text: str, unit: str | None, english: Language) -> None:
    found = [text[n.start : n.end] for n in english(text)._.names if n.cls == "OrganizationalUnit" and n.start]
    assert [name for name in found if name != LAW] == ([unit] if unit else [])
