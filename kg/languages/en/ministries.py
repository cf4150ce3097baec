"""What English calls the ministries of a state besides their full name: "Russia's Education Ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.lexicon import read


def also(name: str) -> Iterator[str]:
    """Give the other names of the ministry of a state, by its full name or by that without its state; nothing else's.

    >>> sorted(also("Ministry of Justice"))
    ['Justice Ministry']
    >>> {"Russian Justice Ministry", "Russia's Ministry of Justice"} <= set(also("Ministry of Justice of Russia"))
    True
    >>> list(also("Ministry of Health of Tatarstan"))
    []
    """
    field, state = _parts(name)
    if field is None:
        return
    short = [f"{before} Ministry" for before in _before(field)]
    if state is None:
        yield from short
        return
    called = [f"Ministry of {field}", *short]
    table = read("en", "ministries")["states"][state]
    for ministry in called:
        yield from (f"{ministry} of {country}" for country in table["of"])
        yield from (f"{country} {ministry}" for country in table["before"])


def _parts(name: str) -> tuple[str | None, str | None]:
    """Give the field and the state of a ministry's name; no field where it is of something smaller."""
    match = _pattern().fullmatch(name)
    if match is None:
        return None, None
    for state, table in read("en", "ministries")["states"].items():
        if match["of"] in table["of"]:
            return match["field"], state
    return (match["field"], None) if match["of"] is None else (None, None)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"Ministry of (?P<field>(?!the )[^,]+?)(?: of (?P<of>[^,]+))?")


def _before(field: str) -> Iterator[str]:
    """Give what of a field stands before "Ministry": "Foreign" for "Foreign Affairs", "Education" for itself."""
    said = (words.title() for words, whole in read("en", "posts")["portfolios"].items() if whole == field)
    yield from dict.fromkeys((field, *said))
