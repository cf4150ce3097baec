"""People in English text by a particle or one letter within their names: "Maria van der Berg", "Orlova S."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from kg.languages import pinyin
from kg.languages.en.letters import nouns
from kg.languages.en.people_known import openers
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import given_names
from kg.languages.spans import NameSpan

_PARTICLES = r"(?:da|de|dos|das|van|von|del|di|bin|ibn)(?: (?:la|der|den))?"
_LETTERED = (
    re.compile(rf"(?<![\w.-])(?P<given>[A-Z][a-z]+)(?: [A-Z][a-z]+){{0,3}}? {_PARTICLES} [A-Z][a-z]+(?![\w-])"),
    re.compile(r"(?<![\w.-])(?P<given>[A-Z][a-z]+) [A-Z] [A-Z][a-z]{2,}(?![\w-])"),
    re.compile(r"(?<![\w.-])(?P<surname>[A-Z][a-z]{3,})(?:-[A-Z][a-z]+)? [A-Z]\.(?! ?\w*[A-Z])"),
)


_SYLLABLES = 2
_HYPHENED = (  # "Fung Siu-man", "Jae-won Lee": two syllables of a given name
    re.compile(r"(?<![\w.-])(?P<surname>[A-Z][a-z]+) [A-Z][a-z]{1,5}-[a-z]{2,6}(?![\w-])"),
    re.compile(r"(?<![\w.-])[A-Z][a-z]{1,5}-[a-z]{2,6} (?P<surname>[A-Z][a-z]+)(?![\w-])"),
)


@cache
def _behind_articles() -> re.Pattern[str]:
    """Give the pattern of a surname that is an article where a sentence begins, with what may be a given name."""
    said = "|".join(read("en", "people")["article_surnames"])
    return re.compile(rf"(?<=[a-z,;:] )(?:{said}) [A-Z][a-z]{{3,}}(?![\w-])")


def ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether what looks like initials and a surname is the end of a sentence and the next one's beginning.

    No title is a surname ("in Washington D.C. Minister"), and a Chinese surname behind a title is no initial.
    """
    first, last = match[0].split(".", 1)[0], re.split(r"[. ]", match[0])[-1].lower()
    if last in nouns()[3]:
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
    titled = bool(before) and before[0].lower().rstrip(".") in nouns()[3]
    chinese = len(first) > 1 and pinyin.is_surname(first) and match[0].count(".") == 1
    return titled and chinese and (last in openers() or first.lower() not in read("en", "people")["letters"])


def lettered(text: str, busy: Set[int]) -> Iterator[NameSpan]:
    """Find such people where nothing else was found; one letter is enough behind what only a surname can be."""
    for match in _behind_articles().finditer(text):
        several = len(pinyin.syllables(match[0].split()[1])) == _SYLLABLES
        if several and busy.isdisjoint(range(*match.span())):
            yield NameSpan(*match.span(), "Person", "pattern", 0.85)
    for pattern in _HYPHENED:
        for match in pattern.finditer(text):
            known = match["surname"].lower() in read("en", "people")["hyphened_surnames"]
            title = set(match[0].lower().replace("-", " ").split()) & (nouns()[3] | words("en", "deputies"))
            if known and not title and busy.isdisjoint(range(*match.span())):
                yield NameSpan(*match.span(), "Person", "pattern", 0.85)
    for pattern in _LETTERED:
        for match in pattern.finditer(text):
            said = match.groupdict()
            known = said["given"].lower() in given_names() if "given" in said else _is_surname(text, match)
            organization = kind_of("en", [match[0].split()[-1].lower()]) is not None  # "Anna X Laboratory"
            if known and not organization and busy.isdisjoint(range(*match.span())):
                yield NameSpan(*match.span(), "Person", "pattern", 0.85)


def is_respelt_chinese(one: str, other: str) -> bool:
    """Tell whether two words are a Chinese name that went through Russian letters: "Chzhou Min", "Tzya Minsu"."""
    respelt = read("en", "people")["respelt_chinese"]
    both = all(re.fullmatch(rf"(?:{respelt['syllable']}){{1,3}}", word.lower()) for word in (one, other))
    return both and any(re.search(respelt["mark"], word.lower()) for word in (one, other))


def _is_surname(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word ends like a Russian surname and like hardly any other, or like one behind a title."""
    data, word = read("en", "people"), match["surname"].lower()
    clause = _BREAK.split(text[max(0, match.start() - _NEAR) : match.start()])[-1].lower().split()
    titled = not nouns()[3].isdisjoint(clause)
    return word.endswith(tuple(data["sure_endings"])) or (titled and word.endswith(tuple(data["endings_behind_title"])))


_BREAK = re.compile(r"[.,;:()\n]")
_NEAR = 120  # characters
