"""What documents say of one thing, as far as it is the same thing beyond doubt, ready to be compared with others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from kg.entities.names import (
    fullness,
    is_common_event_name,
    is_common_organization_name,
    is_short_chinese_name,
    normalise,
    person_slug,
    read_event,
)
from kg.entities.names.scripts import is_han
from kg.records import Analysis, Entity, Entry, Fact, Name, NameKind, Status
from kg.schema import ancestors

_FULL: Final = 2
"""What `fullness` gives for a person's given name with the surname."""
_ABBREVIATION: Final = re.compile(r"(?=(?:.*[^\W\d_a-zа-яё]){2})[^\W\d_]{2,6}")
Member: TypeAlias = tuple[str, str]
"""Where an entity was found: id of the document, id of the entity in its analysis."""


@dataclass(frozen=True, slots=True, order=True)
class Apart:
    """How analysts told an entity of a document from others.

    Attributes:
        marks: the sides of decisions that mean it; entities with other marks are other candidates.
        detached: whether it is not the thing of the registry that its document took it for.
    """

    marks: tuple[tuple[int, int], ...] = ()
    detached: bool = False


NOT_APART: Final = Apart()


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One thing as one or more documents, or the registry, describe it.

    Attributes:
        id: the id that they gave it; of several the first by alphabet.
        root: its class at the top of the hierarchy ("Organization").
        known: whether the registry has it.
        common: whether it is named by what it is alone ("the Joint Institute"), or not at all.
        names: without repetition, sorted; of an organization those that many could bear only where there is no other.
        kinds, dates, series: as far as they are told.
        editions: numbers that it is told to have, or has in a name.
        published: dates of the documents.
        related: ids of the things around it that help to tell it from others: of a person the organizations, of an
            agreement its parties, of an event those who took part, of a unit what it is a unit of.
        subjects: what an agreement concerns.
        members: where it stands; empty for an entry that no document names.
        label: what to call it in words for people.
        key: what candidates are put in order by: what they are, so that other ids or orders change nothing.
    """

    id: str
    root: str
    known: bool
    common: bool
    names: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    editions: frozenset[int] = frozenset()
    series: frozenset[str] = frozenset()
    published: tuple[str, ...] = ()
    related: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    members: tuple[Member, ...] = ()
    label: str = ""
    key: tuple[tuple[str, ...], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        documents = tuple(document for document, _ in self.members)
        # Asked for with every comparison.
        object.__setattr__(self, "key", (self.names, documents, self.dates, tuple(sorted(self.related)), (self.id,)))

    @property
    def documents(self) -> tuple[str, ...]:
        """Give the ids of the documents that speak of it."""
        return tuple(sorted({document for document, _ in self.members}))


class Surroundings:
    """The facts around each entity, with ids replaced by those of the whole collection as far as these are found.

    Which property leads from a thing to what identifies it differs by its class; denied facts count for nothing.
    """

    def __init__(self, analyses: Iterable[Analysis], final: Mapping[Member, str]) -> None:
        self._final = final
        self._out: defaultdict[Member, list[Fact]] = defaultdict(list)
        self._in: defaultdict[Member, list[Fact]] = defaultdict(list)
        for analysis in analyses:
            for fact in analysis.facts:
                if fact.status is not Status.DENIED:
                    self._out[analysis.document.id, fact.subject].append(fact)
                    self._in[analysis.document.id, fact.object].append(fact)

    def related(self, root: str, member: Member) -> frozenset[str]:
        """Give the ids of the things that help to identify an entity."""
        find = {
            "Organization": self._wholes,
            "Person": self._employers,
            "Event": self._participants,
            "Agreement": self._parties,
            "Programme": self._backers,
            "Recognition": self._bearers,
        }.get(root)
        return frozenset(self._name(member[0], id) for id in find(member)) if find else frozenset()

    def subjects(self, member: Member) -> frozenset[str]:
        """Give the ids of what an agreement concerns."""
        return frozenset(self._name(member[0], id) for id in self._objects(member, "concerns"))

    def _name(self, document: str, id: str) -> str:
        return self._final.get((document, id), id)

    def _objects(self, member: Member, *properties: str) -> list[str]:
        return [fact.object for fact in self._out[member] if fact.property in properties]

    def _subjects(self, member: Member, *properties: str) -> list[str]:
        return [fact.subject for fact in self._in[member] if fact.property in properties]

    def _wholes(self, member: Member) -> list[str]:
        return self._objects(member, "unitOf", "represents") + self._subjects(member, "established")

    def _employers(self, member: Member) -> list[str]:
        return self._objects(member, "holdsPost", "represents")

    def _participants(self, member: Member) -> list[str]:
        return self._subjects(member, "participatedIn", "organized")

    def _parties(self, member: Member) -> Iterator[str]:
        for signer in self._subjects(member, "signed"):
            employers = self._employers((member[0], signer))
            # Who signs for a university makes the university a party.
            yield from employers or [signer]

    def _backers(self, member: Member) -> Iterator[str]:
        yield from self._subjects(member, "established")
        for agreement in self._subjects(member, "concerns"):
            yield from self._parties((member[0], agreement))

    def _bearers(self, member: Member) -> list[str]:
        return self._subjects(member, "received") + self._objects(member, "grantedBy")


def root_of(id: str, cls: str) -> str:
    """Give the class at the top of the hierarchy that a thing belongs to.

    The registry gives a series the class of its editions; its id tells it from them.

    >>> root_of("organization/spbpu", "University"), root_of("event-series/ciep", "Conference")
    ('Organization', 'EventSeries')
    """
    return "EventSeries" if id.startswith("event-series/") else ancestors(cls)[-1]


def gather(
    found: Iterable[tuple[Analysis, Entity]],
    root: str,
    entries: Mapping[str, Entry],
    surroundings: Surroundings,
    apart: Mapping[Member, Apart],
) -> tuple[Candidate, ...]:
    """Give the candidates of a root class: one for each registry entry, and what documents add, in order.

    What has the same name beyond doubt is one candidate, which keeps their number low: a person's full name, a name
    of an organization that is more than its kind. What remains ("the agreement") stays apart for each document. Ids
    count only for entries, places, topics and series; so linking what is already linked compares the same candidates.

    Args:
        found: the entities of that class, each with its document.
        apart: of what analysts told apart, in which way: what differs in it is not taken for one by its name.
    """
    groups: defaultdict[tuple[object, ...], list[tuple[Analysis, Entity]]] = defaultdict(list)
    shared = frozenset(normalise(name) for entry in entries.values() for name in entry.own)
    known: dict[tuple[object, ...], Entry] = {(id, NOT_APART): entry for id, entry in entries.items()}
    for analysis, entity in found:
        told = apart.get((analysis.document.id, entity.id), NOT_APART)
        own = without_entry(analysis, entity) if told.detached else entity
        identity = _identity(analysis, own, root, {} if told.detached else entries, surroundings, shared)
        groups[*identity, NOT_APART if identity[0] in entries and not told.detached else told].append((analysis, own))
    for key, entry in known.items():
        if root_of(entry.id, entry.cls) == root:
            groups.setdefault(key, [])
    candidates = (
        _candidate(known.get(key), root, part, surroundings, shared)
        for key, group in groups.items()
        for part in _parts(root, group)
    )
    return tuple(sorted(candidates, key=lambda candidate: candidate.key))


def _parts(root: str, group: list[tuple[Analysis, Entity]]) -> list[list[tuple[Analysis, Entity]]]:
    """Give a group whole; one by one where a document tells of two that are alike: nobody can say which is meant."""
    documents = [analysis.document.id for analysis, _ in group]
    return [[one] for one in group] if root == "Event" and len(set(documents)) < len(documents) else [group]


def without_entry(analysis: Analysis, entity: Entity) -> Entity:
    """Give what a document says of a thing that was taken for one of the registry and is another: its own words."""
    spans = [(m.start, m.end) for m in analysis.mentions if m.entity == entity.id and m.source != "rule"]
    texts = {" ".join(analysis.document.text[start:end].split()) for start, end in spans} - {""}
    lang = analysis.document.lang
    names = tuple(Name(text, lang) for text in sorted(texts)) or entity.names[:1]
    return replace(entity, names=names, same_as=())


def _identity(
    analysis: Analysis,
    entity: Entity,
    root: str,
    entries: Mapping[str, Entry],
    surroundings: Surroundings,
    shared: AbstractSet[str],
) -> tuple[str, ...]:
    names = _texts(entity)
    if entity.id in entries or root in ("Place", "Topic", "EventSeries"):
        return (entity.id,)
    if root == "Organization":
        long = [normalise(name) for name in telling(names, {entity.cls}, shared) if not is_abbreviation(name)]
        if long:
            return ("named", min(long))
        whole = sorted(surroundings.related(root, (analysis.document.id, entity.id)))
        common = sorted({normalise(name) for name in names if not is_abbreviation(name)})
        return ("part", *common, "of", *whole) if common and whole else (entity.id, analysis.document.id)
    if root == "Event":
        time = entity.date or (analysis.document.published or "")[:7]
        own = sorted(normalise(name) for name in names if not is_common_event_name(name))
        dated = "on" if entity.date else "reported"
        # At the same time an event of the same name is the same event; what has no time or name is nobody's.
        named = ("named", *own, dated, time, str(entity.edition), str(entity.series))
        return named if own and time else (entity.id, analysis.document.id)
    full = [name for name in names if fullness(name) == _FULL] if root == "Person" else []
    if not full:
        return (entity.id, analysis.document.id)
    # Different characters may sound the same, and short Chinese names have many bearers.
    characters = sorted({normalise(name) for name in full if is_han(name)})
    short = any(map(is_short_chinese_name, full))
    around = sorted(surroundings.related(root, (analysis.document.id, entity.id))) if short else []
    return ("named", min(map(person_slug, full)), *characters, *around)


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is one short word with two capitals or more; many organizations share each.

    >>> is_abbreviation("SPbU"), is_abbreviation("Sber")
    (True, False)
    """
    return _ABBREVIATION.fullmatch(name) is not None


def telling(names: Iterable[str], classes: AbstractSet[str], shared: AbstractSet[str] = frozenset()) -> list[str]:
    """Give those names of an organization that are more than its kind ("our university", "the Office").

    Args:
        shared: names, normalised, that the registry knows several to bear ("Northeastern University"), which tell none.
    """
    unit = classes == {"OrganizationalUnit"}
    own = (name for name in names if normalise(name) not in shared)
    return sorted(name for name in own if not is_common_organization_name(name, unit=unit))


def _candidate(
    entry: Entry | None,
    root: str,
    found: list[tuple[Analysis, Entity]],
    surroundings: Surroundings,
    shared: AbstractSet[str],
) -> Candidate:
    id = entry.id if entry else min(entity.id for _, entity in found)
    organization = root == "Organization"
    members = tuple(sorted((analysis.document.id, entity.id) for analysis, entity in found))
    names = {name for _, entity in found for name in _texts(entity)}
    related = {other for member in members for other in surroundings.related(root, member)}
    if entry is not None:
        # Not the names it was met by: some mean it in one document only ("Polytechnic University").
        names = {name.text for name in entry.names}
        related.update(other for other in (entry.affiliation, entry.part_of) if other)
    entities = [entity for _, entity in found]
    better = telling(names, {entity.cls for entity in entities}, shared) if organization else []
    editions = [entity.edition for entity in entities]
    if root == "Event":
        editions += [read_event(name).edition for name in names]
    return Candidate(
        id=id,
        root=root,
        known=entry is not None,
        common=organization and entry is None and not better,
        names=tuple(better or sorted(names)),
        kinds=frozenset(entity.kind for entity in entities if entity.kind),
        dates=tuple(sorted({entity.date for entity in entities if entity.date})),
        editions=frozenset(edition for edition in editions if edition is not None),
        series=frozenset(entity.series for entity in entities if entity.series),
        published=tuple(sorted({a.document.published for a, _ in found if a.document.published})),
        related=frozenset(related - {id}),
        subjects=frozenset(other for member in members for other in surroundings.subjects(member)),
        members=members,
        label=entry.names[0].text if entry else _label(entities, id),
    )


def _label(entities: Iterable[Entity], id: str) -> str:
    return next((entity.names[0].text for entity in entities if entity.names), id.split("/", 1)[-1])


def _texts(entity: Entity) -> set[str]:
    # A misspelling is still a name to be found by, unless there is nothing better to compare.
    return {name.text for name in entity.names if name.kind is not NameKind.HIDDEN} or {
        name.text for name in entity.names
    }
