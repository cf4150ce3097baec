"""Scripts into Latin letters: the one place that meets pypinyin, OpenCC, iuliia and anyascii."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

import iuliia  # type: ignore[import-untyped]
from anyascii import anyascii
from opencc import OpenCC
from pypinyin import Style, pinyin

from kg.entities.names.words import word_set, words
from kg.languages.pinyin import syllables

HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN: Final = re.compile(f"[{HAN}]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_UMLAUT: Final = re.compile("([lnLN][uU])\u0308")
_MARKS: Final = re.compile(r"[\u0300-\u036f]")
# Four ways of writing ü after l and n; passports print "lyu", which is also free of marks.
_PLAIN_SYLLABLES: Final = {
    "lv": "lyu",
    "lve": "lyue",
    "lue": "lyue",
    "nv": "nyu",
    "nve": "nyue",
    "nue": "nyue",
}


def is_han(text: str) -> bool:
    """Tell whether any Chinese character stands in the text."""
    return _HAN.search(text) is not None


def is_cyrillic(text: str) -> bool:
    """Tell whether any Cyrillic letter stands in the text."""
    return _CYRILLIC.search(text) is not None


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=20_000)
def _simplified_character(character: str) -> str:
    # One character at a time: phrase tables would make the result depend on the neighbours.
    convert = _converter().convert
    for _ in range(3):
        following = convert(character)
        if following == character:
            break
        character = following
    return character


def simplified(text: str) -> str:
    """Give the text in simplified Chinese characters, one for one.

    >>> simplified("工科大學")
    '工科大学'
    """
    return _HAN.sub(lambda match: _simplified_character(match[0]), text)


@lru_cache(maxsize=50_000)
def latin(text: str) -> str:
    """Give the text in lower-case ASCII letters: pinyin without tones, Cyrillic as in English Wikipedia, else anyascii.

    >>> latin("Арсеньев"), latin("雷亚平"), latin("Łódź"), latin("Lǚ")
    ('arsenyev', 'leiyaping', 'lodz', 'lyu')
    """
    if is_han(text):
        text = _HAN.sub(lambda match: readings(match[0])[0], simplified(text))
    if is_cyrillic(text):
        text = iuliia.WIKIPEDIA.translate(text)
    decomposed = _MARKS.sub(lambda match: match[0] if match[0] == "\u0308" else "", unicodedata.normalize("NFD", text))
    decomposed = _UMLAUT.sub(lambda match: match[1][0] + "yu", decomposed)
    return anyascii(_MARKS.sub("", decomposed)).lower()


@lru_cache(maxsize=20_000)
def readings(characters: str) -> tuple[str, ...]:
    """Give the pinyin readings of Chinese characters, written together, the most usual first.

    >>> readings("亚平")[0], readings("乐")
    ('yaping', ('le', 'yue'))
    """
    each = pinyin(characters, style=Style.NORMAL, heteronym=True, errors="ignore")
    usual = pinyin(characters, style=Style.NORMAL, errors="ignore")
    # A long text of ambiguous characters has more readings than anyone needs; a given name has few.
    combined = ("".join(map(_plain, parts)) for parts in itertools.islice(itertools.product(*each), 64))
    first = "".join(_plain(parts[0]) for parts in usual)
    return tuple(dict.fromkeys((first, *sorted(combined)))) if each else (anyascii(characters).lower(),)


def surname_reading(characters: str) -> str:
    """Give the pinyin of a Chinese surname.

    >>> surname_reading("单"), surname_reading("欧阳")
    ('shan', 'ouyang')
    """
    return words().surname_readings.get(characters) or readings(characters)[0]


def is_compound_surname(characters: str) -> bool:
    """Tell whether two characters are a Chinese surname."""
    return characters in word_set("compound_surnames")


def _plain(syllable: str) -> str:
    syllable = "".join(letter for letter in syllable.replace("ü", "v") if letter.isascii())
    return _PLAIN_SYLLABLES.get(syllable, syllable)


@lru_cache(maxsize=50_000)
def pinyin_key(word: str) -> str | None:
    """Give a Latin word as plain pinyin written together, or None where it is no sequence of pinyin syllables.

    >>> pinyin_key("Ya-Ping"), pinyin_key("Lü"), pinyin_key("Zhiyui")
    ('yaping', 'lyu', None)
    """
    found = syllables(latin(word))
    return "".join(_PLAIN_SYLLABLES.get(syllable, syllable) for syllable in found) or None
