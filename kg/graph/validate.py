"""Does a graph have what it must have? SHACL over it, answered in words: which node, which rule, which document.

pyshacl checks the SHACL Core part of `ontology/shapes.ttl` over an in-memory graph. The SPARQL constraints are asked of
Oxigraph, each once for the whole graph instead of once for every node: they select `$this` themselves, so the answers
are the same (a test compares them with pyshacl's own).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import Dataset, Graph, URIRef

from kg.errors import InputError
from kg.graph import query
from kg.graph.query import Selection, Term
from kg.graph.shapes import Severity, Shapes, load
from kg.graph.terms import to_rdflib
from kg.graph.vocabulary import DCTERMS, OA, RDF, RDFS, SH, SRAC
from kg.records import Lang
from kg.resources import resource

__all__ = ["Quads", "Report", "Severity", "Violation", "validate"]

# It writes to standard error, which a library has no business with; what it would say comes as an exception as well.
logging.getLogger("pyshacl-validate").disabled = True

Quads: TypeAlias = Dataset | Graph | Iterable[ox.Quad]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks one rule.

    Attributes:
        severity: how bad it is.
        shape: name of the rule in the shapes ("signedObject").
        rule: the rule in words.
        node: IRI of the node.
        label: its label, empty where it has none.
        path: IRI of the property in question, empty where there is no single one.
        value: the offending value: an IRI or the text of a literal; empty where something is missing.
        documents: identifiers of the documents that state it, sorted.
    """

    severity: Severity
    shape: str
    rule: str
    node: str
    label: str = ""
    path: str = ""
    value: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found: results, the worst first, and the number of distinct triples that were looked at."""

    results: tuple[Violation, ...]
    triples: int

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong; warnings and notes do not count."""
        return not self.of(Severity.VIOLATION)

    def of(self, severity: Severity) -> tuple[Violation, ...]:
        """Give the results of one severity."""
        return tuple(result for result in self.results if result.severity is severity)


def validate(
    graphs: Quads, *, shapes: Path | None = None, ontology: Path | None = None, language: Lang = "en"
) -> Report:
    """Give what is wrong with a graph.

    Args:
        graphs: all of it, entities and documents: quads of Oxigraph, a rdflib Dataset, or a Graph without names.
        shapes: SHACL in Turtle; the shipped `ontology/shapes.ttl` unless given.
        ontology: its classes, in Turtle; the shipped `ontology/srac.ttl` unless given.
        language: of the rules' words; English where a rule lacks them.

    Raises:
        InputError: shapes or ontology are not what they should be; names the file.
    """
    rules = load(shapes or resource("ontology", "shapes.ttl"), ontology or resource("ontology", "srac.ttl"))
    data = _Data(_quads(graphs))
    results = {
        Violation(
            severity=rules.severities.get(found.shape, Severity.VIOLATION),
            shape=found.shape.rpartition("#")[2],
            rule=rules.words(found.shape, language),
            node=found.node,
            label=data.label(found.node),
            path=found.path,
            value=found.value,
            documents=data.documents(found),
        )
        for found in {*_core(rules, data), *_sparql(rules, data)}
    }
    return Report(tuple(sorted(results)), len(data.union))


@dataclass(frozen=True, slots=True)
class _Result:
    """IRIs of shape, focus node and path, and the value's text; the last two empty where there are none."""

    shape: str
    node: str
    path: str
    value: str


class _Data:
    """The graph as one union, and which documents state what."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        graphs: defaultdict[ox.Triple, set[str]] = defaultdict(set)
        for quad in quads:
            graphs[quad.triple].add(_text(quad.graph_name))
        self.union = ox.Store()
        self.union.bulk_extend(ox.Quad(*triple) for triple in graphs)
        self._identifiers = dict(sorted(self._pairs(DCTERMS.identifier), reverse=True))
        self._labels = dict(sorted(self._pairs(RDFS.label), reverse=True))
        # Documents by what they state, and by the nodes that occur in what they state.
        self._stating: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._around: defaultdict[str, set[str]] = defaultdict(set)
        for triple, names in graphs.items():
            if documents := names & self._identifiers.keys():
                subject, path, value = (_text(term) for term in triple)
                self._stating[subject, path, value] |= documents
                self._around[subject] |= documents
                if isinstance(triple.object, ox.NamedNode):
                    self._around[value] |= documents
        if not self._stating:
            self._follow_evidence()

    def _follow_evidence(self) -> None:
        """Where graphs have no names: a passage names its document, a claim its passages and what it is about."""
        for predicate in (OA.hasSource, SRAC.evidence):
            for node, source in self._pairs(predicate):
                self._around[node] |= {source} & self._identifiers.keys() or self._around[source]
        for predicate in (RDF.subject, RDF.object):
            for claim, end in self._pairs(predicate):
                self._around[end] |= self._around[claim]

    def _pairs(self, predicate: URIRef) -> Iterator[tuple[str, str]]:
        for quad in self.union.quads_for_pattern(None, ox.NamedNode(predicate), None):
            yield _text(quad.subject), _text(quad.object)

    def label(self, node: str) -> str:
        return self._labels.get(node, "")

    def documents(self, found: _Result) -> tuple[str, ...]:
        """Those that state the triple in question; where none does, those that speak of the node."""
        iris = self._stating.get((found.node, found.path, found.value)) or self._around.get(found.node)
        return tuple(sorted(self._identifiers[iri] for iri in iris or {found.node} & self._identifiers.keys()))


def _core(rules: Shapes, data: _Data) -> Iterator[_Result]:
    # pyshacl's own way of mixing in an ontology takes over only some of its triples.
    graph = Graph() + rules.ontology
    for quad in data.union:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    try:
        _, report, text = pyshacl.validate(graph, shacl_graph=rules.core, inplace=True)
    except ReportableRuntimeError as error:
        raise InputError(f"no SHACL: {error.message}", place=rules.path, remedy="mend the shapes") from error
    if not isinstance(report, Graph):
        raise InputError(f"the graph cannot be validated: {text}", place=rules.path, remedy="mend the shapes")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path = report.value(result, SH.resultPath)
        yield _Result(
            shape=str(report.value(result, SH.sourceShape)),
            node=str(report.value(result, SH.focusNode)),
            # A path of several steps is a blank node and says nothing to a reader.
            path=str(path) if isinstance(path, URIRef) else "",
            value=str(report.value(result, SH.value) or ""),
        )


def _sparql(rules: Shapes, data: _Data) -> Iterator[_Result]:
    store = ox.Store()
    store.bulk_extend([*data.union, *rules.ontology_quads])
    for shape, select in rules.constraints:
        answer = query.ask(store, select)
        if not isinstance(answer, Selection):
            raise InputError(f"the constraint of {shape} is no SELECT", place=rules.path, remedy="mend the shapes")
        for row in answer:
            yield _Result(shape, *(_text(row.get(name)) for name in ("this", "path", "value")))


def _quads(graphs: Quads) -> Iterator[ox.Quad]:
    if isinstance(graphs, Dataset):
        yield from ox.parse(graphs.serialize(format="nquads", encoding="utf-8"), format=ox.RdfFormat.N_QUADS)
    elif isinstance(graphs, Graph):
        yield from ox.parse(graphs.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    else:
        yield from graphs


def _text(term: Term | ox.DefaultGraph | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else ""
