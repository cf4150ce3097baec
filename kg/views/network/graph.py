"""The graphs that the network page draws: all things with their facts, and an overview of organizations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import networkx as nx

from kg.records import Status
from kg.schema import SYMMETRIC, is_a
from kg.views.reading import Claim, Reading, Thing

_VIA: Final = ("Agreement", "Event", "Programme", "Recognition")
"""Classes of things that join the organizations which did them together."""
_MANY: Final = 6
"""From how many organizations on a thing stands for itself in the overview, rather than as a line between any two."""
_WEAK: Final = 0.25
"""How strongly a mere place, or what is not held, pulls two nodes together; a held fact pulls with 1."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple and all claims that make it, held, planned or denied; a symmetric one has the lesser IRI first."""

    subject: str
    property: str
    object: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which two things are joined: numbers of facts, and the thing they go through, None if directly."""

    via: str | None
    facts: tuple[int, ...]


def held(fact: Fact) -> bool:
    """Tell whether some digest reports a fact as done."""
    return any(claim.status is Status.HELD for claim in fact.claims)


def facts(reading: Reading) -> tuple[Fact, ...]:
    """Give the facts of a reading, each once however many digests state it, ordered by subject, property, object."""
    groups: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        ends = (claim.subject, claim.object)
        subject, obj = sorted(ends) if claim.property in SYMMETRIC else ends
        groups[subject, claim.property, obj].append(claim)
    return tuple(Fact(*triple, tuple(claims)) for triple, claims in sorted(groups.items()))


def whole(stated: tuple[Fact, ...]) -> nx.Graph[str]:
    """Give the graph of all things that some fact is about; edges hold their ways as `ways`, their pull as `weight`."""
    ways: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, fact in enumerate(stated):
        if fact.subject != fact.object:
            ways[_pair(fact.subject, fact.object)].append(number)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({end for pair in ways for end in pair}))
    for (a, b), numbers in sorted(ways.items()):
        strong = any(held(stated[n]) and stated[n].property != "locatedIn" for n in numbers)
        graph.add_edge(a, b, ways=(Way(None, tuple(numbers)),), weight=1.0 if strong else _WEAK)
    return graph


def overview(reading: Reading, stated: tuple[Fact, ...]) -> nx.Graph[str]:
    """Give the graph of organizations joined by held facts between them and by what they did together.

    What few organizations did together is an edge between each two of them; what many did is a node of its own. The
    edges hold the same as in `whole`.
    """
    things = reading.things
    ways: defaultdict[tuple[str, str], list[Way]] = defaultdict(list)
    doers: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, fact in enumerate(stated):
        ends = (fact.subject, fact.object)
        organizations = [iri for iri in ends if is_a(things[iri].cls, "Organization")]
        if not held(fact) or not organizations or fact.subject == fact.object:
            continue
        if len(organizations) == 2:
            ways[_pair(*ends)].append(Way(None, (number,)))
        else:
            (other,) = set(ends) - set(organizations)
            if _joins(things[other]):
                doers[other][organizations[0]].append(number)
    for via, parts in sorted(doers.items()):
        if len(parts) > _MANY:
            for organization, numbers in parts.items():
                ways[_pair(via, organization)].append(Way(None, tuple(numbers)))
        else:
            for a, b in combinations(sorted(parts), 2):
                ways[a, b].append(Way(via, (*parts[a], *parts[b])))
    return _weighted(ways)


def _weighted(ways: Mapping[tuple[str, str], Collection[Way]]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({end for pair in ways for end in pair}))
    for (a, b), found in sorted(ways.items()):
        graph.add_edge(a, b, ways=tuple(found), weight=min(3.0, 0.5 + 0.5 * len(found)))
    return graph


def _joins(thing: Thing) -> bool:
    return any(is_a(thing.cls, cls) for cls in _VIA)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
