"""A text as the words that names consist of, each Chinese character one, with a key that equal words have in common.

What does not tell names apart is left out: spaces, a single line end, quotation marks, hyphens, the dots in foreign
names and behind initials and abbreviations. Other signs are words of their own: a name does not go across a comma.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.languages.ru.declension import forms
from kg.languages.view import plain
from kg.languages.zh.script import HAN, fold

DOT: Final = "∙"  # stands in foreign names; unlike its relatives it stays in the plain view
_DOTS = str.maketrans("·•‧・", DOT * 4)
_WORD = re.compile(f"[{HAN}]|(?:(?![{HAN}_])[\\w+\u0300-\u036f\u00ad])+")
_NOTHING = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_IN_NAMES = re.compile(rf"[\s\"'{DOT}\-]+")
_SHORTENED = re.compile(r"[^\W\d_]|им|гос|обл|св|акад|проф|st")
_BROKEN = re.compile(r"-[^\S\n]*\n[^\S\n]*")
_MARKS = re.compile("[\u0300-\u036f\u00ad]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: characters `start` to `end`, and the keys that it may have."""

    keys: tuple[str, ...]
    start: int
    end: int


def view(text: str) -> str:
    """Give the text as names are looked for in it, of the same length: one kind of quotation mark, dash and dot.

    >>> view("“維克托•科克沙羅夫”")
    '"维克托∙科克沙罗夫"'
    """
    return fold(plain(text.translate(_DOTS)))


def clean(word: str) -> str:
    """Give a word without accents and soft hyphens, with е for ё; й stays й however it is encoded.

    >>> clean("уни\\u00adверситЁт"), clean("Шанхаи\\u0306")
    ('университЕт', 'Шанхай')
    """
    return _MARKS.sub("", unicodedata.normalize("NFC", word)).replace("ё", "е").replace("Ё", "Е")


def is_short(word: str) -> bool:
    """Tell whether a word is an abbreviation, which no case form and no other spelling stands for.

    >>> is_short("СПбПУ"), is_short("ИТМО"), is_short("Политех"), is_short("Д")
    (True, True, False, False)
    """
    return sum(map(str.isupper, word)) > 1


def key_of(word: str) -> str:
    """Give the key of a word in a name: capitals count in abbreviations alone."""
    word = clean(word)
    return f"={word.upper()}" if is_short(word) else word.lower()


class Speller:
    """Gives the keys that the words of a text may have among the names' words."""

    def __init__(self, keys: Iterable[str]) -> None:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            for form in forms(key) if re.fullmatch("[а-я]+", key) else (key,):
                found[form].add(key)
        self._keys: Mapping[str, tuple[str, ...]] = {form: tuple(sorted(those)) for form, those in found.items()}

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in any name, in any case form."""
        return clean(word).lower() in self._keys

    def keys(self, word: str) -> tuple[str, ...]:
        """Give the keys of names' words that a word in a text may be."""
        if len(word) == 1 and not word.isupper():
            return (word,) if word in self._keys else ()
        word = clean(word)
        keys: tuple[str, ...] = ()
        if not is_short(word):
            keys = self._keys.get(word.lower(), ())
            if len(word) > 4 and word[0].isupper():  # "Иннопром" for "ИННОПРОМ"
                keys += self._keys.get(f"={word.upper()}", ())
            return keys
        keys = self._keys.get(f"={word.upper()}", ())
        # a heading in capitals has no abbreviations of its own kind
        return keys + (self._keys.get(word.lower(), ()) if word.isupper() else ())


def cut(text: str, speller: Speller | None = None) -> list[Word]:
    """Give the words of a text, itself a `view`; without a speller with the keys that they have as parts of a name."""
    found: list[Word] = []
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        if before is not None:
            between = text[before.end() : match.start()]
            if between and speller is not None and _BROKEN.fullmatch(between) and match[0].islower():
                joined = before[0] + match[0]  # a word broken at the end of its line
                if speller.knows(joined):
                    found[-1] = Word(speller.keys(joined), before.start(), match.end())
                    before = match
                    continue
            if between and (sign := _sign(before[0], between)):
                found.append(Word((sign,), before.end(), match.start()))
        keys = speller.keys(match[0]) if speller is not None else (key_of(match[0]),)
        found.append(Word(keys, *match.span()))
        before = match
    return found


def _sign(word: str, between: str) -> str:
    """Give what stands between two words as far as it tells names apart."""
    if _NOTHING.fullmatch(between):
        return ""
    if "\n" in between and between.count("\n") > 1:
        return "\n"
    if between.startswith(".") and _SHORTENED.fullmatch(word.lower()):
        between = between[1:]
    return _IN_NAMES.sub("", between)


def spelled(name: str) -> Sequence[str]:
    """Give the keys of a name's words.

    >>> spelled("МГТУ им. Н.Э. Баумана"), spelled("НИУ «БелГУ»"), spelled("亚历山大·舍")
    (['=МГТУ', 'им', 'н', 'э', 'баумана'], ['=НИУ', '=БЕЛГУ'], ['亚', '历', '山', '大', '舍'])
    """
    return [word.keys[0] for word in cut(view(name))]
