"""Dates as they stand beside a text: "2020.10.05", "5 октября 2020 г.", "2020年10月5日", "Oct. 5, 2020"."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Final

from babel.dates import get_day_names, get_month_names

from kg.records import Lang

_LANGS: Final[tuple[Lang, ...]] = ("en", "ru", "zh")

# Beside Unicode CLDR's forms: what news sites write and CLDR does not have.
_OTHER_MONTHS: Final = {"sept": 9, "янв": 1, "фев": 2, "июн": 6, "июл": 7, "сен": 9, "ноя": 11}

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH: Final = r"(?P<month>\d{1,2})"
_NAME: Final = r"(?P<name>[^\W\d_]+)\.?"
_TIME: Final = r"(?:[T,\s]*(?:at|в)?\s*\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d|MSK|МСК|[AP]M)?)?"
_SHAPES: Final = tuple(
    re.compile(shape + _TIME + r"\s*\.?", re.IGNORECASE)
    for shape in (
        rf"{_YEAR}\s*([-./])\s*{_MONTH}\s*\2\s*{_DAY}",
        rf"{_YEAR}\s*年\s*(?:{_MONTH}\s*月\s*(?:{_DAY}\s*[日号號])?)?",
        rf"{_DAY}([.-]){_MONTH}\2{_YEAR}(?:\s*г(?:\.|ода?\b)?)?",
        rf"{_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAME},?\s+{_YEAR}(?:\s*г(?:\.|ода?\b)?)?",
        rf"{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}(?:\s*г(?:\.|ода?\b)?)?",
        rf"{_YEAR}[-.]{_MONTH}",
        rf"{_YEAR}(?:\s*г(?:\.|ода?\b)?)?",
    )
)
# 05/10/2020 is May in one country and October in the next: only its year is sure, unless a number over 12 decides.
_SLASHED: Final = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/" + _YEAR + _TIME, re.IGNORECASE)


def parse(text: str) -> str | None:
    """Give the ISO date that a text consists of, as precise as it is written, or None.

    A time of day or a day of the week beside it is dropped.

    >>> parse("2020.10.05"), parse("5 октября 2020 г. в 12:30"), parse("2020年10月"), parse("Oct. 5, 2020")
    ('2020-10-05', '2020-10-05', '2020-10', '2020-10-05')
    >>> parse("05/10/2020"), parse("25/10/2020"), parse("in October"), parse("31 February 2020")
    ('2020', '2020-10-25', None, None)
    """
    text = _weekday().sub("", text).strip()
    if slashed := _SLASHED.fullmatch(text):
        first, second, year = (int(slashed[group]) for group in ("first", "second", "year"))
        if first != second and max(first, second) <= 12:
            return str(year)
        day, month = (first, second) if first > 12 or first == second else (second, first)
        return _iso(year, month, day)
    for shape in _SHAPES:
        if found := shape.fullmatch(text):
            parts = found.groupdict()
            number, name, of_month = (parts.get(group) for group in ("month", "name", "day"))
            if name and name.casefold() not in _months():
                continue
            named = _months()[name.casefold()] if name else None
            return _iso(int(parts["year"]), int(number) if number else named, int(of_month) if of_month else None)
    return None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    try:
        date = datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    length = len("2020-10-05") if day else len("2020-10") if month else len("2020")
    return date.isoformat()[:length]


@functools.cache
def _weekday() -> re.Pattern[str]:
    names = {
        re.escape(name.rstrip("."))
        for lang in _LANGS
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, "format", lang).values()
    }
    day = rf"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})\.?"
    return re.compile(rf"^\s*{day}[,\s]+(?=\w)|[,\s(（]+{day}[)）]?\s*$", re.IGNORECASE)


@functools.cache
def _months() -> dict[str, int]:
    names = dict(_OTHER_MONTHS)
    for lang in _LANGS:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, lang).items():
                    names[name.casefold().rstrip(".")] = number
    return names
