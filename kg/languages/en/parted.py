"""Two units or events that patterns glue or cut at an "and": "School of Ice Physics | and Siberian Library"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.languages.en.built import built
from kg.languages.en.capitals import CAP, begins_no_name
from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.languages.lines import whole
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a

_GLUED = re.compile(rf"(?P<first>{CAP}(?: (?:and )?{CAP}){{0,4}}) and (?P<second>{CAP}(?: {CAP}){{1,3}})")
_HEAD = re.compile(rf"(?P<before>(?:{CAP} ){{0,3}})(?P<noun>{CAP}) (?:of|for) (?:(?:{CAP} )+in )?$")
_INSIDE = re.compile(
    rf"(?P<first>(?:{CAP} ){{0,3}}(?P<noun>{CAP}) (?:of|for) (?!the ).+) and (?P<second>{CAP}(?: {CAP}){{1,3}})"
)
_NEAR = 50  # characters before a name


def parted(names: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names; what is two units of one owner in a list is two.

    The first has its field behind its noun, the second ends with its own noun, which is none of a whole organization.
    """
    return [one for name in names for one in _parts(name, text)]


def _parts(name: NameSpan, text: str) -> Iterator[NameSpan]:
    said = text[name.start : name.end]
    if " and " not in said or name.entry is not None:
        yield name
        return
    if (events := _events(name, said)) is not None:
        yield from events
        return
    inside = _INSIDE.fullmatch(said)
    glued = _GLUED.fullmatch(said) if inside is None else None
    head = _HEAD.search(text, max(0, name.start - _NEAR), name.start) if glued is not None else None
    found = inside or glued
    noun = inside["noun"] if inside is not None else head["noun"] if head is not None else ""
    second = found["second"].split() if found is not None else []
    if found is None or noun.lower() not in _inner() or second[-1].lower() not in _inner():
        yield name
        return
    start = name.start
    if head is not None:
        before = head["before"].split()
        while before and (begins_no_name(before[0]) or any(map(_owns, before))):
            before = before[1:]
        start = head.start("noun") - sum(len(word) + 1 for word in before)
    first_kind, second_kind = kind_of("en", [noun]), kind_of("en", second)
    if first_kind is None or second_kind is None:
        yield name
        return
    yield replace(name, start=start, end=name.start + found.end("first"), cls=first_kind.cls, kind=first_kind.kind)
    yield replace(name, start=name.start + found.start("second"), cls=second_kind.cls, kind=second_kind.kind)


def _owns(word: str) -> bool:
    return word.endswith(tuple(words("en", "possessive_endings")))


def _inner() -> frozenset[str]:
    return words("en", "parted_units")


def _events(name: NameSpan, said: str) -> tuple[NameSpan, NameSpan] | None:
    """Give the two events that a name glues, each with its own noun: "Rectors Forum | and Polar Education Fair"."""
    found = _TWO_EVENTS.fullmatch(said) if is_a(name.cls, "Event") else None
    if found is None:
        return None
    kinds = [kind_of("en", [found[part].split()[-1].lower()]) for part in ("first", "second")]
    first, second = kinds
    if first is None or second is None or not all(is_a(kind.cls, "Event") for kind in (first, second)):
        return None
    behind = name.start + found.start("second")
    return (
        replace(name, end=name.start + found.end("first"), cls=first.cls, kind=first.kind),
        replace(name, start=behind, cls=second.cls, kind=second.kind),
    )


_TWO_EVENTS = re.compile(rf"(?P<first>(?:\S+ )+{CAP}) and (?P<second>(?:{CAP} ){{2,6}}{CAP})")

_WHOLES = frozenset({"University", "ResearchOrganization"})


def built_beside(doc: Doc, known: list[NameSpan], found: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Give what is built as well once whole organizations are known, clear of what was found.

    Units of them, "the department of soils of Omsk Polar University", and what "and" joins with one of them: "the
    | University of Omsk | and Alta University".
    """
    wholes = [name for name in found if name.cls in _WHOLES]
    if not wholes:
        return []
    text, taken, starts = whole(doc), covered(found), {name.start for name in wholes}
    return [
        name
        for name in built(doc, [*known, *wholes], people)
        if (
            name.cls == "OrganizationalUnit"
            or (
                name.cls in _WHOLES and (joined := _JOINED.match(text, name.end)) is not None and joined.end() in starts
            )
        )
        and taken.isdisjoint(range(name.start, name.end))
    ]


_JOINED = re.compile(r" (?:and|&) (?:the )?")
