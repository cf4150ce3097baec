"""How sure a fact is when several documents state it, and the part of a store whose facts are sure enough.

The contract has a confidence for each document's claim and none for a plain triple, so the figure of a fact is made
of its claims wherever it is wanted, by `combined`: the cards, the network, the counts, and `restricted`, which gives
queries and exports only what reaches a figure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import pyoxigraph as ox
from rapidfuzz import fuzz

from kg.errors import InputError
from kg.graph.iris import Iris
from kg.graph.store import Store
from kg.graph.terms import node
from kg.graph.vocabulary import DCTERMS, FACTS, ORG, RDF, SCHEMA, SKOS, SRAC
from kg.records import Status

_SAME_VOICE: Final = 0.5
"""What a further document of a publisher weighs: it was written by the same people, in their way."""
_SAME_WORDS: Final = 90.0
"""From how alike (of 100) two passages are one text printed twice, which says no more than one."""
_CERTAIN: Final = 0.99
"""What many documents come to at most."""

_CLAIMS: Final = """
SELECT ?claim ?subject ?predicate ?object ?status ?confidence ?document ?publisher ?source ?exact WHERE {
    ?claim a srac:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
        srac:status ?status ; srac:confidence ?confidence ; srac:evidence ?passage .
    ?passage oa:hasSource ?document ; oa:exact ?exact .
    OPTIONAL { ?document dcterms:publisher ?publisher }
    OPTIONAL { ?document dcterms:source ?source }
}"""
_FACTS: Final = frozenset(node(fact) for fact in FACTS)
_POSTS: Final = (node(SRAC.holdsPost), node(SRAC.memberOf))
_TYPE, _MEMBERSHIP, _PASSAGE = node(RDF.type), node(SRAC.Membership), node(SRAC.Evidence)
_MEMBER, _ORGANIZATION, _EVIDENCE = node(ORG.member), node(ORG.organization), node(SRAC.evidence)
_MENTIONS, _ABOUT = node(SCHEMA.mentions), node(SRAC.about)
_TOPIC: Final = node(SRAC.Topic)
_NAMING: Final = tuple(map(node, (SRAC.place, SRAC.series, DCTERMS.publisher, DCTERMS.subject, SKOS.broader)))
"""Through what a thing is needed though no fact is about it."""

Fact = tuple[object, object, object, str]
"""Subject, predicate and object as terms, and the status."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One document's claim of a fact.

    Attributes:
        publisher: whoever published the document, as `voice` gives it.
        passages: the words that state it.
    """

    confidence: float
    document: str
    publisher: str
    passages: tuple[str, ...]


def voice(publisher: str | None, address: str | None) -> str:
    """Give who speaks in a document: its publisher, else the site it was on; all that say neither count as one.

    >>> voice(None, "https://www.hit.edu.cn/news/1"), voice("organization/hit", "https://www.hit.edu.cn/news/1")
    ('hit.edu.cn', 'organization/hit')
    """
    try:
        return publisher or (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def combined(sources: Iterable[Source]) -> float:
    """Give how probable it is that one document at least is read rightly, given how sure each reading is.

    The surest document counts in full, and so does the surest of each further publisher; others of a publisher count
    by half, and what repeats the words of a surer one not at all. It is never less than the surest, however they are
    ordered.

    >>> one = Source(0.8, "d1", "spbpu", ("A and B signed.",))
    >>> other = Source(0.7, "d2", "hit", ("B met A to sign it.",))
    >>> combined([one]), combined([other, one]), combined([one, Source(0.8, "d3", "hit", one.passages)])
    (0.8, 0.94, 0.8)
    """
    ranked = sorted(sources, key=lambda s: (-s.confidence, s.document, s.publisher, s.passages))
    if not ranked:
        raise ValueError("a fact has at least one source")
    counted: list[Source] = []
    doubts: list[float] = []
    for source in ranked:
        if any(_repeats(source, earlier) for earlier in counted):
            continue
        again = any(source.publisher == earlier.publisher for earlier in counted)
        doubts.append((1 - min(1.0, source.confidence)) ** (_SAME_VOICE if again else 1.0))
        counted.append(source)
    best = ranked[0].confidence
    return best if len(counted) == 1 else max(best, round(min(_CERTAIN, 1 - math.prod(doubts)), 2))


def _repeats(one: Source, other: Source) -> bool:
    return all(
        any(fuzz.ratio(passage, known, score_cutoff=_SAME_WORDS) for known in other.passages)
        for passage in one.passages
    )


def restricted(store: Store, at_least: float | None) -> Store:
    """Give the part of a store whose facts are that sure: the store itself without a figure, else a copy in memory.

    A fact is a triple and how it is put (held, planned …); all claims of a fact that reaches the figure stay, none of
    another. With the claims go their plain triples, posts and passages, and the things that no fact is about any
    more with the decisions about them, unless a thing that stays lies there, is an edition of it or is about it, or a
    document was published by it.

    Raises:
        InputError: the figure is not from 0 to 1.
    """
    if at_least is None:
        return store
    if not 0 <= at_least <= 1:
        raise InputError(f"{at_least} is no confidence", remedy="a number from 0 to 1, such as 0.9")
    return Store.holding(_kept(store, at_least), store.base)


def _kept(store: Store, at_least: float) -> Iterator[ox.Quad]:
    facts = sources(store)
    sure = {fact for fact, claims in facts.items() if combined(claims.values()) >= at_least}
    weak = {claim for fact, claims in facts.items() if fact not in sure for claim in claims}
    stated = {
        (ox.NamedNode(source.document), *fact[:3])
        for fact in sure
        if fact[3] == Status.HELD
        for source in facts[fact].values()
    }
    quads = list(store.quads())
    posts = _posts(quads)
    lost = _lost(quads, facts, sure)
    weak |= {quad.subject for quad in quads if quad.predicate == _ABOUT and quad.object in lost}

    def stays(quad: ox.Quad) -> bool:
        post = posts.get((quad.graph_name, quad.subject))
        if post is not None:
            return any((quad.graph_name, post[0], held, post[1]) in stated for held in _POSTS)
        if quad.predicate in _FACTS:
            return (quad.graph_name, quad.subject, quad.predicate, quad.object) in stated
        described = quad.graph_name == entities and quad.subject in lost
        return quad.subject not in weak and not described and not (quad.predicate == _MENTIONS and quad.object in lost)

    entities = Iris(store.base).entities()
    kept = [quad for quad in quads if stays(quad)]
    quoted = {quad.object for quad in kept if quad.predicate == _EVIDENCE}
    silent = {q.subject for q in kept if q.object == _PASSAGE and q.predicate == _TYPE} - quoted
    yield from (quad for quad in kept if quad.subject not in silent)


def sources(store: Store) -> dict[Fact, dict[object, Source]]:
    """Give what each fact of a store rests on: its claims, by their IRI."""
    passages: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for *key, exact in store.select(_CLAIMS).rows:
        passages[tuple(key)].add(getattr(exact, "value", ""))
    found: defaultdict[Fact, dict[object, Source]] = defaultdict(dict)
    for (claim, subject, predicate, obj, *values), quoted in passages.items():
        status, confidence, document, publisher, source = (getattr(value, "value", None) for value in values)
        found[subject, predicate, obj, status or ""][claim] = Source(
            float(confidence or 0), document or "", voice(publisher, source), tuple(sorted(quoted))
        )
    return dict(found)


def _posts(quads: Sequence[ox.Quad]) -> dict[tuple[object, object], tuple[object, object]]:
    """Member and organization of each post, by graph and node."""
    nodes = {(q.graph_name, q.subject) for q in quads if q.predicate == _TYPE and q.object == _MEMBERSHIP}
    ends: defaultdict[tuple[object, object], dict[object, object]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in (_MEMBER, _ORGANIZATION) and (quad.graph_name, quad.subject) in nodes:
            ends[quad.graph_name, quad.subject][quad.predicate] = quad.object
    return {post: (found.get(_MEMBER), found.get(_ORGANIZATION)) for post, found in ends.items()}


def _lost(quads: Sequence[ox.Quad], facts: Iterable[Fact], sure: Set[Fact]) -> set[object]:
    """The things that facts were about and none is any more, without those that what stays still names.

    No fact is about a field: it stays with what is about it.
    """
    about = {end for fact in facts for end in (fact[0], fact[2])}
    lost = about - {end for fact in sure for end in (fact[0], fact[2])}
    lost |= {quad.subject for quad in quads if quad.predicate == _TYPE and quad.object == _TOPIC}
    names: defaultdict[object, set[object]] = defaultdict(set)
    for quad in quads:
        if quad.object in lost and quad.predicate in _NAMING:
            names[quad.subject].add(quad.object)
    found = {thing for subject, things in names.items() if subject not in lost for thing in things}
    while found:
        lost -= found
        found = {thing for subject in found for thing in names[subject]} & lost
    return lost
