"""Universities by their city and the letters of the rest: "Omsk STU", the Omsk State Technical University."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.languages.initials import capitals
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.languages.view import plain
from kg.registry import Registry

_LETTERS = re.compile(r"[A-Z]{1,4}[UA]")
_BEHIND = re.compile(rf" (?P<letters>{_LETTERS.pattern})(?![\w-])")


def lettered(names: Iterable[tuple[str, str]], registry: Registry) -> Iterator[tuple[str, str]]:
    """Give the names of universities so, where only one can be meant and nothing known is called so."""
    entries = {entry.id: entry for entry in registry.entries}
    cities = {plain(name.text) for entry in registry.entries if entry.cls == "City" for name in entry.names}
    known = {plain(name) for name, _ in names}
    bearers: dict[str, set[str]] = {}
    for name, entry in names:
        words = plain(name).split()
        if entries[entry].cls != "University":
            continue
        for cut in range(1, len(words) - 1):
            letters = capitals(" ".join(words[cut:]))
            if " ".join(words[:cut]) in cities and _LETTERS.fullmatch(letters):
                bearers.setdefault(" ".join([*words[:cut], letters]), set()).add(entry)
    yield from ((short, found.pop()) for short, found in bearers.items() if len(found) == 1 and short not in known)


def behind_cities(known: Iterable[NameSpan], text: str, registry: Registry) -> Iterator[NameSpan]:
    """Find such names of universities that are not known: "Tarsk SMU", where "SMU" alone may be known as another's.

    Letters of an organization in the city itself are a name of their own: "in Moscow | MSU opened it".
    """
    for name in known:
        behind = _BEHIND.match(text, name.end) if name.cls == "City" and name.entry is not None else None
        if behind is None or behind["letters"] in read("en", "names")["seldom_short_forms"]:
            continue  # "in Harbin USA teachers"
        if not any(
            entry.city == name.entry and behind["letters"] in {*entry.own, *(one.text for one in entry.names)}
            for entry in registry.entries
        ):
            yield NameSpan(name.start, behind.end(), "University", "pattern", 0.9)
