"""Which candidates are worth comparing: those that share a key. Keeps linking near linear in the number of things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final

from kg.entities.candidates import Candidate
from kg.entities.names import event_keys, normalise, organization_keys, person_keys

_MOST_PARTIES: Final = 12
"""Parties of which pairs become keys: a declaration of fifty universities needs no 1,225."""


def pairs(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Give each pair of candidates that share a key, once, in order.

    Nothing is lost by it: names that compare as the same share a key, and so do the other things that rules look at.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for at, candidate in enumerate(ordered):
        for key in _keys(candidate):
            blocks[key].append(at)
    for one, other in sorted({pair for block in blocks.values() for pair in combinations(block, 2)}):
        if not (ordered[one].known and ordered[other].known):
            yield ordered[one], ordered[other]


def _keys(candidate: Candidate) -> set[str]:
    find = _KEYS.get(candidate.root)
    keys = {key for name in candidate.names for key in find(name)} if find else set()
    if candidate.root == "Agreement":
        keys |= _pairs(candidate.related)
    if candidate.root in ("Event", "Programme", "Recognition"):
        keys |= {f"series {series}" for series in candidate.series}
        # What has no name of its own is known by what it is and who has to do with it.
        heads = {*candidate.kinds, *map(normalise, candidate.names)}
        keys |= {f"{head} {other}" for head in heads for other in candidate.related}
    return keys


def _pairs(ids: frozenset[str]) -> set[str]:
    return {" ".join(pair) for pair in combinations(sorted(ids)[:_MOST_PARTIES], 2)}


def _itself(name: str) -> frozenset[str]:
    return frozenset({normalise(name)})


_KEYS: Final[dict[str, Callable[[str], frozenset[str]]]] = {
    "Place": _itself,
    "Topic": _itself,
    "Organization": organization_keys,
    "Person": person_keys,
    "Event": event_keys,
    "EventSeries": event_keys,
    "Programme": event_keys,
    "Recognition": event_keys,
}
