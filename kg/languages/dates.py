"""Dates in running text, as precise as the text is, resolved against the date of publication."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from kg.languages.lexicon import has, read
from kg.records import Lang


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text: where it stands, and what it is in ISO 8601, a span as "2020-06-01/2020-06-03".

    Attributes:
        ahead: of a date without a year, the first such date not before publication; None where it is `iso`.
    """

    start: int
    end: int
    iso: str
    ahead: str | None = None


@cache
def _patterns(lang: Lang, section: str = "patterns") -> tuple[dict[str, Any], tuple[re.Pattern[str], ...]]:
    data = read(lang, "dates")
    months, weekdays = ("|".join(sorted(data[name], key=len, reverse=True)) for name in ("months", "weekdays"))
    parts = {"<M>": months, "<S>": "|".join(data["seasons"]), "<W>": weekdays}
    found = []
    for pattern in data[section]:
        for part, words in parts.items():
            pattern = pattern.replace(part, words)  # noqa: PLW2901 - it is filled in
        found.append(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
    return data, tuple(found)


@cache
def months(lang: str) -> frozenset[str]:
    """Give the names of months, lower case; none for a language whose dates are not read yet.

    >>> "october" in months("en")
    True
    """
    return frozenset(read(lang, "dates")["months"]) if has(lang, "dates") else frozenset()


def find(text: str, lang: Lang, published: str | None = None) -> tuple[DateSpan, ...]:
    """Give the dates of a text in order, not overlapping; one whose year cannot be told is left out.

    None are found in a language whose dates are not read yet.

    Args:
        published: ISO date of the text; a month without a year is the last such month before it.

    >>> [span.iso for span in find("It was signed on 5 June, and in 2015 before.", "en", "2019-07-01")]
    ['2019-06-05', '2015']
    """
    if not has(lang, "dates"):
        return ()
    data, patterns = _patterns(lang)
    found: list[DateSpan] = []
    taken: set[int] = set()
    for pattern in (*patterns, *_patterns(lang, "alone")[1]):
        for match in pattern.finditer(text):
            if not taken.isdisjoint(range(match.start(), match.end())):
                continue
            iso = _iso(match, data, published)
            if iso is not None:
                taken.update(range(match.start(), match.end()))
                ahead = _iso(match, data, published, ahead=True)
                found.append(DateSpan(match.start(), match.end(), iso, ahead if ahead != iso else None))
    found.sort(key=lambda span: span.start)
    return tuple(_with_told(text, lang, found, taken))


def _with_told(text: str, lang: Lang, found: list[DateSpan], taken: set[int]) -> list[DateSpan]:
    """Give dates with those that are told from the one before them: "on the 25th", "the next day"."""
    data, patterns = _patterns(lang, "from_told")
    told = list(found)
    for match in sorted((m for pattern in patterns for m in pattern.finditer(text)), key=lambda m: m.start()):
        before = bisect_left(told, match.start(), key=lambda span: span.start)
        if before and taken.isdisjoint(range(match.start(), match.end())):
            iso = _told_from(told[before - 1].iso, match, data["days_on"])
            if iso is not None:
                told.insert(before, DateSpan(match.start(), match.end(), iso))
    return told


def _told_from(before: str, match: re.Match[str], days_on: dict[str, int]) -> str | None:
    first, _, last = before.partition("/")
    said = {key: value for key, value in match.groupdict().items() if value}
    if "d" in said and len(first) >= _MONTH:
        year, month = map(int, first.split("-")[:2])
        return _day(year, month, int(said["d"]))
    if "k" in said and len(first) == _WHOLE and not last:
        days = next(days for phrase, days in days_on.items() if re.fullmatch(phrase, said["k"], re.IGNORECASE))
        return (date.fromisoformat(first) + timedelta(days=days)).isoformat()
    return None


_MONTH, _WHOLE = len("2020-06"), len("2020-06-03")


def spans(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    """Give where dates of several words stand, without the prepositions before them.

    >>> spans("On 12 May 2019 they met in 2015.", "en")
    ((3, 14),)
    """
    found: list[tuple[int, int]] = []
    for pattern in _patterns(lang)[1]:
        for match in pattern.finditer(text):
            start = match.start() + (match[0].index(" ") + 1 if _PREPOSITION.match(match[0]) else 0)
            if " " in text[start : match.end()] and all(match.end() <= a or b <= start for a, b in found):
                found.append((start, match.end()))
    return tuple(sorted(found))


_PREPOSITION = re.compile(r"(?:in|since|of|from|by|until|for|during|last|this|early|late|mid) ", re.IGNORECASE)


def _iso(match: re.Match[str], data: dict[str, Any], published: str | None, *, ahead: bool = False) -> str | None:
    said = {key: value for key, value in match.groupdict().items() if value}
    months = data["months"]
    month = months[said["m"].lower()] if "m" in said else int(said["mm"]) if "mm" in said else None
    year = int(said["y"]) if "y" in said else None
    if "w" in said:
        return _weekday(published, data["weekdays"][said["w"].lower()])
    if "r" in said:
        if published is None:
            return None
        unit, back = data["relative"][said["r"].lower()]
        return _relative(published, unit, back, month)
    if year is None:
        if published is None or month is None:
            return None
        year = _year_of(published, month, int(said["d"]) if "d" in said else None, ahead=ahead or "f" in said)
    if month is None:
        return f"{year:04}"
    if "d" not in said:
        return f"{year:04}-{month:02}"
    first = _day(year, month, int(said["d"]))
    if first is None or "e" not in said:
        return first
    last = _day(year, months[said["n"].lower()] if "n" in said else month, int(said["e"]))
    return f"{first}/{last}" if last is not None and last > first else first


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_of(published: str, month: int, day: int | None, *, ahead: bool = False) -> int:
    """Give the year of the last such month not after publication; ahead, of the first one not before it."""
    parts = [int(part) for part in published.split("/", maxsplit=1)[0].split("-")]
    year = parts[0]
    if ahead:
        gone = len(parts) > 1 and (month, day or 31) < (parts[1], parts[2] if len(parts) > 2 else 1)
        return year + gone
    if len(parts) > 1 and (
        month > parts[1] or (month == parts[1] and day is not None and len(parts) > 2 and day > parts[2])
    ):
        return year - 1
    return year


def _weekday(published: str | None, weekday: int) -> str | None:
    """Give the last such day of the week not after publication."""
    if published is None or len(published) < _WHOLE:
        return None
    day = date.fromisoformat(published[:_WHOLE])
    return (day - timedelta(days=(day.isoweekday() - weekday) % 7)).isoformat()


def _relative(published: str, unit: str, back: int, month: int | None) -> str | None:
    parts = [int(part) for part in published.split("/", maxsplit=1)[0].split("-")]
    if unit == "year":
        return f"{parts[0] - back:04}" + (f"-{month:02}" if month else "")
    if unit == "month" and len(parts) > 1:
        number = parts[0] * 12 + parts[1] - 1 - back
        return f"{number // 12:04}-{number % 12 + 1:02}"
    if unit == "day" and len(parts) > 2:
        return (date(*parts) - timedelta(days=back)).isoformat()
    return None
