"""The words that comparing names knows about: ``words.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from kg.errors import LanguageError

_FILE = Path(__file__).parent / "words.yml"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands; its head comment defines the fields."""

    titles: str
    given_names: tuple[str, ...]
    russian_given_names: str
    surname_readings: dict[str, str]
    compound_surnames: str
    short_words: dict[str, str]
    legal_forms: str
    organization_words: str
    organization_kinds: str
    function_words: str
    event_concepts: dict[str, str]
    event_light: str
    event_kinds: str
    event_topics: str
    event_countries: str
    ordinals: dict[str, Annotated[int, msgspec.Meta(ge=1)]]


@cache
def words(file: Path = _FILE) -> Words:
    """Give the words.

    Raises:
        LanguageError: the file lacks a field, has an unknown one, or names a concept that it does not define.
    """
    try:
        found = msgspec.yaml.decode(file.read_bytes(), type=Words)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LanguageError(str(error), place=file.name, remedy="its head comment says what may stand there") from error
    lists = (found.event_light, found.event_kinds, found.event_topics, found.event_countries)
    for concept in " ".join(lists).split():
        if concept not in found.event_concepts:
            raise LanguageError(
                f"“{concept}” is no concept", place=file.name, remedy="give it a row in event_concepts or remove it"
            )
    return found


@cache
def word_set(field: str) -> frozenset[str]:
    """Give the words of a field that is a list of words."""
    return frozenset(getattr(words(), field).split())
