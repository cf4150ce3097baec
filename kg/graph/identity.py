"""Decisions about identity → triples: what became one, what stayed two, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph.claims import Statement
from kg.graph.iris import Iris
from kg.graph.terms import node
from kg.graph.vocabulary import PROV, RDF, RDFS, SKOS, SRAC, XSD
from kg.records import Decision, Side

_MOST = 4
"""How many documents a label names; all of them are named by prov:wasDerivedFrom."""


def decision(made: Decision, labels: Mapping[str, str], iris: Iris) -> Iterator[Statement]:
    """Give the triples of a decision.

    Args:
        labels: of every entity by id.

    Raises:
        InputError: it is about a thing that is no entity of the collection.
    """
    one, other = made.sides
    iri = iris.decision(made.outcome, *made.entities, _told(one), _told(other), made.rule, made.reason)
    yield iri, node(RDF.type), node(SRAC.Decision)
    yield iri, node(RDFS.label), ox.Literal(f"{_told(one)} · {_told(other)}")
    for id in made.entities:
        if id not in labels:
            raise InputError(f"{id} is no entity of the collection", place=f"decision “{made.reason}”")
        yield iri, node(SRAC.about), iris.thing(id)
    yield iri, node(SRAC.outcome), ox.Literal(made.outcome.value)
    yield iri, node(SRAC.rule), ox.Literal(made.rule)
    yield iri, node(SRAC.score), ox.Literal(f"{made.score:.2f}", datatype=node(XSD.decimal))
    yield iri, node(SKOS.editorialNote), ox.Literal(made.reason)
    for document in sorted({*one.documents, *other.documents}):
        yield iri, node(PROV.wasDerivedFrom), iris.document(document)


def _told(side: Side) -> str:
    shown = ", ".join(side.documents[:_MOST]) or "registry"
    more = f" and {len(side.documents) - _MOST} more" if len(side.documents) > _MOST else ""
    return f"{side.name} ({shown}{more})"
