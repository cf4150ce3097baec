"""Whose a body is whose name ends with its owner's letters, and that these letters are the owner, not the body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.entities.owned import ends_with_owner, names_owner


@pytest.mark.parametrize(
    ("short", "name", "owned"),
    [
        ("OMDAU", "Confucius Institute of OMDAU", True),
        ("OMDAU", "OMDAU", False),
        ("OMDAU", "OMDAU Institute", False),
        ("Omsk", "Confucius Institute of Omsk", False),
        ("OMDAU", "Institute for OMDAU", False),
    ],
)
def test_letters_that_end_a_name(short: str, name: str, owned: bool) -> None:
    assert ends_with_owner(short, name, "en") is owned


def test_names_that_begin_one() -> None:
    assert not names_owner("Omsk Office", "Omsk Office for Law", "en")
    assert names_owner("Omsk College", "Omsk College Institute", "en")


def test_the_rector_is_of_the_owner(tell: Callable[..., Any]) -> None:
    told = tell("The Confucius Institute of ALTU opened. Ivan Petrov, Rector of ALTU, spoke.")
    assert told.finds("Ivan Petrov | holdsPost | ALTU"), told.written()
    assert told.finds("Confucius Institute of ALTU | unitOf | ALTU")
    assert not told.finds("Ivan Petrov | holdsPost | Confucius Institute of ALTU")


def test_letters_of_the_body_itself_are_the_body(tell: Callable[..., Any]) -> None:
    told = tell("The Polar Institute of Law (PIL) grew. Ivan Petrov, Rector of PIL, spoke.")
    assert told.finds("Ivan Petrov | holdsPost | Polar Institute of Law"), told.written()
