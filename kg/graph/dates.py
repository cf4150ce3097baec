"""ISO dates of records as typed literals, no more precise than the text."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph.vocabulary import XSD

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Dates:
    """A point or span of time, ready for the graph.

    Attributes:
        date: xsd:gYear, xsd:gYearMonth or xsd:date; of a span the beginning.
        year: that of `date`.
        span: beginning and end of a span as such literals.
    """

    date: ox.Literal
    year: int
    span: tuple[ox.Literal, ox.Literal] | None = None


def parse(iso: str, place: str) -> Dates:
    """Give the literals of "2020", "2020-06", "2020-06-03" or a span "2020-06/2020-07".

    Args:
        iso: the date.
        place: whose date it is, for the error.

    Raises:
        InputError: it is no such date, or a span ends before it begins.
    """
    start, slash, end = iso.partition("/")
    date = _literal(start, iso, place)
    year = int(start[:4])
    if not slash or start == end:
        return Dates(date, year)
    last = _literal(end, iso, place)
    if end[: len(start)] < start[: len(end)]:
        raise InputError(f"the span {iso!r} ends before it begins", place=place, remedy="beginning/end, both ISO dates")
    return Dates(date, year, (date, last))


def _literal(part: str, iso: str, place: str) -> ox.Literal:
    found = _DATE.fullmatch(part)
    try:
        if found is None:
            raise ValueError(part)
        year, month, day = found.groups()
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise InputError(
            f"{iso!r} is no date", place=place, remedy='"2020", "2020-06", "2020-06-03" or a span "2020-06/2020-07"'
        ) from error
    datatype = XSD.date if day else XSD.gYearMonth if month else XSD.gYear
    return ox.Literal(part, datatype=ox.NamedNode(datatype))
