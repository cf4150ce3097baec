"""Whether two names can be one event's.

Names of events are translated anew by every writer, so words count and their order does not; words of one meaning
are one concept, in three languages. What tells two events apart is above all the number of the edition and the year.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import snowballstemmer  # type: ignore[import-untyped]

from kg.entities.names.match import Match
from kg.entities.names.normal import normalise
from kg.entities.names.scripts import HAN, is_cyrillic, is_han, simplified
from kg.entities.names.spelling import misspelling
from kg.entities.names.words import word_set, words
from kg.errors import LanguageError

_EQUAL: Final = 1.0
_SAME_CONCEPTS: Final = 0.95
_LIGHT_DIFFERENCE: Final = 0.9  # one of them leaves out "international" or "annual"
_MISSPELT: Final = 0.88
_ONE_WITHOUT_EDITION: Final = 0.86  # enough for names; whether it is that edition, dates must say
_SIMILAR: Final = 0.5
_LEAST_SHARED: Final = 2  # telling words in common, before a third may be misspelt
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER: Final = re.compile(
    r"(?<![\w-])(\d{1,3})[-\s]?(?:st|nd|rd|th|[ыои]?[йея]|ая|[ое]?го|[ое]?му|[ыо]?м|[ыи]?х)(?!\w)", re.IGNORECASE
)
_ROMAN: Final = re.compile(r"(?<!\w)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?!\w)")
_HAN_NUMBER: Final = re.compile(r"第?([〇零一二三四五六七八九十百\d]+)[届次屆]")
_ACRONYM: Final = re.compile(r"\s*[(（]\s*[^)）\s]{2,12}\s*[)）]")
_HAN_RUN: Final = re.compile(f"[{HAN}]+")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}
_HAN_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class EventName:
    """What a name says about an event.

    Attributes:
        text: normalised.
        edition: its number, if it is told.
        years: the years in it.
        concepts: what its words mean; a word without a row in words.yml means its own stem.
    """

    text: str
    edition: int | None
    years: frozenset[int]
    concepts: frozenset[str]


@lru_cache(maxsize=50_000)
def read_event(name: str) -> EventName:
    """Give what the name of an event says: its edition, years and concepts.

    >>> found = read_event("XVII заседание Российско-китайской комиссии")
    >>> found.edition, sorted(found.concepts)
    (17, ['china', 'commission', 'meeting', 'russia'])
    """
    text = simplified(unicodedata.normalize("NFKC", name))
    years = frozenset(int(year) for year in _YEAR.findall(text))
    edition, rest = _edition(_YEAR.sub(" ", _ACRONYM.sub(" ", text)))
    concepts: set[str] = set()
    for word in normalise(rest).split():
        if is_han(word):
            concepts.update(_han_concepts(word))
        elif (stem := _stem(word)) not in _function_stems() and word not in word_set("function_words"):
            number = words().ordinals.get(word) or _ordinal_stems().get(stem)
            if number is not None and edition is None:
                edition = number
            elif number is None:
                concepts.add(_concepts().get(stem, stem))
    return EventName(normalise(name), edition, years, frozenset(concepts))


def compare_events(a: str, b: str) -> Match:
    """Give how likely two names belong to one event, and why; the order of the two does not matter.

    >>> compare_events("18th China International Expert Exchange Conference",
    ...                "China International Conference on Specialists Exchange").same
    True
    >>> compare_events("4th Arctic Forum", "5th Arctic Forum").same
    False
    """
    one, other = sorted((a, b))
    return _compare(one, other)


def event_keys(name: str) -> frozenset[str]:
    """Give keys of which two names must share one to be comparable: their telling concepts, one by its first letter."""
    concepts = read_event(name).concepts
    telling = sorted(concepts - word_set("event_light"))
    if not telling:
        return frozenset({" ".join(sorted(concepts)) or normalise(name)})
    # Two telling words must agree before a third may be misspelt, and misspellings keep the first letter.
    others = {
        " ".join([*telling[:at], *telling[at + 1 :], f"{word[0]}~"])
        for at, word in enumerate(telling)
        if len(telling) > _LEAST_SHARED
    }
    return frozenset({" ".join(telling), *others})


def is_common_event_name(name: str) -> bool:
    """Tell whether a name says only what kind of event it is, so that many may bear it.

    >>> is_common_event_name("the signing ceremony"), is_common_event_name("Eastern Economic Forum")
    (True, False)
    """
    found = read_event(name)
    topics, countries = found.concepts & word_set("event_topics"), found.concepts & word_set("event_countries")
    if not found.concepts - topics - countries <= word_set("event_kinds") | word_set("event_light"):
        return False
    # "9th China-Russia Expo" and "China Education Expo" are one, "20th meeting" and "China-Russia forum" are many.
    told = found.edition is not None or bool(found.years)
    return not (countries and (told or topics))


@lru_cache(maxsize=100_000)
def _compare(one: str, other: str) -> Match:
    a, b = read_event(one), read_event(other)
    if a.edition is not None and b.edition is not None and a.edition != b.edition:
        return Match(0.0, f"different editions: {a.edition} and {b.edition}")
    if a.years and b.years and not a.years & b.years:
        return Match(0.0, f"different years: {_list(a.years)} and {_list(b.years)}")
    if a.text == b.text and a.text:
        return Match(_EQUAL, "the same name")
    if not a.concepts or not b.concepts:
        return Match(0.0, "one of the names says nothing about the event")
    found = _compare_concepts(a.concepts, b.concepts)
    if found.same and (a.edition is None) != (b.edition is None):
        return Match(min(found.score, _ONE_WITHOUT_EDITION), f"{found.reason}; only one of them says which edition")
    return found


def _compare_concepts(a: frozenset[str], b: frozenset[str]) -> Match:
    if a == b:
        return Match(_SAME_CONCEPTS, "the same words in another form or order")
    only, others = a - b, b - a
    light = word_set("event_light")
    # A name of light words alone would agree with everything.
    if (only | others) <= light and (a & b) - light:
        return Match(_LIGHT_DIFFERENCE, f"the same words; only one of them says {_quoted(only | others)}")
    only, others = only - light, others - light
    if len(only) == len(others) == 1 and len((a & b) - light) >= _LEAST_SHARED:
        reason = misspelling(*only, *others)
        if reason:
            return Match(_MISSPELT, f"the same words but for spelling: {reason.text}")
    shared = len(a & b) / len(a | b)
    return Match(min(shared, _SIMILAR), f"the words differ: {_quoted(a ^ b)}")


def _quoted(concepts: frozenset[str]) -> str:
    return ", ".join(f"“{concept}”" for concept in sorted(concepts))


def _list(years: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(years)))


def _edition(text: str) -> tuple[int | None, str]:
    """Give the number of the edition, and the text without it."""
    for pattern, value in ((_HAN_NUMBER, _han_number), (_NUMBER, int), (_ROMAN, _roman_number)):
        found = next((match for match in pattern.finditer(text) if match[0].strip()), None)
        if found:
            return value(found[found.lastindex or 0]), f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _roman_number(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _han_number(characters: str) -> int:
    if characters.isdecimal():
        return int(characters)
    total, digit = 0, 0
    for character in characters:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = int(character) if character.isdecimal() else _HAN_DIGITS[character]
    return total + digit


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    stemmer = _stemmers()["russian" if is_cyrillic(word) else "english"]
    return str(stemmer.stemWord(word))


@cache
def _stemmers() -> dict[str, snowballstemmer.stemmer]:
    return {language: snowballstemmer.stemmer(language) for language in ("english", "russian")}


@cache
def _concepts() -> dict[str, str]:
    """Stem of a word, or Chinese word → concept."""
    found: dict[str, str] = {}
    for concept, row in words().event_concepts.items():
        for form in row.split():
            key = form if is_han(form) else _stem(normalise(form))
            if found.setdefault(key, concept) != concept:
                raise LanguageError(
                    f"“{form}” means both {found[key]} and {concept}", place="words.yml", remedy="keep it in one row"
                )
    return found


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word in word_set("function_words") if not is_han(word))


@cache
def _ordinal_stems() -> dict[str, int]:
    return {_stem(word): number for word, number in words().ordinals.items() if is_cyrillic(word)}


@cache
def _han_pattern() -> re.Pattern[str]:
    known = {form for form in (*_concepts(), *word_set("function_words")) if is_han(form)}
    return re.compile("|".join([*sorted(known, key=lambda form: (-len(form), form)), "."]))


def _han_concepts(text: str) -> list[str]:
    """Give the concepts of a run of Chinese, longest known word first; an unknown character means itself."""
    found = _han_pattern().findall(text)
    return [_concepts().get(form, form) for form in found if form not in word_set("function_words")]
