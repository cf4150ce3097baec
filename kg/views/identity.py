"""Why a thing is one thing, and what it was not taken for: the decisions of a store about identity."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.store import Store
from kg.records import Outcome
from kg.views.reading import ask

_CURATION = "curation"
_QUERY = """
SELECT ?node ?label ?outcome ?rule ?score ?reason ?other ?document WHERE {{
    ?node a srac:Decision ; srac:about <{iri}> ; rdfs:label ?label ; srac:outcome ?outcome ; srac:rule ?rule ;
        srac:score ?score ; skos:editorialNote ?reason .
    OPTIONAL {{ ?node srac:about ?other . FILTER(?other != <{iri}>) }}
    OPTIONAL {{ ?node prov:wasDerivedFrom/dcterms:identifier ?document }}
}}"""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision, seen from one of the things that it is about.

    Attributes:
        told: the two sides in words, each with its documents.
        other: IRI of the thing it was kept apart from; None where two became this one.
        documents: ids of all the documents that speak of either.
        score: 0–1, how alike the two are by the rule.
    """

    outcome: Outcome
    told: str
    other: str | None
    rule: str
    score: float
    reason: str
    documents: tuple[str, ...]

    @property
    def curated(self) -> bool:
        """Whether an analyst decided."""
        return self.rule == _CURATION


def read_decisions(store: Store, iri: str) -> tuple[Decided, ...]:
    """Give the decisions about a thing by its IRI: joined before kept apart, an analyst's first, then the likest."""
    found: dict[str, tuple[str, ...]] = {}
    documents: dict[str, set[str]] = {}
    for node, *values, document in ask(store, _QUERY.format(iri=iri)):
        found[node] = tuple(values)
        documents.setdefault(node, set()).update({document} - {""})
    decided = [
        Decided(Outcome(outcome), label, other or None, rule, float(score), reason, tuple(sorted(documents[node])))
        for node, (label, outcome, rule, score, reason, other) in found.items()
    ]
    return tuple(
        sorted(decided, key=lambda d: (d.outcome is Outcome.DIFFERENT, not d.curated, -d.score, d.told, d.reason))
    )
