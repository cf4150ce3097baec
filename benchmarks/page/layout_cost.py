"""What a layout costs, and how far nodes move when the network grows: by three digests, or by a fiftieth of them."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from math import sqrt
from pathlib import Path
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import DIGESTS
from benchmarks.page.readings import reading
from kg.graph.store import Store
from kg.pipeline import build
from kg.views.network.graph import facts, overview, whole
from kg.views.network.layout import layout
from kg.views.reading import Reading, read

LIMIT: Final = 20.0
"""Seconds of processor for the largest."""
TRIALS: Final = 5

Spots = dict[str, tuple[int, int]]
Drawing = Callable[[Reading], "nx.Graph[str]"]


def main(sizes: Sequence[int], check: bool) -> int:
    print("Layout: processor time; how far nodes move when digests are added, as shares of the drawing's diagonal")
    print(f"  {'network':32}{'nodes':>8}{'edges':>8}{'CPU s':>8}{'median':>9}{'one in ten':>12}")
    corpus, parts = _corpus()
    for name, draw in (("data/digests", _whole), ("data/digests, organizations", _overview)):
        _row(f"{name}: 3 digests", corpus, parts, draw)
    worst = 0.0
    for size in sizes:
        made = reading(size)
        worst = max(worst, _row(f"{size:,} nodes: 1 digest in 50", made, [_without(made)], _whole))
    verdict = "within" if worst <= LIMIT else "over"
    print(f"  {worst:.1f} s at most ({verdict} the limit of {LIMIT:g} s)\n", flush=True)
    return int(check and worst > LIMIT)


def _row(name: str, grown: Reading, parts: Sequence[Reading], draw: Drawing) -> float:
    graph = draw(grown)
    begun = time.process_time()
    spots = _spots(graph)
    seconds = time.process_time() - begun
    moved = [_moved(spots, _spots(draw(part))) for part in parts]
    middle, far = (np.mean([np.quantile(shares, share) for shares in moved]) for share in (0.5, 0.9))
    size = f"{graph.number_of_nodes():8,}{graph.number_of_edges():8,}"
    print(f"  {name:32}{size}{seconds:8.1f}{middle:9.1%}{far:12.1%}", flush=True)
    return seconds


def _whole(made: Reading) -> nx.Graph[str]:
    return whole(facts(made))


def _overview(made: Reading) -> nx.Graph[str]:
    return overview(made, facts(made))


def _spots(graph: nx.Graph[str]) -> Spots:
    radii = {iri: min(36.0, 6.0 + 3.0 * sqrt(degree)) for iri, degree in graph.degree()}
    return layout(graph, radii, {iri: iri for iri in graph})


def _moved(grown: Spots, before: Spots) -> NDArray[np.float64]:
    spots = np.array(list(grown.values()), dtype=np.float64)
    diagonal = np.hypot(*(spots.max(axis=0) - spots.min(axis=0)))
    common = [iri for iri in grown if iri in before]
    shares: NDArray[np.float64] = np.array([np.hypot(*np.subtract(grown[i], before[i])) for i in common]) / diagonal
    return shares


def _corpus() -> tuple[Reading, list[Reading]]:
    """The network of all digests, and as often as there are trials that of all but three English ones."""
    paths = sorted(DIGESTS.glob("*.md"))
    english = [path for path in paths if path.name.startswith("en-")]
    gone = [random.Random(trial).sample(english, 3) for trial in range(TRIALS)]
    return _built(paths), [_built([path for path in paths if path not in some]) for some in gone]


def _built(paths: Sequence[Path]) -> Reading:
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as directory:
        texts = Path(directory) / "texts"
        texts.mkdir()
        for path in paths:
            shutil.copy(path, texts)
        build([texts], Path(directory) / "store")
        with Store.open(Path(directory) / "store") as store:
            return read(store)


def _without(made: Reading) -> Reading:
    gone = set(random.Random(1).sample(sorted(made.digests), max(1, len(made.digests) // 50)))
    claims = tuple(claim for claim in made.claims if claim.quotations[0].digest not in gone)
    return Reading(made.things, made.digests, claims)
