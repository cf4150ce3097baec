"""Which candidates are worth comparing: those that share a key. Keeps linking near linear in the number of things.

A key is as narrow as the rules of likeness.py allow: what they need for two things to be the same, the key asks for
too. People whose names are merely possible must share an organization, events and agreements a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Final

from kg.entities.candidates import Candidate
from kg.entities.names import (
    event_keys,
    is_common_event_name,
    is_misspelt_chinese_name,
    normalise,
    organization_keys,
    person_keys,
    same_person_keys,
)
from kg.entities.periods import years

_MOST_PARTIES: Final = 12
"""Parties of which pairs become keys: a declaration of fifty universities needs no 1,225."""
_SMALL: Final = 12
"""Up to so many bearers of a key that is not enough by itself are compared all the same, to tell near misses."""


@dataclass(slots=True)
class _Keys:
    """The keys of a candidate: two are compared where one seeks what the other offers.

    Attributes:
        hints: keys that no rule calls for; they tell near misses where few bear them.
    """

    offered: set[str] = field(default_factory=set)
    sought: set[str] = field(default_factory=set)
    hints: set[str] = field(default_factory=set)

    def share(self, keys: Iterable[str]) -> None:
        found = set(keys)
        self.offered |= found
        self.sought |= found


def pairs(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Give each pair of candidates that is worth comparing, once, in order.

    No two that the rules take for the same are missed.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    offering: defaultdict[str, list[int]] = defaultdict(list)
    seeking: defaultdict[str, list[int]] = defaultdict(list)
    hinted: defaultdict[str, list[int]] = defaultdict(list)
    for at, candidate in enumerate(ordered):
        keys = _keys(candidate)
        for blocks, own in ((offering, keys.offered), (seeking, keys.sought), (hinted, keys.hints)):
            for key in own:
                blocks[key].append(at)
    found = {
        (min(a, b), max(a, b)) for key, seekers in seeking.items() for a in seekers for b in offering[key] if a != b
    }
    found.update(pair for block in hinted.values() if len(block) <= _SMALL for pair in combinations(block, 2))
    for one, other in sorted(found):
        if not (ordered[one].known and ordered[other].known):
            yield ordered[one], ordered[other]


def _keys(candidate: Candidate) -> _Keys:
    keys = _Keys()
    _MAKE[candidate.root](candidate, keys)
    return keys


def _equal_names(candidate: Candidate, keys: _Keys) -> None:
    keys.share(map(normalise, candidate.names))


def _organizations(candidate: Candidate, keys: _Keys) -> None:
    found = {key for name in candidate.names for key in organization_keys(name)}
    if not candidate.common:
        keys.share(found)
        return
    # "The International Office" may be one that has a name; to another such it is compared only within one whole.
    keys.sought |= found
    keys.share(f"{key} @ {whole}" for key in found for whole in candidate.related)


def _persons(candidate: Candidate, keys: _Keys) -> None:
    wide = {key for name in candidate.names for key in person_keys(name)}
    keys.share(f"= {key}" for name in candidate.names for key in same_person_keys(name))
    keys.share(f"{key} @ {organization}" for key in wide for organization in candidate.related)
    keys.offered |= wide
    if any(map(is_misspelt_chinese_name, candidate.names)):
        keys.sought |= wide
    keys.hints |= wide


def _series(candidate: Candidate, keys: _Keys) -> None:
    keys.share(key for name in candidate.names for key in event_keys(name))


def _agreements(candidate: Candidate, keys: _Keys) -> None:
    parties = sorted(candidate.related)[:_MOST_PARTIES]
    _at_times(candidate, keys, {" ".join(pair) for pair in combinations(parties, 2)})


def _events(candidate: Candidate, keys: _Keys) -> None:
    telling = [name for name in candidate.names if not is_common_event_name(name)]
    found = {key for name in telling for key in event_keys(name)}
    found |= {f"series {series}" for series in candidate.series}
    _at_times(candidate, keys, found)
    # What has no name of its own is known by what it is and who has to do with it.
    heads = {*candidate.kinds, *map(normalise, candidate.names)}
    _at_times(candidate, keys, _with(heads, candidate.related), sought=not telling)


def _backed(candidate: Candidate, keys: _Keys) -> None:
    names = {key for name in candidate.names for key in event_keys(name)}
    _at_times(candidate, keys, _with(names, candidate.related))
    _at_times(candidate, keys, _with(candidate.kinds, candidate.related), sought=not candidate.names)


def _with(heads: Iterable[str], related: Iterable[str]) -> set[str]:
    return {f"{head} @ {other}" for head, other in product(heads, related)}


def _at_times(candidate: Candidate, keys: _Keys, found: Iterable[str], *, sought: bool = True) -> None:
    """Add keys that two share only if they can be of one time: both dated so, or reported within months."""
    own = set().union(*map(years, candidate.dates or candidate.published))
    wanted = own if candidate.dates else {near for year in own for near in (year - 1, year, year + 1)}
    for key in found:
        keys.offered |= {key, *(f"{key} {year}" for year in own)}
        if sought:
            keys.sought |= {f"{key} {year}" for year in wanted} or {key}


_MAKE: Final[dict[str, Callable[[Candidate, _Keys], None]]] = {
    "Place": _equal_names,
    "Topic": _equal_names,
    "Organization": _organizations,
    "Person": _persons,
    "Event": _events,
    "EventSeries": _series,
    "Agreement": _agreements,
    "Programme": _backed,
    "Recognition": _backed,
}
