"""Whether a Latin word can be Chinese, by Hanyu Pinyin syllables: ``pinyin.yml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_APOSTROPHES = re.compile(r"['’\-]")


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    data = yaml.safe_load((Path(__file__).parent / "pinyin.yml").read_text(encoding="utf-8"))
    return frozenset(data["syllables"].split()), frozenset(data["surnames"].split())


@cache
def syllables(word: str) -> tuple[str, ...]:
    """Give a division of the word into the fewest pinyin syllables; empty if there is none.

    >>> syllables("Zhiyu"), syllables("Zhiyui")
    (('zhi', 'yu'), ())
    """
    known, _ = _table()
    rest = _APOSTROPHES.sub("", word.lower())
    best: list[tuple[str, ...] | None] = [(), *([None] * len(rest))]
    for end in range(1, len(rest) + 1):
        for start in range(max(0, end - 6), end):
            before = best[start]
            if before is not None and rest[start:end] in known:
                current = best[end]
                if current is None or len(before) + 1 < len(current):
                    best[end] = (*before, rest[start:end])
    return best[-1] or ()


def is_surname(word: str) -> bool:
    """Tell whether the word is a frequent Chinese surname in pinyin.

    >>> is_surname("ZHANG"), is_surname("Petrov")
    (True, False)
    """
    return word.lower() in _table()[1]


def is_given_name(word: str) -> bool:
    """Tell whether the word can be a Chinese given name: one to three syllables.

    >>> is_given_name("Zhiyu"), is_given_name("Dmitry")
    (True, False)
    """
    return 1 <= len(syllables(word)) <= 3
