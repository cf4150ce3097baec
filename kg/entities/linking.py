"""From analyses of single documents to one collection, in which each real thing is one entity.

Things are joined in rounds: what later rounds rely on comes first. People are told apart by their organizations,
events by who took part, agreements by their parties. Within a round the surest pairs join first and nothing that
contradicts is ever joined (clusters.py); which pairs are the same, likeness.py says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.entities.candidates import Member, Surroundings, gather
from kg.entities.clusters import Cluster, cluster
from kg.entities.likeness import Judge, judge
from kg.entities.merging import from_entry, merge
from kg.entities.names import fullness, person_slug, slug
from kg.entities.names.scripts import latin
from kg.entities.periods import most_precise
from kg.entities.rewriting import rewrite
from kg.errors import DocumentError
from kg.records import Analysis, Collection, Entity, Entry
from kg.registry import Registry

_ROUNDS: Final = (
    *("Place", "Topic", "EventSeries", "Organization", "Person", "Event", "Agreement", "Programme", "Recognition"),
)


def link(analyses: Iterable[Analysis], registry: Registry, *, judge: Judge = judge) -> Collection:
    """Give the collection of the analyses: one entity for each real thing, and every id in them replaced by its id.

    The result does not depend on the order of the analyses, and linking it again changes nothing.

    Args:
        analyses: one for each document, with entity ids that hold within it.
        registry: what is known before; its ids win.
        judge: says of two candidates whether they are one thing; a decision of an analyst can stand before the rules.

    Raises:
        DocumentError: two analyses are of documents with one id.
    """
    ordered = sorted(analyses, key=lambda analysis: analysis.document.id)
    _refuse_doubles(ordered)
    entries = {entry.id: entry for entry in registry.entries}
    local = {(a.document.id, entity.id): entity for a in ordered for entity in a.entities}
    final: dict[Member, str] = {}
    merged: dict[str, Entity] = {}
    surroundings = Surroundings(ordered, final)  # reads `final` as it grows: later rounds see what earlier ones found
    for root in _ROUNDS:
        clusters = cluster(gather(ordered, root, entries, surroundings), judge)
        for id, found in _identified(clusters, merged.keys() | entries.keys()):
            members = [member for candidate in found.candidates for member in candidate.members]
            if members:
                final.update(dict.fromkeys(members, id))
                entities = [_renamed(local[member], member[0], final) for member in members]
                merged[id] = merge(id, entities, entries.get(id), found.reasons)
    rewritten = tuple(_rewrite(analysis, final, merged) for analysis in ordered)
    return Collection(rewritten, _used(rewritten, merged, entries))


def _refuse_doubles(ordered: Sequence[Analysis]) -> None:
    for one, other in pairwise(ordered):
        if one.document.id == other.document.id:
            raise DocumentError(
                f"the id “{one.document.id}” belongs to {one.document.path or 'another document'} too",
                place=other.document.path,
                remedy="give each document an id of its own",
            )


def _renamed(entity: Entity, document: str, final: Mapping[Member, str]) -> Entity:
    def new(id: str | None) -> str | None:
        return None if id is None else final.get((document, id), id)

    return replace(entity, place=new(entity.place), series=new(entity.series))


def _identified(clusters: Iterable[Cluster], taken: Iterable[str]) -> list[tuple[str, Cluster]]:
    """Give each cluster its id: the registry's, else that of the fullest name, rather in Latin letters, then the first.

    Different things that their documents gave one id ("person/wang-w") are told apart by date, else by document.
    """
    wished = [(_wish(found), found) for found in clusters]
    groups: defaultdict[str, list[Cluster]] = defaultdict(list)
    for id, found in wished:
        groups[id].append(found)
    used = set(taken)
    identified: list[tuple[str, Cluster]] = []
    for id, group in sorted(groups.items()):
        dates = Counter(_date(found) for found in group)
        for found in group:
            if any(candidate.known for candidate in found.candidates):
                identified.append((id, found))
                continue
            own = id
            if len(group) > 1:
                date = _date(found)
                own = f"{id}-{slug(date if date and dates[date] == 1 else _first_document(found, id))}"
            while own in used:
                own += "-2"
            used.add(own)
            identified.append((own, found))
    return identified


def _wish(found: Cluster) -> str:
    known = [candidate.id for candidate in found.candidates if candidate.known]
    if known:
        return known[0]
    names = {name for candidate in found.candidates for name in candidate.names}
    ids = {id for candidate in found.candidates for _, id in candidate.members}
    return min(ids, key=lambda id: _poorness(id, names))


def _poorness(id: str, names: Iterable[str]) -> tuple[int, bool, str]:
    home, key = id.split("/", 1)
    make = person_slug if home == "person" else slug
    own = [name for name in names if make(name) == key]
    full = max(map(fullness, own), default=0) if home == "person" else 0
    return -full, not any(latin(name[0]) == name[0].lower() for name in own), id


def _date(found: Cluster) -> str | None:
    return most_precise(date for candidate in found.candidates for date in candidate.dates)


def _first_document(found: Cluster, id: str) -> str:
    members = [member for candidate in found.candidates for member in candidate.members]
    return min((document for document, own in members if own == id), default=min(members)[0])


def _rewrite(analysis: Analysis, final: Mapping[Member, str], merged: Mapping[str, Entity]) -> Analysis:
    document = analysis.document.id
    own = {entity.id: final[document, entity.id] for entity in analysis.entities}
    renamed = [(own[entity.id], _renamed(entity, document, final)) for entity in analysis.entities]
    return rewrite(analysis, own, renamed, merged)


def _used(
    analyses: Iterable[Analysis], merged: Mapping[str, Entity], entries: Mapping[str, Entry]
) -> tuple[Entity, ...]:
    """Give the entities that the analyses speak of, and those that these refer to, by id."""
    waiting = {id for analysis in analyses for id in _spoken_of(analysis)}
    found: dict[str, Entity] = {}
    while waiting:
        id = waiting.pop()
        entity = merged.get(id) or (from_entry(entries[id]) if id in entries else None)
        if entity is None or id in found:
            continue
        found[id] = entity
        waiting.update(other for other in (entity.place, entity.series) if other)
    return tuple(found[id] for id in sorted(found))


def _spoken_of(analysis: Analysis) -> Iterable[str]:
    yield from (entity.id for entity in analysis.entities)
    yield from (mention.entity for mention in analysis.mentions)
    for fact in analysis.facts:
        yield from (fact.subject, fact.object)
    if analysis.document.publisher:
        yield analysis.document.publisher
