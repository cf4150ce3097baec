"""Names of days that are celebrated and held: "Confucius Institute Day", "Day of Russian Science".

A single word before "Day" names a day of the calendar, a person or a film: "Earth Day", "Ann Day", "The Longest Day".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.en.capitals import CAP, begins_no_name
from kg.languages.en.letters import ORDINAL
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


def days(text: str, taken: set[int]) -> Iterator[NameSpan]:
    """Find the names of days, but those of public holidays and of the calendar.

    Args:
        taken: where other names stand, into which none of these reaches.
    """
    for match in (*_OF_DAY.finditer(text), *_NAMED_DAY.finditer(text), *_WHOSE_DAY.finditer(text)):
        start, words = match.start(), match[0].split()
        while words and words[0] != DAY and (begins_no_name(words[0]) or _is_number_of_date(text, start, words[0])):
            start += len(words[0]) + 1
            words = words[1:]
        before = words[: words.index(DAY)] if DAY in words else []
        if not _tells_what_is_held(text, start, before, match.re is _OF_DAY):
            continue
        whose = [word.lower() for word in (words[len(before) + 2 :] or before)]
        if _is_holiday(before, whose) or not taken.isdisjoint(range(start, match.end())):
            continue
        yield NameSpan(start, match.end(), "Event", "pattern", 0.85)


def is_calendar_day(name: str) -> bool:
    """Tell whether a name is that of a day of the calendar, which nobody holds.

    >>> is_calendar_day("Day of Knowledge"), is_calendar_day("Day of Russian Science"), is_calendar_day("Polar Forum")
    (True, False, False)
    """
    words = name.split()
    if DAY not in words:
        return False
    before = words[: words.index(DAY)]
    return _is_holiday(before, [word.lower() for word in words[len(before) + 2 :]])


def _tells_what_is_held(text: str, start: int, before: list[str], of: bool) -> bool:
    """Tell whether a name may be of a day that is held: not "Ann Day of X", "On World Health Day, students ran"."""
    named = [word for word in before if not ORDINAL.match(word)]
    if of:
        return all(_GENERAL.search(word) for word in named)
    dated = _ON.search(text, max(0, start - len("on ")), start) is not None
    return not dated and (len(named) > 1 or any("-" in word for word in named))


def _is_holiday(before: list[str], whose: list[str]) -> bool:
    """Tell whether what stands around "Day" makes it one of the calendar: "Victory", "Every", "of Knowledge"."""
    named = [word.lower() for word in before if not ORDINAL.match(word)]
    data = _calendar()
    return not (named or whose) or any(word.rstrip(".") in data for word in (*named, *whose))


def _is_number_of_date(text: str, start: int, word: str) -> bool:
    """Tell whether an ordinal is the day of a month: "April | 25th Polar Day"."""
    before = text[max(0, start - 12) : start].lower().split()[-1:]
    return ORDINAL.match(word) is not None and bool(before) and before[0].rstrip(".") in read("en", "dates")["months"]


@cache
def _calendar() -> frozenset[str]:
    data = read("en", "dates")
    return frozenset((*read("en", "names")["holidays"], *data["months"], *data["weekdays"]))


DAY = "Day"
_GENERAL = re.compile(r"(?:al|ian|ese|ic|World|Open)$")
_ON = re.compile(r"\b[Oo]n $")
_NUMBER = r"(?:\d{1,3}(?:st|nd|rd|th) )"
_IN_NAME = rf"(?:\({CAP}\)|{CAP})"
_OF_DAY = re.compile(
    rf"(?<![\w.-]){_NUMBER}?(?:{CAP} ){{0,3}}Day of (?:the )?{CAP}(?: {_IN_NAME}){{0,3}}"
    rf"(?: (?:of|from|and|for) (?:the )?{_IN_NAME}(?: {_IN_NAME}){{0,3}})?(?![\w-])"
)
_NAMED_DAY = re.compile(
    rf"(?<![\w.-]){_NUMBER}?(?:{CAP},? (?:and |& )?){{1,5}}Day(?![\w’'-]| of (?:the )?[A-Z]| ?\d| [A-Z])"
)
# "International Graduates' Day" of the universities of Russia
_WHOSE_DAY = re.compile(
    rf"(?<![\w.-]){_NUMBER}?(?:{CAP} ){{1,4}}{CAP}(?:(?<=['’])|(?<=['’]s)) Day(?= of (?:the )?[A-Z])"
)
