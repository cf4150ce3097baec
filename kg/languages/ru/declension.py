"""The case forms of the words in Russian names, by the tables of ``declension.yml``.

A dictionary knows too few of these words: none of a morphological analyser's guesses for «Сиане» is the city. Here the
form that a dictionary would give is known, it stands in the registry; only the endings must be told.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import LanguageError
from kg.languages.lexicon import read

_PLACE = "kg/languages/ru/declension.yml"
_CONSONANTS = tuple("бвгджзклмнпрстфхцчшщ")
_FIELDS = {"ends", "keep", "least", "endings"}


@dataclass(frozen=True, slots=True)
class _Paradigm:
    ends: tuple[str, ...]
    keep: bool
    least: int
    endings: tuple[str, ...]


@cache
def _tables() -> tuple[tuple[_Paradigm, ...], dict[str, tuple[str, ...]]]:
    data = read("ru", "declension")
    if unknown := data.keys() - {"paradigms", "words"}:
        raise LanguageError(f"unknown part “{min(unknown)}”", place=_PLACE, remedy="paradigms or words")
    return tuple(map(_paradigm, data["paradigms"])), {word: tuple(f.split()) for word, f in data["words"].items()}


def _paradigm(row: dict[str, Any]) -> _Paradigm:
    if row.keys() != _FIELDS:
        raise LanguageError(f"a paradigm with the fields {sorted(row)}", place=_PLACE, remedy=f"{sorted(_FIELDS)}")
    ends = tuple(end for name in row["ends"] for end in (_CONSONANTS if name == "C" else (name,)))
    return _Paradigm(ends, row["keep"], row["least"], tuple("" if e == "-" else e for e in row["endings"].split()))


def forms(word: str) -> frozenset[str]:
    """Give what a word of a name can look like in any case; all in lower case with е for ё, as the word must be.

    >>> sorted(forms("сиань") & {"сиане", "сианем", "сиань", "сианский"})
    ['сиане', 'сианем', 'сиань']
    >>> {"безбородова", "безбородовым"} <= forms("безбородов"), "рост" in forms("ростов")
    (True, False)
    """
    paradigms, words = _tables()
    found = {word, *words.get(word, ())}
    for paradigm in paradigms:
        if len(word) < paradigm.least:
            continue
        for end in paradigm.ends:
            if word.endswith(end):
                base = word if paradigm.keep else word[: -len(end)]
                found.update(base + ending for ending in paradigm.endings)
                break
    return frozenset(found)
