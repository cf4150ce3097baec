"""What was right, missed, invented or fallen for in one document, to be read by whoever writes patterns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.records import Analysis, Fact, Status
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
        quotes: the passages it was found in, in the order of the text; empty if missed.
        note: for a missed triple, what stood in the way; for a trap, why it is none of the text's facts.
    """

    verdict: Verdict
    subject: str
    property: str
    object: str
    rules: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    note: str = ""


def errors(analysis: Analysis, gold: Gold) -> tuple[Finding, ...]:
    """Give every triple found or annotated with its verdict: right, missed, invented, traps, optional, each sorted."""
    met = match(analysis, gold)
    stated: dict[Triple, list[Fact]] = defaultdict(list)
    for fact in analysis.facts:
        stated[translate(canonical((fact.subject, fact.property, fact.object)), met)].append(fact)
    findings = [*_found(stated, analysis, gold), *_missed(stated, frozenset(met.values()), gold)]
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
        passages = sorted({passage for fact in held for passage in fact.evidence})
        yield Finding(
            verdict,
            labels.get(subject, subject),
            prop,
            labels.get(obj, obj),
            tuple(sorted({fact.rule for fact in held})),
            tuple(passage.exact for passage in passages),
            note,
        )


def _missed(stated: dict[Triple, list[Fact]], met: frozenset[str], gold: Gold) -> Iterator[Finding]:
    entities = {entity.id: entity for entity in gold.entities}
    for triple in gold.facts:
        facts = stated.get(triple, [])
        if any(fact.status is Status.HELD for fact in facts) or triple in gold.optional:
            continue
        subject, prop, obj = triple
        notes = [f"{_label(entities[end])} was not found" for end in (subject, obj) if end not in met]
        notes += sorted({f"taken for {fact.status}" for fact in facts})
        yield Finding(Verdict.MISSED, _label(entities[subject]), prop, _label(entities[obj]), note="; ".join(notes))


def _label(entity: GoldEntity) -> str:
    return entity.names[0] if entity.names else f"[{entity.type} {entity.id}]"
