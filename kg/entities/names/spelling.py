"""Whether two words that are spelt almost alike are one word misspelt or two words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from kg.entities.names.palladius import palladius
from kg.entities.names.scripts import is_cyrillic, is_han, latin, pinyin_key
from kg.entities.names.words import word_set

_LEAST: Final = 5
"""Shorter words must be equal: one letter makes another word of them too often."""
_LEAST_FOR_TWO: Final = 9
"""From this length on two letters may differ."""


_ADJECTIVE: Final = re.compile(r"(\w{3,})ск(?:ий|ая|ое|ие|ого|ой|ому|ую|им|ом|их|ими)")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two words are one, in words, and which of them is misspelt, where that can be told."""

    text: str
    wrong: str | None = None


def misspelling(one: str, other: str) -> Reason | None:
    """Give why one of two normalised words is a misspelling of the other; None if they are two words.

    The first letter is hardly ever wrong, but often tells two words apart (Tomsk, Omsk). Two words that both are good
    pinyin, or both good Palladius, or both known, are two words.

    >>> misspelling("fengdong", "fengduong").text
    '“fengduong” is no pinyin and one letter away from “fengdong”'
    >>> misspelling("henan", "hunan"), misspelling("technology", "technological"), misspelling("хэбэйский", "хубэйский")
    (None, None, None)
    """
    first, second = _core(one), _core(other)
    if first == second:
        return Reason(f"“{one}” and “{other}” differ in their ending alone")
    return _misspelling(first, second)


def _misspelling(one: str, other: str) -> Reason | None:
    if not _comparable(one, other):
        return None
    allowed = 2 if min(len(one), len(other)) >= _LEAST_FOR_TWO else 1
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > allowed or (_is_known(one) and _is_known(other)):
        return None
    if one.removesuffix("s") == other.removesuffix("s"):
        return Reason(f"“{one}” and “{other}” differ in number alone")
    wrong, right = (other, one) if _sounds(one) else (one, other)
    if _sounds(right) and not is_cyrillic(right):
        text = f"“{wrong}” is no pinyin and {_letters(distance)} away from “{right}”"
        return None if _sounds(wrong) else Reason(text, wrong)
    if (_sounds(wrong) and _sounds(right)) or _differ_at_the_end_alone(one, other):
        return None
    unknown = [word for word in (one, other) if not _is_known(word)]
    text = f"“{one}” and “{other}” differ by {_letters(distance)}"
    return Reason(text, unknown[0] if len(unknown) == 1 and not is_cyrillic(one) else None)


def _core(word: str) -> str:
    """Give a Russian adjective of a place without its ending: "хэбэйский" gives "хэбэй", "цзянсийский" "цзянси"."""
    found = _ADJECTIVE.fullmatch(word)
    if found is None:
        return word
    # "цзянси" takes a "й" before the ending, "хэбэй" has its own: only the former is no Palladius with it.
    with_glide, plain = found[1], found[1].removesuffix("й")
    return plain if palladius(with_glide) is None and palladius(plain) else with_glide


def _comparable(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _LEAST
        and one[0] == other[0]
        and not is_han(one + other)
        and not any(letter.isdigit() for letter in one + other)
    )


def _letters(distance: int) -> str:
    return "one letter" if distance == 1 else "two letters"


def _differ_at_the_end_alone(one: str, other: str) -> bool:
    """Tell whether two Latin words share all but their ends: then they are derived ("economics", "economical")."""
    if is_cyrillic(one):
        return False  # endings of cases are not derivation
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(len(one), len(other)) - 2


@lru_cache(maxsize=50_000)
def _sounds(word: str) -> str | None:
    return palladius(word) if is_cyrillic(word) else pinyin_key(latin(word))


@cache
def _known() -> frozenset[str]:
    return word_set("organization_words") | word_set("organization_kinds")


def _is_known(word: str) -> bool:
    return word in _known() or word.removesuffix("s") in _known()
