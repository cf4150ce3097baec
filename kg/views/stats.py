"""What is in a store, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.facts import calibration
from kg.graph.confidence import Source, combined, sources
from kg.graph.store import Store
from kg.records import Status
from kg.schema import PROPERTIES
from kg.views.reading import ask, read_digests, read_things

_EDGES: Final = (0.9, 0.8, 0.7, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts; each table goes from the most to the least, equal ones by name.

    Attributes:
        documents: how many digests.
        languages, publishers, years: digests by language code, publisher's label, year of publication; "" where
            unknown.
        entities: things by local name of their most special class.
        facts: plain triples by local name of their property.
        confidence: the same facts by how sure they are, all their sources together: the lower end of the step → how
            many; the first step is that of high confidence.
        single: of these, the facts that one document alone states, by the same steps.
        statuses: claims by status.
        topics: agreements, events and programmes by label of the field that they are about.
        evidence: how many quoted passages.
        quads: size of the whole store.
    """

    documents: int
    languages: Mapping[str, int]
    publishers: Mapping[str, int]
    years: Mapping[str, int]
    entities: Mapping[str, int]
    facts: Mapping[str, int]
    confidence: Mapping[str, int]
    single: Mapping[str, int]
    statuses: Mapping[str, int]
    topics: Mapping[str, int]
    evidence: int
    quads: int


def stats(store: Store) -> Stats:
    """Give the counts of a store."""
    things = read_things(store)
    digests = read_digests(store).values()
    labels = {iri: thing.label for iri, thing in things.items()}
    held = [tuple(found.values()) for (*_, status), found in sources(store).items() if status == Status.HELD]
    properties = " ".join(f"srac:{prop}" for prop in PROPERTIES)
    return Stats(
        len(digests),
        _table(d.lang for d in digests),
        _table(labels.get(d.publisher or "", "") for d in digests),
        _table((d.published or "")[:4] for d in digests),
        _table(t.cls for t in things.values()),
        # One triple stated by two digests stands in two graphs: it is one fact.
        _rows(
            store,
            "SELECT ?p (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { "
            f"VALUES ?p {{ {properties} }} ?s ?p ?o }} }} GROUP BY ?p",
        ),
        _sure(held),
        _sure([found for found in held if len(found) == 1]),
        _rows(
            store, "SELECT ?status (COUNT(*) AS ?n) WHERE { ?c a srac:Claim ; srac:status ?status } GROUP BY ?status"
        ),
        _table(labels[subject] for thing in things.values() for subject in thing.subjects if subject in labels),
        sum(_rows(store, 'SELECT ("" AS ?all) (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e a srac:Evidence }').values()),
        sum(_rows(store, 'SELECT ("" AS ?all) (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }').values()),
    )


def _sure(facts: Sequence[Sequence[Source]]) -> Mapping[str, int]:
    high = calibration.load().high.at_least
    edges = (high, *(edge for edge in _EDGES if edge < high))
    figures = [combined(found) for found in facts]
    counts = Counter(next(edge for edge in edges if figure >= edge) for figure in figures)
    return {f"{edge:.2f}": counts[edge] for edge in edges if figures}


def _table(values: Iterable[str]) -> Mapping[str, int]:
    return _ordered(Counter(values))


def _rows(store: Store, query: str) -> Mapping[str, int]:
    return _ordered({key.rsplit("#", 1)[-1]: int(n) for key, n in ask(store, query) if int(n)})


def _ordered(counts: Mapping[str, int]) -> Mapping[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
