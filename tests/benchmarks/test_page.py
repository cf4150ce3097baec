"""Made-up networks for the page's benchmark, and the table that it prints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import mean

import networkx as nx
import pytest

from benchmarks.page import pages
from benchmarks.page.__main__ import Row, _line, _measured, _missed, _ratios
from benchmarks.page.readings import reading
from kg.schema import PROPERTIES
from kg.views.network.graph import facts, whole


@pytest.mark.parametrize("nodes", [100, 1000])
def test_made_up_networks_have_the_size_and_shape_asked_for(nodes: int) -> None:
    made = reading(nodes)
    graph = whole(facts(made))
    assert set(graph) == set(made.things)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (nodes, 3 * nodes)
    largest = max(nx.connected_components(graph), key=len)
    assert 0.8 < len(largest) / nodes < 0.9
    classes = Counter(thing.cls for thing in made.things.values())
    assert classes.most_common(2)[0][0] == "Person"
    assert classes.most_common(2)[1][0] == "University"
    degrees = sorted(degree for _, degree in graph.degree())
    assert degrees[-1] > 6 * mean(degrees)
    assert {claim.property for claim in made.claims} <= set(PROPERTIES)
    assert all(made.digests[q.digest] for claim in made.claims for q in claim.quotations)
    assert {name.lang for thing in made.things.values() for name in thing.names} >= {"en", "ru", "zh"}


def test_the_same_seed_makes_the_same_network() -> None:
    assert reading(100) == reading(100)
    assert reading(100) != reading(100, seed=1)
    assert whole(facts(reading(100, 150))).number_of_edges() == 150


OURS = Row("10,000 nodes", "ours", 15.7, {"painted": 2.0, "interactive": 2.5, "click": 60.0, "frames": 40.0})
CORPUS = Row("data/digests", "ours", 0.8, {"painted": 0.3, "interactive": 0.4, "click": 60.0, "frames": 40.0})
LATE = Row("10,000 nodes", "plain pyvis", 5.0, {})
SLOW = Row("10,000 nodes", "plain pyvis", 5.0, {"painted": 20.0, "interactive": 24.0, "click": 90.0, "frames": 1.0})


def test_the_table_says_what_was_not_reached() -> None:
    assert _line(LATE).count("not within 90 s") == 2
    assert "> 45" in _ratios(OURS, LATE)
    assert "> 36" in _ratios(OURS, LATE)
    assert _line(SLOW).split()[-4:] == ["20.00", "24.00", "90", "1.0"]
    assert _ratios(OURS, SLOW).split()[-4:] == ["10.0", "9.6", "1.5", "0.0"]


def test_the_bar_is_checked() -> None:
    assert _missed([CORPUS, OURS, LATE]) == []
    assert _missed([CORPUS, OURS]) == []
    assert _missed([CORPUS, OURS, SLOW]) == ["10 times sooner than pyvis"]
    unready = Row("10,000 nodes", "ours", 15.7, {"painted": 2.0})
    assert len(_missed([Row("data/digests", "ours", 6.0, {"painted": 1.6}), unready, LATE])) == 5


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["ours", "stock"])
def test_a_page_is_measured_in_a_browser(chromium: str, tmp_path: Path, kind: str) -> None:
    made = reading(40)
    path = tmp_path / "page.html"
    path.write_text(pages.ours(made) if kind == "ours" else pages.stock(made), encoding="utf-8")
    found = _measured(path, kind, len(whole(facts(made))), "")
    assert found.keys() == {"painted", "interactive", "frames", "click"}
    assert 0 < found["painted"] <= found["interactive"]
    assert min(found.values()) > 0
