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
    ],
)
def test_what_is_held_in_a_house(text: str, event: str, house: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{event} | locatedIn | {house}"), told.written()


def test_a_house_lies_in_its_city(tell: Callable[..., Any]) -> None:
    told = tell("The laureates were honoured at a ceremony in the Great Hall of the People in Beijing.")
    assert told.finds("Great Hall of the People | locatedIn | Beijing"), told.written()


@pytest.mark.parametrize(
    "text",
    [
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
