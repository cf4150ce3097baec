"""Names that two organizations begin: "the Omsk University – Jilin University Joint Testing Centre"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.schema import UNITS, is_a

_DASH = re.compile(r" ?[–—-] ?$")
_OPENS = re.compile(r"(?:\b[Tt]he |[\"“«])$")


def dashed(text: str, built: Iterable[NameSpan], known: Iterable[NameSpan]) -> list[NameSpan]:
    """Give names built behind a known organization, with the one that a dash joins to it: what both founded.

    Where neither an article nor "joint" says that all of it is one name, the dash parts a heading. The article may be
    that of a noun behind the name: "the X – Y Hospital | team".
    """
    built, known = list(built), [name for name in known if is_a(name.cls, "Organization")]
    starts, ends = {name.start for name in known}, {name.end: name for name in known}
    shared = set(read("en", "names")["binational"])
    found: list[NameSpan] = []
    for name in built:
        dash = _DASH.search(text, max(0, name.start - 3), name.start)
        first = ends.get(dash.start()) if dash is not None else None
        if first is None or name.start not in starts or name.cls not in {*UNITS, *_FOUNDED}:
            found.append(name)
            continue
        said = {word.lower() for word in text[name.start : name.end].split()}
        opened = _OPENS.search(text, max(0, first.start - 4), first.start) is not None
        joint = (opened and not _goes_on(text, name.end)) or bool(said & shared)
        found.append(replace(name, start=first.start, cls="JointStructure") if joint else name)
    return found


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a noun of a thing or of people stands directly behind a name: "the X – Y Centre | agreement"."""
    behind = _WORD.match(text, end)
    return behind is not None and (
        kind_of("en", [behind[1]]) is not None or singular(behind[1]) in read("en", "descriptions")["groups"]
    )


_WORD = re.compile(r" ([a-z]+)(?![\w-])")
_FOUNDED = ("JointStructure", "ResearchOrganization", "University")
