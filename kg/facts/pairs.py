"""The pairs of things of a text that a property joins or might join, and what tells whether it does.

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
  `object-rivals`: how many of these are named nearer to the other end;
- of what a fact joins, `property:P`: the one in question; `near`: both are named near each other, as what might be
  joined always is.
"""

from __future__ import annotations

from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.facts.layouts import Layout
from kg.facts.paths import DependencyPath
from kg.records import Fact, Mention, Status
from kg.schema import SYMMETRIC


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of a document that a property might join, with the traits by which that is told.

    Attributes:
        traits: name → how much of it the pair has, as the head of this module lists them.
        near: the two mentions, of subject and object, that are nearest to each other.
        paths: by which sentences lead from one to the other.
    """

    subject: str
    property: str
    object: str
    traits: Mapping[str, float]
    near: tuple[Mention, Mention]
    paths: frozenset[DependencyPath] = frozenset()


def pairs(layout: Layout, facts: Iterable[Fact], reach: Mapping[str, int]) -> Iterator[Pair]:
    """Give the pairs of things named near each other that a property fits and that no fact of it joins yet.

    Nothing is asked of what is only told as planned or denied, nor where that is told.

    Args:
        facts: of every status, as sure as they are.
        reach: properties to ask for → how many characters apart their ends may be named.
    """
    page = _Page(layout, facts)
    for property, within in reach.items():
        ranked = layout.rivals(property)
        for subject, other in layout.beside(property, within):
            if (subject, property, other) in page.told or page.is_to_come(subject, other):
                continue
            traits = page.near(subject, property, other, ranked[subject, other])
            near = layout.near[subject, other][1]
            yield Pair(subject, property, other, traits, near, layout.paths(subject, property, other))


def joined(layout: Layout, facts: Iterable[Fact]) -> Iterator[Mapping[str, float]]:
    """Give the traits of what facts join, for each fact in the same order; what is told of both counts it too."""
    facts = tuple(facts)
    page = _Page(layout, facts)
    for fact in facts:
        yield page.joined(fact)


class _Page:
    """What facts tell of the things of a document."""

    def __init__(self, layout: Layout, facts: Iterable[Fact]) -> None:
        self._layout = layout
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
        self._of_text = {**layout.of_text, **{f"told:{name}": float(many) for name, many in read.items() if many}}
        self._of_end: dict[tuple[str, str], dict[str, float]] = {}
        self._of_both: dict[tuple[str, str], dict[str, float]] = {}

    def _note(self, fact: Fact) -> None:
        subject, property, other = fact.subject, fact.property, fact.object
        self.told.add((subject, property, other))
        if property in SYMMETRIC:
            self.told.add((other, property, subject))
        if fact.status is not Status.HELD:
            self._undone.update(self._layout.sentence(told.start) for told in fact.evidence)
        else:
            self._ties[subject].append((property, other))
            self._ties[other].append((_back(property), subject))

    def is_to_come(self, subject: str, other: str) -> bool:
        """Tell whether one of two things is only planned or denied, or named where something is told to be so."""
        if not (self._to_come or self._undone):
            return False  # as most pages
        _, near = self._layout.near[subject, other]
        there = {self._layout.sentence(mention.start) for mention in near}
        return not self._to_come.isdisjoint((subject, other)) or not self._undone.isdisjoint(there)

    def near(self, subject: str, property: str, other: str, ranked: Mapping[str, float]) -> dict[str, float]:
        """Give the traits of two things named near each other; `ranked` are those of their rivals."""
        both = self._both(subject, other)
        return {
            **both,
            "subject-has": both.get(f"subject-{property}", 0.0),
            "object-has": both.get(f"object-{_back(property)}", 0.0),
            **ranked,
        }

    def joined(self, fact: Fact) -> dict[str, float]:
        """Give the traits of what a fact joins, named near each other, far apart, or not named at all."""
        subject, property, other = fact.subject, fact.property, fact.object
        own = {f"property:{property}": 1.0}
        if (subject, other) in self._layout.near:
            ranked = self._layout.rivals(property).get((subject, other), {})
            return self.near(subject, property, other, ranked) | own | {"near": 1.0}
        named = [(end, one) for end, one in (("subject", subject), ("object", other)) if one in self._layout.named]
        return dict(ChainMap(own, *(self._alone(end, one) for end, one in named), self._of_text))

    def _both(self, subject: str, other: str) -> dict[str, float]:
        key = (subject, other)
        if key not in self._of_both:
            self._of_both[key] = {
                **self._layout.between(subject, other),
                **self._of_text,
                **self._alone("subject", subject),
                **self._alone("object", other),
                **Counter(self._ways(subject, other)),
            }
        return self._of_both[key]

    def _alone(self, end: str, one: str) -> dict[str, float]:
        """Give the traits of an end of a pair, whatever the other is."""
        key = (end, one)
        if key not in self._of_end:
            ties = Counter(role for role, _ in self._ties[one])
            self._of_end[key] = self._layout.alone(end, one) | {
                f"{end}-{role}": float(many) for role, many in ties.items()
            }
        return self._of_end[key]

    def _ways(self, subject: str, other: str) -> Iterator[str]:
        """Give the facts that join the two, and those that join both to a third."""
        for role, who in self._ties[subject]:
            if who == other:
                yield f"joined:{role}"
            elif who in self._layout.cls:
                for back, end in self._ties[who]:
                    if end == other:
                        yield f"by-way:{role}/{self._layout.root[who]}/{back}"
                        yield f"by-way:{role}/{back}"


def _back(property: str) -> str:
    """Give the role of a property's object."""
    return property if property in SYMMETRIC else f"-{property}"
