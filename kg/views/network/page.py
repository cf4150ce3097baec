"""The network page as one HTML file: pyvis holds the nodes and edges, our own template and scripts show them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any, Final

import networkx as nx
import pyvis
import yaml
from pyvis.network import Network

from kg.errors import InputError
from kg.schema import PROPERTIES, SYMMETRIC
from kg.views import pages, wording
from kg.views.confidence import confidence
from kg.views.lookup import fold, romanized
from kg.views.network.graph import Fact, facts, overview, whole
from kg.views.network.layout import layout
from kg.views.reading import Claim, Reading, Thing
from kg.views.style import style

_HERE: Final = Path(__file__).parent
_SCRIPTS: Final = ("data.js", "labels.js", "drawing.js", "panel.js", "legend.js", "search.js", "main.js")
_VIS: Final = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_SMALL: Final = 60
"""Up to how many nodes a graph opens whole."""
_OPTIONS: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "tooltipDelay": 1e9, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {"smooth": False, "arrowStrikethrough": False, "selectionWidth": 0.8, "hoverWidth": 1},
}


@dataclass(frozen=True, slots=True)
class Page:
    """The HTML, and how much it shows: nodes and edges of everything, and of the overview."""

    html: str
    nodes: int
    edges: int
    overview_nodes: int
    overview_edges: int


def page(reading: Reading, lang: str) -> Page:
    """Give the page for a reading with its interface in a language at first."""
    stated = facts(reading)
    views = {"whole": whole(stated), "overview": overview(reading, stated)}
    data = _data(reading, stated, lang)
    data["start"] = "overview" if views["whole"].number_of_nodes() > _SMALL and views["overview"].size() else "whole"
    number = {iri: i for i, iri in enumerate(reading.things)}
    networks = {name: _network(graph, reading, number) for name, graph in views.items()}
    data["views"] = {
        name: {"nodes": [_bare(n) for n in net.nodes], "edges": [_bare(e) for e in net.edges]}
        for name, net in networks.items()
    }
    return Page(
        _render(networks["whole"], data),
        *(
            f(views[name])
            for name in ("whole", "overview")
            for f in (nx.Graph.number_of_nodes, nx.Graph.number_of_edges)
        ),
    )


def _network(graph: nx.Graph[str], reading: Reading, number: Mapping[str, int]) -> Network:
    families = {cls: (name, row) for name, row in style().items() for cls in row["classes"]}
    radius = {iri: round(min(36.0, 6.0 + 3.0 * sqrt(degree)), 1) for iri, degree in graph.degree()}
    spots = layout(graph, radius, {iri: iri for iri in graph})
    net = Network(directed=True, cdn_resources="in_line")
    for iri in graph:
        family, row = families[reading.things[iri].cls]
        x, y = spots[iri]
        net.add_node(number[iri], shape=row["shape"], color=row["light"], group=family, size=radius[iri], x=x, y=y)
    for a, b, edge in graph.edges(data=True):
        ways = [[-1 if w.via is None else number[w.via], list(w.facts)] for w in edge["ways"]]
        net.add_edge(number[a], number[b], ways=ways)
    net.set_options(json.dumps(_OPTIONS))
    return net


def _bare(item: Mapping[str, Any]) -> dict[str, Any]:
    """A node or an edge without what the page's style sheet and labels decide."""
    return {key: value for key, value in item.items() if key not in ("color", "label", "shape", "arrows", "font")}


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
        "digests": [[d.id, d.title, d.lang, d.published, _address(d.source)] for d in reading.digests.values()],
        "things": [_thing(thing, number) for thing in reading.things.values()],
        "facts": [
            [number[f.subject], f.property, number[f.object], [_claim(c, digest) for c in f.claims], _sure(f, reading)]
            for f in stated
        ],
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
        "quotes": [[digest[q.digest], q.exact] for q in claim.quotations],
    }
    return {key: value for key, value in everything.items() if value is not None}


def _address(iri: str | None) -> str | None:
    # A digest's address becomes a link: nothing but the web may stand in one.
    return iri if iri is not None and iri.startswith(("https://", "http://")) else None


def _render(net: Network, data: Mapping[str, Any]) -> str:
    vis = pages.source(_VIS).rsplit("\n//# sourceMappingURL", 1)[0]
    scripts = [vis, *(pages.source(_HERE / "page" / name) for name in _SCRIPTS)]
    sheet = pages.look() + "\n" + pages.source(_HERE / "page" / "page.css")
    net.set_template_dir(str(_HERE / "page"), "page.html")
    net.templateEnv.autoescape = True
    net.templateEnv.globals.update(
        policy=pages.policy(scripts, sheet),
        scripts=scripts,
        sheet=sheet,
        data=_inert(data),
        lang=data["lang"],
        title=texts()[data["lang"]]["title"],
    )
    return str(net.generate_html())


def _inert(data: Mapping[str, Any]) -> str:
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
