"""Where the nodes of a drawing stand, computed once so that the page stands still at once.

A force-directed layout after ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679): repulsion grows with
the degrees of both nodes, attraction with distance, and a falling limit on steps takes the place of its adaptive speed.
Why not networkx' own: forceatlas2_layout compares all pairs in every step (with 3,000 nodes it takes some 35 times as
long and five times the memory), spring_layout needs SciPy, neither keeps nodes or components apart.
All arithmetic here is defined to the last bit by IEEE 754 and done in a fixed order, without BLAS: a force simulation
blows up the smallest difference, and the page must be the same on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from typing import Final, TypeVar

import networkx as nx
import numpy as np
from numpy.typing import NDArray

N = TypeVar("N", bound=Hashable)
_Floats = NDArray[np.float64]

_STEPS: Final = 300
_WORK: Final = 2e8
"""How many pairs of nodes to look at in all: large graphs get fewer steps."""
_ROWS: Final = 1024
"""How many nodes to compute at once, which bounds memory."""
_EXACT: Final = 1500
"""Up to how many nodes each repels each; beyond, it is repelled by the cells of a grid."""
_CELLS: Final = 28
"""Cells of that grid on a side."""
_GAP: Final = 22.0
"""Least free distance between two nodes, in the drawing's units."""
_PUSH: Final = 900.0
"""Repulsion of two nodes of mass 1 at distance 1, beside the pull of an edge of weight 1."""
_ROOM: Final = 66.0
"""Width of the square that each node of a component has for itself on average."""
_GRAVITY: Final = 0.12
"""How strongly, beside an edge of weight 1, the middle pulls: it keeps long chains within the picture."""
_WIDE: Final = 1.3
"""Width to height of the whole drawing: screens are wide."""


def layout(graph: nx.Graph[N], radii: Mapping[N, float], keys: Mapping[N, str]) -> dict[N, tuple[int, int]]:
    """Give whole coordinates for each node, the drawing's middle at (0, 0), x to the right and y down.

    Args:
        graph: undirected; an edge's `weight` (default 1) is how strongly it pulls.
        radii: half the width of each node as it is drawn.
        keys: what each node starts from, so that it starts from the same place when the graph has grown.
    """
    parts = sorted(
        (sorted(part, key=lambda node: keys[node]) for part in nx.connected_components(graph)),
        key=lambda part: (-len(part), keys[part[0]]),
    )
    placed: dict[N, tuple[float, float]] = {}
    taken = np.empty((0, 3))
    for part in parts:
        sizes = np.array([radii[node] for node in part], dtype=np.float64)
        spots = _component(graph, part, sizes, keys)
        spots = spots + _free_place(spots, sizes, taken)
        taken = np.concatenate([taken, np.column_stack([spots, sizes])])
        placed.update({node: (float(x), float(y)) for node, (x, y) in zip(part, spots, strict=True)})
    return _centred(placed)


def _component(graph: nx.Graph[N], part: list[N], sizes: _Floats, keys: Mapping[N, str]) -> _Floats:
    n = len(part)
    if n == 1:
        return np.zeros((1, 2))
    index = {node: i for i, node in enumerate(part)}
    edges = sorted(
        (*sorted((index[a], index[b])), float(d.get("weight", 1))) for a, b, d in graph.edges(part, data=True)
    )
    ends = np.array([(a, b) for a, b, _ in edges], dtype=np.intp)
    pull = np.array([w for *_, w in edges], dtype=np.float64)
    mass = 1.0 + np.bincount(ends.ravel(), minlength=n).astype(np.float64)
    spots = np.array([_start(keys[node]) for node in part]) * (40.0 * float(np.sqrt(n)))
    steps = max(60, min(_STEPS, int(_WORK / (n * min(n, _CELLS**2)))))
    for step in range(steps):
        force = _repulsion(spots, mass) + _attraction(spots, ends, pull, n) - _GRAVITY * mass[:, None] * spots
        limit = 60.0 * (1.0 - step / steps) ** 2 + 0.5
        spots = spots + _capped(force / mass[:, None], limit)
    spots = spots * (_ROOM * float(np.sqrt(n)) / (2.0 * _spread(spots)))
    for _ in range(80):
        spots = spots + _overlap(spots, sizes)
    return spots


def _spread(spots: _Floats) -> float:
    # Summed along axis 0, one node after another; a mean over all would add in an order of numpy's choice.
    middle = spots.sum(axis=0) / len(spots)
    return float(np.sqrt(float(((spots - middle) ** 2).sum(axis=0).sum()) / len(spots)))


def _start(key: str) -> tuple[float, float]:
    digest = hashlib.sha256(key.encode()).digest()
    return tuple(int.from_bytes(digest[i : i + 4], "big") / 2**31 - 1.0 for i in (0, 4))  # type: ignore[return-value]


def _repulsion(spots: _Floats, mass: _Floats) -> _Floats:
    bodies, weights, blur = (spots, mass, 1.0) if len(spots) <= _EXACT else _clouds(spots, mass)
    force = np.empty_like(spots)
    for start in range(0, len(spots), _ROWS):
        some = slice(start, start + _ROWS)
        dx = spots[some, 0][None, :] - bodies[:, 0][:, None]
        dy = spots[some, 1][None, :] - bodies[:, 1][:, None]
        push = dx * dx
        push += dy * dy
        push += blur
        np.divide(_PUSH * weights[:, None] * mass[some][None, :], push, out=push)
        # Along axis 0 numpy adds whole rows in order, whatever the processor.
        force[some, 0] = np.multiply(push, dx, out=dx).sum(axis=0)
        force[some, 1] = np.multiply(push, dy, out=dy).sum(axis=0)
    return force


def _clouds(spots: _Floats, mass: _Floats) -> tuple[_Floats, _Floats, float]:
    """The nodes of each cell of a grid as one body in their centre of mass, and how blurred that is."""
    low = spots.min(axis=0)
    side = float((spots.max(axis=0) - low).max()) / _CELLS + 1e-9
    column, row = ((spots - low) / side).astype(np.intp).T
    cell = np.minimum(row, _CELLS - 1) * _CELLS + np.minimum(column, _CELLS - 1)
    _, cell = np.unique(cell, return_inverse=True)
    weights: _Floats = np.bincount(cell, mass).astype(np.float64)
    bodies = np.column_stack([np.bincount(cell, mass * spots[:, axis]) / weights for axis in (0, 1)])
    return bodies, weights, side * side / 4.0


def _attraction(spots: _Floats, ends: NDArray[np.intp], pull: _Floats, n: int) -> _Floats:
    a, b = ends[:, 0], ends[:, 1]
    force = np.zeros((n, 2))
    for axis in (0, 1):
        along = pull * (spots[b, axis] - spots[a, axis])
        force[:, axis] = np.bincount(a, along, n) - np.bincount(b, along, n)
    return force


def _overlap(spots: _Floats, sizes: _Floats) -> _Floats:
    order = np.lexsort((spots[:, 1], spots[:, 0]))
    x, y, r = spots[order, 0], spots[order, 1], sizes[order]
    reach = 2.0 * float(sizes.max()) + _GAP
    move = np.zeros_like(spots)
    # Each node with the next one to the right, with the second next, and so on until none is near enough any more.
    for k in range(1, len(spots)):
        dx, dy = x[k:] - x[:-k], y[k:] - y[:-k]
        if float(dx.min()) > reach:
            break
        distance = np.sqrt(dx * dx + dy * dy) + 1e-9
        share = np.maximum(r[k:] + r[:-k] + _GAP - distance, 0.0) / (2.0 * distance)
        for axis, along in ((0, share * dx), (1, share * dy)):
            move[order[k:], axis] += along
            move[order[:-k], axis] -= along
    return _capped(move, 20.0)


def _capped(vectors: _Floats, limit: float) -> _Floats:
    capped: _Floats = vectors * np.minimum(1.0, limit / (_length(vectors) + 1e-9))[:, None]
    return capped


def _length(vectors: _Floats) -> _Floats:
    length: _Floats = np.sqrt(vectors[:, 0] * vectors[:, 0] + vectors[:, 1] * vectors[:, 1])
    return length


def _free_place(spots: _Floats, sizes: _Floats, taken: _Floats) -> _Floats:
    """The shift that brings a component next to what stands already, as near to the middle as it fits."""
    shift: _Floats = (spots.min(axis=0) + spots.max(axis=0)) / -2.0
    if len(taken):
        reach = float((_length(spots + shift) + sizes).max()) + 2.0 * _GAP
        shift = shift + _nearest_gap(reach, taken)
    return shift


def _nearest_gap(reach: float, taken: _Floats) -> _Floats:
    extent = float(_length(taken[:, :2]).max()) + 2.0 * reach
    step = max(reach / 2.0, extent / 60.0)
    ticks = np.arange(-int(extent * _WIDE / step) - 1, int(extent * _WIDE / step) + 2) * step
    grid = np.column_stack([np.tile(ticks, len(ticks)), np.repeat(ticks, len(ticks))])
    order = np.argsort((grid[:, 0] / _WIDE) ** 2 + grid[:, 1] ** 2, kind="stable")
    free = (spot for spot in grid[order] if bool((_length(taken[:, :2] - spot) > taken[:, 2] + reach).all()))
    return next(free)


def _centred(placed: Mapping[N, tuple[float, float]]) -> dict[N, tuple[int, int]]:
    if not placed:
        return {}
    xs, ys = zip(*placed.values(), strict=True)
    mx, my = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {node: (round(x - mx), round(y - my)) for node, (x, y) in placed.items()}
