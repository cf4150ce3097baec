"""What was right, missed, invented or fallen for in one document, to be read by whoever writes patterns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.records import Analysis, Evidence, Fact, Status
from kg.views.evaluation.gold import Gold, GoldEntity, Triple, canonical
from kg.views.evaluation.matching import match, translate


class Verdict(StrEnum):
    """How a triple compares with the annotation."""

    RIGHT = "right"
    MISSED = "missed"
    INVENTED = "invented"
    TRAP = "trap"
    OPTIONAL = "optional"  # found, counts neither way


@dataclass(frozen=True, slots=True)
class Finding:
    """One triple of an analysis or its annotation.

    Attributes:
        subject, object: a name of each end.
        rules: the patterns that found it, in alphabetical order.
        evidence: the passages it was found in, in the order of the text.
        note: for a missed triple, what stood in the way; for a trap, why it is none of the text's facts.
        confidence: how sure the surest pattern was; None where nothing was found.
        things: ids of what was found for its ends, in alphabetical order.

    Of a missed triple that was taken for planned or denied, rules and evidence tell where.
    """

    verdict: Verdict
    subject: str
    property: str
    object: str
    rules: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    confidence: float | None = None
    things: tuple[str, ...] = ()


def errors(analysis: Analysis, gold: Gold) -> tuple[Finding, ...]:
    """Give every triple found or annotated with its verdict: right, missed, invented, traps, optional, each sorted."""
    met = match(analysis, gold)
    stated: dict[Triple, list[Fact]] = defaultdict(list)
    for fact in analysis.facts:
        stated[translate(canonical((fact.subject, fact.property, fact.object)), met)].append(fact)
    findings = [*_found(stated, analysis, gold), *_missed(stated, met, gold)]
    order = list(Verdict)
    return tuple(sorted(findings, key=lambda f: (order.index(f.verdict), f.property, f.subject, f.object)))


def _found(stated: dict[Triple, list[Fact]], analysis: Analysis, gold: Gold) -> Iterator[Finding]:
    labels = {f"?{entity.id}": entity.names[0].text if entity.names else entity.id for entity in analysis.entities}
    labels |= {entity.id: _label(entity) for entity in gold.entities}
    reasons = dict(gold.traps)
    for triple, facts in stated.items():
        held = [fact for fact in facts if fact.status is Status.HELD]
        if not held:
            continue
        subject, prop, obj = triple
        if triple in gold.optional:
            verdict, note = Verdict.OPTIONAL, ""
        elif triple in gold.facts:
            verdict, note = Verdict.RIGHT, ""
        elif triple in reasons:
            verdict, note = Verdict.TRAP, reasons[triple]
        else:
            foreign = [labels.get(end, end) for end in (subject, obj) if end.startswith("?")]
            verdict, note = Verdict.INVENTED, "; ".join(f"{name} meets nothing annotated" for name in foreign)
        yield _finding(verdict, labels.get(subject, subject), prop, labels.get(obj, obj), note, held)


def _missed(stated: dict[Triple, list[Fact]], met: Mapping[str, str], gold: Gold) -> Iterator[Finding]:
    entities = {entity.id: entity for entity in gold.entities}
    bearers: dict[str, set[str]] = defaultdict(set)
    for one, other in met.items():
        bearers[other].add(one)
    for triple in gold.facts:
        facts = stated.get(triple, [])
        if any(fact.status is Status.HELD for fact in facts) or triple in gold.optional:
            continue
        subject, prop, obj = triple
        notes = [f"{_label(entities[end])} was not found" for end in (subject, obj) if end not in bearers]
        notes += sorted({f"taken for {fact.status}" for fact in facts})
        ends = _label(entities[subject]), prop, _label(entities[obj])
        found = _finding(Verdict.MISSED, *ends, "; ".join(notes), facts)
        yield replace(found, things=tuple(sorted(bearers.get(subject, set()) | bearers.get(obj, set()))))


def _finding(verdict: Verdict, subject: str, prop: str, obj: str, note: str, facts: Sequence[Fact]) -> Finding:
    return Finding(
        verdict,
        subject,
        prop,
        obj,
        tuple(sorted({fact.rule for fact in facts})),
        tuple(sorted({passage for fact in facts for passage in fact.evidence})),
        note,
        max((fact.confidence for fact in facts), default=None),
        tuple(sorted({end for fact in facts for end in (fact.subject, fact.object)})),
    )


def _label(entity: GoldEntity) -> str:
    return entity.names[0] if entity.names else f"[{entity.type}: {entity.about or entity.id}]"
