"""The vocabularies that the graph is written in, as closed namespaces: a term that is not declared is an error.

Beside the project's own ontology only well-known ones are used; a test compares `SRAC` with `ontology/srac.ttl`.
"""

from __future__ import annotations

from typing import Final

from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SH, SKOS, XSD, DefinedNamespace, Namespace
from rdflib.namespace import SDO as SCHEMA
from rdflib.term import URIRef

from kg.schema import ATTRIBUTES, CLASSES, KINDS, PROPERTIES, STATUSES

__all__ = [
    "DCTERMS",
    "FACTS",
    "FOAF",
    "OA",
    "ORG",
    "OWL",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SHAPES",
    "SKOS",
    "SRAC",
    "XSD",
    "local_name",
]

SHAPES: Final = Namespace("https://w3id.org/srac/shapes#")
"""Where the rules of `ontology/shapes.ttl` have their names."""


class SRAC(DefinedNamespace):
    """Ontology of Sino-Russian academic cooperation: its classes, properties and, by subscript, its concepts."""

    _NS = Namespace("https://w3id.org/srac/ontology#")
    _fail = True

    # http://www.w3.org/2002/07/owl#Class
    Agreement: URIRef
    Association: URIRef
    Ceremony: URIRef
    City: URIRef
    Claim: URIRef
    Company: URIRef
    Competition: URIRef
    Conference: URIRef
    Country: URIRef
    Course: URIRef
    Decision: URIRef
    Digest: URIRef
    District: URIRef
    Event: URIRef
    EventSeries: URIRef
    Evidence: URIRef
    Exhibition: URIRef
    GovernmentBody: URIRef
    InnovationHub: URIRef
    JointStructure: URIRef
    Meeting: URIRef
    Membership: URIRef
    Organization: URIRef
    OrganizationalUnit: URIRef
    Person: URIRef
    Place: URIRef
    Programme: URIRef
    Recognition: URIRef
    Region: URIRef
    ResearchOrganization: URIRef
    RoundTable: URIRef
    Topic: URIRef
    University: URIRef
    Visit: URIRef

    # http://www.w3.org/2002/07/owl#ObjectProperty
    about: URIRef
    concerns: URIRef
    established: URIRef
    evidence: URIRef
    grantedBy: URIRef  # noqa: N815 (the ontology's spelling, here and below)
    holdsPost: URIRef  # noqa: N815
    kind: URIRef
    locatedIn: URIRef  # noqa: N815
    memberOf: URIRef  # noqa: N815
    negotiatedWith: URIRef  # noqa: N815
    organized: URIRef
    participatedIn: URIRef  # noqa: N815
    partnerOf: URIRef  # noqa: N815
    place: URIRef
    received: URIRef
    represents: URIRef
    series: URIRef
    signed: URIRef
    unitOf: URIRef  # noqa: N815
    visited: URIRef

    # http://www.w3.org/2002/07/owl#DatatypeProperty
    confidence: URIRef
    edition: URIRef
    outcome: URIRef
    rule: URIRef
    score: URIRef
    status: URIRef
    text: URIRef
    title: URIRef
    year: URIRef

    # http://www.w3.org/2004/02/skos/core#Concept and #ConceptScheme: many have hyphens, all are reached as SRAC["…"]
    _extras: list[str] = [  # noqa: RUF012
        *(kind for kinds in KINDS.values() for kind in kinds),
        *STATUSES,
        *KINDS,
        "statuses",
        "topics",
    ]


class OA(DefinedNamespace):
    """The terms of the Web Annotation Vocabulary that evidence is written in."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    SpecificResource: URIRef
    end: URIRef
    exact: URIRef
    hasSource: URIRef  # noqa: N815
    start: URIRef


FACTS: Final = tuple(SRAC[name] for name in PROPERTIES)
"""The properties between things: each plain triple of one needs a claim."""


def local_name(iri: str) -> str | None:
    """Give the local name of a class or property of the ontology, None for any other IRI.

    >>> local_name("https://w3id.org/srac/ontology#University"), local_name("https://schema.org/Person")
    ('University', None)
    """
    if not iri.startswith(str(SRAC)):
        return None
    name = iri.removeprefix(str(SRAC))
    return name if name in CLASSES or name in PROPERTIES or name in ATTRIBUTES else None
