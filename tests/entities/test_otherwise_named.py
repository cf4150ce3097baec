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
    "Omsk Mining College grew. The A.B. Orlov Omsk Mining College agreed.",
    "Omsk State Polar University (Omsk Polar University) grew.",
]
APART = [
    ("Omsk State Polar University grew. Omsk National Polar University agreed.", 2),
    ("Omsk State Polar University grew. Omsk State Technical University agreed.", 2),
    ("UrMPU grew. The Omsk Mining and Polar University agreed.", 2),
    ("Guangyu Association grew. Hefei Guangyu Association agreed.", 2),
    # no rank that is left out, and none of others than universities
    ("Omsk National Polar University grew. Omsk Polar University agreed.", 2),
    ("Omsk Federal Polar University grew. Omsk Polar University agreed.", 2),
    ("Omsk State Polar Institute grew. Omsk Polar Institute agreed.", 2),
    # words that are not quite one
    ("Amur Polar University of Teachers grew. Amur Pedagogical Polar University agreed.", 2),
    ("Amur Oil College grew. Amur Petroleum College agreed.", 2),
    # in one sentence
    ("Omsk State Polar University and Omsk Polar University agreed.", 2),
    ("Omsk State Polar University grew. It met Omsk Polar University; Omsk State Polar University agreed.", 2),
    # two rectors
    (
        "Ivan Sokolov, Rector of Omsk Polar University, spoke. Anna Petrova, Rector of Omsk State Polar University, "
        "spoke.",
        2,
    ),
    # any town has one
    ("Ice Research Centre grew. Omsk Ice Research Centre agreed.", 2),
    ("Polar Trade Company grew. Omsk Polar Trade Company agreed.", 2),
    ("Polar College grew. The A.B. Orlov Polar College agreed.", 2),
    # of two parents
    ("The Amur Center for Ice of Lena Mining College grew. The Ice Amur Center of Hefei Guangyu School agreed.", 4),
    # either of two
    ("Omsk State Polar University grew. Omsk National Polar University grew. Omsk Polar University agreed.", 3),
    # every university has one
    (
        "The Department of International Relations of Lena Mining College grew. The International Relations Department "
        "of Hefei Guangyu School agreed.",
        4,
    ),
    (
        "The International Relations Department grew. The Department of International Relations of Lena Mining "
        "College agreed.",
        3,
    ),
    # a part of it
    ("Guangyu Institute of Frost grew. The Hefei Center of the Guangyu Institute of Frost agreed.", 2),
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
    told = tell("KemSU received guests. They saw Kemerovo University.")
    assert _organizations(told) == {"organization/kemsu"}


def _organizations(told: Any) -> set[str]:
    named = {mention.entity for mention in told.analysis.mentions if mention.source != "rule"}
    return {entity.id for entity in told.analysis.entities if entity.id.startswith("organization/")} & named
