from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.store import Store
from kg.records import Collection
from kg.schema import CLASSES
from kg.views import wording
from kg.views.network import write_network
from kg.views.network.graph import facts, overview, whole
from kg.views.network.layout import layout
from kg.views.network.measures import betweenness, communities
from kg.views.network.page import page, texts
from kg.views.reading import read
from kg.views.style import style

BASE = "https://w3id.org/srac/id/"
SPBPU, ZJU, MEMORANDUM = (f"{BASE}{key}" for key in ("organization/spbpu", "organization/zju", "agreement/m1"))


class Parts(HTMLParser):
    """What a browser would find in the page: scripts and style with their text, every attribute that can load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.style = ""
        self.policy = ""
        self.loading: list[tuple[str, str, str | None]] = []
        self._tag = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        found = dict(attrs)
        if tag == "script":
            self.scripts.append((found, ""))
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""
        self.loading += [(tag, name, value) for name, value in attrs if name in ("src", "href", "srcset", "action")]

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._tag == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        if self._tag == "style":
            self.style += data


@pytest.fixture(scope="module")
def html(store: Store, tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("page") / "network.html"
    summary = write_network(store, out)
    assert (summary.nodes, summary.edges) == (8, 8)
    assert summary.size == out.stat().st_size
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def parts(html: str) -> Parts:
    return Parts(html)


@pytest.fixture(scope="module")
def data(parts: Parts) -> dict[str, Any]:
    (text,) = (text for attributes, text in parts.scripts if attributes.get("id") == "data")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_nothing_in_the_page_loads_anything(parts: Parts) -> None:
    assert parts.loading == []
    assert "url(" not in parts.style
    assert "@import" not in parts.style


def test_the_policy_allows_these_scripts_and_nothing_else(parts: Parts) -> None:
    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    rules = dict(rule.split(" ", 1) for rule in parts.policy.split("; "))
    run = [text for attributes, text in parts.scripts if attributes.get("type") != "application/json"]
    assert len(run) == 1
    assert rules == {
        "default-src": "'none'",
        "script-src": " ".join(map(digest, run)),
        "style-src": digest(parts.style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_texts_out_of_digests_cannot_leave_their_place(html: str, parts: Parts, data: dict[str, Any]) -> None:
    assert len(parts.scripts) == 4
    assert "window.pwned = 1</script>" not in html
    assert "\u2028" not in html
    labels = {thing["label"] for thing in data["things"]}
    assert any(label.startswith("</script><script>window.pwned = 1</script>") and "\u202e" in label for label in labels)
    assert "W" * 10_000 in labels


def test_only_addresses_of_the_web_become_links(data: dict[str, Any]) -> None:
    assert {id: source for id, _, _, _, source, _ in data["digests"]} == {
        "d1": "https://example.org/d1",
        "d2": None,
        "d3": None,
    }


def test_the_licence_of_what_is_bundled_stays_with_it(html: str) -> None:
    assert "/*! preact 11" in html
    assert "The MIT License" in html


def test_the_page_tells_how_sure_facts_are_together(data: dict[str, Any]) -> None:
    things = data["things"]
    figures = {(things[s]["key"], p, things[o]["key"]): sure for s, p, o, _, sure in data["facts"]}
    assert figures["organization/spbpu", "signed", "agreement/m1"] == {"held": 0.99}
    assert figures["organization/zju", "signed", "agreement/m1"] == {"held": 0.9}
    assert figures["organization/zju", "visited", "organization/tsinghua"] == {"denied": 0.9}


def test_evidence_in_the_page_equals_that_of_the_store(store: Store, data: dict[str, Any]) -> None:
    rows = store.select(
        "SELECT ?s ?p ?o ?status ?id ?exact WHERE { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; "
        "srac:status ?status ; srac:evidence ?e . ?e oa:exact ?exact ; oa:hasSource/dcterms:identifier ?id }"
    ).rows
    values = [tuple(getattr(term, "value", "") for term in row) for row in rows]
    stored = {(*(v.removeprefix(BASE).rsplit("#", 1)[-1] for v in row[:4]), *row[4:]) for row in values}
    things, digests = data["things"], data["digests"]
    shown = {
        (things[s]["key"], p, things[o]["key"], claim["status"], digests[d][0], exact)
        for s, p, o, claims, _ in data["facts"]
        for claim in claims
        for d, exact, _ in claim["quotes"]
    }
    assert len(stored) == 10
    assert shown == stored


def test_the_same_store_gives_the_same_page_whatever_the_order(collection: Collection) -> None:
    shuffled = random.Random(7)
    entities, analyses = list(collection.entities), list(collection.analyses)
    shuffled.shuffle(entities)
    shuffled.shuffle(analyses)
    other = replace(collection, entities=tuple(entities), analyses=tuple(analyses))
    stores = [Store.of(c) for c in (collection, other)]
    pages = {page(read(s), "en", s).html for s in stores}
    assert len(pages) == 1


def test_neither_hash_seeds_nor_the_processor_change_anything() -> None:
    script = (
        "import networkx as nx, sys; from kg.views.network.layout import layout\n"
        "from kg.views.network.measures import betweenness, communities\n"
        "g = nx.Graph(); g.add_edges_from((f'n{i}', f'n{i * 7 % 40}') for i in range(1, 90))\n"
        "print(sorted(layout(g, dict.fromkeys(g, 9.0), {n: n for n in g}).items()))\n"
        "print(sorted(communities(g).items()), sorted(betweenness(g).items()))"
    )
    extensions = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    settings = (
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4711"},
        {"PYTHONHASHSEED": "0", "NPY_DISABLE_CPU_FEATURES": " ".join(extensions)},
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env={**os.environ, **setting})
        for setting in settings
    ]
    assert len({run.stdout for run in runs}) == 1


def test_the_interface_opens_in_the_language_asked_for(store: Store, tmp_path: Path) -> None:
    write_network(store, tmp_path / "n.html", lang="zh")
    text = (tmp_path / "n.html").read_text(encoding="utf-8")
    assert '<html lang="zh">' in text
    assert "<title>中俄学术合作</title>" in text


def test_an_unknown_language_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such language: fr .*en, ru, zh"):
        write_network(store, tmp_path / "n.html", lang="fr")


def test_a_file_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing.n\.html: cannot be written"):
        write_network(store, tmp_path / "missing" / "n.html")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=r"folder: cannot be written"):
        write_network(store, tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_an_empty_store_gives_a_page(tmp_path: Path) -> None:
    summary = write_network(Store.of(Collection(())), tmp_path / "n.html")
    assert (summary.nodes, summary.edges, summary.overview_nodes) == (0, 0, 0)


def test_a_fact_stated_by_two_digests_is_one(store: Store) -> None:
    stated = facts(read(store))
    (signed,) = (f for f in stated if (f.subject, f.property) == (SPBPU, "signed"))
    assert len(signed.claims) == 2


def test_everything_joins_what_a_fact_joins(store: Store) -> None:
    stated = facts(read(store))
    graph = whole(stated)
    assert set(graph[SPBPU]) == {
        f.object if f.subject == SPBPU else f.subject for f in stated if SPBPU in (f.subject, f.object)
    }
    assert sum(len(way.facts) for *_, d in graph.edges(data=True) for way in d["ways"]) == len(stated)


def test_the_overview_joins_organizations_by_what_they_did_together(store: Store) -> None:
    reading = read(store)
    stated = facts(reading)
    graph = overview(reading, stated)
    ways = graph.edges[SPBPU, ZJU]["ways"]
    assert {way.via for way in ways} == {None, MEMORANDUM}
    assert {stated[n].property for way in ways for n in way.facts} == {"partnerOf", "signed"}
    assert f"{BASE}organization/tsinghua" not in graph


def test_many_hosts_of_one_event_are_joined_to_it_and_not_to_each_other(store: Store) -> None:
    reading = read(store)
    claim = next(c for c in reading.claims if c.property == "participatedIn")
    university = reading.things[ZJU]
    others = {f"{BASE}organization/u{i}": replace(university, iri=f"{BASE}organization/u{i}") for i in range(9)}
    claims = tuple(replace(claim, iri=f"{claim.iri}{i}", subject=iri) for i, iri in enumerate(others))
    crowded = replace(reading, things={**reading.things, **others}, claims=claims)
    graph = overview(crowded, facts(crowded))
    assert set(graph) == {claim.object, *others}
    assert graph.number_of_edges() == len(others)


@checked(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=80), st.randoms())
def test_a_layout_places_every_node_apart_from_the_others(
    n: int, pairs: list[tuple[int, int]], order: random.Random
) -> None:
    nodes = list(range(n))
    edges = sorted({(min(a, b) % n, max(a, b) % n) for a, b in pairs if a % n != b % n})
    keys = {node: f"key-{node}" for node in nodes}

    def lay(nodes: list[int], edges: list[tuple[int, int]]) -> dict[int, tuple[int, int]]:
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)
        return layout(graph, dict.fromkeys(nodes, 10.0), keys)

    spots = lay(nodes, edges)
    assert set(spots) == set(nodes)
    assert all((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 > 20**2 for a, b in combinations(spots.values(), 2))
    order.shuffle(nodes)
    order.shuffle(edges)
    assert lay(nodes, edges) == spots


def test_communities_are_what_holds_together_and_what_stands_between_is_told() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for circle in ("abcd", "efg"):
        graph.add_edges_from(combinations(circle, 2))
    graph.add_edge("d", "e")
    graph.add_edge("y", "z")
    found = communities(graph)
    assert ["".join(sorted(n for n in found if found[n] == i)) for i in range(3)] == ["abcd", "efg", "yz"]
    graph.add_edges_from(("town", node) for node in "aegz")
    apart = communities(graph, {"town"})
    assert {node: apart[node] for node in found} == found
    assert list(apart.values()).count(apart["town"]) == 1
    graph.remove_node("town")
    between = betweenness(graph)
    assert sorted(between, key=lambda node: -between[node])[:2] == ["d", "e"]
    assert between["a"] == between["y"] == 0
    assert (communities(nx.Graph()), betweenness(nx.Graph())) == ({}, {})


def test_every_class_is_drawn_in_one_way() -> None:
    drawn = [cls for row in style().values() for cls in row["classes"]]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(CLASSES) - {"Membership", "Digest", "Claim", "Evidence", "Decision"}
    assert len({(row["shape"], row["light"]) for row in style().values()}) == len(style())


def test_every_language_says_everything() -> None:
    assert set(texts()) == set(wording.LANGS)
    for lang, words in texts().items():
        empty = [key for key, text in words.items() if not text]
        assert not empty, lang
