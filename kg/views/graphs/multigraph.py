"""The one graph out of which all graph files are written: a node for each thing, an edge for each fact and status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Final, TypeAlias

import networkx as nx

from kg.records import NameKind, Status
from kg.schema import SYMMETRIC
from kg.views import wording
from kg.views.confidence import confidence
from kg.views.network import places
from kg.views.network.graph import Fact, facts
from kg.views.network.times import Told, When, first_day, last_day, of_thing, when
from kg.views.reading import Reading, Thing

Value: TypeAlias = str | int | float | bool
Graph: TypeAlias = "nx.MultiDiGraph[str]"

NODE: Final = (
    *("label", "label_en", "label_ru", "label_zh", "class", "kind", "country", "place", "date", "start", "end"),
    *("subjects", "identifiers", "iri"),
)
"""Attributes of nodes; one that has no value is absent."""
EDGE: Final = (
    *("label", "property", "symmetric", "status", "confidence", "date", "start", "end", "dated_by", "post"),
    *("documents", "quotation", "source", "published", "link"),
)
"""Attributes of edges; one that has no value is absent."""
_BY: Final = {Told.POST: "post", Told.THING: "agreement or event", Told.DIGEST: "publication"}
# White space that would break lines, and what no XML 1.0 document can hold.
_BREAKS: Final = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_NOT_XML: Final = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def multigraph(reading: Reading) -> Graph:
    """Give the graph of all facts: nodes by key ("organization/spbpu"), edges numbered, each with the attributes above.

    Of symmetric properties the end with the lesser IRI is the source. `start` and `end` are whole days, `date` is as
    precise as it is known. The quotation is the oldest that there is. Texts have no line breaks and nothing that XML
    cannot hold: a space or U+FFFD stands in its place.
    """
    stated = [fact for fact in facts(reading) if fact.subject != fact.object]
    where = places.whereabouts(reading)
    graph: Graph = nx.MultiDiGraph()
    for iri in sorted({end for fact in stated for end in (fact.subject, fact.object)}):
        thing = reading.things[iri]
        graph.add_node(thing.key, **_plain(_node(thing, reading, where), NODE))
    numbers = count()
    for fact in stated:
        source, target = (reading.things[end].key for end in (fact.subject, fact.object))
        for status in _statuses(fact):
            values = _plain(_edge(fact, status, reading), EDGE)
            graph.add_edge(source, target, next(numbers), **values)
    return graph


def _statuses(fact: Fact) -> list[Status]:
    return [status for status in Status if any(claim.status is status for claim in fact.claims)]


def _node(thing: Thing, reading: Reading, where: places.Whereabouts) -> dict[str, Value | None]:
    preferred: dict[str | None, str] = {n.lang: n.text for n in thing.names if n.kind is NameKind.PREFERRED}
    seat = where.seats.get(thing.iri)
    return {
        "label": thing.label,
        **{f"label_{lang}": preferred.get(lang) for lang in wording.LANGS},
        "class": thing.cls,
        "kind": thing.kind,
        "country": _joined(places.name(key, reading) for key in where.countries(thing.iri)),
        "place": None if seat is None else places.name(seat, reading),
        **_span(of_thing(thing)),
        "subjects": _joined(reading.things[iri].label for iri in thing.subjects if iri in reading.things),
        "identifiers": _joined(thing.same_as),
        "iri": thing.iri,
    }


def _edge(fact: Fact, status: Status, reading: Reading) -> dict[str, Value | None]:
    claims = [claim for claim in fact.claims if claim.status is status]
    told = when(Fact(fact.subject, fact.property, fact.object, tuple(claims)), reading)
    quotation = next(q for claim in claims for q in claim.quotations)
    digest = reading.digests[quotation.digest]
    return {
        "label": wording.load().phrase(fact.property, "en"),
        "property": fact.property,
        "symmetric": fact.property in SYMMETRIC,
        "status": status.value,
        "confidence": confidence(claims, reading.digests),
        **_span(told),
        "dated_by": None if told is None else _BY[told.by],
        "post": _joined(dict.fromkeys(claim.title for claim in claims if claim.title)),
        "documents": len({q.digest for claim in claims for q in claim.quotations}),
        "quotation": quotation.exact,
        "source": digest.title,
        "published": digest.published,
        "link": digest.source if (digest.source or "").startswith(("https://", "http://")) else None,
    }


def _span(told: When | None) -> dict[str, Value | None]:
    if told is None:
        return {}
    whole = told.start if told.start == told.end else f"{told.start or '..'}/{told.end or '..'}"
    return {
        "date": whole,
        "start": None if told.start is None else first_day(told.start),
        "end": None if told.end is None else last_day(told.end),
    }


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def _plain(found: Mapping[str, Value | None], order: Iterable[str]) -> dict[str, Value]:
    values = ((name, found.get(name)) for name in order)
    clean = ((name, _cleaned(value) if isinstance(value, str) else value) for name, value in values)
    return {name: value for name, value in clean if value is not None and value != ""}


def _cleaned(text: str) -> str:
    return _NOT_XML.sub("\ufffd", _BREAKS.sub(" ", text))
