"""The pairs of things of a text that a property might join, and what tells whether it does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kg.records import BlockKind, Document, Entity, Fact, Mention, Status
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of a document that a property might join, with the traits by which that is told.

    Attributes:
        traits: name → how much of it the pair has, as the head of `_Page` lists them.
        near: the two mentions, of subject and object, that are nearest to each other.
    """

    subject: str
    property: str
    object: str
    traits: Mapping[str, float]
    near: tuple[Mention, Mention]


def pairs(
    document: Document,
    sentences: Sequence[Passage],
    entities: Iterable[Entity],
    mentions: Iterable[Mention],
    facts: Iterable[Fact],
    properties: Iterable[str],
) -> Iterator[Pair]:
    """Give the pairs of things named near each other that a property fits and that no fact of it joins yet.

    Args:
        sentences: first and last character of each, in order.
        facts: of every status, as sure as they are.
        properties: those to ask for.
    """
    page = _Page(document, sentences, entities, mentions, facts)
    for property in properties:
        domain, range_ = PROPERTIES[property]
        subjects = [one for one in page.named if page.fits(one, domain)]
        objects = [one for one in page.named if page.fits(one, range_)]
        ranked = page.rivals(subjects, objects)
        for subject in subjects:
            for other in objects:
                if (subject, other) not in ranked or (property in SYMMETRIC and subject > other):
                    continue
                if (subject, property, other) in page.told:
                    continue
                if (traits := page.traits(subject, property, other)) is not None:
                    yield Pair(subject, property, other, traits | ranked[subject, other], page.near[subject, other][1])


class _Page:
    """Where the things of a document are named, and what is told of each.

    Traits of a pair, each a number; of those that are a mere yes, 1:

    - `subject:C`, `object:C`: its class; `classes:A>B`: roots of both classes;
    - `distance`: characters between their nearest mentions, those of the object behind that of the subject or, below 0,
      before it; `sentences`: the same in sentences; `subject-at`, `object-at`: in which sentence these are, of
      `sentences-all`;
    - `between`: how many other things are named between them; `between:ROOT`: such a one is;
    - `together`: how often one sentence names both;
    - `subject-named`, `object-named`: how often it is named; `-begins`, `-last`: in which sentence first and last;
      `-in-title`; `-by:SOURCE`: what found it; `-publishes`: the text stands on its own site;
    - `things:ROOT`: how many of a kind the text names; `told:P`: how many facts of a property rules read in it;
    - `subject-P`, `object-P`: how many facts it is the subject of; `subject--P`, `object--P`: the object of;
    - `joined:P`: a fact joins the two; `by-way:P/ROOT/Q`, `by-way:P/Q`: how often one joins the subject to a third
      thing, another this to the object;
    - `subject-has`, `object-has`: how many facts of the property in question it has already;
    - `subjects`, `objects`: how many things of the text the property could have there; `subject-rivals`,
      `object-rivals`: how many of these are named nearer to the other end.
    """

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Passage],
        entities: Iterable[Entity],
        mentions: Iterable[Mention],
        facts: Iterable[Fact],
    ) -> None:
        self._starts = [start for start, _ in sentences]
        self._title = next((block.end for block in document.blocks if block.kind is BlockKind.TITLE), 0)
        self._publisher = document.publisher
        self.cls = {entity.id: entity.cls for entity in entities}
        self.root = {id: next((root for root in _ROOTS if is_a(cls, root)), cls) for id, cls in self.cls.items()}
        self.named: defaultdict[str, list[Mention]] = defaultdict(list)
        apart = [(block.start, block.end) for block in document.blocks if block.kind in _APART]
        for mention in mentions:
            if mention.entity in self.cls and not any(start <= mention.start < end for start, end in apart):
                self.named[mention.entity].append(mention)
        self._places = sorted((mention.start, mention.entity) for mention in mentions if mention.entity in self.cls)
        self._offsets = [start for start, _ in self._places]
        self.told: set[tuple[str, str, str]] = set()
        self._ties: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._undone: set[int] = set()
        done: set[str] = set()
        undone: set[str] = set()
        read: Counter[str] = Counter()
        for fact in facts:
            self._note(fact)
            read[fact.property] += fact.status is Status.HELD
            (done if fact.status is Status.HELD else undone).update((fact.subject, fact.object))
        self._to_come = undone - done
        things = Counter(self.root[one] for one in self.named)
        self._of_text = (
            {f"things:{root}": float(many) for root, many in things.items()}
            | {f"told:{property}": float(many) for property, many in read.items() if many}
            | {"sentences-all": float(len(self._starts))}
        )
        self._within = {one: Counter(map(self._sentence, told)) for one, told in self.named.items()}
        self._of_end = {end: {one: self._alone(end, one) for one in self.named} for end in ("subject", "object")}
        self.near = self._nearest()
        self._joint: dict[tuple[str, str], dict[str, float] | None] = {}

    def _note(self, fact: Fact) -> None:
        subject, property, other = fact.subject, fact.property, fact.object
        self.told.add((subject, property, other))
        if property in SYMMETRIC:
            self.told.add((other, property, subject))
        if fact.status is not Status.HELD:
            self._undone.update(self._number(told.start) for told in fact.evidence)
        else:
            self._ties[subject].append((property, other))
            self._ties[other].append((_back(property), subject))

    def fits(self, one: str, classes: Iterable[str]) -> bool:
        return any(is_a(self.cls[one], cls) for cls in classes)

    def rivals(self, subjects: Sequence[str], objects: Sequence[str]) -> dict[tuple[str, str], dict[str, float]]:
        """Give, for each subject and object not far apart, what else is named nearer to one of them than the other."""
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

    def traits(self, subject: str, property: str, other: str) -> dict[str, float] | None:
        """Give the traits of a pair, but for its rivals; None where nothing is implied of it."""
        key = (subject, other)
        if key not in self._joint:
            self._joint[key] = self._both(subject, other)
        both = self._joint[key]
        if both is None:
            return None
        return both | {
            "subject-has": both.get(f"subject-{property}", 0.0),
            "object-has": both.get(f"object-{_back(property)}", 0.0),
        }

    def _both(self, subject: str, other: str) -> dict[str, float] | None:
        _, (first, second) = self.near[subject, other]
        if not self._to_come.isdisjoint((subject, other)):
            return None
        at, end = self._sentence(first), self._sentence(second)
        if not self._undone.isdisjoint((at, end)):
            return None  # where something is planned or denied, what else is said may be so too
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
            **self._of_text,
            **self._of_end["subject"][subject],
            **self._of_end["object"][other],
            **Counter(self._ways(subject, other)),
        }

    def _alone(self, end: str, one: str) -> dict[str, float]:
        """Give the traits of an end of a pair, whatever the other is."""
        places = self._within[one]
        traits = {
            f"{end}:{self.cls[one]}": 1.0,
            f"{end}-named": float(places.total()),
            f"{end}-begins": float(min(places)),
            f"{end}-last": float(max(places)),
            **{f"{end}-by:{mention.source}": 1.0 for mention in self.named[one]},
            **{f"{end}-{role}": float(many) for role, many in Counter(role for role, _ in self._ties[one]).items()},
        }
        if min(mention.start for mention in self.named[one]) < self._title:
            traits[f"{end}-in-title"] = 1.0
        if one == self._publisher:
            traits[f"{end}-publishes"] = 1.0
        return traits

    def _ways(self, subject: str, other: str) -> Iterator[str]:
        """Give the facts that join the two, and those that join both to a third."""
        for role, who in self._ties[subject]:
            if who == other:
                yield f"joined:{role}"
            elif who in self.cls:
                for back, end in self._ties[who]:
                    if end == other:
                        yield f"by-way:{role}/{self.root[who]}/{back}"
                        yield f"by-way:{role}/{back}"

    def _nearest(self) -> dict[tuple[str, str], tuple[int, tuple[Mention, Mention]]]:
        """Give how many characters apart two things are named at the nearest, and these mentions, if near."""
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

    def _together(self, subject: str, other: str) -> int:
        """Give how often one sentence names both."""
        theirs = self._within[other]
        return sum(count * theirs[sentence] for sentence, count in self._within[subject].items())

    def _sentence(self, mention: Mention) -> int:
        return self._number(mention.start)

    def _number(self, offset: int) -> int:
        """Give the number of the sentence around a character."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _is_before(start: int, end: int, known: tuple[Mention, Mention]) -> bool:
    return (start, end) < (known[0].start, known[1].start)


def _back(property: str) -> str:
    """Give the role of a property's object."""
    return property if property in SYMMETRIC else f"-{property}"
