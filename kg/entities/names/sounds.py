"""One spelling for all transliterations of a Russian name, and a test for plain misspellings."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from kg.entities.names.words import word_set, words

# Applied in this order. Left: what transliterations differ in; right: the common form.
_RULES: Final = tuple(
    (re.compile(pattern), common)
    for pattern, common in (
        (r"[^a-z]", ""),
        (r"shch|sch", "sh"),
        (r"tch", "ch"),
        (r"ts|tz", "z"),
        (r"kh|gh", "h"),
        (r"c(?!h)|q", "k"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"ander$", "andr"),
        (r"[jy]", "i"),
        (r"(?:^i|(?<=[^aeiou])i+)o", "e"),  # Fyodor, Fedor
        (r"i+(?=e)", ""),  # Arseniev, Arsenyev; Yevgeny, Evgeny
        (r"i+", "i"),
        (r"([^aeiou])\1+", r"\1"),  # Kirill, Kiril
    )
)
SURE: Final = 3
"""Letters at the beginning that misspellings leave alone."""
_LEAST_FOR_ONE: Final = 6
"""Words from this length on may differ by one letter and still be one word: shorter ones are too often two words."""


@lru_cache(maxsize=50_000)
def common_form(key: str) -> str:
    """Give one form for the usual transliterations of a Russian name; the result is for comparing, not for reading.

    >>> {common_form(name) for name in ("arseniev", "arseniiev", "arsenyev", "arseniyev", "arsenev")}
    {'arsenev'}
    >>> {common_form(name) for name in ("iurii", "yuri", "yury", "jurij")}
    {'iuri'}
    """
    for pattern, common in _RULES:
        key = pattern.sub(common, key)
    return key


@cache
def _equivalents() -> dict[str, str]:
    return {common_form(name): row.split()[0] for row in words().given_names for name in row.split()}


def given_form(key: str) -> str:
    """Give the common form of a given name, the same for its forms in other languages ("Michael", "Mikhail")."""
    form = common_form(key)
    return _equivalents().get(form, form)


def is_known_given_name(text: str, key: str) -> bool:
    """Tell whether a word is a Russian or Western given name that words.yml knows, by its print or its ASCII form."""
    return text.lower() in word_set("russian_given_names") or common_form(key) in _equivalents()


def differ_in_gender(one: str, other: str) -> bool:
    """Tell whether two names differ as a woman's and a man's ("Petrova", "Petrov"), by their common forms."""
    return one.endswith("a") != other.endswith("a")


def is_near(one: str, other: str) -> bool:
    """Tell whether one word may be a misspelling of the other: one letter, none of the first three, in six or more."""
    return (
        min(len(one), len(other)) >= _LEAST_FOR_ONE
        and one[:SURE] == other[:SURE]
        and OSA.distance(one, other, score_cutoff=1) <= 1
    )
