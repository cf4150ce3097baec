"""The ways through the parse from one name of a sentence to another.

What joins two names is mostly told by what stands above both in the parse and by the steps down to each (Bunescu and
Mooney 2005, A Shortest Path Dependency Kernel for Relation Extraction). A way is described three times, each time by
less, since the longer a description is, the seldomer is it met twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from spacy.tokens import Doc

_MOST: Final = 7
"""Steps above which two names of a sentence are hardly told of together."""


Heads = Mapping[int, Sequence[int]]
"""Words by the root of their sentence, both as places in the text."""


class DependencyPath(NamedTuple):
    """One way: steps up from the first name, "[what stands above both]", steps down to the second.

    Attributes:
        words: the relation of each step, and the words on the way: "nsubj[visit]dobj:campus>prep:of>pobj".
        verb: the word above both and the relations alone: "nsubj[visit]dobj>prep>pobj".
        shape: relations alone, with what kind of word stands above both: "nsubj[VERB]dobj>prep>pobj".
    """

    words: str
    verb: str
    shape: str


class Parse:
    """A parsed text, asked for ways between its tokens."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._chains: dict[int, list[int]] = {}
        self._said: dict[int, str] = {}

    def heads(self, passages: Iterable[tuple[int, int]]) -> Heads:
        """Give the words that govern passages, each given by its first and last character."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for start, end in passages:
            if span := self._doc.char_span(start, end, alignment_mode="expand"):
                found[self._chain(span.root.i)[-1]].append(span.root.i)
        return found

    def paths(self, heads: Heads, others: Heads) -> Iterator[DependencyPath]:
        """Give the ways from each of some words to each of others in the same sentence."""
        for root in heads.keys() & others.keys():
            for one in heads[root]:
                for other in others[root]:
                    if one != other and (path := self._path(one, other)) is not None:
                        yield path

    def _path(self, one: int, other: int) -> DependencyPath | None:
        up, down = self._chain(one), self._chain(other)
        shared = 1  # from the root on, both chains go the same way
        while shared < min(len(up), len(down)) and up[-shared - 1] == down[-shared - 1]:
            shared += 1
        above, up, down = up[-shared], up[:-shared], down[:-shared][::-1]
        if len(up) + len(down) > _MOST:
            return None
        doc = self._doc
        dep_up, dep_down = [doc[i].dep_ for i in up], [doc[i].dep_ for i in down]
        # the names themselves are not told, nor one that stands above the other
        word_up = [dep if i == one else f"{dep}:{self._word(i)}" for i, dep in zip(up, dep_up, strict=True)]
        word_down = [dep if i == other else f"{dep}:{self._word(i)}" for i, dep in zip(down, dep_down, strict=True)]
        top = "*" if above in (one, other) else self._word(above)
        bare_up, bare_down = "<".join(dep_up), ">".join(dep_down)
        return DependencyPath(
            f"{'<'.join(word_up)}[{top}]{'>'.join(word_down)}",
            f"{bare_up}[{top}]{bare_down}",
            f"{bare_up}[{doc[above].pos_}]{bare_down}",
        )

    def _chain(self, token: int) -> list[int]:
        """Give a token and all that stands above it, up to the root."""
        if token not in self._chains:
            self._chains[token] = [token, *(above.i for above in self._doc[token].ancestors)]
        return self._chains[token]

    def _word(self, token: int) -> str:
        """Give what a token says: the kind of name that it is, or its lemma."""
        if token not in self._said:
            found = self._doc[token]
            self._said[token] = found.ent_type_ or found.lemma_.lower()
        return self._said[token]
