"""Regions and cities that sign an agreement mean their government, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.schema import is_a

Understand = Callable[..., Any]


def _bodies(understood: Any, place: str) -> list[str]:
    """Give the government bodies that a place's name means anywhere in a text."""
    classes = {entity.id: entity.cls for entity in understood.found.entities}
    start = understood.text.index(place)
    meant = {m.entity for m in understood.found.mentions if m.start <= start < m.end}
    return sorted(entity for entity in meant if is_a(classes[entity], "GovernmentBody"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Omsk Region signed a memorandum with Jilin University.", "Omsk Region"),
        ("After the talks, Omsk Region signed a memorandum with Jilin University.", "Omsk Region"),
        ("Jilin University concluded a contract with Omsk Region.", "Omsk Region"),
        ("A protocol was signed by Jilin University and Omsk Region.", "Omsk Region"),
        ("Jilin University entered into an agreement on cooperation with Omsk Region.", "Omsk Region"),
        ("The agreement that the city of Tomsk signed with Jilin University is old.", "Tomsk"),
        ("A treaty of friendship between Tomsk and Harbin was renewed.", "Harbin"),
    ],
)
def test_who_signs_is_the_government(text: str, place: str, understand: Understand) -> None:
    assert len(_bodies(understand(text), place)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Omsk University signed an agreement with Jilin University, Changchun, and Kazan University.", "Changchun"),
        ("Jilin University signed a memorandum in Omsk Region.", "Omsk Region"),
        ("Omsk Region signed autographs for Jilin University.", "Omsk Region"),
        ("Omsk Region is glad of the agreement.", "Omsk Region"),
        ("Russia signed a memorandum with Jilin University.", "Russia"),
        ("Moscow and Beijing signed a treaty.", "Moscow"),
        ("Jilin University signed a contract with a plant in Tomsk.", "Tomsk"),
    ],
)
def test_other_places_stay_places(text: str, place: str, understand: Understand) -> None:
    assert _bodies(understand(text), place) == []


def test_the_body_says_why_it_is_meant(understand: Understand) -> None:
    understood = understand("Omsk Region signed a memorandum with Jilin University.")
    (body,) = _bodies(understood, "Omsk Region")
    reasons = {m.reason for m in understood.found.mentions if m.entity == body}
    assert reasons == {"the government of a place that signs"}
    assert any(name.text == "Omsk Region" for e in understood.found.entities if e.id == body for name in e.names)


@pytest.mark.parametrize(
    ("text", "noun", "bodies"),
    [
        ("The mayor of Tomsk signed a memorandum with Jilin University.", "mayor", 1),
        ("The mayors of Tomsk and Harbin signed an agreement.", "mayors", 2),
        ("An agreement was signed by the governors of Omsk Region and Hunan Province.", "governors", 2),
        ("The mayors of Tomsk and Harbin visited Jilin University.", "mayors", 0),
        ("The leaders of Russia and China signed a treaty.", "leaders", 0),
        ("The mayor of Tomsk signed an agreement with Jilin University on behalf of the Polar Company.", "mayor", 0),
        ("The mayor of Tomsk signed an agreement with Jilin University for the Polar Company.", "mayor", 0),
        ("The mayor of Tomsk signed an agreement with Jilin University for students.", "mayor", 1),
        ("The mayor of Tomsk signed the agreement of Jilin University with Kazan University as a witness.", "mayor", 0),
        ("The mayor of Tomsk signed an employment contract with Li Weiming.", "mayor", 0),
        ("Li Weiming signed an employment contract with the mayor of Tomsk.", "mayor", 0),
        ("The honorary mayor of Tomsk signed a memorandum with Jilin University.", "mayor", 0),
        ("The former mayors of Tomsk and Harbin signed an agreement.", "mayors", 0),
        ("In the eighteenth century the governor of Tomsk signed an agreement with merchants.", "governor", 0),
        ("Before the mayor of Tomsk, Jilin University signed an agreement with Kazan University.", "mayor", 0),
    ],
)
def test_who_heads_a_place_signs_for_it(text: str, noun: str, bodies: int, understand: Understand) -> None:
    assert len(_bodies(understand(text), noun)) == bodies


def test_an_agreement_that_mayors_signed(tell: Callable[..., Any]) -> None:
    told = tell(
        "Contacts are nothing new: they rest on the agreement on trade that the mayors of Tomsk and Omsk signed."
    )
    signed = [fact for fact in told.written() if " | signed | " in fact]
    assert len(signed) == 2, told.written()
