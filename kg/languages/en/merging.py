"""Names and dates as one token each, which the parser reads as a word that it knows.

Coordinated names are then coordinated tokens to the parser. A name's NORM is a word of its class that the model knows,
and the parser is given that word in its place (`seen_as`): an unseen string of several words would be noise to it, and
by its ending it takes "Beijing" for a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from kg.languages.dates import spans
from kg.languages.kinds import singular
from kg.languages.lexicon import read
from kg.languages.lines import whole
from kg.languages.spans import NameSpan
from kg.schema import is_a

_STAND_INS = {"Person": "John", "Place": "Paris", "Organization": "Google", "Event": "Olympics"}


def seen_as(token: Token) -> str | None:
    """Give the word that the parser reads instead of a name or a date of several words."""
    return token.norm_.title() if token.ent_type_ or (token.norm_ == "monday" and " " in token.text) else None


def read_as(token: Token) -> str | None:
    """Give the noun that the parser reads instead of one that it does not know: "seminar" for "roundtable"."""
    known: dict[str, str] = read("en", "descriptions")["read_as"]
    if seen_as(token) or (one := singular(token.lower_)) not in known:
        return None
    noun = known[one] if one == token.lower_ else known[one] + "s"
    return noun.title() if token.text[:1].isupper() else noun


def merge(doc: Doc, names: Iterable[NameSpan]) -> None:
    """Make each name one token that the parser reads as a proper noun of its class."""
    with doc.retokenize() as retokenizer:
        for name in names:
            span = doc.char_span(name.start, name.end)
            if span is None:
                continue
            stand_in = next((word for cls, word in _STAND_INS.items() if is_a(name.cls, cls)), "Google")
            attributes: dict[str | int, Any] = {"NORM": stand_in.lower(), "ENT_TYPE": name.cls, "ENT_IOB": 3}
            if len(span) > 1:
                retokenizer.merge(span, attrs=attributes)
            else:
                span[0].norm_ = stand_in.lower()
                span[0].ent_type_ = name.cls


def merge_dates(doc: Doc) -> None:
    """Make each date of several words one: "On 12 May Harbin Institute …" is no May Harbin to the parser.

    Where a sentence begins with a date ("On the morning of 12 May,"), what leads up to it becomes part of it, and
    ``doc._.leads`` holds where it starts.
    """
    leads: set[int] = set()
    merged: set[int] = set()
    text = whole(doc)
    with doc.retokenize() as retokenizer:
        for start, end in spans(text, "en"):
            span = doc.char_span(start, end)
            if span is None or any(token.ent_type_ or token.is_space for token in span):
                continue
            first = span.start
            while first > 0 and doc[first - 1].lower_ in _leading() and not doc[first - 1].ent_type_:
                first -= 1
            opens = first == 0 or doc[first - 1].is_space or doc[first - 1].text in {".", "!", "?", ";", ":", '"'}
            if opens and first < span.start:
                leads.add(doc[first].idx)
            else:
                first = span.start
            last = _with_clock(doc, span.end) if opens else span.end
            if last - first > 1:
                merged.update(range(first, last))
                retokenizer.merge(doc[first:last], attrs={"NORM": "monday"})
        for opening in _openings().finditer(text):
            span = doc.char_span(opening.start(1), opening.end(1))
            if span is None or not merged.isdisjoint(range(span.start, span.end)):
                continue  # "In the same month of 2019": a date, with what leads up to it
            if not any(token.ent_type_ for token in span) and len(span) > 1:
                leads.add(span[0].idx)
                retokenizer.merge(span, attrs={"NORM": "monday"})
    leads |= _labels(doc)
    doc._.leads = frozenset(leads)


def _with_clock(doc: Doc, end: int) -> int:
    """Give where a date ends with its clock, which parsers take for a subject: "On May 2 | , local time |,"."""
    start = doc[end - 1].idx + len(doc[end - 1])
    told = next((c for c in read("en", "dates")["clocks"] if doc.text.startswith(f"{c},", start)), "")
    clock = doc.char_span(start, start + len(told)) if told else None
    return clock.end if clock is not None else end


@cache
def _openings() -> re.Pattern[str]:
    phrases = "|".join(read("en", "dates")["openings"])
    return re.compile(rf"(?:^|(?<=[\n.!?;:] )|(?<=\n))[ ]*({phrases})(?=,| [A-Z]| the | a )", re.IGNORECASE)


_YEAR = re.compile(r"(?:19|20)\d\d$")


def _labels(doc: Doc) -> set[int]:
    """Give where the dates of a chronicle start, alone before a colon or dash at the beginning of a line: "2017: …"."""
    found = set()
    for token in doc[:-1]:
        opens = token.i == 0 or "\n" in doc[token.i - 1].text
        dated = _YEAR.match(token.text) or token.norm_ == "monday"
        if opens and dated and doc[token.i + 1].text in {":", "–", "—", "-"}:
            found.add(token.idx)
    return found


@cache
def _leading() -> frozenset[str]:
    return frozenset(read("en", "dates")["leading"])
