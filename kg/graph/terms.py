"""The border between Oxigraph's terms and rdflib's, and how terms are shortened for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox
import rdflib

from kg.graph.iris import BASE
from kg.graph.vocabulary import DCTERMS, FOAF, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, SRAC, XSD

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dcterms": str(DCTERMS),
        "foaf": str(FOAF),
        "oa": str(OA),
        "org": str(ORG),
        "owl": str(OWL),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "schema": str(SCHEMA),
        "skos": str(SKOS),
        "srac": str(SRAC),
        "xsd": str(XSD),
        "wd": "http://www.wikidata.org/entity/",
        "ror": "https://ror.org/",
    }
)
"""The prefixes that every query and every file of the graph may use."""

KINDS_OF_IRI: Final = (
    "agreement",
    "claim",
    "decision",
    "document",
    "event",
    "event-series",
    "evidence",
    "graph",
    "membership",
    "organization",
    "person",
    "place",
    "programme",
    "recognition",
    "topic",
)
"""First steps of instance IRIs under the base; each is a prefix of its own where IRIs are shortened."""

# What may follow the colon of a prefixed name without an escape, in Turtle and in SPARQL.
_LOCAL = re.compile(r"[\w](?:[\w.-]*[\w-])?")


def order(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """Give what terms and triples are sorted by: their N-Triples form, nothing before something."""
    return "" if term is None else str(term)


def node(term: rdflib.URIRef) -> ox.NamedNode:
    """Give a term of a vocabulary as Oxigraph's."""
    return ox.NamedNode(str(term))


def prefixes(base: str = BASE) -> dict[str, str]:
    """Give all prefixes of a graph with that base, those of its instances included."""
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in KINDS_OF_IRI}}


def shorten(iri: str, known: Mapping[str, str]) -> str:
    """Give a prefixed name where one is legal, else the IRI in angle brackets.

    >>> shorten("https://w3id.org/srac/id/organization/spbpu", prefixes())
    'organization:spbpu'
    >>> shorten("https://example.org/", prefixes())
    '<https://example.org/>'
    """
    for prefix, namespace in known.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(local := iri[len(namespace) :]):
            return f"{prefix}:{local}"
    return f"<{iri}>"


def to_rdflib(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """Give the same term for rdflib, its lexical form untouched.

    Raises:
        TypeError: a triple as a term (RDF 1.2), which rdflib cannot hold.
    """
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal(language=str() as language):
            return rdflib.Literal(term.value, lang=language)
        case ox.Literal():
            datatype = None if term.datatype.value == str(XSD.string) else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
        case _:
            raise TypeError(f"rdflib has no terms that are triples: {term}")
