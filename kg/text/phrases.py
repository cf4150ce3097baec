"""The lines that are known to stand around prose: ``boilerplate.yml``, compiled when first needed."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

import msgspec

from kg.errors import LanguageError
from kg.text import dates

Section = Literal["any", "en", "ru", "zh"]
"""Parts of the file: a language, or marks without words."""

_FILE: Final = Path(__file__).with_name("boilerplate.yml")
_GROUPS: Final = frozenset({"published", "date", "origin", "office"})
_DATES: Final = ("published", "date")
_LONGEST: Final = 400
_EMPHASIS: Final = re.compile(r"^([*_]{1,3})(?=\S)(.*\S)\1$")
_BRACKETED: Final = re.compile(
    r"[(\[（【]\s*(?P<inside>[^()\[\]（）【】]*(?:\([^()]*\)[^()\[\]（）【】]*)*?)\s*[)\]）】]\.?"
)


class PhraseKind(StrEnum):
    """What a known line is; the first four are kinds of block."""

    METADATA = "metadata"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    ROSTER = "roster"
    MASTHEAD = "masthead"


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase as it stands in the file."""

    kind: PhraseKind
    line: str
    match: list[str]
    reject: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    any: list[Row]
    en: list[Row]
    ru: list[Row]
    zh: list[Row]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known line.

    Attributes:
        lang: the section of the file it stands in.
        number: its place there, from 1.
    """

    kind: PhraseKind
    lang: Section
    number: int
    pattern: re.Pattern[str]
    row: Row


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line was recognised as, and the named groups read out of it; dates are ISO."""

    phrase: Phrase
    groups: Mapping[str, str]

    @property
    def is_bare_date(self) -> bool:
        """Whether the line is a date without a word that says of what."""
        return self.phrase.lang == "any" and "published" in self.groups


def recognise(line: str, *, masthead: bool = False) -> Reading | None:
    """Give the first phrase that matches a whole line, without white space around it, or None.

    Brackets around all of a line say nothing: "(Photo: Anna Ivanova)".

    Args:
        line: one line, or what a wrapped paragraph says.
        masthead: whether to try the phrases for titles instead of all others.

    >>> recognise("Дата публикации: 2020.10.05").groups["published"]
    '2020-10-05'
    """
    if len(line) > _LONGEST:
        return None
    plain = _EMPHASIS.sub(r"\2", line)
    bracketed = _BRACKETED.fullmatch(plain)
    for said in (plain, bracketed["inside"]) if bracketed is not None else (plain,):
        for phrase in load():
            if (phrase.kind is PhraseKind.MASTHEAD) is masthead and (reading := read(phrase, said)):
                return reading
    return None


def read(phrase: Phrase, line: str) -> Reading | None:
    """Give what one phrase reads out of a line, or None where it does not match."""
    found = phrase.pattern.fullmatch(line)
    if not found:
        return None
    groups = {name: text.strip() for name, text in found.groupdict().items() if text}
    for name in _DATES:
        if name in groups:
            date = dates.parse(groups[name])
            if date is None:
                return None
            groups[name] = date
    return Reading(phrase, MappingProxyType(groups))


@functools.cache
def load(file: Path = _FILE) -> tuple[Phrase, ...]:
    """Give all phrases, in the order of the file.

    Raises:
        LanguageError: a field, kind or group that is not known, or no regular expression.
    """
    try:
        content = msgspec.yaml.decode(file.read_bytes(), type=_File)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LanguageError(str(error), place=file, remedy="its head comment says what may stand there") from error
    sections: dict[Section, list[Row]] = {"any": content.any, "en": content.en, "ru": content.ru, "zh": content.zh}
    return tuple(
        Phrase(row.kind, lang, number, _compile(row, f"{file}: {lang}, phrase {number}"), row)
        for lang, rows in sections.items()
        for number, row in enumerate(rows, start=1)
    )


def _compile(row: Row, place: str) -> re.Pattern[str]:
    try:
        pattern = re.compile(row.line, re.IGNORECASE)
    except re.error as error:
        raise LanguageError(f"“{row.line}” is no regular expression: {error}", place=place) from error
    if unknown := sorted(pattern.groupindex.keys() - _GROUPS):
        raise LanguageError(
            f"unknown group “{unknown[0]}”", place=place, remedy=f"known are {', '.join(sorted(_GROUPS))}"
        )
    return pattern
