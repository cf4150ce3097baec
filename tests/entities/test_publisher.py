"""Whose news a text is: "we", "our university", "the University"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]

JLU, SPBPU = "organization/jlu", "organization/spbpu"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our university grew.", "university"),
        ("Guests visited our school.", "school"),
        ("We grew.", "We"),
        ("They praised our work.", "our"),
        ("Guests praised the University.", "University"),
    ],
)
def test_the_publisher_speaks_of_itself(text: str, words: str, understand: Understand) -> None:
    assert understand(text, SPBPU).meant(words) == {SPBPU}
    assert understand(text).meant(words) == set()


@pytest.mark.parametrize("text", ["Guests visited our old school.", "Guests visited our schools.", "A school grew."])
def test_a_school_that_is_not_the_publisher(text: str, understand: Understand) -> None:
    assert SPBPU not in understand(text, SPBPU).meant("school")


def test_an_abbreviation_in_ones_own_address_is_ones_own(understand: Understand) -> None:
    text = "SISU signed a contract."
    assert understand(text, "organization/sisu-cq").meant("SISU") == {"organization/sisu-cq"}
    assert understand(text, JLU).meant("SISU") == {"organization/shisu"}


def test_the_university_of_others_is_the_one_named_last(understand: Understand) -> None:
    text = "Jilin University signed a contract. The University grew."
    assert understand(text).meant("University") == {JLU}


def test_a_site_that_nobody_knows_speaks_too(understand: Understand) -> None:
    text = "Guests praised our university. We grew."
    found = understand(text, source="https://en.nowhere.edu.ru/news/1.htm")
    assert found.meant("university") == found.meant("We") == {"organization/publisher-of-nowhere-edu-ru"}
    assert not understand(text).found.mentions


def test_the_name_in_the_address_is_the_publishers(understand: Understand) -> None:
    text = "The Northern Technological University of Omsk (NTUO) grew. We are glad."
    named = "organization/northern-technological-university-of-omsk"
    assert understand(text, source="https://www.ntuo.ru/news").meant("We") == {named}
    assert understand(text, source="https://www.other.ru/news").meant("We") == set()


@pytest.mark.parametrize("text", ["An old university grew.", "Universities grew."])
def test_no_university_in_particular(text: str, understand: Understand) -> None:
    assert understand(text, SPBPU).found.mentions == ()
