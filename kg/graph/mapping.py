"""A collection → the quads of its graph, as ontology.md of the design has it and `kg.schema` spells out.

Which graph says what:

* The graph of a document (its IRI is the document's): the document's node, the plain triples that it states, a claim
  for each of them and for what it says is planned, proposed or denied, the passages, and the posts that it tells of.
* `graph/entities`: what all the texts together and the registry know of each thing: its classes, names, identifiers,
  date, place, kind, subjects. Agreements and events are described there as well, since one of them may be in many
  documents. The concepts that serve as kinds have their names there, as the ontology gives them, and so has the scheme
  of the fields that serve as subjects.
* `graph/identity`: why things became one, or stayed two although they are alike.

There are no blank nodes: the same collection gives the same quads.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph import dates
from kg.graph.claims import Post, Statement, posts, statements
from kg.graph.identity import decision
from kg.graph.iris import BASE, Iris
from kg.graph.terms import node
from kg.graph.vocabulary import DCTERMS, RDF, RDFS, SCHEMA, SKOS, SRAC
from kg.records import Analysis, Collection, Document, Entity, Name, NameKind
from kg.resources import resource
from kg.schema import CLASSES, KINDS, ancestors

_TYPE, _LABEL = node(RDF.type), node(RDFS.label)
_PREFERRED, _ALTERNATIVE, _HIDDEN = node(SKOS.prefLabel), node(SKOS.altLabel), node(SKOS.hiddenLabel)
_SAME, _NOTE = node(SKOS.exactMatch), node(SKOS.editorialNote)
_DATE, _YEAR, _START_DATE, _END_DATE = node(DCTERMS.date), node(SRAC.year), node(SCHEMA.startDate), node(SCHEMA.endDate)
_CONCEPT, _SCHEME, _TOPICS = node(SKOS.Concept), node(SKOS.ConceptScheme), node(SRAC.topics)
_SUBJECT, _BROADER, _IN_SCHEME = node(DCTERMS.subject), node(SKOS.broader), node(SKOS.inScheme)
_KIND, _PLACE, _SERIES, _EDITION = node(SRAC.kind), node(SRAC.place), node(SRAC.series), node(SRAC.edition)
_CLASSES: Final = {name: node(SRAC[name]) for name in CLASSES}
_CONCEPTS: Final = {kind: node(SRAC[kind]) for kinds in KINDS.values() for kind in kinds}

_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")
_ROR = re.compile(r"(?:https?://)?ror\.org/(0[a-z0-9]{8})")
_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f]")


def quads(collection: Collection, base: str = BASE) -> Iterator[ox.Quad]:
    """Give the quads of a collection, each once, in no promised order.

    Raises:
        InputError: a record says what the graph cannot hold: evidence that is not in the text, a class, kind or
            property that the ontology lacks, something that is no date, an entity that is not in the collection.
    """
    iris = Iris(base)
    labels = {entity.id: _label(entity).value for entity in collection.entities}
    names = posts(collection.analyses, labels, iris)
    yield from _in_graph(iris.entities(), (s for entity in collection.entities for s in _thing(entity, labels, iris)))
    yield from _in_graph(iris.entities(), _kinds({entity.kind for entity in collection.entities if entity.kind}))
    yield from _in_graph(iris.identity(), (s for each in collection.decisions for s in decision(each, labels, iris)))
    if any(entity.cls == "Topic" for entity in collection.entities):
        yield from _in_graph(iris.entities(), _scheme())
    for analysis in collection.analyses:
        yield from _in_graph(iris.document(analysis.document.id), _document_graph(analysis, labels, names, iris))


def _in_graph(graph: ox.NamedNode, found: Iterator[Statement]) -> Iterator[ox.Quad]:
    for subject, predicate, value in dict.fromkeys(found):
        yield ox.Quad(subject, predicate, value, graph)


def _document_graph(
    analysis: Analysis, labels: Mapping[str, str], names: Mapping[str, Post], iris: Iris
) -> Iterator[Statement]:
    document = analysis.document
    yield from _document(document, labels, iris)
    for id in sorted({mention.entity for mention in analysis.mentions}):
        yield iris.document(document.id), node(SCHEMA.mentions), _known(id, labels, iris, f"document {document.id}")
    yield from statements(document, analysis.facts, labels, names, iris)


def _document(document: Document, labels: Mapping[str, str], iris: Iris) -> Iterator[Statement]:
    iri, place = iris.document(document.id), f"document {document.id}"
    title = ox.Literal(document.title or document.id, language=document.lang)
    yield iri, _TYPE, node(SRAC.Digest)
    yield iri, _LABEL, title
    yield iri, node(DCTERMS.title), title
    yield iri, node(DCTERMS.identifier), ox.Literal(document.id)
    yield iri, node(DCTERMS.language), ox.Literal(document.lang)
    yield iri, node(SCHEMA.sha256), ox.Literal(document.sha256 or hashlib.sha256(document.text.encode()).hexdigest())
    yield iri, node(SRAC.text), ox.Literal(document.text)
    if document.published:
        issued = dates.parse(document.published, place)
        yield iri, node(DCTERMS.issued), issued.date
        yield iri, _YEAR, ox.Literal(issued.year)
    if document.source:
        yield iri, node(DCTERMS.source), _address(document.source)
    if document.publisher:
        yield iri, node(DCTERMS.publisher), _known(document.publisher, labels, iris, place)


def _address(source: str) -> ox.NamedNode | ox.Literal:
    escaped = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", source.strip())
    try:
        return ox.NamedNode(escaped)
    except ValueError:
        # Not an address after all; validation says so, and what the file gave is kept.
        return ox.Literal(source)


def _thing(entity: Entity, labels: Mapping[str, str], iris: Iris) -> Iterator[Statement]:
    iri, place = iris.thing(entity.id), f"entity {entity.id}"
    if entity.cls not in _CLASSES:
        raise InputError(f"{entity.cls!r} is no class of the ontology", place=place)
    # Parents too, so that "every organization" is a simple question without any reasoning.
    for cls in ancestors(entity.cls):
        yield iri, _TYPE, _CLASSES[cls]
    yield iri, _LABEL, _label(entity)
    yield from ((iri, prop, literal) for literal, prop in _names(entity.names).items())
    for same in entity.same_as:
        yield iri, _SAME, _identifier(same, place)
    for reason in entity.reasons:
        yield iri, _NOTE, ox.Literal(reason)
    if entity.kind:
        if entity.kind not in _CONCEPTS:
            raise InputError(f"{entity.kind!r} is no kind that the ontology knows", place=place)
        yield iri, _KIND, _CONCEPTS[entity.kind]
    if entity.date:
        when = dates.parse(entity.date, place)
        yield iri, _DATE, when.date
        yield iri, _YEAR, ox.Literal(when.year)
        if when.span:
            yield iri, _START_DATE, when.span[0]
            yield iri, _END_DATE, when.span[1]
    if entity.place:
        yield iri, _PLACE, _known(entity.place, labels, iris, place)
    if entity.series:
        yield iri, _SERIES, _known(entity.series, labels, iris, place)
    if entity.edition is not None:
        yield iri, _EDITION, ox.Literal(entity.edition)
    for subject in entity.subjects:
        yield iri, _SUBJECT, _known(subject, labels, iris, place)
    if entity.cls == "Topic":
        yield iri, _TYPE, _CONCEPT
        yield iri, _IN_SCHEME, _TOPICS
    if entity.broader:
        yield iri, _BROADER, _known(entity.broader, labels, iris, place)


def _kinds(used: set[str]) -> Iterator[Statement]:
    for kind in sorted(used):
        yield _CONCEPTS[kind], _TYPE, _CONCEPT
        for name in _concept_names()[kind]:
            yield _CONCEPTS[kind], _PREFERRED, name
            if name.language == "en":
                yield _CONCEPTS[kind], _LABEL, name


def _scheme() -> Iterator[Statement]:
    yield _TOPICS, _TYPE, _SCHEME
    for name in _literals(_TOPICS, _LABEL):
        yield _TOPICS, _PREFERRED, name
        if name.language == "en":
            yield _TOPICS, _LABEL, name


@cache
def _concept_names() -> dict[str, tuple[ox.Literal, ...]]:
    return {kind: _literals(concept, _PREFERRED) for kind, concept in _CONCEPTS.items()}


def _literals(term: ox.NamedNode, predicate: ox.NamedNode) -> tuple[ox.Literal, ...]:
    found = _ontology().quads_for_pattern(term, predicate, None)
    return tuple(quad.object for quad in found if isinstance(quad.object, ox.Literal))


@cache
def _ontology() -> ox.Store:
    ontology = ox.Store()
    ontology.load(path=resource("ontology", "srac.ttl"), format=ox.RdfFormat.TURTLE)
    return ontology


def _names(names: tuple[Name, ...]) -> dict[ox.Literal, ox.NamedNode]:
    """One property for each name: SKOS allows one preferred label a language, and no name under two properties.

    Where none is preferred, the label is.
    """
    properties: dict[ox.Literal, ox.NamedNode] = {}
    languages: set[str | None] = set()
    if names and all(name.kind is not NameKind.PREFERRED for name in names):
        properties[_literal(names[0])] = _PREFERRED
    for name in names:
        if name.kind is NameKind.PREFERRED and name.lang not in languages:
            languages.add(name.lang)
            properties[_literal(name)] = _PREFERRED
    for kind, prop in (
        (NameKind.PREFERRED, _ALTERNATIVE),
        (NameKind.ALTERNATIVE, _ALTERNATIVE),
        (NameKind.HIDDEN, _HIDDEN),
    ):
        for name in names:
            if name.kind is kind:
                properties.setdefault(_literal(name), prop)
    return properties


def _literal(name: Name) -> ox.Literal:
    return ox.Literal(name.text, language=name.lang) if name.lang else ox.Literal(name.text)


def _label(entity: Entity) -> ox.Literal:
    if entity.names:
        return _literal(entity.names[0])
    # An agreement or a meeting that the text gives no name: what it is, and when.
    what = (entity.kind or entity.cls).replace("-", " ")
    return ox.Literal(f"{what}, {entity.date}" if entity.date else what, language="en")


def _identifier(same: str, place: str) -> ox.NamedNode:
    if found := _WIKIDATA.fullmatch(same):
        return ox.NamedNode(f"http://www.wikidata.org/entity/{found[1]}")
    if found := _ROR.fullmatch(same):
        return ox.NamedNode(f"https://ror.org/{found[1]}")
    raise InputError(
        f"{same!r} is no identifier of Wikidata or ROR", place=place, remedy='"Q…" or "https://ror.org/0…"'
    )


def _known(id: str, labels: Mapping[str, str], iris: Iris, place: str) -> ox.NamedNode:
    if id not in labels:
        raise InputError(f"{id} is no entity of the collection", place=place)
    return iris.thing(id)
