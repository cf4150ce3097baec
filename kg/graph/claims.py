"""Facts of a document → its plain triples, claims, evidence and posts: who says so, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph import dates
from kg.graph.iris import Iris
from kg.graph.terms import node
from kg.graph.vocabulary import DCTERMS, OA, ORG, RDF, RDFS, SCHEMA, SRAC, XSD
from kg.records import Analysis, Document, Evidence, Fact, Status
from kg.schema import PROPERTIES, SYMMETRIC

Node = ox.NamedNode | ox.Literal
Statement = tuple[ox.NamedNode, ox.NamedNode, Node]

_TYPE, _LABEL = node(RDF.type), node(RDFS.label)
_SUBJECT, _PREDICATE, _OBJECT = node(RDF.subject), node(RDF.predicate), node(RDF.object)
_CLAIM, _EVIDENCE, _MEMBERSHIP = node(SRAC.Claim), node(SRAC.Evidence), node(SRAC.Membership)
_STATUS, _CONFIDENCE, _RULE, _HAS_EVIDENCE = (
    node(SRAC.status), node(SRAC.confidence), node(SRAC.rule), node(SRAC.evidence)
)  # fmt: skip
_SOURCE, _EXACT, _START, _END = node(OA.hasSource), node(OA.exact), node(OA.start), node(OA.end)
_MEMBER, _ORGANIZATION, _TITLE = node(ORG.member), node(ORG.organization), node(SRAC.title)
_DATE, _YEAR = node(DCTERMS.date), node(SRAC.year)
_START_DATE, _END_DATE = node(SCHEMA.startDate), node(SCHEMA.endDate)
_DECIMAL = node(XSD.decimal)
_PREDICATES: Final = {name: node(SRAC[name]) for name in PROPERTIES}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says of two things in one way, with every passage that says it.

    Attributes:
        subject, object: ids of entities; of a symmetric property in the order of their IRIs.
        confidence, rule: of the surest of the facts that say it.
        evidence: in the order of the text, each once.
        facts: those that say it, in one stable order.
    """

    subject: str
    property: str
    object: str
    status: Status
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...]


def claims(facts: Iterable[Fact], iris: Iris) -> tuple[Claim, ...]:
    """Give the claims of a document, each once, whichever rules and however many passages gave it."""

    def identity(fact: Fact) -> tuple[str, str, str, str]:
        ends = (fact.subject, fact.object)
        if fact.property in SYMMETRIC:
            # Either direction says the same; one is written, the same one whatever the text's word order.
            ends = min(ends, ends[::-1], key=lambda pair: iris.thing(pair[0]).value)
        return ends[0], fact.property, ends[1], fact.status.value

    ordered = sorted(facts, key=lambda fact: (identity(fact), -fact.confidence, fact.rule, _particulars(fact)))
    merged = []
    for (subject, prop, obj, status), group in groupby(ordered, key=identity):
        same = tuple(group)
        passages = sorted({passage for fact in same for passage in fact.evidence})
        merged.append(
            Claim(subject, prop, obj, Status(status), same[0].confidence, same[0].rule, tuple(passages), same)
        )
    return tuple(merged)


def _particulars(fact: Fact) -> tuple[object, ...]:
    return fact.evidence, fact.title or "", fact.since or "", fact.until or ""


def statements(
    document: Document, facts: Iterable[Fact], labels: Mapping[str, str], posts: Mapping[str, Post], iris: Iris
) -> Iterator[Statement]:
    """Give all triples of a document's facts, some of them more than once.

    Args:
        document: that states them.
        facts: its facts, in any order.
        labels: of every entity by id.
        posts: what every post is called, by its IRI.
        iris: mints the IRIs.

    Raises:
        InputError: a fact names an unknown property or entity, has no evidence, or its evidence is not in the text.
    """
    for claim in claims(facts, iris):
        place = f"document {document.id}, rule {claim.rule}"
        for end in (claim.subject, claim.object):
            if end not in labels:
                raise InputError(f"a fact names {end}, which is no entity of the collection", place=place)
        if claim.property not in _PREDICATES:
            raise InputError(f"{claim.property!r} is no property of the ontology", place=place)
        yield from _claim(document, claim, labels, iris)
        if claim.status is Status.HELD:
            yield iris.thing(claim.subject), _PREDICATES[claim.property], iris.thing(claim.object)
            yield from _posts(document, claim, posts, iris)


def _claim(document: Document, claim: Claim, labels: Mapping[str, str], iris: Iris) -> Iterator[Statement]:
    status = claim.status.value
    iri = iris.claim(document.id, claim.subject, claim.property, claim.object, status)
    manner = "" if claim.status is Status.HELD else f" ({status})"
    yield iri, _TYPE, _CLAIM
    yield iri, _LABEL, ox.Literal(f"{labels[claim.subject]} · {claim.property} · {labels[claim.object]}{manner}")
    yield iri, _SUBJECT, iris.thing(claim.subject)
    yield iri, _PREDICATE, _PREDICATES[claim.property]
    yield iri, _OBJECT, iris.thing(claim.object)
    yield iri, _STATUS, ox.Literal(status)
    yield iri, _CONFIDENCE, ox.Literal(_decimal(claim.confidence), datatype=_DECIMAL)
    yield iri, _RULE, ox.Literal(claim.rule)
    if not claim.evidence:
        raise InputError("a fact has no evidence", place=f"document {document.id}, rule {claim.rule}")
    for passage in claim.evidence:
        yield iri, _HAS_EVIDENCE, _evidence_iri(document, passage, iris)
        yield from _evidence(document, passage, iris)


def _evidence_iri(document: Document, passage: Evidence, iris: Iris) -> ox.NamedNode:
    return iris.evidence(document.id, passage.start, passage.end, passage.exact)


def _evidence(document: Document, passage: Evidence, iris: Iris) -> Iterator[Statement]:
    span = f"{document.id} {passage.start}–{passage.end}"
    if not passage.exact or document.text[passage.start : passage.end] != passage.exact:
        raise InputError(f"the evidence {passage.exact!r} is not what the text has there", place=f"document {span}")
    iri = _evidence_iri(document, passage, iris)
    yield iri, _TYPE, _EVIDENCE
    yield iri, _LABEL, ox.Literal(span)
    yield iri, _SOURCE, iris.document(document.id)
    yield iri, _EXACT, ox.Literal(passage.exact)
    yield iri, _START, ox.Literal(passage.start)
    yield iri, _END, ox.Literal(passage.end)


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """What a post is called: as the first document, in the order of ids, prints it.

    Attributes:
        title: empty where no title is printed.
        label: who, what and where, for people.
    """

    document: str
    title: str
    lang: str
    label: str


def posts(analyses: Iterable[Analysis], labels: Mapping[str, str], iris: Iris) -> dict[str, Post]:
    """Give what every post of a collection is called, by its IRI: one spelling, however the documents vary it."""
    found: dict[str, Post] = {}
    for analysis in analyses:
        document = analysis.document
        for fact in analysis.facts:
            iri = _post_iri(fact, iris)
            if iri is None or fact.subject not in labels or fact.object not in labels:
                continue
            words = [labels[fact.subject], fact.title, labels[fact.object]]
            post = Post(document.id, fact.title or "", document.lang, ", ".join(word for word in words if word))
            found[iri.value] = min(found.get(iri.value, post), post)
    return found


def _post_iri(fact: Fact, iris: Iris) -> ox.NamedNode | None:
    """The post that a held fact tells of, if it tells of one."""
    told = fact.property == "holdsPost" or (fact.property == "memberOf" and (fact.title or fact.since or fact.until))
    return iris.membership(fact.subject, fact.object, fact.title or "") if fact.status is Status.HELD and told else None


def _posts(document: Document, claim: Claim, posts: Mapping[str, Post], iris: Iris) -> Iterator[Statement]:
    for fact in claim.facts:
        iri = _post_iri(fact, iris)
        if iri is None:
            continue
        post = posts[iri.value]
        yield iri, _TYPE, _MEMBERSHIP
        yield iri, _LABEL, ox.Literal(post.label)
        yield iri, _MEMBER, iris.thing(fact.subject)
        yield iri, _ORGANIZATION, iris.thing(fact.object)
        if post.title:
            yield iri, _TITLE, ox.Literal(post.title, language=post.lang)
        yield from _tenure(iri, fact, f"document {document.id}, post of {fact.subject}")
        for passage in fact.evidence:
            yield iri, _HAS_EVIDENCE, _evidence_iri(document, passage, iris)


def _tenure(iri: ox.NamedNode, fact: Fact, place: str) -> Iterator[Statement]:
    since, until = (dates.parse(day, place) if day else None for day in (fact.since, fact.until))
    if since:
        yield iri, _START_DATE, since.date
    if until:
        yield iri, _END_DATE, until.date
    # One point in time that can be sorted and compared: the beginning, else the end.
    if known := since or until:
        yield iri, _DATE, known.date
        yield iri, _YEAR, ox.Literal(known.year)


def _decimal(confidence: float) -> str:
    digits = f"{confidence:.4f}".rstrip("0")
    return f"{digits}0" if digits.endswith(".") else digits
