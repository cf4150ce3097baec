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


def test_letters_that_shorten_ones_own_name_are_ones_own(understand: Understand) -> None:
    text = "Guests from Jilin University visited SPUFT."
    assert understand(text, "organization/gikit").meant("SPUFT") == {"organization/gikit"}
    assert understand(text, JLU).meant("SPUFT") == {"organization/spuft"}
    assert understand("Guests visited SPUFTA.", "organization/gikit").meant("SPUFTA") == {"organization/spufta"}


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("organization/ecrin", "Economic Research Institute"),
        ("organization/amurnc", "Amur Scientific Center"),
    ],
)
def test_an_institute_need_not_say_of_which_academy_it_is(publisher: str, name: str, understand: Understand) -> None:
    text = f"Guests from Jilin University visited the {name}."
    assert understand(text, publisher).meant(name) == {publisher}
    assert publisher not in understand(text, JLU).meant(name)
    other = f"Polar {name}"
    assert publisher not in understand(f"Guests visited the {other}.", publisher).meant(other)


def test_the_university_of_others_is_the_one_named_last(understand: Understand) -> None:
    text = "Jilin University signed a contract. The University grew."
    assert understand(text).meant("University") == {JLU}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Guests from Jilin University came to SPbPU. The delegation saw the museum of the university.", True),
        ("SPbPU received a delegation of Jilin University. The guests saw the museum of the university.", True),
        ("SPbPU praised guests. Jilin University grew. They saw the museum of the university.", False),
        ("SPbPU grew. Jilin University has museums. They saw the museum of the university.", False),
    ],
)
def test_the_university_that_guests_see_is_not_theirs(text: str, host: bool, understand: Understand) -> None:
    assert understand(text).meant("university") == {SPBPU if host else JLU}


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


def test_the_host_that_a_title_names_beside_its_guests_says_our_school(understand: Understand) -> None:
    text = "Delegation of Altai State University at Jilin University\nGuests came to our school. We grew."
    site = "https://www.unheard.com/1.html"
    found = understand(text, source=site, title=True)
    assert found.meant("school") == found.meant("We") == {JLU}
    alone = understand(
        text.replace("Delegation of Altai State University at", "Tsinghua University and"),
        source="https://www.unheard.com/1",
        title=True,
    )
    assert JLU not in alone.meant("school")


def test_guests_at_a_college_that_nobody_names_are_at_the_publishers(understand: Understand) -> None:
    text = "Teachers of Altai State University stayed at the college for a week. The college grew."
    found = understand(text, source="https://qqrvtc.edu.cn/1.htm")
    assert found.meant("college", 0) == found.meant("college") == {"organization/publisher-of-qqrvtc-edu-cn"}
    other = understand(f"{text} Northern Crafts University grew.", source="https://qqrvtc.edu.cn/1.htm")
    assert not other.meant("college", 0)
    assert "organization/publisher-of-qqrvtc-edu-cn" not in understand(text).meant("college")


@pytest.mark.parametrize(
    ("source", "same"), [("http://en.siwu.edu.cn/1.htm", True), ("http://en.situ.edu.cn/1.htm", False)]
)
def test_the_short_name_in_the_address_shortens_the_only_name_that_it_can(
    source: str, same: bool, understand: Understand
) -> None:
    text = "The rector of SIWU spoke. Guests saw Siping Women's University. They praised our university."
    found = understand(text, source=source)
    named = found.meant("Siping Women's University") - {"place/siping"}
    assert (named == found.meant("SIWU")) is same
    assert (named == found.meant("university")) is same


def test_a_college_that_its_title_speaks_of_is_no_partner_of_it(understand: Understand) -> None:
    text = "Agreement of the College with Altai State University\nGuests came to our college. We grew."
    found = understand(text, source="https://www.unheard.com/1.html", title=True)
    assert found.meant("We") == {"organization/publisher-of-unheard-com"}


def test_the_college_with_a_capital_is_the_publisher_wherever_it_stands(understand: Understand) -> None:
    text = "A delegation of the College flew to Altai State University."
    site = "https://qqrvtc.edu.cn/1.htm"
    assert understand(text, source=site).meant("College") == {"organization/publisher-of-qqrvtc-edu-cn"}
    assert not understand(text.replace("College", "college"), source=site).meant("college")


def test_the_branch_is_whose_news_it_is_where_nothing_else_is_called_so(understand: Understand) -> None:
    site = "https://nowhere.uz/news/1.htm"
    found = understand("Ivan Sokolov headed the delegation of the Branch.", source=site)
    assert found.meant("Branch") == {"organization/publisher-of-nowhere-uz"}
    assert understand("Ivan Sokolov headed the delegation of the branch.", source=site).meant("branch") == set()


@pytest.mark.parametrize(
    ("text", "noun", "meant"),
    [
        ("Volgin University knows Zhengzhou Academy of Arts. The Chinese university sent", "university", "Zhengzhou"),
        ("Zhengzhou Academy of Arts knows Volgin University. The Chinese university sent", "university", "Zhengzhou"),
        ("Zhengzhou Academy of Arts knows Volgin University. The Russian university sent", "university", "Volgin"),
        ("Zhengzhou Academy of Arts knows Barnaul Academy of Arts. The Russian university sent", "university", "Barn"),
    ],
)
def test_the_university_of_a_country_is_the_one_with_a_place_there(
    text: str, noun: str, meant: str, tell: Callable[..., Any]
) -> None:
    analysis = tell(f"{text} ten students.").analysis
    at = text.rindex(noun)
    entity = next(m.entity for m in analysis.mentions if m.start <= at < m.end)
    names = next(one.names for one in analysis.entities if one.id == entity)
    assert names[0].text.startswith(meant)
