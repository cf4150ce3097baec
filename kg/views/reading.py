"""Things, digests and claims, read back out of a store by SPARQL as frozen records, in one stable order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from pyoxigraph import Literal, NamedNode

from kg.graph.store import Store
from kg.records import Lang, Name, NameKind, Status
from kg.schema import CLASSES, ancestors

MACHINERY: Final = ("Membership", "Digest", "Claim", "Evidence", "Decision")
"""Classes whose nodes say something about things and are none themselves."""
_POSTS: Final = ("holdsPost", "memberOf")
"""Properties that a Membership tells more of."""

_Values = Mapping[str, tuple["_Term", ...]]


@dataclass(frozen=True, slots=True, order=True)
class _Term:
    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An organization, person, place, agreement, event or whatever else facts are about.

    Attributes:
        iri: its whole IRI.
        cls: local name of its most special class.
        label: its rdfs:label.
        names: preferred ones first, misspellings last, without repetition; none where no text names it.
        kind: local name of a concept ("memorandum").
        date: ISO date, or "from/to" of a span.
        place, series: IRIs of things.
        subjects: IRIs of the fields that it is about.
        broader: IRI of the field that a field is a part of.
        same_as: IRIs of the same thing elsewhere.
        reasons: why its spellings were taken for one thing.
    """

    iri: str
    cls: str
    label: str
    names: tuple[Name, ...] = ()
    kind: str | None = None
    date: str | None = None
    place: str | None = None
    series: str | None = None
    edition: int | None = None
    same_as: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    broader: str | None = None

    @property
    def key(self) -> str:
        """The last two steps of the IRI: kind and key, such as "organization/spbpu"."""
        return "/".join(self.iri.rsplit("/", 2)[-2:])

    @property
    def unnamed(self) -> bool:
        """Tell whether no text gives it a name: its label only says what it is, and when."""
        return not self.names

    def name(self, lang: str) -> str:
        """Give the preferred name in a language, else the label."""
        return next((n.text for n in self.names if n.kind is NameKind.PREFERRED and n.lang == lang), self.label)


@dataclass(frozen=True, slots=True)
class Digest:
    """A document, as far as evidence needs to name it; dates are ISO, `publisher` an IRI."""

    iri: str
    id: str
    title: str
    lang: str
    published: str | None = None
    source: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A passage of a digest: `exact` is its stored text from `start` to `end` (code points)."""

    digest: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one digest says: a triple of IRIs and a local name, how it puts it, and where.

    `title`, `since` and `until` are those of the post or membership that the claim is about.
    """

    iri: str
    subject: str
    property: str
    object: str
    status: Status
    confidence: float
    rule: str
    quotations: tuple[Quotation, ...]
    title: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a store holds: things and digests by IRI, in the order of their IRIs; claims by digest and place in it."""

    things: Mapping[str, Thing]
    digests: Mapping[str, Digest]
    claims: tuple[Claim, ...]


def read(store: Store) -> Reading:
    """Give all things, digests and claims of a store."""
    return Reading(read_things(store), read_digests(store), read_claims(store))


def read_claims(store: Store, about: str | None = None) -> tuple[Claim, ...]:
    """Give a store's claims: all, or those with the thing of this IRI as subject or object."""
    pattern = "?node a srac:Claim ."
    if about is not None:
        pattern += f" {{ ?node rdf:subject <{about}> }} UNION {{ ?node rdf:object <{about}> }}"
    issued = {iri: (digest.published or "", digest.id) for iri, digest in read_digests(store).items()}
    return tuple(
        sorted(
            _claims(store, pattern),
            key=lambda c: ([(issued.get(q.digest, ("", "")), q.start, q.end) for q in c.quotations], c.iri),
        )
    )


def read_things(store: Store) -> dict[str, Thing]:
    """Give every thing of a store by IRI, in the order of IRIs."""
    described = _described(
        store,
        f"?node a ?class . VALUES ?class {{ {' '.join(f'srac:{c}' for c in CLASSES if c not in MACHINERY)} }}",
        "rdf:type rdfs:label skos:prefLabel skos:altLabel skos:hiddenLabel skos:exactMatch skos:editorialNote "
        "dcterms:date schema:startDate schema:endDate srac:kind srac:place srac:series srac:edition dcterms:subject "
        "skos:broader",
    )
    return {iri: _thing(iri, values) for iri, values in described.items()}


def _thing(iri: str, values: _Values) -> Thing:
    classes = [local for t in values["type"] if (local := _local(t.text)) in CLASSES]
    edition = _first(values, "edition")
    return Thing(
        iri,
        max(classes, key=lambda c: (len(ancestors(c)), c)),
        _first(values, "label") or iri,
        _names(values),
        _local_or_none(_first(values, "kind")),
        _span(_first(values, "startDate") or _first(values, "date"), _first(values, "endDate")),
        _first(values, "place"),
        _first(values, "series"),
        None if edition is None else int(edition),
        tuple(t.text for t in values.get("exactMatch", ())),
        tuple(t.text for t in values.get("editorialNote", ())),
        tuple(t.text for t in values.get("subject", ())),
        _first(values, "broader"),
    )


def _names(values: _Values) -> tuple[Name, ...]:
    names: dict[tuple[str, Lang | None], Name] = {}
    for key, kind in (
        ("prefLabel", NameKind.PREFERRED),
        ("altLabel", NameKind.ALTERNATIVE),
        ("hiddenLabel", NameKind.HIDDEN),
    ):
        for term in values.get(key, ()):
            lang = next((known for known in get_args(Lang) if known == term.lang), None)
            names.setdefault((term.text, lang), Name(term.text, lang, kind))
    return tuple(names.values())


def read_digests(store: Store) -> dict[str, Digest]:
    """Give every digest of a store by IRI, in the order of IRIs."""
    described = _described(
        store,
        "?node a srac:Digest .",
        "dcterms:identifier dcterms:title dcterms:language dcterms:issued dcterms:source dcterms:publisher",
    )
    return {
        iri: Digest(
            iri,
            _first(values, "identifier") or iri.rsplit("/", 1)[-1],
            _first(values, "title") or "",
            _first(values, "language") or "",
            _first(values, "issued"),
            _first(values, "source"),
            _first(values, "publisher"),
        )
        for iri, values in described.items()
    }


def _claims(store: Store, pattern: str) -> Iterable[Claim]:
    claims = _described(
        store, pattern, "rdf:subject rdf:predicate rdf:object srac:status srac:confidence srac:rule srac:evidence"
    )
    evidence = _described(
        store,
        f"{pattern.replace('?node', '?claim')} ?claim srac:evidence ?node .",
        "oa:hasSource oa:exact oa:start oa:end",
    )
    posts = _posts(store)
    for iri, values in claims.items():
        quotations = tuple(sorted(_quotation(evidence[e.text]) for e in values["evidence"]))
        subject, prop, obj = (_first(values, key) or "" for key in ("subject", "predicate", "object"))
        told = [
            post for e in values["evidence"] if _local(prop) in _POSTS for post in posts.get((subject, obj, e.text), ())
        ]
        yield Claim(
            iri,
            subject,
            _local(prop),
            obj,
            Status(_first(values, "status") or ""),
            float(_first(values, "confidence") or 0),
            _first(values, "rule") or "",
            quotations,
            "; ".join(dict.fromkeys(t.text for post in told for t in post.get("title", ()))) or None,
            min((d for post in told if (d := _first(post, "startDate"))), default=None),
            max((d for post in told if (d := _first(post, "endDate"))), default=None),
        )


def _quotation(values: _Values) -> Quotation:
    source, start, end, exact = (_first(values, key) or "" for key in ("hasSource", "start", "end", "exact"))
    return Quotation(source, int(start), int(end), exact)


def _posts(store: Store) -> dict[tuple[str, str, str], list[_Values]]:
    """Memberships by member, organization and passage: a claim does not name the post that it tells of."""
    described = _described(
        store,
        "?node a srac:Membership .",
        "org:member org:organization srac:title schema:startDate schema:endDate srac:evidence",
    )
    posts: defaultdict[tuple[str, str, str], list[_Values]] = defaultdict(list)
    for values in described.values():
        for passage in values.get("evidence", ()):
            posts[_first(values, "member") or "", _first(values, "organization") or "", passage.text].append(values)
    return dict(posts)


def ask(store: Store, query: str) -> list[tuple[str, ...]]:
    """Give the rows of a SELECT, each value as its plain text, "" where it is unbound."""
    return [tuple(getattr(term, "value", "") for term in row) for row in store.select(query).rows]


def _described(store: Store, pattern: str, predicates: str) -> dict[str, _Values]:
    """The values of some predicates of the nodes that a pattern finds, by local name of the predicate, sorted."""
    found: defaultdict[str, defaultdict[str, set[_Term]]] = defaultdict(lambda: defaultdict(set))
    query = f"SELECT DISTINCT ?node ?p ?value WHERE {{ {pattern} VALUES ?p {{ {predicates} }} ?node ?p ?value }}"
    for node, predicate, value in store.select(query).rows:
        if isinstance(node, NamedNode) and isinstance(predicate, NamedNode) and isinstance(value, NamedNode | Literal):
            lang = value.language if isinstance(value, Literal) else None
            found[node.value][_local(predicate.value)].add(_Term(value.value, lang))
    return {
        node: {key: tuple(sorted(terms, key=lambda t: (t.text, t.lang or ""))) for key, terms in values.items()}
        for node, values in sorted(found.items())
    }


def _first(values: _Values, key: str) -> str | None:
    terms = values.get(key)
    return terms[0].text if terms else None


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _local_or_none(iri: str | None) -> str | None:
    return None if iri is None else _local(iri)


def _span(start: str | None, end: str | None) -> str | None:
    return start if end is None or end == start else f"{start or ''}/{end}"
