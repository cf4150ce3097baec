"""The top class of a name, and the names of a list."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from kg.languages import load
from kg.languages.families import family, listed


@pytest.fixture(scope="module")
def english() -> Language:
    return load("en")


def token(nlp: Language, text: str, name: str) -> Token:
    return next(t for t in nlp(text) if t.text == name)


@pytest.mark.parametrize(
    ("name", "top"),
    [("Jilin University", "Organization"), ("Ivan Sokolov", "Person"), ("Harbin", "Place"), ("visited", None)],
)
def test_family(name: str, top: str | None, english: Language) -> None:
    assert family(token(english, "Ivan Sokolov visited Jilin University and Harbin.", name)) == top


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jilin University, Ivan Sokolov of Harbin and others.", ["Jilin University", "Ivan Sokolov"]),
        ("Jilin University; Ivan Sokolov.", ["Jilin University"]),
        ("Jilin University met Ivan Sokolov.", ["Jilin University"]),
    ],
)
def test_listed(text: str, names: list[str], english: Language) -> None:
    assert [t.text for t in listed(english(text))] == names
