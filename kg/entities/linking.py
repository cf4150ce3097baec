"""From analyses of single documents to one collection, in which each real thing is one entity.

Things are joined in rounds: what later rounds rely on comes first. People are told apart by their organizations,
events by who took part, agreements by their parties. Within a round what analysts decided stands first (rulings.py),
then the surest pairs join and nothing that contradicts is ever joined (clusters.py); which pairs are the same,
likeness.py says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.curation import NOTHING, Curation
from kg.entities.candidates import Apart, Member, Surroundings, gather, root_of, without_entry
from kg.entities.clusters import cluster
from kg.entities.decisions import decisions
from kg.entities.identifiers import identified
from kg.entities.likeness import Judge, judge
from kg.entities.merging import from_entry, merge
from kg.entities.rewriting import rewrite
from kg.entities.rulings import Rulings
from kg.errors import DocumentError
from kg.records import Analysis, Collection, Decision, Entity, Entry
from kg.registry import Registry

_ROUNDS: Final = (
    *("Place", "Topic", "EventSeries", "Organization", "Person", "Event", "Agreement", "Programme", "Recognition"),
)


def link(
    analyses: Iterable[Analysis], registry: Registry, *, judge: Judge = judge, curation: Curation = NOTHING
) -> Collection:
    """Give the collection of the analyses: one entity for each real thing, and every id in them replaced by its id.

    The result does not depend on the order of the analyses, and linking it again changes nothing.

    Args:
        analyses: one for each document, with entity ids that hold within it.
        registry: what is known before; its ids win.
        judge: the rules: says of two candidates whether they are one thing.
        curation: what analysts decided; it stands before the rules.

    Raises:
        DocumentError: two analyses are of documents with one id.
        CurationError: decisions contradict each other, or make one thing of two that the registry has.
    """
    ordered = sorted(analyses, key=lambda analysis: analysis.document.id)
    _refuse_doubles(ordered)
    entries = {entry.id: entry for entry in (*registry.entries, *registry.topics)}
    found = _by_root(ordered)
    local = {(a.document.id, entity.id): entity for a in ordered for entity in a.entities}
    final: dict[Member, str] = {}
    merged: dict[str, Entity] = {}
    told: list[Decision] = []
    rulings = Rulings(curation, entries)
    surroundings = Surroundings(ordered, final)  # reads `final` as it grows: later rounds see what earlier ones found
    for root in _ROUNDS:
        apart = rulings.apart(found[root], root, surroundings)
        local |= _detached(found[root], apart)
        candidates = gather(found[root], root, entries, surroundings, apart)
        linked = cluster(candidates, judge, rulings.forced(candidates, judge))
        groups = identified(((each.candidates, each) for each in linked.clusters), merged.keys() | entries.keys())
        ids = {candidate: id for id, candidates, _ in groups for candidate in candidates}
        for id, group, one in groups:
            members = [member for candidate in group for member in candidate.members]
            if members:
                final.update(dict.fromkeys(members, id))
                entities = [_renamed(local[member], member[0], final) for member in members]
                merged[id] = merge(id, entities, entries.get(id), one.reasons)
        told += decisions(linked, ids)
    rewritten = tuple(_rewrite(analysis, local, final, merged) for analysis in ordered)
    used = _used(rewritten, merged, entries)
    spoken = {entity.id for entity in used}
    kept = tuple(decision for decision in told if spoken.issuperset(decision.entities))
    return Collection(rewritten, used, kept, tuple(rulings.warnings()))


def _by_root(ordered: Sequence[Analysis]) -> Mapping[str, list[tuple[Analysis, Entity]]]:
    found: defaultdict[str, list[tuple[Analysis, Entity]]] = defaultdict(list)
    for analysis in ordered:
        for entity in analysis.entities:
            found[root_of(entity.id, entity.cls)].append((analysis, entity))
    return found


def _detached(found: Iterable[tuple[Analysis, Entity]], apart: Mapping[Member, Apart]) -> dict[Member, Entity]:
    """Give the entities of which an analyst said that they are not what their documents took them for."""
    if not apart:
        return {}
    members = (((analysis.document.id, entity.id), analysis, entity) for analysis, entity in found)
    return {m: without_entry(a, entity) for m, a, entity in members if m in apart and apart[m].detached}


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

    subjects = tuple(sorted({final.get((document, subject), subject) for subject in entity.subjects}))
    return replace(entity, place=new(entity.place), series=new(entity.series), subjects=subjects)


def _rewrite(
    analysis: Analysis, local: Mapping[Member, Entity], final: Mapping[Member, str], merged: Mapping[str, Entity]
) -> Analysis:
    document = analysis.document.id
    own = {entity.id: final[document, entity.id] for entity in analysis.entities}
    renamed = [(id, _renamed(local[document, key], document, final)) for key, id in own.items()]
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
        waiting.update(other for other in (entity.place, entity.series, entity.broader, *entity.subjects) if other)
    return tuple(found[id] for id in sorted(found))


def _spoken_of(analysis: Analysis) -> Iterable[str]:
    yield from (entity.id for entity in analysis.entities)
    yield from (mention.entity for mention in analysis.mentions)
    for fact in analysis.facts:
        yield from (fact.subject, fact.object)
    if analysis.document.publisher:
        yield analysis.document.publisher
