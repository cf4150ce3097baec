"""Honours in the plural that people named beside them get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU = "Jilin University"

HANDED = [
    ("Ivan Sokolov and Anna Petrova received their certificates.", "Anna Petrova | received | certificates"),
    (f"{JLU} presented medals to Ivan Sokolov.", "Ivan Sokolov | received | medals"),
    ("Diplomas were handed to Ivan Sokolov.", "Ivan Sokolov | received | Diplomas"),
    (
        f"{JLU} presented the certificates and badges to two scientists: Ivan Sokolov and Anna Petrova.",
        "Anna Petrova | received | certificates",
    ),
]
# no honours are told of
NOTHING = [
    f"The students of {JLU} received certificates, and Ivan Sokolov thanked them.",
    f"Rector Ivan Sokolov handed out diplomas to the students of {JLU}.",
    "Ivan Sokolov spoke of certificates.",
    "Ivan Sokolov collected old medals.",
]


@pytest.mark.parametrize(("text", "fact"), HANDED)
def test_handed(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_handed(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not any(entity.startswith("recognition/") for entity in told.names), told.names
