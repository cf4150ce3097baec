"""What analysts decided, brought to the candidates of a round of linking: which must be one, which must not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final, TypeAlias

from kg.curation import Curation, Reference, Ruling, path_between, refuse_contradictions
from kg.entities.candidates import Apart, Candidate, Member, Surroundings
from kg.entities.identifiers import qualifiers
from kg.entities.likeness import Answer, Judge
from kg.entities.names import normalise
from kg.errors import CurationError
from kg.records import Analysis, Entity, Entry, Outcome

Mark: TypeAlias = tuple[int, int]
"""A side of a ruling: the ruling's position, 0 for its first thing and 1 for its second."""
Pair: TypeAlias = tuple[Candidate, Candidate]
_NAMED: Final = 4
"""How many things of an ambiguous name a warning lists."""


@dataclass(frozen=True, slots=True)
class Forced:
    """Pairs of candidates that analysts decided on, each with the ruling."""

    same: tuple[tuple[Ruling, Pair], ...] = ()
    different: tuple[tuple[Ruling, Pair], ...] = ()


NOTHING: Final = Forced()


class Rulings:
    """A curation while a collection is linked: what its names mean in each round, and what could not be followed."""

    def __init__(self, curation: Curation, entries: Mapping[str, Entry]) -> None:
        self._rulings = curation.rulings
        self._entries = entries
        self._by_name: defaultdict[str, list[Mark]] = defaultdict(list)
        self._by_id: defaultdict[str, list[tuple[Mark, str]]] = defaultdict(list)
        for number, ruling in enumerate(self._rulings):
            for side, reference in enumerate((ruling.one, ruling.other)):
                if reference.is_key:
                    parts = reference.text.split("-")
                    for end in range(1, len(parts) + 1):
                        # "person/wang-w-spbpu" may be the "person/wang-w" of SPbPU
                        own, rest = "-".join(parts[:end]), "-".join(parts[end:])
                        self._by_id[own].append(((number, side), rest))
                else:
                    self._by_name[normalise(reference.text)].append((number, side))
        self._entry_marks = {id: self._marks(id, (name.text for name in e.names), ()) for id, e in entries.items()}
        self._met: dict[Mark, str] = {}
        self._followed: set[int] = set()
        self._doubts: dict[int, str] = {}
        self._meaning: dict[Member, frozenset[Mark]] = {}

    def _marks(self, id: str, names: Iterable[str], further: Iterable[str]) -> frozenset[Mark]:
        """Give the sides that mean what has this id and these names, whatever document they ask for."""
        if not self._rulings:
            return frozenset()
        rests = {"", *further} if id in self._by_id else set()
        marks = {mark for mark, rest in self._by_id.get(id, ()) if rest in rests}
        for name in names if self._by_name else ():
            marks.update(self._by_name.get(normalise(name), ()))
        return frozenset(marks)

    def apart(
        self, found: Sequence[tuple[Analysis, Entity]], root: str, surroundings: Surroundings
    ) -> dict[Member, Apart]:
        """Give how the entities of a round are told apart, and remember which rulings mean them."""
        told: dict[Member, Apart] = {}
        if not self._rulings:
            return told
        for analysis, entity in found:
            member = (analysis.document.id, entity.id)
            marks, detached = self._meant(analysis, entity, root, surroundings)
            if not marks:
                continue
            self._meaning[member] = marks
            kept = tuple(sorted(mark for mark in marks if self._rulings[mark[0]].verdict is Outcome.DIFFERENT))
            told[member] = Apart(kept, detached)
        return told

    def _meant(
        self, analysis: Analysis, entity: Entity, root: str, surroundings: Surroundings
    ) -> tuple[frozenset[Mark], bool]:
        document = analysis.document.id
        known = self._entry_marks.get(entity.id, frozenset()) if entity.id in self._entries else frozenset()
        related = surroundings.related(root, (document, entity.id))
        further = qualifiers((document,), filter(None, (entity.date,)), related)
        every = self._marks(entity.id, (name.text for name in entity.names), further) | known
        here = frozenset(mark for mark in every if self._reference(mark).document == document)
        if entity.id not in self._entries:
            anywhere = {mark for mark in every if self._reference(mark).document is None}
            # "Zhang Wei@en-002" and "Zhang Wei": the first means this one, the second all others
            return here | {mark for mark in anywhere if (mark[0], 1 - mark[1]) not in here}, False
        other = {(number, 1 - side) for number, side in here if self._rulings[number].verdict is Outcome.DIFFERENT}
        detached = any(mark in known and self._reference(mark).document is None for mark in other)
        return here, detached

    def _reference(self, mark: Mark) -> Reference:
        ruling = self._rulings[mark[0]]
        return ruling.other if mark[1] else ruling.one

    def forced(self, candidates: Iterable[Candidate], judge: Judge) -> Forced:
        """Give what the rulings say of the candidates of a round.

        Raises:
            CurationError: rulings contradict each other, or make one thing of two that the registry has.
        """
        if not self._rulings:
            return NOTHING
        bearers: defaultdict[Mark, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            for mark in self._of(candidate):
                bearers[mark].append(candidate)
                self._met[mark] = candidate.root
        same: list[tuple[Ruling, Pair]] = []
        different: list[tuple[Ruling, Pair]] = []
        for number, ruling in enumerate(self._rulings):
            ones, others = bearers[number, 0], bearers[number, 1]
            if not (ones and others):
                continue
            self._followed.add(number)
            if ruling.verdict is Outcome.DIFFERENT:
                if both := [candidate for candidate in ones if candidate in others]:
                    self._doubts[number] = _one_thing(ruling, both)
                different += [(ruling, pair) for pair in product(ones, others) if pair[0] is not pair[1]]
            elif doubt := _ambiguous(ruling, ones, others, judge):
                self._doubts[number] = doubt
            else:
                everything = list(dict.fromkeys([ones[0], *others, *ones[1:]]))
                same += [(ruling, (everything[0], each)) for each in everything[1:]]
        _refuse_two_entries(same)
        refuse_contradictions((ruling, *pair) for ruling, pair in (*same, *different))
        return Forced(tuple(same), tuple(different))

    def _of(self, candidate: Candidate) -> set[Mark]:
        marks = {mark for member in candidate.members for mark in self._meaning.get(member, ())}
        if candidate.known:
            marks |= {mark for mark in self._entry_marks[candidate.id] if self._reference(mark).document is None}
        return marks

    def warnings(self) -> Iterator[str]:
        """Give the rulings that could not be followed, after the last round: file, line, and why."""
        for number, ruling in enumerate(self._rulings):
            missing = [mark for mark in ((number, 0), (number, 1)) if mark not in self._met]
            if missing and ruling.shipped:
                continue
            if missing:
                names = " and ".join(f"“{self._reference(mark)}”" for mark in missing)
                yield f"{ruling.place}: no text and no registry names {names}; nothing is decided until one does"
            elif number not in self._followed:
                one, other = self._met[number, 0], self._met[number, 1]
                yield (
                    f"{ruling.place}: “{ruling.one}” is a thing of class {one}, “{ruling.other}” one of class {other}; "
                    "a decision is about two of one kind"
                )
            elif number in self._doubts:
                yield f"{ruling.place}: {self._doubts[number]}"


def _one_thing(ruling: Ruling, both: Sequence[Candidate]) -> str:
    documents = sorted({document for candidate in both for document in candidate.documents})
    where = ", ".join(documents[:_NAMED]) or "the registry"
    return (
        f"“{ruling.one}” and “{ruling.other}” mean one thing in {where}; "
        "say with @ and the id of a document which one is meant, such as "
        f"“{ruling.one.text}@{documents[0] if documents else 'en-002'}”"
    )


def _ambiguous(ruling: Ruling, ones: Sequence[Candidate], others: Sequence[Candidate], judge: Judge) -> str | None:
    for reference, bearers in ((ruling.one, ones), (ruling.other, others)):
        if any(judge(a, b).answer is Answer.DIFFERENT for a, b in combinations(bearers, 2)):
            listed = "; ".join(f"{each.label} ({_where(each)})" for each in bearers[:_NAMED])
            more = f" and {len(bearers) - _NAMED} more" if len(bearers) > _NAMED else ""
            return (
                f"several different things are called “{reference}”: {listed}{more}; nothing is decided "
                "until @ and the id of a document say which is meant"
            )
    return None


def _where(candidate: Candidate) -> str:
    return ", ".join(candidate.documents[:_NAMED]) or candidate.id


def _refuse_two_entries(same: Sequence[tuple[Ruling, Pair]]) -> None:
    known = {candidate for _, pair in same for candidate in pair if candidate.known}
    steps = [(ruling, *pair) for ruling, pair in same]
    for one, other in combinations(sorted(known, key=lambda candidate: candidate.id), 2):
        if path := path_between(steps, one, other):
            lines = ", ".join(dict.fromkeys(ruling.place for ruling in path))
            raise CurationError(
                f"makes one thing of {one.id} and {other.id}, and the registry has both",
                place=lines,
                remedy="delete the line, or one of the two rows of data/registry",
            )
