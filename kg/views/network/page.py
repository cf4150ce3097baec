"""The network page as one HTML file: the data as inert blocks, and the front-end's bundle that shows it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any, Final

import networkx as nx
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.errors import InputError
from kg.graph.store import Store
from kg.schema import PROPERTIES, SYMMETRIC, is_a
from kg.views import pages, wording
from kg.views.confidence import confidence
from kg.views.lookup import fold, romanized
from kg.views.network.bearings import bearings
from kg.views.network.documents import documents
from kg.views.network.graph import Fact, facts, overview, whole
from kg.views.network.layout import layout
from kg.views.network.measures import betweenness, communities
from kg.views.network.statements import statements
from kg.views.reading import Claim, Reading, Thing
from kg.views.style import style

_HERE: Final = Path(__file__).parent
_BUNDLE: Final = _HERE / "bundle"
_SMALL: Final = 60
"""Up to how many nodes a graph opens whole."""


@dataclass(frozen=True, slots=True)
class Page:
    """The HTML, and how much it shows: nodes and edges of everything, and of the overview."""

    html: str
    nodes: int
    edges: int
    overview_nodes: int
    overview_edges: int


def page(reading: Reading, lang: str, store: Store) -> Page:
    """Give the page for a reading of a store with its interface in a language at first."""
    stated = facts(reading)
    views = {"whole": whole(stated), "overview": overview(reading, stated)}
    data = _data(reading, stated, lang)
    data["start"] = "overview" if views["whole"].number_of_nodes() > _SMALL and views["overview"].size() else "whole"
    number = {iri: i for i, iri in enumerate(reading.things)}
    places = {iri for iri, thing in reading.things.items() if is_a(thing.cls, "Place")}
    data["views"] = {name: _view(graph, number, places) for name, graph in views.items()}
    return Page(
        _render(data, documents(reading, store), statements(reading, store)),
        *(
            f(views[name])
            for name in ("whole", "overview")
            for f in (nx.Graph.number_of_nodes, nx.Graph.number_of_edges)
        ),
    )


def _view(graph: nx.Graph[str], number: Mapping[str, int], places: Collection[str]) -> dict[str, Any]:
    """A drawing as `Node` and `Edge` of the front-end's payload.ts want it."""
    radius = {iri: round(min(36.0, 6.0 + 3.0 * sqrt(degree)), 1) for iri, degree in graph.degree()}
    spots = layout(graph, radius, {iri: iri for iri in graph})
    # Whoever is in one town would be one community, joined by what the drawing mostly leaves out.
    community, between = communities(graph, places), betweenness(graph)
    node = {iri: i for i, iri in enumerate(graph)}
    return {
        "nodes": [[number[iri], *spots[iri], radius[iri], community[iri], round(between[iri], 4)] for iri in graph],
        "edges": [
            [node[a], node[b], [[-1 if w.via is None else number[w.via], list(w.facts)] for w in edge["ways"]]]
            for a, b, edge in graph.edges(data=True)
        ],
    }


def _data(reading: Reading, stated: tuple[Fact, ...], lang: str) -> dict[str, Any]:
    words = wording.load()
    number = {iri: i for i, iri in enumerate(reading.things)}
    digest = {iri: i for i, iri in enumerate(reading.digests)}
    kinds = sorted({thing.kind for thing in reading.things.values() if thing.kind})
    classes = sorted({cls for row in style().values() for cls in row["classes"]})
    return {
        "lang": lang,
        "texts": texts(),
        "families": style(),
        "terms": {term: dict(words.terms.get(term, {})) for term in (*classes, *kinds)},
        "properties": {
            prop: {"forward": words.forward[prop], "inverse": words.inverse[prop], "symmetric": prop in SYMMETRIC}
            for prop in PROPERTIES
        },
        "statuses": words.statuses,
        "digests": [
            [d.id, d.title, d.lang, d.published, _address(d.source), number.get(d.publisher or "")]
            for d in reading.digests.values()
        ],
        "things": [_thing(thing, number) for thing in reading.things.values()],
        "facts": [
            [number[f.subject], f.property, number[f.object], [_claim(c, digest) for c in f.claims], _sure(f, reading)]
            for f in stated
        ],
        **bearings(reading, stated),
    }


def _thing(thing: Thing, number: Mapping[str, int]) -> dict[str, Any]:
    spellings = dict.fromkeys([thing.label, *(n.text for n in thing.names)])
    keys = dict.fromkeys(form(text) for form in (fold, romanized) for text in spellings)
    everything = {
        "key": thing.key,
        "cls": thing.cls,
        "label": thing.label,
        "names": [[n.text, n.lang, n.kind.value] for n in thing.names],
        "unnamed": thing.unnamed or None,
        "kind": thing.kind,
        "date": thing.date,
        "place": number.get(thing.place or ""),
        "series": number.get(thing.series or ""),
        "edition": thing.edition,
        "subjects": [number[subject] for subject in thing.subjects if subject in number],
        "same": [address for iri in thing.same_as if (address := _address(iri))],
        "reasons": list(thing.reasons),
        "find": [key for key in keys if key],
    }
    return {key: value for key, value in everything.items() if value not in (None, [])}


def _sure(fact: Fact, reading: Reading) -> dict[str, float]:
    """How sure a fact is by all claims that put it in the same way, by status."""
    statuses = sorted({claim.status for claim in fact.claims})
    return {s: confidence([c for c in fact.claims if c.status is s], reading.digests) for s in statuses}


def _claim(claim: Claim, digest: Mapping[str, int]) -> dict[str, Any]:
    everything = {
        "status": claim.status.value,
        "confidence": round(claim.confidence, 2),
        "rule": claim.rule,
        "title": claim.title,
        "since": claim.since,
        "until": claim.until,
        "quotes": [[digest[q.digest], q.exact, q.start] for q in claim.quotations],
    }
    return {key: value for key, value in everything.items() if value is not None}


def _address(iri: str | None) -> str | None:
    # A digest's address becomes a link: nothing but the web may stand in one.
    return iri if iri is not None and iri.startswith(("https://", "http://")) else None


def _render(data: Mapping[str, Any], read: object, said: object) -> str:
    script = pages.source(_BUNDLE / "page.js")
    sheet = pages.look() + "\n" + pages.source(_BUNDLE / "page.css")
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html").render(
        policy=pages.policy([script], sheet),
        script=script,
        sheet=sheet,
        data=_inert(data),
        documents=_inert(read),
        statements=_inert(said),
        lang=data["lang"],
        texts=texts()[data["lang"]],
    )


def _inert(data: object) -> str:
    """JSON in which no character can end or begin anything in HTML."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Give the page's own words by language and key, as in texts.yaml."""
    path = _HERE / "texts.yaml"
    words: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if set(words) != set(wording.LANGS):
        raise InputError("languages: not as they must be", place=path, remedy=_listed(wording.LANGS))
    for lang, row in words.items():
        if odd := set(row) ^ set(words["en"]):
            raise InputError(
                f"{lang}: {_listed(odd)} missing or unknown", place=path, remedy="the same keys in each language"
            )
    return words


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
