"""The rules of `ontology/shapes.ttl`, taken apart: SHACL Core for pyshacl, SPARQL for Oxigraph, words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Graph, Literal
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from kg.errors import InputError
from kg.graph.vocabulary import RDF, SH
from kg.records import Lang


class Severity(IntEnum):
    """How bad a result is, the worst first."""

    VIOLATION = 1  # the graph is wrong
    WARNING = 2  # somebody should look
    INFO = 3  # something is unknown


_SEVERITIES: Final = {
    str(SH.Violation): Severity.VIOLATION,
    str(SH.Warning): Severity.WARNING,
    str(SH.Info): Severity.INFO,
}
_WITHOUT_CONSTRAINT: Final = frozenset(
    {RDF.type, SH.message, SH.severity, SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf}
)


@dataclass(frozen=True, slots=True)
class Shapes:
    """Rules and the ontology that they look at.

    Attributes:
        path: the file of the shapes.
        core: the shapes without their SPARQL constraints.
        constraints: pairs of a shape's IRI and its SELECT, sorted.
        ontology, ontology_quads: the ontology, for either engine.
        severities: of shapes, by IRI.
        messages: of shapes, by IRI and language.
    """

    path: Path
    core: Graph
    constraints: tuple[tuple[str, str], ...]
    ontology: Graph
    ontology_quads: tuple[ox.Quad, ...]
    severities: Mapping[str, Severity]
    messages: Mapping[str, Mapping[str | None, str]]

    def words(self, shape: str, language: Lang) -> str:
        """Give a rule in words: in that language, else in English, else its bare name."""
        words = self.messages.get(shape, {})
        return words.get(language) or words.get("en") or shape.rpartition("#")[2]


def load(shapes: Path, ontology: Path) -> Shapes:
    """Read shapes and ontology from Turtle files, anew only where they have changed.

    Raises:
        InputError: one of them cannot be read; names it.
    """
    return _load(shapes, _changed(shapes), ontology, _changed(ontology))


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=path, remedy="a Turtle file") from error


@lru_cache(maxsize=4)
def _load(shapes: Path, shapes_changed: int, ontology: Path, ontology_changed: int) -> Shapes:  # noqa: ARG001
    graph = _turtle(shapes)
    messages = {str(shape): dict(_messages(graph, shape)) for shape in graph.subjects(SH.message, unique=True)}
    severities = {str(shape): _SEVERITIES[str(value)] for shape, value in graph.subject_objects(SH.severity)}
    constraints = []
    for shape, constraint in list(graph.subject_objects(SH.sparql)):
        messages[str(shape)] = messages[str(constraint)]
        constraints.append((str(shape), f"{_prefixes(graph, constraint)}{graph.value(constraint, SH.select)}"))
        graph.remove((shape, SH.sparql, constraint))
        if not set(graph.predicates(shape)) - _WITHOUT_CONSTRAINT:
            # What is left has nothing to check, and pyshacl would still visit all its targets.
            graph.remove((shape, None, None))
    return Shapes(
        path=shapes,
        core=graph,
        constraints=tuple(sorted(constraints)),
        ontology=_turtle(ontology),
        ontology_quads=tuple(ox.parse(path=str(ontology), format=ox.RdfFormat.TURTLE)),
        severities=severities,
        messages=messages,
    )


def _turtle(path: Path) -> Graph:
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, ValueError, BadSyntax) as error:
        line = f"line {error.lines + 1}" if isinstance(error, BadSyntax) else str(error)
        raise InputError(f"this is no Turtle: {line}", place=path, remedy="a Turtle file, encoded as UTF-8") from error


def _messages(graph: Graph, shape: Node) -> Iterator[tuple[str | None, str]]:
    for message in graph.objects(shape, SH.message):
        if isinstance(message, Literal):
            yield message.language, str(message)


def _prefixes(graph: Graph, constraint: Node) -> str:
    declared = graph.objects(constraint, SH.prefixes / SH.declare)
    pairs = ((str(graph.value(node, SH.prefix)), str(graph.value(node, SH.namespace))) for node in declared)
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(pairs))
