"""Houses where events are held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


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
        ("The forum was held in the Omsk Youth Theater “Star”.", "forum", "Omsk Youth Theater “Star”"),
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
        "The Gansu Art Museum hosted the exhibition.",
        "The exhibition was held at the Altai Museum. The Altai Museum has its own programme.",
        "The seminar was held at the Federal Research Center.",
        "The guests of the exhibition were shown round the Omsk Museum.",
        "The seminar was held at the BSMU Simulation Center.",
        "The seminar opened in the Main Building of Altai State University.",
        "The delegation stayed at the Sayan Hotel.",
        "The seminar was about the Sayan Hotel.",
        "The guests toured the Yifu Building.",
        "Jilin University will hold a seminar in the Houde Building.",
        "The seminar took place at the Building Institute.",
        "The seminar took place in the Great Hall of the People’s Embassy.",
    ],
)
def test_no_house_of_an_event(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.written() if "locatedIn" in fact and fact.startswith("held")], told.written()
