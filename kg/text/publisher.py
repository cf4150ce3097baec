"""Whose site a text was published on: who "our university" is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.records import Entry, NameKind
from kg.registry import Registry, folded

_ORGANIZATION: Final = "organization/"
# Case alone tells shorter abbreviations from words ("IT", "CAS").
_SHORT: Final = 5
_LETTER: Final = r"[^\W\u3400-\u9fff]"


def publisher(registry: Registry, source: str | None, origins: Iterable[str], offices: Iterable[str]) -> str | None:
    """Give the registry id of the organization that published a text, or None.

    The first of these that names a known organization: a source in words, stated or in a line "Source: <its name>"
    (a repost tells whose news it is); the domain of the source; and, for a text without a source, the longest name in
    a line of credit ("Prepared by the … International Office") or in a title of the form "Digest from …". An office
    gives the organization it is part of.

    Args:
        registry: what is known.
        source: the address that the text was published at.
        origins: what the text says in words about where it is from.
        offices: lines that may name the publisher's office, most trusted first.
    """
    for origin in origins:
        if entry := _named(registry, origin):
            return _whole(registry, entry).id
    if source:
        site = registry.by_domain(source)
        return site.id if site and site.id.startswith(_ORGANIZATION) else None
    for office in offices:
        if entry := _longest(registry, office):
            return _whole(registry, entry).id
    return None


def _organizations(registry: Registry) -> Iterator[tuple[str, Entry]]:
    for entry in registry.entries:
        if entry.id.startswith(_ORGANIZATION):
            yield from ((name.text, entry) for name in entry.names if name.kind is not NameKind.HIDDEN)


def _named(registry: Registry, said: str) -> Entry | None:
    wanted = folded(said)
    return next((entry for name, entry in _organizations(registry) if folded(name) == wanted), None)


def _longest(registry: Registry, said: str) -> Entry | None:
    line = folded(said)
    best: tuple[int, Entry] | None = None
    for name, entry in _organizations(registry):
        if best and len(name) <= best[0]:
            continue
        if name in said if len(name) < _SHORT else _holds(line, folded(name)):
            best = len(name), entry
    return best[1] if best else None


def _holds(line: str, name: str) -> bool:
    # Han has no spaces between words: there only a letter of another script would make it part of a longer word.
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, name) else ""
    after = rf"(?!{_LETTER})" if re.search(rf"{_LETTER}$", name) else ""
    return name in line and bool(re.search(before + re.escape(name) + after, line))


def _whole(registry: Registry, entry: Entry) -> Entry:
    while entry.cls == "OrganizationalUnit" and entry.part_of:
        parent = registry.get(entry.part_of)
        if parent is None or not parent.id.startswith(_ORGANIZATION):
            break
        entry = parent
    return entry
