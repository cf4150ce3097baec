"""Where the things of a text are named, and which of them a property could join: what no fact needs to be read for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from spacy.tokens import Doc

from kg.facts.paths import DependencyPath, Heads, Parse
from kg.records import BlockKind, Document, Entity, Mention
from kg.schema import PROPERTIES, SYMMETRIC, is_a

_FAR: Final = 700
"""Characters between two names above which a text ties them to nothing together."""
_ROOTS: Final = (
    "OrganizationalUnit",
    "JointStructure",
    "Association",
    "Organization",
    "Person",
    "Place",
    "Visit",
    "Event",
)

_APART: Final = frozenset({BlockKind.CREDIT, BlockKind.METADATA, BlockKind.BOILERPLATE})
"""Blocks that name who made the page, not whom it tells of."""

Passage = tuple[int, int]


class Layout:
    """A text with its sentences, its things, and where each is named.

    Args:
        doc: the text as its language's pipeline parsed it; without it, nothing is told by the parse.

    Attributes:
        sentences: first and last character of each, in order.
        cls, root: entity → its class, and the one of `_ROOTS` that this is a kind of.
        named: entity → where it is named, but for blocks that only name who made the page.
    """

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Passage],
        entities: Iterable[Entity],
        mentions: Iterable[Mention],
        doc: Doc | None = None,
    ) -> None:
        self.document = document
        self.sentences = tuple(sentences)
        self.entities = tuple(entities)
        self.mentions = tuple(mentions)
        self.cls = {entity.id: entity.cls for entity in self.entities}
        self.root = {id: next((root for root in _ROOTS if is_a(cls, root)), cls) for id, cls in self.cls.items()}
        self.named: defaultdict[str, list[Mention]] = defaultdict(list)
        apart = [(block.start, block.end) for block in document.blocks if block.kind in _APART]
        known = [mention for mention in self.mentions if mention.entity in self.cls]
        for mention in known:
            if not any(start <= mention.start < end for start, end in apart):
                self.named[mention.entity].append(mention)
        self._places = sorted((mention.start, mention.entity) for mention in known)
        self._offsets = [start for start, _ in self._places]
        self._starts = [start for start, _ in self.sentences]
        self._parse = Parse(doc) if doc is not None else None
        self._heads: dict[str, Heads] = {}
        self._paths: dict[tuple[str, str], frozenset[DependencyPath]] = {}
        self._title = next((block.end for block in document.blocks if block.kind is BlockKind.TITLE), 0)
        self._rivals: dict[str, dict[tuple[str, str], dict[str, float]]] = {}

    def ends(self, property: str) -> tuple[list[str], list[str]]:
        """Give the things named that could be the subject of a property, and those that could be its object."""
        domain, range_ = PROPERTIES[property]
        return [one for one in self.named if self._fits(one, domain)], [
            one for one in self.named if self._fits(one, range_)
        ]

    def _fits(self, one: str, classes: Iterable[str]) -> bool:
        return any(is_a(self.cls[one], cls) for cls in classes)

    @cached_property
    def near(self) -> dict[tuple[str, str], tuple[int, tuple[Mention, Mention]]]:
        """Two things named near each other → how many characters apart at the nearest, and these mentions."""
        places = sorted(
            ((mention.start, one, mention) for one, told in self.named.items() for mention in told),
            key=lambda place: place[0],
        )
        found: dict[tuple[str, str], tuple[int, tuple[Mention, Mention]]] = {}
        for number, first in enumerate(places):
            for second in islice(places, number + 1, None):
                apart = second[0] - first[0]
                if apart > _FAR:
                    break
                if first[1] == second[1]:
                    continue
                for (start, one, mention), (end, two, other) in ((first, second), (second, first)):
                    known = found.get((one, two))
                    if known is None or apart < known[0] or (apart == known[0] and _is_before(start, end, known[1])):
                        found[one, two] = apart, (mention, other)
        return found

    def beside(self, property: str, within: int = _FAR) -> Iterator[tuple[str, str]]:
        """Give the things named near each other that a property could join, those of a symmetric one once.

        Args:
            within: how many characters apart at most; never more than `_FAR`.
        """
        subjects, objects = self.ends(property)
        for subject in subjects:
            for other in objects:
                near = self.near.get((subject, other))
                if near is not None and near[0] <= within and not (property in SYMMETRIC and subject > other):
                    yield subject, other

    def paths(self, subject: str, property: str, other: str) -> frozenset[DependencyPath]:
        """Give the ways through the parse by which sentences lead from a subject to an object, or if that is all the
        same, from either to the other.
        """
        found = self._led(subject, other)
        return found | self._led(other, subject) if property in SYMMETRIC else found

    def _led(self, one: str, other: str) -> frozenset[DependencyPath]:
        if self._parse is None:
            return frozenset()
        key = (one, other)
        if key not in self._paths:
            for each in key:
                if each not in self._heads:
                    self._heads[each] = self._parse.heads((m.start, m.end) for m in self.named[each])
            self._paths[key] = frozenset(self._parse.paths(self._heads[one], self._heads[other]))
        return self._paths[key]

    def rivals(self, property: str) -> Mapping[tuple[str, str], Mapping[str, float]]:
        """Give, for each subject and object not far apart, what else is named nearer to one of them than the other."""
        if property not in self._rivals:
            self._rivals[property] = self._ranked(*self.ends(property))
        return self._rivals[property]

    def _ranked(self, subjects: Sequence[str], objects: Sequence[str]) -> dict[tuple[str, str], dict[str, float]]:
        there = {"subjects": float(len(subjects)), "objects": float(len(objects))}
        ranked: dict[tuple[str, str], dict[str, float]] = {}
        beside = [(one, other) for one in subjects for other in objects if (one, other) in self.near]
        by_subject: defaultdict[str, list[int]] = defaultdict(list)
        by_object: defaultdict[str, list[int]] = defaultdict(list)
        for one, other in sorted(beside, key=lambda pair: self.near[pair][0]):
            by_subject[one].append(self.near[one, other][0])
            by_object[other].append(self.near[one, other][0])
        for one, other in beside:
            apart = self.near[one, other][0]
            ranked[one, other] = there | {
                "subject-rivals": float(bisect_left(by_object[other], apart)),
                "object-rivals": float(bisect_left(by_subject[one], apart)),
            }
        return ranked

    @cached_property
    def of_text(self) -> Mapping[str, float]:
        """The traits of the text: how many of a kind it names, and how many sentences it has."""
        things = Counter(self.root[one] for one in self.named)
        return {f"things:{root}": float(many) for root, many in things.items()} | {
            "sentences-all": float(len(self._starts))
        }

    def between(self, subject: str, other: str) -> dict[str, float]:
        """Give the traits that tell how near each other two things are named."""
        _, (first, second) = self.near[subject, other]
        at, end = self.sentence(first.start), self.sentence(second.start)
        low, high = min(first.end, second.end), max(first.start, second.start)
        inside = self._places[bisect_right(self._offsets, low - 1) : bisect_right(self._offsets, high - 1)]
        between = {entity for _, entity in inside} - {subject, other}
        return {
            f"classes:{self.root[subject]}>{self.root[other]}": 1.0,
            "distance": float(second.start - first.start),
            "sentences": float(end - at),
            "subject-at": float(at),
            "object-at": float(end),
            "between": float(len(between)),
            "together": float(self._together(subject, other)),
            **{f"between:{self.root[one]}": 1.0 for one in between},
        }

    def alone(self, end: str, one: str) -> dict[str, float]:
        """Give the traits of an end of a pair, "subject" or "object", whatever the other is."""
        places = self._within[one]
        traits = {
            f"{end}:{self.cls[one]}": 1.0,
            f"{end}-named": float(places.total()),
            f"{end}-begins": float(min(places)),
            f"{end}-last": float(max(places)),
            **{f"{end}-by:{mention.source}": 1.0 for mention in self.named[one]},
        }
        if min(mention.start for mention in self.named[one]) < self._title:
            traits[f"{end}-in-title"] = 1.0
        if one == self.document.publisher:
            traits[f"{end}-publishes"] = 1.0
        return traits

    @cached_property
    def _within(self) -> Mapping[str, Counter[int]]:
        return {one: Counter(self.sentence(m.start) for m in told) for one, told in self.named.items()}

    def _together(self, subject: str, other: str) -> int:
        """Give how often one sentence names both."""
        theirs = self._within[other]
        return sum(count * theirs[sentence] for sentence, count in self._within[subject].items())

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence around a character."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _is_before(start: int, end: int, known: tuple[Mention, Mention]) -> bool:
    return (start, end) < (known[0].start, known[1].start)
