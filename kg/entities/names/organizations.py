"""Whether two names can be one organization's: only where their spelling is all but equal.

Names of universities differ by single words (Xi'an Polytechnic, Xi'an Technological University), so a high ratio over
the whole name proves nothing: word must answer word, and each pair that differs must be a misspelling.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from kg.entities.names.match import Match
from kg.entities.names.normal import normalise
from kg.entities.names.scripts import is_han
from kg.entities.names.spelling import misspelling
from kg.entities.names.words import word_set
from kg.entities.names.words import words as words_of_all

_RATIO: Final = 0.92
"""The measure of what counts as near-identical, the same that the evaluation uses."""
_LEAST: Final = 6
"""Letters that a name must have before any difference is forgiven: abbreviations differ by one letter."""
_EQUAL: Final = 1.0
_ALMOST: Final = 0.8  # misspelt throughout: possible, but not on the names alone
CONFUSABLE: Final = 0.5
"""Score of names that look alike and are two: they speak against one bearer, as unlike names do not."""
_UNLIKE: Final = 0.4
_CONFUSABLE: Final = 0.8
_CONFUSABLE_IN_CHINESE: Final = 0.6
_WORD: Final = re.compile(r"\w+")
_SMALL_WORDS: Final = frozenset({"of", "for", "and", "in", "at", "и", "в", "по", "的"})


def compare_organizations(a: str, b: str) -> Match:
    """Give how likely two names belong to one organization, and why; the order of the two does not matter.

    >>> compare_organizations("Fengdong New District Authority", "Fengduong New District Authority").same
    True
    >>> compare_organizations("Xi'an Polytechnic University", "Xi'an Technological University").same
    False
    """
    one, other = sorted((a, b))
    return _compare(one, other)


def organization_keys(name: str) -> frozenset[str]:
    """Give keys of which two names must share one to be comparable: the first letters of their words."""
    words = _words(name)
    if any(map(is_han, words)):
        return frozenset({"".join(words)})
    return frozenset({"".join(word[0] for word in words if word not in _SMALL_WORDS)} - {""})


@lru_cache(maxsize=100_000)
def is_common_organization_name(name: str, *, unit: bool = False) -> bool:
    """Tell whether a name says only what kind of organization it is, so that many may bear it.

    Args:
        name: one name.
        unit: whether it is a part of an organization; every university has a Faculty of Physics.

    >>> is_common_organization_name("Joint Institute"), is_common_organization_name("Tsinghua University")
    (True, False)
    >>> is_common_organization_name("Faculty of Physics"), is_common_organization_name("Faculty of Physics", unit=True)
    (False, True)
    """
    kinds = word_set("organization_kinds") | (word_set("organization_words") if unit else frozenset())
    words = normalise(name).split()
    if not any(map(is_han, words)):
        return all(word in kinds for word in words)
    pattern = "|".join(sorted((re.escape(word) for word in kinds if is_han(word)), key=len, reverse=True))
    return re.fullmatch(f"(?:{pattern})+", "".join(words)) is not None


@lru_cache(maxsize=100_000)
def _compare(one: str, other: str) -> Match:
    a, b = _words(one), _words(other)
    if not a or not b:
        return Match(0.0, "one of the names has no letters")
    if a == b:
        return Match(_EQUAL, "the same name")
    left, right = "".join(a), "".join(b)
    if is_han(left + right):
        ratio = fuzz.ratio(left, right) / 100
        score = CONFUSABLE if ratio >= _CONFUSABLE_IN_CHINESE else min(ratio, _UNLIKE)
        return Match(score, "names in Chinese must be equal: one character makes another name")
    if min(len(left), len(right)) < _LEAST:
        return Match(0.0, "names below six letters must be equal")
    if (exact := _abbreviations(one) ^ _abbreviations(other)) & {*a, *b}:
        return Match(CONFUSABLE, f"abbreviations must be equal: {', '.join(sorted(exact))}")
    found = _compare_words(a, b, fuzz.ratio(" ".join(a), " ".join(b)) / 100)
    return replace(found, misspelt=one if found.misspelt == " ".join(a) else other) if found.misspelt else found


def _abbreviations(name: str) -> set[str]:
    """Give the words of a name that are abbreviations, normalised; none of a long name all in capitals."""
    words = _WORD.findall(name)
    if len(words) > 1 and name.isupper():
        return set()
    return {normalise(word) for word in words if sum(map(str.isupper, word)) > 1}


def _compare_words(a: tuple[str, ...], b: tuple[str, ...], ratio: float) -> Match:
    left, right = ([word for word in words if word not in _SMALL_WORDS] for words in (a, b))
    if len(left) != len(right):
        return Match(_unequal(ratio), "one of the names has more words")
    pairs = [(word, counterpart) for word, counterpart in zip(left, right, strict=True) if word != counterpart]
    found = [misspelling(*pair) for pair in pairs]
    if None in found:
        word, counterpart = pairs[found.index(None)]
        return Match(_unequal(ratio), f"“{word}” and “{counterpart}” are two words")
    reasons = [reason for reason in found if reason]
    why = "; ".join(reason.text for reason in reasons) or "the small words differ"
    if ratio < _RATIO:
        return Match(min(ratio, _ALMOST), f"the spelling differs too much: {why}")
    return Match(ratio, f"the same name but for its spelling: {why}", _misspelt(a, b, {r.wrong for r in reasons}))


def _unequal(ratio: float) -> float:
    return CONFUSABLE if ratio >= _CONFUSABLE else min(ratio, _UNLIKE)


def _misspelt(a: tuple[str, ...], b: tuple[str, ...], wrong: set[str | None]) -> str | None:
    """Give the one of two names that has all the wrong words, as its normalised words."""
    bearers = [words for words in (a, b) if wrong and wrong <= set(words)]
    return " ".join(bearers[0]) if len(bearers) == 1 else None


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    words = [words_of_all().short_words.get(word, word) for word in normalise(name).split()]
    legal = word_set("legal_forms")
    return tuple([word for word in words if word not in legal] or words)
