"""The store's facts in pieces of Turtle, out of which the network page puts together what its reader takes away.

The pieces say what `kg export --facts` says of things, posts and concepts, in the same terms; the page itself adds the
plain facts between things, each as two of the names given here with a property between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Final

import pyoxigraph as ox

from kg.graph.export import selected
from kg.graph.iris import Iris
from kg.graph.store import Store
from kg.graph.terms import node, prefixes, shorten
from kg.graph.vocabulary import FACTS, ORG, RDF, SKOS, SRAC, XSD
from kg.views.reading import Reading

_TYPE: Final = node(RDF.type)
_FACTS: Final = frozenset(node(fact) for fact in FACTS)
_MEMBER, _ORGANIZATION = node(ORG.member), node(ORG.organization)
_STRING: Final = node(XSD.string)
_CONCEPT, _SCHEME = node(SKOS.Concept), node(SKOS.ConceptScheme)


def statements(reading: Reading, store: Store) -> dict[str, Any]:
    """Give the pieces: `Statements` of the front-end's statements.ts says what they are."""
    known = prefixes(store.base)
    number = {iri: i for i, iri in enumerate(reading.things)}
    described: defaultdict[str, set[ox.Quad]] = defaultdict(set)
    for quad in selected(store, facts=True):
        if quad.predicate not in _FACTS and isinstance(quad.subject, ox.NamedNode):
            described[quad.subject.value].add(quad)
    posts, concepts, schemes = [], {}, []
    start = Iris(store.base).thing("membership/").value
    for iri, quads in sorted(described.items()):
        types = {quad.object for quad in quads if quad.predicate == _TYPE}
        if iri in number:
            continue
        if iri.startswith(start):
            ends = [number.get(_object(quads, end), -1) for end in (_MEMBER, _ORGANIZATION)]
            if -1 not in ends:
                posts.append([*ends, _block(iri, quads, known)])
        elif _SCHEME in types:
            schemes.append(_block(iri, quads, known))
        elif _CONCEPT in types:
            concepts[iri.removeprefix(str(SRAC))] = _block(iri, quads, known)
    return {
        "prefixes": dict(sorted(known.items())),
        "things": [[_name(iri, known), _said(described[iri], known)] for iri in reading.things],
        "posts": posts,
        "concepts": concepts,
        "schemes": schemes,
    }


def _object(quads: Collection[ox.Quad], predicate: ox.NamedNode) -> str:
    return next((quad.object.value for quad in quads if quad.predicate == predicate), "")  # type: ignore[union-attr]


def _block(iri: str, quads: Collection[ox.Quad], known: dict[str, str]) -> str:
    return f"{_name(iri, known)} {_said(quads, known)}"


def _said(quads: Collection[ox.Quad], known: dict[str, str]) -> str:
    """What is said of one subject, as Turtle has it after the subject: its classes first."""
    values: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        predicate = "a" if quad.predicate == _TYPE else _name(quad.predicate.value, known)
        values[predicate].add(_term(quad.object, known))
    order = sorted(values, key=lambda predicate: (predicate != "a", predicate))
    return " ;\n    ".join(f"{predicate} {', '.join(sorted(values[predicate]))}" for predicate in order)


def _name(iri: str, known: dict[str, str]) -> str:
    # Which letters beyond ASCII may stand in a prefixed name is told otherwise by Turtle than by Python.
    return shorten(iri, known) if iri.isascii() else f"<{iri}>"


def _term(term: object, known: dict[str, str]) -> str:
    match term:
        case ox.NamedNode():
            return _name(term.value, known)
        case ox.Literal(language=None) if term.datatype != _STRING:
            return f"{ox.Literal(term.value)}^^{_name(term.datatype.value, known)}"
        case _:
            return str(term)
