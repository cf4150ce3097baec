"""Organizations that a text calls by two names of the same words, and others that stay two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ONE = [
    "The Academy of Polar Arts of Tatarstan grew. The Tatarstan Academy of Polar Arts sent ten students.",
    "Omsk State Polar University grew. Omsk Polar University agreed.",
    "Penza Agrarian Polar University grew. Penza Agricultural Polar University agreed.",
    "UrMPU grew. The Ural Mining and Polar University agreed.",
    "Guangyu School grew. Hefei Guangyu School agreed.",
    "Lena Mining College grew. The A.B. Orlov Lena Mining College agreed.",
]
APART = [
    ("Omsk State Polar University grew. Omsk National Polar University agreed.", 2),
    ("Omsk State Polar University grew. Omsk State Technical University agreed.", 2),
    ("UrMPU grew. The Omsk Mining and Polar University agreed.", 2),
    ("The Ice Association grew. The Omsk Ice Association agreed.", 2),
    # either of two
    ("Omsk State Polar University grew. Omsk National Polar University grew. Omsk Polar University agreed.", 3),
    # every university has one
    (
        "The Department of International Relations of Lena Mining College grew. The International Relations Department "
        "of Hefei Guangyu School agreed.",
        4,
    ),
    # a part of it
    ("The Lena Institute of Frost and Ice grew. The Omsk Center of the Lena Institute of Frost and Ice agreed.", 2),
    ("Lena Polar University grew. Lena Polar University Ice Institute agreed.", 2),
]


@pytest.mark.parametrize("text", ONE)
def test_two_names_of_the_same_words_are_of_one(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len(_organizations(told)) == 1, told.written()


@pytest.mark.parametrize(("text", "count"), APART)
def test_others_stay_apart(text: str, count: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len(_organizations(told)) == count, told.written()


def test_a_known_university_without_its_rank(tell: Callable[..., Any]) -> None:
    told = tell("KFU received guests. They saw Kazan University.")
    assert _organizations(told) == {"organization/kfu"}


def _organizations(told: Any) -> set[str]:
    named = {mention.entity for mention in told.analysis.mentions if mention.source != "rule"}
    return {entity.id for entity in told.analysis.entities if entity.id.startswith("organization/")} & named
