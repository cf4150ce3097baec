"""What a text implies though no rule reads it: facts between things that it names, by what is told of both elsewhere.

Who spoke at a forum's second session took part in the forum, though no sentence holds both; rules read ways of saying,
and there is always one more. What ties two things is learnt instead, from texts annotated by hand
(`tools/implied.py`), and stands in `implied.yml` beside this module: one logistic regression for each property, over
traits of a pair that need no parse: the classes of its ends, how near they are named, and the facts each already bears.
The model can be read: each trait has a weight.

What is implied is never sure. Nothing is implied of signatures or partnerships, of what a text only tells to be
planned, proposed or denied, and by sentences that tell such things. Each implied fact has the rule `RULE`, the passages
that name its ends, and the probability that the model gives.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.facts.backdrops import backdrops
from kg.facts.calibration import LEAST
from kg.languages.backdrops import brought_in, is_to_come
from kg.odds import probability
from kg.records import BlockKind, Document, Entity, Evidence, Fact, Lang, Mention, Status
from kg.resources import decoded
from kg.schema import PROPERTIES, SYMMETRIC, is_a

FILE: Final = Path(__file__).with_suffix(".yml")
RULE: Final = "implied"
LEARNT: Final = ("represents", "participatedIn", "negotiatedWith", "locatedIn", "visited")
"""Properties that may be implied: those of which half of what is implied or more holds in texts that taught nothing.
Signatures never are, nor partnerships, which texts wish for as often as they tell of them, nor posts, without a title.
"""

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
        traits: names of what holds of the pair, as `implied.yml` lists them.
        near: the two mentions, of subject and object, that are nearest to each other.
    """

    subject: str
    property: str
    object: str
    traits: tuple[str, ...]
    near: tuple[Mention, Mention]


@dataclass(frozen=True, slots=True)
class Model:
    """What `implied.yml` holds.

    Attributes:
        documents, digest: how many annotated texts it was learnt from, and a hash of their annotations.
        language: that of these texts, and of those in which anything is implied.
        weights: property → trait → its part of the log-odds.
    """

    documents: int
    digest: str
    language: Lang
    weights: Mapping[str, Mapping[str, float]]

    def probability(self, pair: Pair) -> float:
        """Give how probable it is that a text implies the fact: two decimals, 0 of a property without weights."""
        weights = self.weights.get(pair.property)
        if not weights:
            return 0.0
        return probability(math.fsum(weights[trait] for trait in pair.traits if trait in weights))


def implied(
    document: Document,
    sentences: Sequence[Passage],
    entities: Iterable[Entity],
    mentions: Iterable[Mention],
    facts: Sequence[Fact],
) -> tuple[Fact, ...]:
    """Give the facts that a document implies beside those that rules found in it.

    Args:
        sentences: first and last character of each, in order.
        facts: of every status, as sure as they are.
    """
    model = load()
    if document.lang != model.language:
        return ()
    entities, mentions = tuple(entities), tuple(mentions)
    events = [mention for mention in mentions if is_a(mention.cls, "Event")]
    nobody = backdrops(document.text, document.lang, entities, events).apart  # is at what is only mentioned
    nobody |= {m.entity for m in events if is_to_come(document.text, m.end, document.lang)}
    found = []
    for pair in pairs(document, sentences, entities, mentions, facts):
        sure = model.probability(pair)
        event = pair.near[1] if pair.near[1] in events else None
        beside = event is not None and brought_in(document.text, event.start, document.lang) == "apart"
        if sure >= LEAST and pair.object not in nobody and not beside:  # "on the eve of the Forum | A came"
            told = _evidence(document, sentences, pair.near)
            found.append(Fact(pair.subject, pair.property, pair.object, Status.HELD, sure, RULE, told))
    return tuple(found)


def _evidence(document: Document, sentences: Sequence[Passage], near: tuple[Mention, Mention]) -> tuple[Evidence, ...]:
    starts = [start for start, _ in sentences]
    told = sorted({max(0, bisect_right(starts, mention.start) - 1) for mention in near})
    return tuple(_passage(document.text, *sentences[i]) for i in told)


def _passage(text: str, start: int, end: int) -> Evidence:
    """Give a sentence as evidence, without the line ends around it."""
    exact = text[start:end]
    start += len(exact) - len(exact.lstrip())
    return Evidence(start, start + len(exact.strip()), exact.strip())


def pairs(
    document: Document,
    sentences: Sequence[Passage],
    entities: Iterable[Entity],
    mentions: Iterable[Mention],
    facts: Iterable[Fact],
) -> Iterator[Pair]:
    """Give the pairs of things named near each other that a property fits and that no fact of it joins yet."""
    page = _Page(document, sentences, entities, mentions, facts)
    for property in LEARNT:
        domain, range_ = PROPERTIES[property]
        subjects = [one for one in page.named if page.fits(one, domain)]
        objects = [one for one in page.named if page.fits(one, range_)]
        for subject in subjects:
            for other in objects:
                if subject == other or (property in SYMMETRIC and subject > other):
                    continue
                if property == "locatedIn" and page.root[subject] == "Place":
                    continue
                if (subject, property, other) in page.told:
                    continue
                if (pair := page.pair(subject, property, other)) is not None:
                    yield pair


class _Page:
    """Where the things of a document are named, and what is told of each."""

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
        for fact in facts:
            self._note(fact)
            (done if fact.status is Status.HELD else undone).update((fact.subject, fact.object))
        self._to_come = undone - done
        self._roles = {one: sorted({role for role, _ in self._ties[one]}) for one in self.named}
        events = sum(is_a(cls, "Event") and cls != "Visit" for cls in self.cls.values())
        self._events = f"events:{min(4, events)}"
        self._near: dict[tuple[str, str], tuple[tuple[str, ...], tuple[Mention, Mention]] | None] = {}

    def _note(self, fact: Fact) -> None:
        subject, property, other = fact.subject, fact.property, fact.object
        self.told.add((subject, property, other))
        if property in SYMMETRIC:
            self.told.add((other, property, subject))
        if fact.status is not Status.HELD:
            self._undone.update(max(0, bisect_right(self._starts, told.start) - 1) for told in fact.evidence)
        else:
            self._ties[subject].append((property, other))
            self._ties[other].append((property if property in SYMMETRIC else f"-{property}", subject))

    def fits(self, one: str, classes: Iterable[str]) -> bool:
        return any(is_a(self.cls[one], cls) for cls in classes)

    def pair(self, subject: str, property: str, other: str) -> Pair | None:
        key = (subject, other)
        if key not in self._near:
            self._near[key] = self._both(subject, other)
        both = self._near[key]
        if both is None:
            return None
        # how many others it has this fact with, and the object with others: "all of the delegation but one visited"
        mine = sum(role == property for role, _ in self._ties[subject])
        back = property if property in SYMMETRIC else f"-{property}"
        theirs = [who for role, who in self._ties[other] if role == back]
        own = (f"subject-has:{min(3, mine)}", f"object-has:{min(4, len(theirs).bit_length())}")
        return Pair(subject, property, other, (*both[0], *own), both[1])

    def _both(self, subject: str, other: str) -> tuple[tuple[str, ...], tuple[Mention, Mention]] | None:
        distance, near = self._nearest(subject, other)
        first, second = near
        if distance > _FAR or not self._to_come.isdisjoint((subject, other)):
            return None
        if not self._undone.isdisjoint((self._sentence(first), self._sentence(second))):
            return None  # where something is planned or denied, what else is said may be so too
        apart = self._sentence(second) - self._sentence(first)
        low, high = min(first.end, second.end), max(first.start, second.start)
        inside = self._places[bisect_right(self._offsets, low - 1) : bisect_right(self._offsets, high - 1)]
        between = {entity for _, entity in inside} - {subject, other}
        traits = [
            "any",
            f"subject:{self.cls[subject]}",
            f"object:{self.cls[other]}",
            f"classes:{self.root[subject]}>{self.root[other]}",
            f"subject-first:{int(first.start < second.start)}",
            f"sentences:{max(-3, min(3, apart))}",
            f"apart:{min(10, int((distance / 6) ** 0.5))}",
            f"between:{min(5, len(between))}",
            f"together:{min(3, self._together(subject, other))}",
            self._events,
            *(f"between-class:{self.root[one]}" for one in between),
            *(f"subject-{role}" for role in self._roles[subject]),
            *(f"object-{role}" for role in self._roles[other]),
        ]
        for end, one in (("subject", subject), ("object", other)):
            opening = min(self.named[one], key=lambda mention: mention.start)
            traits.append(f"{end}-begins:{min(8, self._sentence(opening))}")
            if opening.start < self._title:
                traits.append(f"{end}-in-title")
        traits += self._ways(subject, other)
        return tuple(dict.fromkeys(traits)), near

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

    def _nearest(self, subject: str, other: str) -> tuple[int, tuple[Mention, Mention]]:
        return min(
            ((abs(one.start - two.start), (one, two)) for one in self.named[subject] for two in self.named[other]),
            key=lambda found: (found[0], found[1][0].start, found[1][1].start),
        )

    def _together(self, subject: str, other: str) -> int:
        """Give how often one sentence names both."""
        mine, theirs = (Counter(map(self._sentence, self.named[one])) for one in (subject, other))
        return sum(count * theirs[sentence] for sentence, count in mine.items())

    def _sentence(self, mention: Mention) -> int:
        return max(0, bisect_right(self._starts, mention.start) - 1)


@cache
def load(path: Path = FILE) -> Model:
    """Give what was learnt.

    Raises:
        InputError: the file cannot be read or is not as its head comment says.
    """
    remedy = "make implied writes it anew"
    found = decoded(path, Model, "model", remedy)
    if unknown := found.weights.keys() - set(LEARNT):
        raise InputError(f"{min(unknown)!r} is not a property that may be implied", place=path, remedy=remedy)
    return found
