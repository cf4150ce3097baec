"""Which of the words that spell a known name are that name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from kg.errors import LanguageError
from kg.languages.known.trie import Hit
from kg.languages.known.words import DOT, Word, clean
from kg.languages.lexicon import read
from kg.languages.zh.script import HAN
from kg.records import Lang

_HAN = re.compile(f"[{HAN}]")
_NEXT = re.compile(r"\s+(и\s+)?([а-яё]+)")
_OF_ADJECTIVES = re.compile(r"(?:ого|его|ых|их|ской|цкой|ной|овой|ней)$")
_BEGINNING = re.compile(r"(?:^|[\n.!?…])[\s\"(–—-]*$")


@dataclass(frozen=True, slots=True)
class _Words:
    heads: frozenset[str]
    complements: frozenset[str]
    pronouns: frozenset[str]
    common: frozenset[str]
    sounds: frozenset[str]
    words: tuple[str, ...]
    ignored: frozenset[str]
    before: frozenset[str]


@cache
def _words() -> _Words:
    ru = _read("ru", {"heads", "complements", "pronouns", "common"})
    zh = _read("zh", {"sounds", "words", "ignored", "before"})
    return _Words(
        heads=ru["heads"],
        complements=ru["complements"],
        pronouns=ru["pronouns"],
        common=ru["common"],
        sounds=frozenset("".join(zh["sounds"])),
        words=tuple(sorted(zh["words"])),
        ignored=zh["ignored"],
        before=frozenset("".join(zh["before"])),
    )


def _read(lang: Lang, fields: set[str]) -> dict[str, frozenset[str]]:
    data = read(lang, "names")
    if data.keys() != fields:
        raise LanguageError(
            f"the fields {sorted(data)}", place=f"kg/languages/{lang}/names.yml", remedy=f"there are {sorted(fields)}"
        )
    return {name: frozenset(value.split()) for name, value in data.items()}


def lookalikes() -> tuple[str, ...]:
    """Give words that contain a known name and are none: 亚历山大 is not 山大."""
    return _words().words


class Guard:
    """Judges the hits in one text.

    Args:
        text: the text's `view`.
        places: positions in `words` at which a place's name ends.
    """

    def __init__(self, text: str, words: Sequence[Word], places: Collection[int]) -> None:
        self._text = text
        self._places = places
        self._given = words

    def allows(self, hit: Hit) -> bool:
        """Tell whether the words are a name here, by their capitals and by what stands around them."""
        if not hit.all:
            return True
        start, end = self._given[hit.start].start, self._given[hit.end - 1].end
        if _HAN.match(self._text, start):
            return self._allows_characters(hit, start, end)
        return self._allows_letters(hit, start, end)

    def is_han(self, hit: Hit) -> bool:
        """Tell whether a name begins with a Chinese character."""
        return bool(_HAN.match(self._text, self._given[hit.start].start))

    def is_sure(self, hit: Hit) -> bool:
        """Tell whether the capitals or the length of the words say that they are a name, and no description."""
        return hit.end - hit.start > 3 or self.is_han(hit) or self._has_capital(hit)

    def is_inside(self, hit: Hit) -> bool:
        """Tell whether a place within another name says where: "в Шанхае", 驻沈阳, but not "Министерство … КНР"."""
        before = self._text[: self._given[hit.start].start][-4:]
        return before.endswith("驻") or before.split()[-1:] in (["в"], ["во"], ["В"])

    def _has_capital(self, hit: Hit) -> bool:
        text = self._text[self._given[hit.start].start : self._given[hit.end - 1].end]
        return any(letter.isupper() or letter.isdigit() for letter in text)

    def _allows_letters(self, hit: Hit, start: int, end: int) -> bool:
        text = self._text
        if text[start - 1 : start] == "-" and text[start - 2 : start - 1] in {"о", "е"} and start > 1:
            return False  # "Северо-" before it makes it another
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
            return False
        if hit.end - hit.start == 1:
            if not self._has_capital(hit):
                return False
            return clean(text[start:end]).lower() not in _words().common or not _BEGINNING.search(text[:start][-8:])
        return not self._goes_on(hit, end)

    def _goes_on(self, hit: Hit, end: int) -> bool:
        after = _NEXT.match(self._text, end)
        if after is None:
            return False
        word = clean(after[2])
        lists = _words()
        goes_on = word in lists.complements or (bool(_OF_ADJECTIVES.search(word)) and word not in lists.pronouns)
        if after[1]:  # "Министерство образования" and "и науки"
            first = set(self._given[hit.start].keys)
            return goes_on and "министерство" in first
        return goes_on and not lists.heads.isdisjoint(self._given[hit.end - 1].keys)

    def _allows_characters(self, hit: Hit, start: int, end: int) -> bool:
        text, lists = self._text, _words()
        name, before, after = text[start:end], text[start - 1 : start] if start else "", text[end : end + 1]
        if name in lists.ignored:
            return False
        if len(name) == 2 and hit.start not in self._places and self._amid_sounds(start, end):
            return False
        if not hit.entries:
            if hit.start in self._places:
                return False  # the Ministry of Education of another country
            if name.endswith("大") and after == "学":
                return False  # the beginning of a longer name
            if name.endswith("大学") and _HAN.match(before) and before not in lists.before:
                return False  # the end of a longer name
        return True

    def _amid_sounds(self, start: int, end: int) -> bool:
        text, sounds = self._text, _words().sounds
        if DOT in {text[start - 1 : start], text[end : end + 1]}:
            return True
        left, right = start, end
        while left > 0 and text[left - 1] in sounds and start - left < 3:
            left -= 1
        while right < len(text) and text[right] in sounds and right - end < 3:
            right += 1
        return start - left + right - end > 1
