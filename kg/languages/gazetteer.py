"""Finding the registry's names in running text: a trie over token keys, longest name first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Key = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` up to `end` spell a name of these entries."""

    start: int
    end: int
    entries: tuple[str, ...]


class _Node:
    """A place in the trie: the names that end here, and the words that go on."""

    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.entries: tuple[str, ...] = ()
        self.next: dict[str, _Node] = {}


class Gazetteer:
    """Names, each for one or more entries, found in token sequences in one pass.

    A token's key decides what counts as the same word: its lower case, its stem, or itself.
    """

    __slots__ = ("_key", "_root")

    def __init__(self, key: Key) -> None:
        self._key = key
        self._root = _Node()

    def add(self, words: Sequence[str], entry: str) -> None:
        """Add one name, already cut into words."""
        node = self._root
        for word in words:
            node = node.next.setdefault(self._key(word), _Node())
        if entry not in node.entries:
            node.entries = tuple(sorted((*node.entries, entry)))

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """Give the names in a text, leftmost and longest, not overlapping."""
        keys = [self._key(word) for word in words]
        position, count = 0, len(keys)
        root = self._root
        while position < count:
            node = root.next.get(keys[position])
            if node is None or not keys[position]:
                position += 1
                continue
            best: Hit | None = None
            ahead = position + 1
            while True:
                if node.entries:
                    best = Hit(position, ahead, node.entries)
                if ahead >= count or not keys[ahead] or (node := node.next.get(keys[ahead])) is None:
                    break
                ahead += 1
            if best is None:
                position += 1
            else:
                yield best
                position = best.end


def build(names: Iterable[tuple[str, str]], key: Key, cut: Callable[[str], Sequence[str]]) -> Gazetteer:
    """Give a gazetteer of (name, entry id) pairs; `cut` must cut as the text's tokenizer does."""
    gazetteer = Gazetteer(key)
    for name, entry in names:
        if words := cut(name):
            gazetteer.add(words, entry)
    return gazetteer
