"""How else English spells the names that the registry knows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.languages.en.ministries import also
from kg.languages.lexicon import read
from kg.languages.view import plain
from kg.registry import Registry
from kg.schema import is_a


def turned(names: list[tuple[str, str]], registry: Registry) -> Iterator[tuple[str, str]]:
    """Give names of universities, regions and missions otherwise, unless others bear them: "Province of Jilin"."""
    cls = {entry.id: entry.cls for entry in registry.entries}
    known = {plain(name).lower() for name, _ in names}
    places = {
        plain(name.text).lower() for entry in registry.entries if is_a(entry.cls, "Place") for name in entry.names
    }
    for name, entry in names:
        head, _, host = plain(name).partition(" in ")
        if host and head.split()[0].lower() in read("en", "shapes")["missions"]:
            yield f"{head} to {host}", entry  # "Embassy of China | to Russia"
        state, _, rest = plain(name).partition(" ")
        owner = read("en", "names")["states_possessive"].get(state.lower())
        if owner and rest.split()[0].lower() in read("en", "words")["academies_proper"] and rest.count(" "):
            yield f"{owner} {rest}", entry  # "China's Academy of Sciences"
        place, _, noun = plain(name).rpartition(" ")
        other = f"University of {place}"
        if cls.get(entry) == "Region" and noun in read("en", "names")["regions"] and place:
            yield from (
                other
                for other in ((f"{noun} of {place}", entry), (f"{noun} {place}", entry))
                if other[0].lower() not in known
            )
        if noun == "University" and place.lower() in places and other.lower() not in known:
            yield other, entry


def respelt(registry: Registry) -> Iterator[tuple[str, str]]:
    """Give the names of known people by how else their surnames may end: "Dostoevskii" for "Dostoevsky"."""
    ends = read("en", "people")["surname_ends"]
    known = {plain(name.text).lower() for entry in registry.entries for name in entry.names}
    for entry in registry.entries:
        for name in entry.names if is_a(entry.cls, "Person") else ():
            said = plain(name.text)
            end = next((end for end in ends if said.endswith(end)), "")
            stem = said.removesuffix(end)
            if end and " " in said and said.isascii() and len(stem.split()[-1]) > 3 and stem[-1] not in "aeiou":
                yield from ((stem + other, entry.id) for other in ends if (stem + other).lower() not in known)


def variants(name: str) -> Iterator[str]:
    """Give the spellings of a name that differ only in how English prints it."""
    yield name
    yield from also(name)
    for usual, others in read("en", "spellings").items():
        if usual in name:
            yield from (name.replace(usual, other) for other in others)
