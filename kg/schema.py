"""The ontology as literal tables: local names only, no RDF library, for every stage to use.

`ontology/srac.ttl` says the same with labels, comments and alignments; a test closes the two both ways.

How the nodes are written (prefixes as in the ontology; every node has a type and an rdfs:label):

* Agreement, Event, Programme, Recognition: dcterms:date (xsd:gYear, xsd:gYearMonth or xsd:date; of a span the
  beginning, with schema:startDate and schema:endDate beside it), srac:year (xsd:integer, the year of dcterms:date),
  srac:kind (a concept of `KINDS`), srac:place; an Event also srac:series and srac:edition.
* Agreement, Event, Programme: dcterms:subject, the Topics that it is about (one or more). For a
  programme, structure or event that an agreement is about there is srac:concerns, with a claim.
* Topic: skos:Concept as well, in the scheme srac:topics, with skos:prefLabel in three languages and skos:broader.
* Membership: org:member, org:organization, srac:title (as printed, with language tag), schema:startDate and
  schema:endDate (since, until), dcterms:date and srac:year where one date is all that is known, srac:evidence.
* Digest: dcterms:identifier, dcterms:title, dcterms:language ("en", "ru", "zh"), schema:sha256; where known
  dcterms:issued with srac:year, dcterms:source (an IRI), dcterms:publisher (an Organization); srac:text;
  schema:mentions for every known thing that it names.
* Claim: rdf:subject, rdf:predicate, rdf:object, srac:status (a plain string of `STATUSES`), srac:confidence
  (xsd:decimal), srac:rule, srac:evidence (one or more).
* Evidence: oa:hasSource (the Digest), oa:exact, oa:start, oa:end (xsd:integer).
* A plain triple of a symmetric property is written once; queries look both ways.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final

CLASSES: Final = MappingProxyType[str, str | None](
    {
        "Organization": None,
        "University": "Organization",
        "ResearchOrganization": "Organization",
        "Company": "Organization",
        "GovernmentBody": "Organization",
        "Association": "Organization",
        "OrganizationalUnit": "Organization",
        "JointStructure": "Organization",
        "InnovationHub": "Organization",
        "Person": None,
        "Place": None,
        "District": "Place",
        "City": "Place",
        "Region": "Place",
        "Country": "Place",
        "Agreement": None,
        "Event": None,
        "Conference": "Event",
        "Exhibition": "Event",
        "RoundTable": "Event",
        "Ceremony": "Event",
        "Meeting": "Event",
        "Visit": "Event",
        "Course": "Event",
        "Competition": "Event",
        "EventSeries": None,
        "Programme": None,
        "Recognition": None,
        "Topic": None,
        "Membership": None,
        "Digest": None,
        "Claim": None,
        "Evidence": None,
        "Decision": None,
    }
)
"""Class → its parent, None for a root."""

PROPERTIES: Final = MappingProxyType[str, tuple[tuple[str, ...], tuple[str, ...]]](
    {
        "signed": (("Organization", "Person"), ("Agreement",)),
        "concerns": (("Agreement",), ("Programme", "JointStructure", "Event", "Topic")),
        "represents": (("Person", "OrganizationalUnit"), ("Organization",)),
        "holdsPost": (("Person",), ("Organization",)),
        "participatedIn": (("Organization", "Person"), ("Event",)),
        "organized": (("Organization", "Person"), ("Event",)),
        "negotiatedWith": (("Organization",), ("Organization",)),
        "partnerOf": (("Organization",), ("Organization",)),
        "established": (("Organization",), ("JointStructure", "Programme", "Organization")),
        "unitOf": (("Organization",), ("Organization",)),
        "memberOf": (("Organization", "Person"), ("Association",)),
        "locatedIn": (("Organization", "Event", "Place"), ("Place",)),
        "received": (("Organization", "Person"), ("Recognition",)),
        "grantedBy": (("Recognition",), ("Organization",)),
        "visited": (("Organization", "Person"), ("Organization", "Place")),
    }
)
"""Property between things → classes of its subject, classes of its object; each plain triple of one needs a claim."""

UNITS: Final = frozenset({"OrganizationalUnit", "JointStructure", "InnovationHub"})
"""Classes of what is a part of other organizations, or theirs together."""

SYMMETRIC: Final = frozenset({"negotiatedWith", "partnerOf"})
"""Properties for which either direction says the same."""

ATTRIBUTES: Final = MappingProxyType[str, tuple[tuple[str, ...], str]](
    {
        "kind": (("Agreement", "Event", "Programme", "Recognition"), "skos:Concept"),
        "place": (("Agreement", "Event", "Programme", "Recognition", "Membership"), "Place"),
        "year": (("Agreement", "Event", "Programme", "Recognition", "Membership", "Digest"), "xsd:integer"),
        "series": (("Event",), "EventSeries"),
        "edition": (("Event",), "xsd:integer"),
        "title": (("Membership",), "rdf:langString"),
        "text": (("Digest",), "xsd:string"),
        "status": (("Claim",), "xsd:string"),
        "confidence": (("Claim",), "xsd:decimal"),
        "rule": (("Claim", "Decision"), "xsd:string"),
        "evidence": (("Claim", "Membership"), "Evidence"),
        "about": (("Decision",), "rdfs:Resource"),
        "outcome": (("Decision",), "xsd:string"),
        "score": (("Decision",), "xsd:decimal"),
    }
)
"""Property of a node that is no fact of its own → classes that bear it, and what it holds."""

STATUSES: Final = ("held", "planned", "proposed", "denied")
"""How a document puts a claim; only held ones become plain triples."""

KINDS: Final = MappingProxyType[str, MappingProxyType[str, str]](
    {
        "agreement-kinds": MappingProxyType(
            dict.fromkeys(
                (
                    "agreement",
                    "framework-agreement",
                    "supplementary-agreement",
                    "memorandum",
                    "contract",
                    "protocol",
                    "minutes",
                    "letter-of-intent",
                    "roadmap",
                    "action-plan",
                    "cooperation-programme",
                    "declaration",
                    "joint-statement",
                    "communique",
                    "resolution",
                    "treaty",
                    "charter",
                    "licence",
                ),
                "Agreement",
            )
        ),
        "event-kinds": MappingProxyType(
            {
                "conference": "Conference",
                "forum": "Conference",
                "summit": "Conference",
                "congress": "Conference",
                "convention": "Conference",
                "symposium": "Conference",
                "seminar": "Conference",
                "webinar": "Conference",
                "workshop": "Conference",
                "exhibition": "Exhibition",
                "fair": "Exhibition",
                "round-table": "RoundTable",
                "ceremony": "Ceremony",
                "signing-ceremony": "Ceremony",
                "opening-ceremony": "Ceremony",
                "award-ceremony": "Ceremony",
                "celebration": "Ceremony",
                "meeting": "Meeting",
                "negotiation": "Meeting",
                "consultation": "Meeting",
                "expert-meeting": "Meeting",
                "session": "Meeting",
                "visit": "Visit",
                "delegation-visit": "Visit",
                "course": "Course",
                "school": "Course",
                "summer-school": "Course",
                "winter-school": "Course",
                "training": "Course",
                "competition": "Competition",
                "olympiad": "Competition",
                "hackathon": "Competition",
                "lecture": "Event",
                "presentation": "Event",
                "festival": "Event",
                "open-day": "Event",
                "university-days": "Event",
                "thematic-week": "Event",
                "thematic-year": "Event",
            }
        ),
        "programme-kinds": MappingProxyType(
            dict.fromkeys(
                (
                    "educational-programme",
                    "joint-degree-programme",
                    "exchange-programme",
                    "internship",
                    "acceleration-programme",
                    "research-project",
                    "grant",
                    "scholarship",
                ),
                "Programme",
            )
        ),
        "recognition-kinds": MappingProxyType(
            dict.fromkeys(
                (
                    "award",
                    "certificate",
                    "registration",
                    "accreditation",
                    "honorary-title",
                    "ranking-place",
                ),
                "Recognition",
            )
        ),
    }
)
"""SKOS concept scheme → its concepts, each with the class of the things that are of this kind."""


def ancestors(cls: str) -> tuple[str, ...]:
    """Give a class and its parents, from itself up to its root.

    >>> ancestors("University")
    ('University', 'Organization')

    Raises:
        KeyError: the ontology has no such class.
    """
    parent = CLASSES[cls]
    return (cls,) if parent is None else (cls, *ancestors(parent))


@cache
def is_a(cls: str, ancestor: str) -> bool:
    """Tell whether a class is another or lies under it.

    >>> is_a("Visit", "Event"), is_a("Event", "Visit")
    (True, False)
    """
    return ancestor in ancestors(cls)


def allows(subject: str, prop: str, obj: str) -> bool:
    """Tell whether a property may stand between things of these two classes.

    >>> allows("University", "signed", "Agreement"), allows("Agreement", "signed", "University")
    (True, False)
    """
    domain, range_ = PROPERTIES[prop]
    return any(is_a(subject, cls) for cls in domain) and any(is_a(obj, cls) for cls in range_)


def class_of_kind(kind: str) -> str:
    """Give the class of the things that are of a kind.

    >>> class_of_kind("summit"), class_of_kind("memorandum")
    ('Conference', 'Agreement')

    Raises:
        KeyError: no concept scheme has such a kind.
    """
    for kinds in KINDS.values():
        if kind in kinds:
            return kinds[kind]
    raise KeyError(kind)
