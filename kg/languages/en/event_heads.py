"""What names of events begin with before the capitals of their last part: what they list, the unions whose they are.

"Russia-China Youth Music, Dance and | Theatre Festival", "BRICS and | SCO Youth Forum".
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from kg.languages.en.capitals import CAP, any_case
from kg.languages.en.letters import nouns
from kg.languages.kinds import singular
from kg.languages.lexicon import read


def behind_list(text: str, start: int, first: int, places: Container[int]) -> int:
    """Give where a name begins before what it lists: "the | Russia-China Youth Music, Dance and | Theatre Festival".

    Args:
        first: how far before it a name may begin.
        places: where places end; one before a comma is one of several: "of Nizhny Tagil, | Perm and Omsk Week".
    """
    for joined in (False, True):
        before = _listed(joined=joined).search(text, first, start)
        if before is None or (before["of"] and text.index(",", before.start("part")) in places):
            continue
        if joined or _JOINS.match(text, start):
            words = [word for word in re.split(r",? ", _JOINED.sub("", before["part"])) if word]
            others = nouns()[0] | nouns()[1] | nouns()[2] | nouns()[3]
            if not any(word.lower() in others or singular(word.lower()) in others for word in words):
                return before.start("part")
    return start


@cache
def _listed(*, joined: bool = False) -> re.Pattern[str]:
    """Give the pattern of what is listed before the last part of a name, "and" with it if joined."""
    data = read("en", "names")
    articles, before = any_case(data["before_lists"]), "|".join(data["before_lists_of_two"])
    last = rf"{CAP},? (?:and|&) " if joined else ""
    return re.compile(
        rf"\b(?:(?:{articles}) |(?P<of>{before}) (?={CAP} {CAP}))"
        r"(?P<part>(?:[a-z]{2,6}(?:st|nd|rd|th) )?"
        rf"(?:{CAP} ){{0,4}}{CAP}, (?:{CAP}(?: {CAP})?, )?{last})$"
    )


_JOINED = re.compile(r"(?:and|&) $")
_JOINS = re.compile(rf"{CAP}(?: {CAP})? (?:and|&) {CAP}")


def behind_unions(text: str, start: int, end: int) -> int:
    """Give where a name begins before the first of several unions whose it is: "the | BRICS and | SCO Youth Forum"."""
    before = _unions_before().search(text, max(0, start - _LONGEST), start)
    return before.start("unions") if before is not None and _begins_with_union().match(text, start, end) else start


_LONGEST = 60  # characters of unions before the last


@cache
def union() -> str:
    """Give the pattern of a union of states: "BRICS+"."""
    unions = sorted(read("en", "names")["unions_of_states"], key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, unions))})\+?"


@cache
def _unions_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<unions>(?:{union()}, )*{union()},? (?:and|&) )$")


@cache
def _begins_with_union() -> re.Pattern[str]:
    return re.compile(rf"{union()} ")
