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


class Gazetteer:
    """Names, each for one or more entries, found in token sequences in one pass.

    A token's key decides what counts as the same word: its lower case, its stem, or itself.
    """

    __slots__ = ("_key", "_root")

    def __init__(self, key: Key) -> None:
        self._key = key
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]

    def add(self, words: Sequence[str], entry: str) -> None:
        """Add one name, already cut into words."""
        node = self._root
        for word in words:
            node = node.setdefault(self._key(word), {})
        owners: tuple[str, ...] = node.get("", ())
        if entry not in owners:
            node[""] = tuple(sorted((*owners, entry)))  # type: ignore[assignment]

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """Give the names in a text, leftmost and longest, not overlapping."""
        keys = [self._key(word) for word in words]
        position, count = 0, len(keys)
        root = self._root
        while position < count:
            node = root.get(keys[position])
            if node is None or not keys[position]:
                position += 1
                continue
            best: Hit | None = None
            ahead = position + 1
            while True:
                if owners := node.get(""):
                    best = Hit(position, ahead, owners)
                if ahead >= count or not keys[ahead] or (node := node.get(keys[ahead])) is None:
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
