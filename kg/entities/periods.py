"""Dates that are only as precise as their source, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

_Month: TypeAlias = int


def _ends(date: str) -> tuple[str, str]:
    """Give the first and the last day that a date may mean."""
    first, _, last = date.partition("/")
    last = last or first
    return (first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :])


def compatible(one: str | None, other: str | None) -> bool:
    """Tell whether two dates can be one; a date that is not known agrees with every date.

    >>> compatible("2020-09", "2020-09-15"), compatible("2020-09-14", "2020-09-15"), compatible(None, "2020")
    (True, False, True)
    >>> compatible("2020-06/2020-07", "2020-07-03")
    True
    """
    if one is None or other is None:
        return True
    (first, last), (other_first, other_last) = _ends(one), _ends(other)
    return first <= other_last and other_first <= last


def years(date: str) -> frozenset[int]:
    """Give the years that a date may lie in.

    >>> sorted(years("2020-12/2021-01")), sorted(years("2020-06-03"))
    ([2020, 2021], [2020])
    """
    first, last = _ends(date)
    return frozenset(range(int(first[:4]), int(last[:4]) + 1))


def months_apart(one: str, other: str) -> int:
    """Give the least number of months that can lie between two dates, 0 if they can be in one month.

    >>> months_apart("2020-10-05", "2020"), months_apart("2019-12", "2020-02-01")
    (0, 2)
    """
    (first, last), (other_first, other_last) = _ends(one), _ends(other)
    return max(0, _month(first) - _month(other_last), _month(other_first) - _month(last))


def _month(day: str) -> _Month:
    return int(day[:4]) * 12 + int(day[5:7])


def most_precise(dates: Iterable[str]) -> str | None:
    """Give the most precise date; of equally precise ones the most frequent, then the earliest.

    >>> most_precise(["2020", "2020-09", "2020-09-15"]), most_precise([])
    ('2020-09-15', None)
    """
    counted = Counter(dates)

    def vagueness(date: str) -> tuple[bool, int, int, str]:
        return "/" in date, -len(date.partition("/")[0]), -counted[date], date

    return min(counted, key=vagueness, default=None)
