from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.page.readings import reading
from kg.views.network import forces
from kg.views.network.graph import Fact, facts, whole
from kg.views.network.layout import layout

Spots = dict[str, tuple[int, int]]


def _laid(graph: nx.Graph[str], prefix: str = "") -> Spots:
    return layout(graph, dict.fromkeys(graph, 9.0), {node: prefix + node for node in graph})


@pytest.fixture(scope="module")
def stated() -> tuple[Fact, ...]:
    return facts(reading(300, 500))


def _moved(one: Spots, other: Spots) -> np.ndarray:
    """How far nodes moved, as shares of the drawing's diagonal."""
    spots = np.array(list(one.values()), dtype=float)
    diagonal = np.hypot(*(spots.max(axis=0) - spots.min(axis=0)))
    common = [node for node in one if node in other]
    return np.array([np.hypot(*np.subtract(one[node], other[node])) for node in common]) / diagonal


def test_nodes_stay_near_where_they_were_when_the_graph_grows(stated: tuple[Fact, ...]) -> None:
    before = _laid(whole(tuple(fact for number, fact in enumerate(stated) if number % 20)))
    after = _laid(whole(stated))
    assert len(after) > len(before) * 0.95
    assert np.median(_moved(after, before)) < 0.05
    assert np.quantile(_moved(after, before), 0.9) < 0.2
    # Without keys that stay they would not.
    assert np.median(_moved(after, _laid(whole(stated), "another "))) > 0.2


def test_joined_nodes_stand_near_each_other(stated: tuple[Fact, ...]) -> None:
    graph = whole(stated)
    spots = _laid(graph.subgraph(max(nx.connected_components(graph), key=len)))
    apart = [np.hypot(*np.subtract(spots[a], spots[b])) for a, b in combinations(spots, 2)]
    joined = [np.hypot(*np.subtract(spots[a], spots[b])) for a, b in graph.edges(spots)]
    assert np.mean(joined) < 0.5 * np.mean(apart)


def test_small_components_stand_around_the_largest() -> None:
    largest: nx.Graph[str] = nx.relabel_nodes(nx.random_labeled_tree(80, seed=1), str)
    graph = nx.compose(largest, nx.Graph((f"a{n}", f"b{n}") for n in range(30)))
    graph.add_nodes_from(["alone", "lonely"])
    spots = _laid(graph)
    assert np.allclose(np.mean([spots[node] for node in largest], axis=0), 0, atol=0.6)
    circles = []
    for part in nx.connected_components(graph):
        if not part & set(largest):
            xy = np.array([spots[node] for node in part])
            middle = (xy.min(axis=0) + xy.max(axis=0)) / 2
            circles.append((middle, np.hypot(*(xy - middle).T).max() + 9.0))
    assert len(circles) == 32
    for (one, r), (other, s) in combinations(circles, 2):
        assert np.hypot(*(one - other)) > r + s
    for (middle, r), node in ((circle, node) for circle in circles for node in largest):
        assert np.hypot(*(middle - spots[node])) > r + 9.0
    # Around it, not on one side, and no farther off than need be.
    xs, ys = np.array([middle for middle, _ in circles]).T
    assert min(xs) < 0 < max(xs)
    assert min(ys) < 0 < max(ys)
    edge = max(np.hypot(*spots[node]) for node in largest)
    assert max(np.hypot(xs, ys)) < 2 * edge


@given(
    st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=1, max_size=60), st.integers(5, 200)
)
def test_pairs_are_all_that_are_within_reach(places: list[tuple[int, int]], reach: int) -> None:
    spots = np.array(places, dtype=np.float64)
    a, b, dx, dy, square = forces._pairs(spots, float(reach))
    found = sorted((min(pair), max(pair)) for pair in zip(a.tolist(), b.tolist(), strict=True))
    near = [(i, j) for i, j in combinations(range(len(spots)), 2) if np.hypot(*(spots[i] - spots[j])) < reach]
    assert found == near
    assert np.array_equal(spots[a] - spots[b], np.column_stack([dx, dy]))
    assert np.array_equal(square, dx * dx + dy * dy)


def test_the_grid_gives_nearly_the_exact_repulsion() -> None:
    draw = np.random.default_rng(5)
    spots = draw.normal(0, 900, (1500, 2)) * draw.uniform(0.1, 1, (1500, 1))
    mass = draw.integers(1, 40, 1500).astype(np.float64)
    exact = forces._PUSH * mass[:, None] * forces._field(spots, spots, mass, 1.0)
    wrong = np.hypot(*(forces.repulsion(spots, mass) - exact).T) / np.hypot(*exact.T)
    assert np.median(wrong) < 0.1
    assert np.quantile(wrong, 0.9) < 0.25


def test_neither_hash_seeds_nor_the_processor_change_what_the_grid_gives() -> None:
    script = (
        "import networkx as nx; from kg.views.network import forces; from kg.views.network.layout import layout\n"
        "g = nx.relabel_nodes(nx.barabasi_albert_graph(500, 2, seed=3), str)\n"
        "assert len(g) > forces._EXACT\n"
        "print(sorted(layout(g, dict.fromkeys(g, 9.0), {n: n for n in g}).items()))"
    )
    extensions = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    settings = (
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4711", "NPY_DISABLE_CPU_FEATURES": " ".join(extensions)},
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env={**os.environ, **setting})
        for setting in settings
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count(b"'") == 1000
