"""Ministers in English text whom a surname alone names, behind their field: "Minister of Health Orlov"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from kg.languages.en.people_known import is_common
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.spans import NameSpan


def ministers(text: str, taken: Set[int]) -> Iterator[NameSpan]:
    """Find such surnames where no known name stands; what they are minister of is no given name.

    >>> [text[n.start : n.end] for text in ["Deputy Minister of Health Orlov spoke"] for n in ministers(text, set())]
    ['Orlov']
    >>> list(ministers("Minister of Education Anna Orlova and the Minister of Trade Speaks", set()))
    []
    """
    for match in _ministered().finditer(text):
        start, end = match.span("name")
        word = match["name"].lower()
        if is_common(word) or kind_of("en", [word]) is not None or word.endswith(tuple(words("en", "no_surname_ends"))):
            continue
        if taken.isdisjoint(range(start, end)):
            yield NameSpan(start, end, "Person", "pattern", 0.85)


@cache
def _ministered() -> re.Pattern[str]:
    data = read("en", "posts")["portfolios"]
    fields = sorted({*data, *(field.lower() for field in data.values())}, key=lambda field: (-len(field), field))
    field = "|".join(re.escape(name) for name in fields)
    return re.compile(
        rf"(?<!\w)(?i:minister (?:of|for) (?:{field})(?:(?:, (?:and )?| and )(?:{field}))*) "
        r"(?P<name>[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)(?![\w'’-]| [A-Z]| of )"
    )
