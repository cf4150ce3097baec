"""Final identities for what was only described: an agreement is its parties, its date and its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from kg.entities.names import slug
from kg.entities.referents import home
from kg.records import Entity, Fact, Mention, Status

_DEFINING = ("signed", "organized", "participatedIn", "established", "received", "locatedIn", "concerns", "unitOf")


def settle(
    document_id: str, entities: Iterable[Entity], mentions: Iterable[Mention], facts: Iterable[Fact]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Fact, ...]]:
    """Give entities, mentions and facts with final ids, without the described things that no fact uses.

    The id of a thing without a name is made of what defines it: for an agreement its parties, date and kind; for an
    event, programme or recognition its description, date and those who made it.
    """
    facts = tuple(facts)
    entities = tuple(entities)
    used = {end for fact in facts for end in (fact.subject, fact.object)}
    parties: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.status is Status.HELD and fact.property in _DEFINING and "/~" in fact.object:
            parties[fact.object].add(fact.subject)
    by_id = {entity.id: entity for entity in entities}
    new: dict[str, str] = {}
    for entity in entities:
        if "/~" not in entity.id:
            continue
        if entity.id not in used:
            continue
        new[entity.id] = _identity(document_id, entity, parties.get(entity.id, set()), by_id)
    kept: dict[str, Entity] = {}
    for entity in entities:
        if "/~" in entity.id and entity.id not in new:
            continue
        final = replace(entity, id=new.get(entity.id, entity.id))
        if final.id in kept:
            first = kept[final.id]
            names = first.names + tuple(n for n in final.names if n.text not in {m.text for m in first.names})
            final = replace(first, names=names, date=first.date or final.date)
        kept[final.id] = final
    gone = {entity.id for entity in entities if "/~" in entity.id and entity.id not in new}
    settled_mentions = tuple(
        replace(mention, entity=new.get(mention.entity, mention.entity)) for mention in mentions if mention.entity not in gone
    )
    settled_facts = tuple(
        replace(fact, subject=new.get(fact.subject, fact.subject), object=new.get(fact.object, fact.object)) for fact in facts
    )
    return tuple(sorted(kept.values(), key=lambda e: e.id)), settled_mentions, settled_facts


def _identity(document_id: str, entity: Entity, parties: set[str], by_id: dict[str, Entity]) -> str:
    path = home(entity.cls)
    label = entity.names[-1].text if entity.names else (entity.kind or entity.cls)
    makers = sorted(party.split("/", 1)[1] for party in parties if "/~" not in party and not party.startswith("person/"))
    if entity.cls == "Agreement" and len(makers) >= 2:
        core = [entity.kind or "agreement", *makers]
    else:
        core = [slug(label), *makers]
        if not makers:
            core.append(document_id)
    if entity.date:
        core.append(entity.date)
    key = slug("-".join(core))
    if len(key) > 80:
        key = f"{key[:60].rstrip('-')}-{sha256(key.encode()).hexdigest()[:8]}"
    return f"{path}/{key}"
