"""What is known of words in capitals before one looks where they stand: given names, endings, common words."""

from __future__ import annotations

from functools import cache

from kg.languages.en.letters import nouns
from kg.languages.kinds import singular
from kg.languages.lexicon import read
from kg.languages.origins import given_names


@cache
def openers() -> frozenset[str]:
    """Give the words that begin sentences with a capital; lower case."""
    return frozenset(read("en", "openers"))


def is_place_word(word: str) -> bool:
    """Tell whether a word names a country's or a language's own ("Chinese Petrov"), or only opens a sentence."""
    return word.lower() in openers() | people_words()[2]


@cache
def people_words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Give the given names, the endings of surnames, and the words in capitals that are no names; lower case."""
    data = read("en", "people")
    return given_names(), tuple(data["surname_endings"]), frozenset(data["not_names"])


def is_common(word: str) -> bool:
    """Tell whether a word in capitals is that of an organization, event, place, post or field, not of a name."""
    heads = frozenset().union(*nouns())
    said = word in heads or singular(word) in heads or word in people_words()[2] | openers() or is_place_word(word)
    return said or word.endswith(tuple(read("en", "names")["field_endings"]))
