"""Names as paths through their words, and the choice among names that overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `start` up to `end` spell a name.

    Attributes:
        entries: ids of those that it names.
        own: ids of those that it names in their own documents.
        again: ids of those that it names where the text has named them in full; where all three are empty, it only
            keeps others away.
    """

    start: int
    end: int
    entries: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    again: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Ids of all that it may name."""
        return tuple(sorted({*self.entries, *self.own, *self.again}))


class Force(Enum):
    """Where a name means its bearer: everywhere, in the bearer's own documents, or behind its full name."""

    EVERYWHERE = "entries"
    OWN = "own"
    AGAIN = "again"


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    final: bool = False
    bearers: set[tuple[Force, str]] = field(default_factory=set)


class Trie:
    """Names found in texts whose words may each have several keys."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, keys: Sequence[str], entry: str | None = None, force: Force = Force.EVERYWHERE) -> None:
        """Add a name by the keys of its words; with no entry what only looks like one."""
        node = self._root
        for key in keys:
            node = node.following.setdefault(key, _Node())
        node.final = True
        if entry is not None:
            node.bearers.add((force, entry))

    def hits(self, words: Sequence[Sequence[str]]) -> Iterator[Hit]:
        """Give every name that stands in the words, given as the keys that each may have, by its beginning and end."""
        root = self._root.following
        for start, keys in enumerate(words):
            nodes = [root[key] for key in keys if key in root]
            end = start
            while nodes:
                end += 1
                if any(node.final for node in nodes):
                    bearers = {bearer for node in nodes for bearer in node.bearers}
                    yield Hit(start, end, *(_with(force, bearers) for force in Force))
                if end == len(words):
                    break
                nodes = [node.following[key] for node in nodes for key in words[end] if key in node.following]


def _with(force: Force, bearers: set[tuple[Force, str]]) -> tuple[str, ...]:
    return tuple(sorted(entry for own, entry in bearers if own is force))


def cover(hits: Iterable[Hit]) -> list[Hit]:
    """Give the names that do not overlap and together say most: a long one counts more than several short ones.

    >>> cover([Hit(1, 3, ("place/tongjiang",)), Hit(2, 8, ("organization/std-jiangsu",))])
    [Hit(start=2, end=8, entries=('organization/std-jiangsu',), own=(), again=())]
    """
    chosen: list[Hit] = []
    group: list[Hit] = []
    reach = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        if hit.start >= reach:
            chosen += _best(group)
            group = []
        group.append(hit)
        reach = max(reach, hit.end)
    return chosen + _best(group)


def _best(group: Sequence[Hit]) -> list[Hit]:
    if len(group) < 2:
        return list(group)
    ending: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in group:
        ending[hit.end].append(hit)
    positions = sorted({hit.start for hit in group} | ending.keys())
    # the most that can be said up to a position, and the name that ends there if one does
    worth = {positions[0]: 0}
    last: dict[int, Hit | None] = {}
    for previous, position in pairwise(positions):
        worth[position], last[position] = worth[previous], None
        for hit in ending[position]:
            if (said := worth[hit.start] + (hit.end - hit.start) ** 2) > worth[position]:
                worth[position], last[position] = said, hit
    chosen: list[Hit] = []
    before = {position: previous for previous, position in pairwise(positions)}
    position = positions[-1]
    while position != positions[0]:
        taken = last[position]
        if taken is not None:
            chosen.append(taken)
        position = taken.start if taken is not None else before[position]
    return chosen[::-1]
