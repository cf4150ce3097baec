"""Events of which only their title in quotation marks is told, and that they took place: "“Two Banks” was held in"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.schema import is_a

_FEWEST = 2  # words of a title that may be no name of somebody


def quoted_events(text: str) -> Iterator[NameSpan]:
    """Find the titles, marks aside, of which a clause says that they were held, with no noun of a thing before them."""
    if '"' not in text:
        return
    for found in _held().finditer(text):
        before = text[: found.start()].rstrip(" ").rsplit("\n", 1)[-1]
        if before.count('"') % 2 or not _begins(before):
            continue
        said = found["title"].rstrip(".,")
        words = said.split()
        first = found.start("title")
        while words and words[0].lower() in _data()["articles"]:
            first += len(words[0]) + 1
            words = words[1:]
        if len(words) < _FEWEST or not words[0][:1].isupper() or said[-1] in "!?":
            continue
        ends = (k for k, word in enumerate(words) if k and (word in _data()["within_any_title"] or word[-1] in ":-–—"))
        kind = kind_of("en", [word.strip(":") for word in words[: next(ends, len(words))]])
        if kind is not None and not is_a(kind.cls, "Event"):
            continue
        cls, concept = (kind.cls, kind.kind) if kind is not None else ("Event", "presentation")
        yield NameSpan(first, found.start("title") + len(said), cls, "pattern", 0.8, None, concept)


def _begins(before: str) -> bool:
    """Tell whether what stands in a line before a title names no thing that bears it: "Today", "On 5 May the"."""
    words = before.split()
    while words and words[-1].lower() in _data()["articles"]:
        words = words[:-1]
    if not words or before.rstrip()[-1] in ".!?:;":
        return True
    last = words[-1]
    return last[-1:] in ",." or last.isdigit() or last.lower() in _data()["before_quoted"]


@cache
def _data() -> dict[str, list[str]]:
    return dict(read("en", "entitled"))


@cache
def _held() -> re.Pattern[str]:
    data = _data()
    being, between, held = ("|".join(data[name]) for name in ("being", "between_held", "held"))
    places = "|".join(data["takes_place"])
    other = "|".join(data["held_otherwise"])
    took_place = rf"(?:{being}) (?:(?:\w+ly|{between}) )?(?:{held})|{places}"
    return re.compile(rf'"(?P<title>[^"\n]{{6,150}})",? (?:{took_place})\b(?! (?:{other})\b)')
