"""Houses where events are held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.languages.en.halls import halls


@pytest.mark.parametrize(
    ("text", "event", "house"),
    [
        ("The signing ceremony was held in the Sayan Concert Hall.", "signing ceremony", "Sayan Concert Hall"),
        (
            "The award ceremony took place at the Minsk Friendship Hotel on May 3.",
            "award ceremony",
            "Minsk Friendship Hotel",
        ),
        ("The opening ceremony was on Monday in Lecture Hall 5.", "opening ceremony", "Lecture Hall 5"),
        ("The contest took place in Government Building No. 1.", "contest", "Government Building No. 1"),
        ("They were honoured at a ceremony in the Great Hall of the People.", "ceremony", "Great Hall of the People"),
        ("The forum was held in the Omsk Concert Hall “Star”.", "forum", "Omsk Concert Hall “Star”"),
        ("The forum was held in the Omsk Youth Theater.", "forum", "Omsk Youth Theater"),
        ("The forum was held in Nanyuan Mansion on May 3.", "forum", "Nanyuan Mansion"),
        ("The forum took place on Teatralnaya Square.", "forum", "Teatralnaya Square"),
        ("The forum was held at the Palace of Labour on May 3.", "forum", "Palace of Labour"),
        ("The exhibition opened at the Gansu Art Museum on May 3.", "exhibition", "Gansu Art Museum"),
        ("The exhibition was held on May 3 at the Fengyang Centre.", "exhibition", "Fengyang Centre"),
        ("The Gansu Art Museum housed the exhibition.", "exhibition", "Gansu Art Museum"),
        (
            "The Sayan Hotel was the venue, on May 3, of the Eastern Economic Forum.",
            "Eastern Economic Forum",
            "Sayan Hotel",
        ),
        ("The Sayan Hotel in Omsk hosted the Eastern Economic Forum.", "Eastern Economic Forum", "Sayan Hotel"),
    ],
)
def test_what_is_held_in_a_house(text: str, event: str, house: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{event} | locatedIn | {house}"), told.written()


def test_a_house_lies_in_its_city(tell: Callable[..., Any]) -> None:
    told = tell("The laureates were honoured at a ceremony in the Great Hall of the People in Beijing.")
    assert told.finds("Great Hall of the People | locatedIn | Beijing"), told.written()


@pytest.mark.parametrize("told_of", ["took place at the Sayan Hotel", "was held on May 3 in the Sayan Hotel"])
def test_what_is_held_in_a_house_is_in_its_city(told_of: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The Eastern Economic Forum {told_of} in Omsk.")
    assert told.finds("Eastern Economic Forum | locatedIn | Omsk"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        # what may be a body
        "The Gansu Art Museum hosted the exhibition.",
        "The Sayan Theatre hosted the Eurasian Fair.",
        "The Omsk Music Theater received the guests.",
        "The Sayan Aquarium hosted the Eurasian Fair.",
        "The Sayan Oceanarium hosted the Eurasian Fair.",
        "The Sayan Planetarium hosted the Eurasian Fair.",
        "The Sayan Trade Center hosted the Eurasian Fair.",
        "The Sayan Business Centre hosted the Eurasian Fair.",
        "The Sayan Press Center hosted the Eurasian Fair.",
        "The Sayan Media Centre hosted the Eurasian Fair.",
        # of which more is told
        "The exhibition was held at the Altai Museum. The Altai Museum has its own programme.",
        "The exhibition was held at the Altai Museum. The museum has its own programme.",
        "The Eurasian Fair took place at the Siberian Laser Center, which signed an agreement.",
        "The Eurasian Fair took place at the Altai Museum, whose director spoke.",
        "The Eurasian Fair took place at the Altai Museum, a branch of the Omsk Museum.",
        "The Eurasian Fair took place at the Altai Archive, an institution for children.",
        "The Eurasian Fair took place at the Altai Museum, its main partner.",
        "The exhibition was opened at the Altai Museum on May 3 by its director.",
        "The Eurasian Fair was held at the Altai Innovation Center (AIC).",
        # which is somebody's, or no house
        "The seminar was held at the Federal Research Center.",
        "The seminar was held at the BSMU Simulation Center.",
        "The seminar opened in the Main Building of Altai State University.",
        "The seminar took place at the Building Institute.",
        "The seminar took place in the Great Hall of the People’s Embassy.",
        # in which nothing is held
        "The Sayan Hotel welcomed the Eurasian Fair with a letter.",
        "The Sayan Hotel received the guests of the Eurasian Fair.",
        "The guests of the exhibition were shown round the Omsk Museum.",
        "The seminar was about the Sayan Hotel.",
        "The guests of the seminar toured the Yifu Building.",
        "The Eurasian Fair was held not in the Sayan Hotel but in Omsk.",
        "The Eurasian Fair was held not at the Palace of Labour but in Omsk.",
        "The Eurasian Fair was held not at the Tomsk Business Center but in Omsk.",
    ],
)
def test_no_house(text: str) -> None:
    assert not list(halls(text))


@pytest.mark.parametrize(
    "text",
    [
        "The delegation of the forum stayed at the Sayan Hotel.",
        "Jilin University will hold a seminar in the Houde Building.",
    ],
)
def test_no_house_of_an_event(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert list(halls(text))
    assert not [fact for fact in told.facts() if fact.property == "locatedIn"], told.written()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The Sayan Theatre hosted the Eurasian Fair. It grew. The Sayan Theatre signed an agreement.",
            "Sayan Theatre",
        ),
        ("The fair was held at the Siberian Laser Center, which signed an agreement.", "Siberian Laser Center"),
        ("The fair was held at the Altai Polar Museum. The museum signed an agreement.", "Altai Polar Museum"),
        ("The fair was held at the Altai Polar Center (APC). APC signed an agreement.", "Altai Polar Center"),
    ],
)
def test_a_body_acts(text: str, body: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{body} | signed | agreement"), told.written()
