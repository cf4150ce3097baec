"""What moves the nodes of a layout, over arrays of them, the same to the last bit on every machine.

Numpy's own choices would not be: the order in which it sums depends on the processor, and so does BLAS. Along axis 0 it
adds whole rows in order, and bincount goes from the first to the last; nothing else here sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
_Places: TypeAlias = NDArray[np.intp]

GAP: Final = 22.0
"""Least free distance between two nodes, in the drawing's units."""
_PUSH: Final = 900.0
"""Repulsion of two nodes of mass 1 at distance 1, beside the pull of an edge of weight 1."""
_EXACT: Final = 400
"""Up to how many nodes each repels each; beyond, it feels those who are not near through a grid."""
_CELLS: Final = 48
"""Corners of that grid on a side."""
_ROWS: Final = 512
"""How many targets to compute at once, which bounds memory."""


@dataclass(frozen=True, slots=True)
class Springs:
    """The edges between n nodes, given by number.

    Attributes:
        ends: both nodes of each edge, shape (edges, 2).
        pull: weight of each edge.
        mass: of each node, its degree and 1.
    """

    ends: _Places
    pull: Floats
    mass: Floats


def attraction(spots: Floats, springs: Springs) -> Floats:
    """Give the force on each node by its edges: weight times distance."""
    return surroundings(spots, springs) - strength(springs)[:, None] * spots


def surroundings(spots: Floats, springs: Springs) -> Floats:
    """Give the sum of the places of each node's neighbours, times the edges' weights."""
    (a, b), n = springs.ends.T, len(spots)
    return np.column_stack(
        [
            np.bincount(a, springs.pull * spots[b, axis], n) + np.bincount(b, springs.pull * spots[a, axis], n)
            for axis in (0, 1)
        ]
    )


def strength(springs: Springs) -> Floats:
    """Give the sum of the weights of each node's edges."""
    (a, b), n = springs.ends.T, len(springs.mass)
    pull: Floats = np.bincount(a, springs.pull, n).astype(np.float64) + np.bincount(b, springs.pull, n)
    return pull


def repulsion(spots: Floats, mass: Floats) -> Floats:
    """Give the force on each node by all others: both masses, divided by distance."""
    if len(spots) <= _EXACT:
        return _PUSH * mass[:, None] * _field(spots, spots, mass, 1.0)
    low = spots.min(axis=0)
    side = float((spots.max(axis=0) - low).max()) / (_CELLS - 1) + 1e-9
    far = _by_grid((spots - low) / side, mass, side)
    return _PUSH * (mass[:, None] * far + _nearby(spots, mass, side))


def _field(at: Floats, sources: Floats, mass: Floats, blur: float) -> Floats:
    field = np.empty_like(at)
    for start in range(0, len(at), _ROWS):
        some = slice(start, start + _ROWS)
        dx = at[some, 0][None, :] - sources[:, 0][:, None]
        dy = at[some, 1][None, :] - sources[:, 1][:, None]
        push = dx * dx
        push += dy * dy
        push += blur
        np.divide(mass[:, None], push, out=push)
        field[some, 0] = np.multiply(push, dx, out=dx).sum(axis=0)
        field[some, 1] = np.multiply(push, dy, out=dy).sum(axis=0)
    return field


def _by_grid(units: Floats, mass: Floats, side: float) -> Floats:
    """The field that nodes feel when their masses are shared out to the corners of their cells, and blurred by a cell.

    Shares change gradually as a node moves, and so does the field: no force jumps at the border of a cell.
    """
    cell = np.minimum(units.astype(np.intp), _CELLS - 2)
    part = units - cell
    corners = [
        (
            (part[:, 0] if right else 1.0 - part[:, 0]) * (part[:, 1] if down else 1.0 - part[:, 1]),
            cell + np.array([right, down]),
        )
        for down in (0, 1)
        for right in (0, 1)
    ]
    numbers = [corner[:, 1] * _CELLS + corner[:, 0] for _, corner in corners]
    held = np.zeros(_CELLS * _CELLS)
    for (share, _), number in zip(corners, numbers, strict=True):
        held += np.bincount(number, mass * share, len(held))
    used = np.flatnonzero(held)
    places = np.column_stack([used % _CELLS, used // _CELLS]).astype(np.float64) * side
    field = np.zeros((len(held), 2))
    field[used] = _field(places, places, held[used], side * side)
    felt = np.zeros_like(units)
    for (share, _), number in zip(corners, numbers, strict=True):
        felt += share[:, None] * field[number]
    return felt


def _nearby(spots: Floats, mass: Floats, side: float) -> Floats:
    """What the grid blurs away between nodes that are within a cell's side of each other."""
    a, b, dx, dy, square = _pairs(spots, side)
    push = mass[a] * mass[b] * (1.0 / (square + 1.0) - 1.0 / (square + side * side))
    return _opposed(a, b, push * dx, push * dy, len(spots))


def overlap(spots: Floats, sizes: Floats) -> Floats:
    """Give a move for each node that lessens how far it and its neighbours are into each other's circles and gaps."""
    a, b, dx, dy, square = _pairs(spots, 2.0 * float(sizes.max()) + GAP)
    distance = np.sqrt(square) + 1e-9
    share = np.maximum(sizes[a] + sizes[b] + GAP - distance, 0.0) / (2.0 * distance)
    return capped(_opposed(a, b, share * dx, share * dy, len(spots)), 20.0)


def _opposed(a: _Places, b: _Places, dx: Floats, dy: Floats, n: int) -> Floats:
    return np.column_stack([np.bincount(a, along, n) - np.bincount(b, along, n) for along in (dx, dy)])


def _pairs(spots: Floats, reach: float) -> tuple[_Places, _Places, Floats, Floats, Floats]:
    """All pairs within reach of each other: both numbers, how far the first is to the right and below, the square."""
    cell = ((spots - spots.min(axis=0)) / reach).astype(np.intp) + 1
    columns = int(cell[:, 0].max()) + 2
    number = cell[:, 1] * columns + cell[:, 0]
    order = np.argsort(number, kind="stable")
    sorted_ = number[order]
    first = np.concatenate([[0], np.cumsum(np.bincount(sorted_, minlength=int(sorted_[-1]) + columns + 2))])
    place = np.arange(len(order))
    found: list[tuple[_Places, _Places]] = []
    # Each with those behind it in its own cell, and with those in the cells to the right and in the row below.
    for offset in (0, 1, columns - 1, columns, columns + 1):
        begin = first[sorted_ + offset] if offset else place + 1
        count = first[sorted_ + offset + 1] - begin
        one = np.repeat(place, count)
        other = np.arange(len(one)) - np.repeat(np.cumsum(count) - count - begin, count)
        found.append((order[one], order[other]))
    a, b = (np.concatenate(ends) for ends in zip(*found, strict=True))
    dx, dy = (spots[a, axis] - spots[b, axis] for axis in (0, 1))
    square = dx * dx + dy * dy
    near = square < reach * reach
    return a[near], b[near], dx[near], dy[near], square[near]


def capped(vectors: Floats, limit: float) -> Floats:
    """Give vectors of which none is longer than a limit."""
    short: Floats = vectors * np.minimum(1.0, limit / (length(vectors) + 1e-9))[:, None]
    return short


def length(vectors: Floats) -> Floats:
    """Give how long each vector is."""
    long: Floats = np.sqrt(vectors[:, 0] * vectors[:, 0] + vectors[:, 1] * vectors[:, 1])
    return long


def total(values: Floats) -> float:
    """Give the sum of some numbers, added from the first to the last."""
    return float(np.bincount(np.zeros(len(values), dtype=np.intp), values)[0])
