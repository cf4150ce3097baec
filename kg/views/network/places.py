"""Where things are: in which places, up to regions and countries, by the registry and by what digests say.

The registry knows the seats of organizations and which place lies in which. What has no seat of its own goes with
others: a unit with what it is a part of, a person with where he or she holds a post; and an agreement, event or
programme is where it takes place and at home with all who take part in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import registry
from kg.records import Name, NameKind, Status
from kg.schema import is_a
from kg.views.reading import Claim, Reading, Thing

_JOINT: Final = ("Agreement", "Event", "Programme", "Recognition")
"""Classes of things that are at home wherever those are who do them together."""
_LENDING: Final = {"unitOf": False, "holdsPost": False, "represents": False, "established": True}
"""Property by which something without a seat is where another is → whether the subject lends to the object."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the things of a reading are, as keys of places ("place/harbin").

    Attributes:
        seats: the most exact place that is known of a thing itself, by its IRI.
        homes: that place and its country, by the thing's IRI.
        around: all places that a thing is in, up to countries, by its IRI; those of others where it has none itself.
    """

    seats: Mapping[str, str]
    homes: Mapping[str, tuple[str, ...]]
    around: Mapping[str, frozenset[str]]

    def countries(self, iri: str) -> tuple[str, ...]:
        """Give the keys of the countries that a thing is in, in alphabetical order."""
        return tuple(sorted(key for key in self.around.get(iri, ()) if place_class(key) == "Country"))


def whereabouts(reading: Reading) -> Whereabouts:
    """Give where the things of a reading are."""
    lies = _Map(reading)
    seats = {iri: seat for iri, thing in reading.things.items() if (seat := lies.seat(thing))}
    around = {iri: lies.chain(seat) for iri, seat in seats.items()}
    homes = {
        iri: tuple(dict.fromkeys((seat, *(key for key in sorted(around[iri]) if place_class(key) == "Country"))))
        for iri, seat in seats.items()
    }
    for iri, found in _borrowed(reading, around).items():
        around[iri] = around.get(iri, frozenset()) | found
    return Whereabouts(seats, homes, around)


def place_class(key: str) -> str:
    """Give the class of a place of the registry; "Place" for any other."""
    entry = registry.load().get(key)
    return entry.cls if entry is not None else "Place"


def names(key: str, reading: Reading) -> tuple[Name, ...]:
    """Give the names of a place, the registry's if it knows it."""
    entry = registry.load().get(key)
    if entry is not None:
        return entry.names
    thing = reading.things.get(_base(reading) + key)
    return () if thing is None else thing.names or (Name(thing.label),)


def name(key: str, reading: Reading, lang: str = "en") -> str:
    """Give the name of a place in a language, else any of its names, else its key."""
    found = names(key, reading)
    preferred = [n.text for n in found if n.kind is NameKind.PREFERRED and n.lang == lang]
    return next((text for text in (*preferred, *(n.text for n in found))), key)


def known(reading: Reading, where: Whereabouts) -> tuple[Thing, ...]:
    """Give the places that things of a reading are in, as things to look names up in, countries by their code too."""
    keys = sorted({key for found in where.around.values() for key in found})
    base = _base(reading)
    return tuple(
        Thing(base + key, place_class(key), name(key, reading), (*names(key, reading), *_code(key))) for key in keys
    )


def _base(reading: Reading) -> str:
    return next((iri.removesuffix(thing.key) for iri, thing in reading.things.items()), "")


class _Map:
    """Which place lies in which, and where the seat of a thing is."""

    def __init__(self, reading: Reading) -> None:
        self._keys = {iri: thing.key for iri, thing in reading.things.items()}
        self._said: defaultdict[str, set[str]] = defaultdict(set)
        for claim in reading.claims:
            if claim.property == "locatedIn" and claim.status is Status.HELD:
                self._said[self._keys[claim.subject]].add(self._keys[claim.object])

    def seat(self, thing: Thing) -> str | None:
        if is_a(thing.cls, "Place"):
            return thing.key
        if (seat := _registered(thing.key)) is not None:
            return seat
        if thing.place in self._keys:
            return self._keys[thing.place]
        # The most exact one: a city says more than the country that it is in.
        said = self._said[thing.key]
        return min(said, key=lambda key: (-len(self.chain(key)), key), default=None)

    def chain(self, key: str) -> frozenset[str]:
        found: set[str] = set()
        ahead = {key}
        while ahead:
            found |= ahead
            ahead = {wider for place in ahead for wider in self._wider(place)} - found
        return frozenset(found)

    def _wider(self, key: str) -> Iterator[str]:
        entry = registry.load().get(key)
        if entry is None:
            yield from self._said[key]
            return
        if entry.part_of is not None:
            yield entry.part_of
        if entry.cls != "Country" and entry.country is not None:
            yield from _country(entry.country)


def _registered(key: str) -> str | None:
    """The seat that the registry knows, its own or that of what it is a part of or works for."""
    entry = registry.load().get(key)
    while entry is not None:
        if entry.city is not None:
            return entry.city
        whole = entry.part_of or entry.affiliation
        if whole is None or entry.country is not None:
            return next(_country(entry.country), None)
        entry = registry.load().get(whole)
    return None


def _country(code: str | None) -> Iterator[str]:
    if code is not None and code in _countries():
        yield _countries()[code]


def _code(key: str) -> Iterable[Name]:
    return (Name(code) for code, country in _countries().items() if country == key)


@cache
def _countries() -> Mapping[str, str]:
    """The keys of countries by ISO 3166 code."""
    return {entry.country: entry.id for entry in registry.load().entries if entry.cls == "Country" and entry.country}


def _borrowed(reading: Reading, own: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """What things get from others, as far as it goes: from a university to its faculty to the dean to the agreement."""
    things = reading.things
    pairs = dict.fromkeys(
        pair for claim in reading.claims if claim.status is not Status.DENIED for pair in _pairs(claim, things)
    )
    pairs.update(dict.fromkeys((iri, s) for iri, thing in things.items() if (s := thing.series) in things and s))
    lending = [(lender, to) for lender, to in pairs if to not in own or _is_joint(things[to])]
    got: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    growing = True
    while growing:
        growing = False
        for lender, to in lending:
            lent = own.get(lender, frozenset()) | got[lender]
            if not lent <= got[to]:
                got[to] |= lent
                growing = True
    return {iri: places for iri, places in got.items() if places}


def _pairs(claim: Claim, things: Mapping[str, Thing]) -> Iterator[tuple[str, str]]:
    """Who lends to whom by a claim."""
    ends = (claim.subject, claim.object)
    if claim.property in _LENDING:
        yield ends if _LENDING[claim.property] else ends[::-1]
    for lender, to in (ends, ends[::-1]):
        if _is_joint(things[to]) and (is_a(things[lender].cls, "Organization") or things[lender].cls == "Person"):
            yield lender, to


def _is_joint(thing: Thing) -> bool:
    return any(is_a(thing.cls, cls) for cls in _JOINT)
