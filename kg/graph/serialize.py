"""Triples and quads → the written forms of RDF, the same bytes for the same graph.

N-Triples and N-Quads are sorted lines. The others go through rdflib, whose serializers are told what comes first.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, Final, TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.plugins.serializers.jsonld import from_rdf
from rdflib.plugins.serializers.rdfxml import XMLSerializer
from rdflib.plugins.serializers.trig import TrigSerializer
from rdflib.plugins.serializers.turtle import TurtleSerializer

from kg.errors import InputError
from kg.graph.iris import BASE
from kg.graph.terms import prefixes, to_rdflib
from kg.graph.vocabulary import DCTERMS, RDF, RDFS, SKOS

Statements: TypeAlias = Iterable[ox.Quad] | Iterable[ox.Triple]


class Format(StrEnum):
    """A written form of RDF, by the name that a user gives."""

    TURTLE = "turtle"
    TRIG = "trig"
    N_TRIPLES = "ntriples"
    N_QUADS = "nquads"
    JSON_LD = "jsonld"
    RDF_XML = "rdfxml"

    @property
    def holds_graphs(self) -> bool:
        """Whether it keeps apart which document says what."""
        return self in (Format.TRIG, Format.N_QUADS, Format.JSON_LD)


EXTENSIONS: Final = {
    ".ttl": Format.TURTLE,
    ".trig": Format.TRIG,
    ".nt": Format.N_TRIPLES,
    ".nq": Format.N_QUADS,
    ".jsonld": Format.JSON_LD,
    ".json": Format.JSON_LD,
    ".rdf": Format.RDF_XML,
    ".xml": Format.RDF_XML,
    ".owl": Format.RDF_XML,
}
"""What the end of a file's name says about its form."""

_ALIASES: Final = {
    "n-triples": "ntriples",
    "n-quads": "nquads",
    "json-ld": "jsonld",
    "rdf/xml": "rdfxml",
    "xml": "rdfxml",
}
# Characters that no XML 1.0 document can hold, escaped or not.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_KIND_ORDER: Final = (
    "organization",
    "person",
    "place",
    "event-series",
    "event",
    "agreement",
    "programme",
    "recognition",
    "topic",
    "membership",
    "document",
    "claim",
    "evidence",
)


def format_of(out: Path, name: str | None = None) -> Format:
    """Give the form that a name ("turtle", "ttl", "json-ld") asks for, else the one that fits a file's extension.

    Raises:
        InputError: neither says one that is known.
    """
    known = ", ".join(Format)
    if name is not None:
        plain = name.strip().lower()
        try:
            return EXTENSIONS.get(f".{plain}") or Format(_ALIASES.get(plain, plain))
        except ValueError as error:
            raise InputError(f"{name!r} is no known format", place="--format", remedy=f"one of {known}") from error
    try:
        return EXTENSIONS[out.suffix.lower()]
    except KeyError as error:
        endings = ", ".join(EXTENSIONS)
        raise InputError(
            f"its ending {out.suffix!r} does not say which format is meant",
            place=out,
            remedy=f"use one of {endings}, or --format with one of {known}",
        ) from error


def serialize(statements: Statements, form: Format, base: str = BASE) -> bytes:
    """Give a graph in one of its written forms, as UTF-8.

    Args:
        statements: triples or quads, in any order, repeated or not; forms without graphs get each triple once.
        form: the form.
        base: of the instances, for prefixes.

    Raises:
        InputError: RDF/XML is asked for and a text has a control character, which XML cannot hold.
    """
    return write(distinct(statements, form), form, base)


def distinct(statements: Statements, form: Format) -> dict[str, ox.Triple | ox.Quad]:
    """Give what a form will hold, each once, by its N-Triples or N-Quads text and in the order of that."""
    found: dict[str, ox.Triple | ox.Quad] = {}
    for statement in statements:
        triple = statement.triple if isinstance(statement, ox.Quad) else statement
        kept = statement if form.holds_graphs else triple
        found[str(kept)] = kept
    return {text: found[text] for text in sorted(found)}


def write(found: Mapping[str, ox.Triple | ox.Quad], form: Format, base: str = BASE) -> bytes:
    """Give what `distinct` found in its written form.

    Raises:
        InputError: as for `serialize`.
    """
    if form in (Format.N_TRIPLES, Format.N_QUADS):
        return "".join(f"{text} .\n" for text in found).encode()
    if form.holds_graphs:
        return _dataset_form(found.values(), form, base)
    return _graph_form(found.values(), form, base)


def _graph_form(triples: Collection[ox.Triple | ox.Quad], form: Format, base: str) -> bytes:
    # This store keeps the order of insertion; rdflib's usual one goes through sets, whose order is of the hash seed.
    graph = rdflib.Graph("SimpleMemory", bind_namespaces="none")
    _bind(graph, base)
    for triple in triples:
        graph.add((to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)))
    stream = io.BytesIO()
    if form is Format.TURTLE:
        _Turtle(graph, base).serialize(stream)
    else:
        _refuse_control_characters(triples)
        XMLSerializer(graph).serialize(stream)
    return stream.getvalue().rstrip() + b"\n"


def _dataset_form(quads: Collection[ox.Triple | ox.Quad], form: Format, base: str) -> bytes:
    dataset = rdflib.Dataset()
    dataset.namespace_manager = rdflib.namespace.NamespaceManager(dataset, bind_namespaces="none")
    _bind(dataset, base)
    for quad in quads:
        name = quad.graph_name if isinstance(quad, ox.Quad) else None
        graph = dataset.graph(rdflib.URIRef(name.value)) if isinstance(name, ox.NamedNode) else dataset.default_graph
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    if form is Format.TRIG:
        stream = io.BytesIO()
        _Trig(dataset, base).serialize(stream)
        return stream.getvalue().rstrip() + b"\n"
    tree = _ordered(from_rdf(dataset, context_data=prefixes(base)))  # type: ignore[no-untyped-call]
    return json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def _ordered(tree: Any) -> Any:
    """The same JSON-LD with its arrays, which are sets, in one order."""
    if isinstance(tree, dict):
        return {key: _ordered(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return sorted(map(_ordered, tree), key=lambda part: json.dumps(part, sort_keys=True, ensure_ascii=False))
    return tree


def _bind(graph: rdflib.Graph, base: str) -> None:
    for prefix, iri in prefixes(base).items():
        graph.bind(prefix, iri, override=True, replace=True)


def _refuse_control_characters(triples: Iterable[ox.Triple | ox.Quad]) -> None:
    for triple in triples:
        if isinstance(triple.object, ox.Literal) and (found := _NOT_XML.search(triple.object.value)):
            raise InputError(
                f"RDF/XML cannot hold the control character U+{ord(found[0]):04X}",
                place=triple.subject.value if isinstance(triple.subject, ox.NamedNode) else None,
                remedy="choose Turtle, or another format",
            )


class _ThingsFirst:
    """What a reader wants to see first: things before documents before claims; what it is, its name, then the rest."""

    topClasses: ClassVar[list[rdflib.URIRef]] = []  # noqa: N815 (rdflib's name, as below)
    predicateOrder: ClassVar[list[rdflib.URIRef]] = [  # noqa: N815
        RDF.type,
        RDFS.label,
        SKOS.prefLabel,
        SKOS.altLabel,
        SKOS.hiddenLabel,
        SKOS.exactMatch,
        DCTERMS.identifier,
        DCTERMS.title,
        DCTERMS.date,
        RDF.subject,
        RDF.predicate,
        RDF.object,
    ]
    _base: str
    _subjects: dict[Any, bool]

    def orderSubjects(self) -> list[Any]:  # noqa: N802
        return sorted(self._subjects, key=lambda subject: (self._rank(subject), str(subject)))

    def _rank(self, subject: object) -> int:
        kind, slash, _ = str(subject).removeprefix(self._base).partition("/")
        return _KIND_ORDER.index(kind) if slash and kind in _KIND_ORDER else len(_KIND_ORDER)


class _Turtle(_ThingsFirst, TurtleSerializer):
    def __init__(self, graph: rdflib.Graph, base: str) -> None:
        super().__init__(graph)
        self._base = base


class _Trig(_ThingsFirst, TrigSerializer):
    def __init__(self, dataset: rdflib.Dataset, base: str) -> None:
        super().__init__(dataset)
        self._base = base
        self.contexts.sort(key=lambda context: str(context.identifier))
