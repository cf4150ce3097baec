"""Where the nodes of a drawing stand, computed once so that the page stands still at once.

A force-directed layout after ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679): repulsion grows with
the degrees of both nodes, attraction with distance, and a falling limit on steps takes the place of its adaptive speed.

Such a layout ends up anywhere, so that one node more would turn the drawing over. Here each node has a home instead,
which moves little when the graph grows: it is drawn out of the node's key, then averaged with those of its neighbours,
theirs and so on, and what all have in common is taken away, as in a spectral layout. The nodes start at home, and in
place of gravity each is drawn back to its own.

Why not networkx' own: forceatlas2_layout compares all pairs in every step (with 3,000 nodes it takes some 35 times as
long and five times the memory), spring_layout needs SciPy, neither keeps nodes or components apart. All arithmetic is
defined to the last bit by IEEE 754 and done in a fixed order (see forces.py): a simulation blows up the smallest
difference, and the page must be the same on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Mapping
from typing import Final, TypeVar

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.views.network import forces
from kg.views.network.forces import Floats, Springs

N = TypeVar("N", bound=Hashable)

_STEPS: Final = 150
_FEW: Final = 60
"""Steps for a small component."""
_SMALL: Final = 12
"""Up to how many nodes a component is small: it has no shape that homes could be averaged to."""
_LIMIT: Final = 0.1
"""How far a node goes at most in the first step, beside how far nodes are from the middle; nothing in the last."""
_HOMESICK: Final = 0.12
"""How strongly home pulls beside an edge of weight 1."""
_LOYAL: Final = 0.02
"""Share of its own draw that each averaging leaves a node: the less, the wider the surroundings that decide."""
_ROUNDS: Final = 80
"""How often homes are averaged."""
_ROOM: Final = 66.0
"""Width of the square that each node of a component has for itself on average."""
_OVERLAPS: Final = 80
"""How often overlapping nodes are pushed apart at most."""
_SHAPE: Final = np.array([1.3, 1.0])
"""Width and height of the whole drawing: screens are wide."""
_FAITH: Final = 0.35
"""What another direction must save, as a share, for a small component to stand there instead of where it stood."""


def layout(graph: nx.Graph[N], radii: Mapping[N, float], keys: Mapping[N, str]) -> dict[N, tuple[int, int]]:
    """Give whole coordinates for each node, x to the right and y down; those of the largest component average (0, 0).

    The other components stand around it, each as near as it fits in one of the directions that it has by its keys.

    Args:
        graph: undirected; an edge's `weight` (default 1) is how strongly it pulls.
        radii: half the width of each node as it is drawn.
        keys: what a node's home is drawn from: the same key keeps it near the same place when the graph has grown.
    """
    parts = sorted(
        (sorted(part, key=lambda node: keys[node]) for part in nx.connected_components(graph)),
        key=lambda part: (-len(part), keys[part[0]]),
    )
    placed: dict[N, tuple[int, int]] = {}
    taken = np.empty((0, 3))
    largest = 0
    for part in parts:
        draws = np.array([_draw(keys[node]) for node in part])
        sizes = np.array([radii[node] for node in part], dtype=np.float64)
        spots = _component(graph, part, draws, sizes)
        if largest:
            spots -= (spots.min(axis=0) + spots.max(axis=0)) / 2.0
            reach = float((forces.length(spots) + sizes).max())
            middle = _free_place(draws.sum(axis=0), reach + 2.0 * forces.GAP, taken, largest)
            spots += middle
            taken = np.concatenate([taken, [[*middle, reach]]])
        else:
            spots -= spots.sum(axis=0) / len(spots)
            taken, largest = np.column_stack([spots, sizes]), len(part)
        placed.update({node: (round(float(x)), round(float(y))) for node, (x, y) in zip(part, spots, strict=True)})
    return placed


def _component(graph: nx.Graph[N], part: list[N], draws: Floats, sizes: Floats) -> Floats:
    n = len(part)
    if n == 1:
        return np.zeros((1, 2))
    springs = _springs(graph, part)
    width = _ROOM * float(np.sqrt(n)) / 2.0
    home = draws * width if n <= _SMALL else _homes(springs, draws) * width
    spots = home
    steps = _FEW if n <= _SMALL else _STEPS
    for step in range(steps):
        force = forces.repulsion(spots, springs.mass) + forces.attraction(spots, springs)
        wish = force / springs.mass[:, None] - _HOMESICK * (spots - home)
        spots = spots + forces.capped(wish, _LIMIT * width * (1.0 - step / steps))
    spots = spots * (width / _spread(spots))
    for _ in range(_OVERLAPS):
        move = forces.overlap(spots, sizes)
        if not move.any():
            break
        spots = spots + move
    return spots


def _springs(graph: nx.Graph[N], part: Iterable[N]) -> Springs:
    index = {node: i for i, node in enumerate(part)}
    edges = sorted(
        (*sorted((index[a], index[b])), float(d.get("weight", 1))) for a, b, d in graph.edges(index, data=True)
    )
    ends: NDArray[np.intp] = np.array([(a, b) for a, b, _ in edges], dtype=np.intp)
    pull = np.array([w for *_, w in edges], dtype=np.float64)
    return Springs(ends, pull, 1.0 + np.bincount(ends.ravel(), minlength=len(index)).astype(np.float64))


def _homes(springs: Springs, draws: Floats) -> Floats:
    """The draws as seen from afar: two axes that are uncorrelated over the edges' ends, and 1 wide on average."""
    weight = forces.strength(springs)
    spots = draws
    for _ in range(_ROUNDS):
        around = forces.surroundings(spots, springs) / weight[:, None]
        spots = (1.0 - _LOYAL) / 2.0 * (spots + around) + _LOYAL * draws
    share = weight[:, None] / forces.total(weight)
    spots = spots - (share * spots).sum(axis=0)
    x, y = spots.T
    (xx, xy) = (share * np.column_stack([x * x, x * y])).sum(axis=0)
    y = y - x * (xy / xx)
    (yy, _) = (share * np.column_stack([y * y, y])).sum(axis=0)
    return np.column_stack([x / np.sqrt(xx), y / np.sqrt(yy)])


def _spread(spots: Floats) -> float:
    middle = spots.sum(axis=0) / len(spots)
    return float(np.sqrt(float(((spots - middle) ** 2).sum(axis=0).sum()) / len(spots)))


def _draw(key: str) -> tuple[float, float]:
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return tuple(int.from_bytes(digest[i : i + 4], "big") / 2**31 - 1.0 for i in (0, 4))  # type: ignore[return-value]


def _free_place(draw: Floats, reach: float, taken: Floats, largest: int) -> Floats:
    """The place nearest to the middle, in one of some directions, where a circle meets none that is taken.

    Args:
        taken: x, y and radius of circles; the first `largest` are nodes of the largest component.
    """
    x, y = draw
    turns = ((x, y), (-y, x), (-x, -y), (y, -x), (x - y, x + y), (-x - y, x - y), (y - x, -x - y), (x + y, y - x))
    ways = np.array(turns) * _SHAPE
    ways = ways / (forces.length(ways) + 1e-9)[:, None]
    places = np.array([way * _free_distance(way, reach, taken, largest) for way in ways])
    cost = forces.length(places / _SHAPE) * (1.0 + _FAITH * np.arange(len(ways)))
    nearest: Floats = places[np.argmin(cost)]
    return nearest


def _free_distance(way: Floats, reach: float, taken: Floats, largest: int) -> float:
    """How far to go from the middle until beyond the largest component and out of the reach of all others."""
    along = taken[:, 0] * way[0] + taken[:, 1] * way[1]
    aside = taken[:, 0] * way[1] - taken[:, 1] * way[0]
    room = taken[:, 2] + reach
    half = np.sqrt(np.maximum(room * room - aside * aside, 0.0))
    blocks = half > 0.0
    far = float(np.where(blocks, along + half, 0.0)[:largest].max(initial=0.0))
    others = blocks[largest:]
    spans = zip((along - half)[largest:][others].tolist(), (along + half)[largest:][others].tolist(), strict=True)
    for begin, end in sorted(spans):
        if begin >= far:
            break
        far = max(far, end)
    return far
