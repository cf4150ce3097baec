"""An analysis with the ids of the whole collection in place of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.entities.merging import merge
from kg.records import Analysis, Entity, Fact, Gap, Mention
from kg.schema import SYMMETRIC, allows


def rewrite(
    analysis: Analysis, final: Mapping[str, str], entities: Iterable[tuple[str, Entity]], whole: Mapping[str, Entity]
) -> Analysis:
    """Give the analysis with every id replaced, and what thereby became the same said once.

    Args:
        final: id in this analysis → id in the collection; what is missing keeps its id.
        entities: what this document alone says of each thing, with its id in the collection; several for one id
            become one.
        whole: id in the collection → what the whole collection says of it, for the reasons.
    """

    def new(id: str) -> str:
        return final.get(id, id)

    groups: defaultdict[str, list[Entity]] = defaultdict(list)
    for id, entity in entities:
        groups[id].append(entity)
    told = {entity.id: entity.cls for entity in analysis.entities}
    known = {id: whole[new(id)].cls for id in told if new(id) in whole}
    facts = (
        replace(fact, subject=new(fact.subject), object=new(fact.object))
        for fact in analysis.facts
        if not _is_ruled_out(fact, told, known)
    )
    mentions = (replace(mention, entity=new(mention.entity)) for mention in analysis.mentions)
    return replace(
        analysis,
        entities=tuple(_united(id, groups[id], whole) for id in sorted(groups)),
        mentions=tuple(sorted(set(mentions), key=_place)),
        facts=unite(facts),
        gaps=tuple(_gaps(analysis.gaps, final)),
    )


def _is_ruled_out(fact: Fact, told: Mapping[str, str], known: Mapping[str, str]) -> bool:
    """Tell whether a fact could be one by its document alone, and cannot be by what the collection knows of its ends.

    What one document took for a structure, and an agreement concerns, others may know as an association.

    Args:
        told: class of each thing to the document; `known`: to the collection.
    """
    ends = (fact.subject, fact.object)
    if any(end not in told or end not in known for end in ends):
        return False
    before, after = ((classes[fact.subject], fact.property, classes[fact.object]) for classes in (told, known))
    return allows(*before) and not allows(*after)


def _united(id: str, same: Sequence[Entity], whole: Mapping[str, Entity]) -> Entity:
    one = same[0] if len(same) == 1 else merge(id, same, None, ())
    return replace(one, id=id, reasons=whole[id].reasons)


def unite(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give each fact once, with all its evidence, in the order of the text; a thing's fact about itself falls away.

    Of a symmetric property either direction is the same fact. The surest finding gives confidence and rule.
    """
    groups: defaultdict[tuple[str | None, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.subject == fact.object:
            continue
        ends = sorted((fact.subject, fact.object)) if fact.property in SYMMETRIC else [fact.subject, fact.object]
        directed = replace(fact, subject=ends[0], object=ends[1])
        key = (*ends, fact.property, fact.status.value, fact.title, fact.since, fact.until)
        groups[key].append(directed)
    united = []
    for same in groups.values():
        surest = min(same, key=lambda fact: (-fact.confidence, fact.rule))
        evidence = tuple(sorted({passage for fact in same for passage in fact.evidence}))
        united.append(replace(surest, evidence=evidence))
    return tuple(sorted(united, key=_fact_place))


def _fact_place(fact: Fact) -> tuple[object, ...]:
    begin = fact.evidence[0] if fact.evidence else None
    return (
        (begin.start, begin.end) if begin else (-1, -1),
        *(fact.subject, fact.property, fact.object, fact.status.value),
        *(fact.title or "", fact.since or "", fact.until or ""),
    )


def _place(mention: Mention) -> tuple[object, ...]:
    return mention.start, mention.end, mention.entity, mention.cls, mention.source, mention.reason, mention.score


def _gaps(gaps: Iterable[Gap], final: Mapping[str, str]) -> Iterable[Gap]:
    for gap in gaps:
        named = tuple(sorted({final.get(id, id) for id in gap.entities}))
        if len(named) > 1:  # two names that turned out to be one thing leave nothing to state
            yield replace(gap, entities=named)
