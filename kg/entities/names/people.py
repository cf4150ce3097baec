"""What the parts of a person's name are: surname, given name, patronymic, initials."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.entities.names.normal import join_key
from kg.entities.names.palladius import divide, palladius
from kg.entities.names.scripts import (
    HAN,
    is_compound_surname,
    is_cyrillic,
    is_han,
    latin,
    pinyin_key,
    readings,
    simplified,
    surname_reading,
)
from kg.entities.names.words import word_set
from kg.languages.pinyin import is_surname, syllables

_BRACKETS: Final = re.compile(r"\s*[(（\[].*?[)）\]]")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’ʹʼ`-][^\W\d_]+)*['’ʹʼ]?\.?")
_HAN_RUN: Final = re.compile(f"[{HAN}]+")
_PATRONYMIC: Final = re.compile(r"(?:[oe]v+it?ch|[oe]vna|ichna|(?:il|luk|kuzm|fom|nikit)[iy]+ch)$")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name.

    Attributes:
        text: as printed, Chinese characters simplified.
        keys: its spellings in ASCII, the most usual first; in a Chinese reading plain pinyin.
        sounds: plain pinyin, if it can be Chinese by its sounds.
        initial: whether it stands for a longer word.
        capitals: whether it is printed in capitals, as surnames often are.
    """

    text: str
    keys: tuple[str, ...]
    sounds: str | None = None
    initial: bool = False
    capitals: bool = False

    @property
    def key(self) -> str:
        """The most usual spelling in ASCII."""
        return self.keys[0]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a name.

    Attributes:
        surname: None where only given name and patronymic stand.
        given: given name and patronymic, or the syllables of a Chinese given name as one part; initials among them.
        chinese: whether surname and given name can be Chinese.
        han: whether it is written in Chinese characters.
    """

    surname: Part | None
    given: tuple[Part, ...]
    chinese: bool = False
    han: bool = False


@lru_cache(maxsize=50_000)
def read(name: str) -> tuple[Reading, ...]:
    """Give the ways to understand a person's name, the likeliest first; none if no letter is left of it."""
    text = simplified(unicodedata.normalize("NFKC", _BRACKETS.sub(" ", name)))
    if is_han(text):
        return _read_han(text)
    parts = _parts(text)
    return _read_letters(parts) if parts else ()


def person_slug(name: str) -> str:
    """Give a key for the IRI of a person, whatever the order, capitals, script of a Chinese name, or diacritics.

    >>> person_slug("Lu ZHIYU"), person_slug("Zhiyu Lu"), person_slug("Лу Чжиюй"), person_slug("陆治宇")
    ('lu-zhiyu', 'lu-zhiyu', 'lu-zhiyu', 'lu-zhiyu')
    >>> person_slug("D. G. Arseniev"), person_slug("ARSENIEV Dmitry")
    ('arseniev-d-g', 'arseniev-dmitry')
    """
    found = read(_without_capitals(name))
    if not found:
        return join_key([], name)
    first = found[0]
    long = [part.key for part in (first.surname, *first.given) if part and not part.initial]
    # Where surname and given name could change places, sorting keeps the key independent of their order.
    if len(found) > 1 or (first.chinese and any(_is_surname(part) for part in first.given)):
        long.sort()
    return join_key([*long, *(part.key for part in first.given if part.initial)], name)


def _without_capitals(name: str) -> str:
    return re.sub(r"[^\W\d_]{2,}", lambda match: match[0].capitalize() if match[0].isupper() else match[0], name)


def _parts(text: str) -> list[Part]:
    tokens = _TOKEN.findall(text)
    titles = word_set("titles")
    kept = [token for token in tokens if token.rstrip(".").lower() not in titles] or tokens
    cyrillic_chinese = len(kept) > 1 and all(divide(token) for token in kept if not token.endswith("."))
    return [_part(token, cyrillic_chinese) for token in kept]


def _part(token: str, cyrillic_chinese: bool) -> Part:
    word = token.rstrip(".")
    letters = len(word)
    initial = (token.endswith(".") and letters <= 2) or (letters == 1 and not (cyrillic_chinese and divide(word)))
    key = re.sub(r"[^a-z]", "", latin(word)) or word.lower()
    if initial:
        return Part(word, (key,), initial=True)
    sounds = palladius(word) if is_cyrillic(word) else pinyin_key(word)
    if sounds is None and is_cyrillic(word):
        sounds = pinyin_key(key)
    if is_cyrillic(word) and word.lower() in word_set("russian_given_names"):
        sounds = None
    return Part(word, (key,), sounds, capitals=word.isupper() and letters > 1)


def _read_letters(parts: list[Part]) -> tuple[Reading, ...]:
    long = [part for part in parts if not part.initial]
    if not long:
        return ()
    if len(long) == 1:
        chinese = _is_surname(long[0])
        surname = _by_sound(long[0]) if chinese else long[0]
        return (Reading(surname, tuple(part for part in parts if part.initial), chinese),)
    found = tuple(dict.fromkeys(_chinese(parts)))
    return found or tuple(dict.fromkeys(_western(parts)))


def _is_surname(part: Part) -> bool:
    return part.sounds is not None and is_surname(part.sounds)


def _by_sound(*parts: Part) -> Part:
    """Give parts that are written apart ("Ya Ping") as one, spelt in pinyin."""
    sounds = "".join(part.sounds or part.key for part in parts)
    return Part(" ".join(part.text for part in parts), (sounds,), sounds, capitals=parts[0].capitals)


def _chinese(parts: list[Part]) -> list[Reading]:
    """Give the readings as surname and given name in pinyin; both orders where both words can be surnames."""
    if any(part.initial or part.sounds is None for part in parts) or not 2 <= len(parts) <= 3:
        return []
    capitals = [part for part in parts if part.capitals]
    found = []
    for surname, given in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        # Capitals mark the surname, unless that word can be none: "Lu ZHIYU".
        if len(capitals) == 1 and not surname.capitals and _is_surname(capitals[0]):
            continue
        joined = _by_sound(*given)
        if _is_surname(surname) and 1 <= len(syllables(joined.key)) <= 2:
            found.append(Reading(_by_sound(surname), (joined,), chinese=True))
    return found


def _western(parts: list[Part]) -> list[Reading]:
    """Give the readings as given name, patronymic or middle initial, and surname, in either order."""
    long = [part for part in parts if not part.initial]
    capitals = [part for part in long if part.capitals]
    last, first = (parts[-1], tuple(parts[:-1])), (parts[0], tuple(parts[1:]))
    fathers = [part for part in long[1:] if _PATRONYMIC.search(part.key)]
    if len(capitals) == 1 and not any(_is_surname(part) for part in long if part is not capitals[0]):
        return [Reading(capitals[0], tuple(part for part in parts if part is not capitals[0]))]
    if fathers and len(long) >= 3:
        surname, given = first if parts[-1] is fathers[-1] else last
        return [Reading(surname, given)]
    if parts[-1].initial:
        return [Reading(*first)]
    if parts[0].initial:
        return [Reading(*last)]
    if fathers:
        return [Reading(*last), Reading(None, tuple(parts))]
    found = [Reading(*last), Reading(*first)]
    return found if not _is_surname(parts[0]) else found[::-1]


def _read_han(text: str) -> tuple[Reading, ...]:
    initials = tuple(
        Part(token.rstrip("."), (latin(token.rstrip(".")),), initial=True) for token in re.findall(r"[A-Za-z]\b", text)
    )
    runs = [run for run in (_without_titles(run) for run in _HAN_RUN.findall(text)) if run]
    if not runs:
        return ()
    if len(runs) > 1 or initials or len(runs[0]) > 4:
        # A foreign name written by sound: parts stay characters, in either order.
        parts = tuple(Part(run, readings(run)[:1]) for run in runs)
        found = [Reading(parts[-1], (*parts[:-1], *initials), han=True)]
        if len(parts) > 1:
            found.append(Reading(parts[0], (*parts[1:], *initials), han=True))
        return tuple(found)
    run = runs[0]
    size = 2 if len(run) > 2 and is_compound_surname(run[:2]) else 1
    surname = Part(run[:size], (surname_reading(run[:size]),), surname_reading(run[:size]))
    given = (_han_given(run[size:]),) if len(run) > size else ()
    return (Reading(surname, given, chinese=True, han=True),)


def _han_given(run: str) -> Part:
    spoken = readings(run)
    return Part(run, spoken, spoken[0])


def _without_titles(run: str) -> str:
    for title in sorted(word_set("titles"), key=len, reverse=True):
        if is_han(title) and run.endswith(title) and len(run) > len(title):
            return run.removesuffix(title)
    return run
