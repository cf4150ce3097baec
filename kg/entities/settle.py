"""Final identities for what was only described: an agreement is its parties, its date and its kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import dropwhile

from kg.entities.merging import renamed, united
from kg.entities.names import normalise, slug
from kg.entities.referents import home
from kg.languages.lexicon import words
from kg.records import BlockKind, Document, Entity, Fact, Mention, Name, NameKind, Status
from kg.schema import UNITS, is_a

_DEFINING = ("signed", "organized", "participatedIn", "established", "received", "locatedIn", "concerns", "unitOf")


def settle(
    document: Document, entities: Iterable[Entity], mentions: Iterable[Mention], facts: Iterable[Fact]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Fact, ...]]:
    """Give entities, mentions and facts with final ids, without the described things that no fact uses.

    The id of a thing without a name is made of what defines it: for an agreement its parties, date and kind; for an
    event, programme or recognition its description, date and those who made it. That of an organization whose name
    several bear is made of the name and the document, since namesakes elsewhere are not known to be the same.
    """
    document_id = document.id
    facts, entities, mentions = tuple(facts), tuple(entities), tuple(mentions)
    titles = {
        k for b in document.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING} for k in range(b.start, b.end)
    }
    used = {end for fact in facts for end in (fact.subject, fact.object)}
    parties: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.status is Status.HELD and fact.property in _DEFINING and "/~" in fact.object:
            parties[fact.object].add(fact.subject)
    by_id = {entity.id: entity for entity in entities}
    same = _same_agreements(entities, facts, parties, frozenset(m.entity for m in mentions if m.start in titles))
    facts = tuple(
        replace(f, subject=same.get(f.subject, f.subject), object=same.get(f.object, f.object)) for f in facts
    )
    used = {end for fact in facts for end in (fact.subject, fact.object)}
    mentions = tuple(replace(m, entity=same.get(m.entity, m.entity)) for m in mentions)
    for gone_id, kept_id in same.items():
        parties[kept_id] |= parties.pop(gone_id, set())
        reason = "told of twice in one text: the same parties, kind and subject"
        by_id[kept_id] = replace(united(by_id[kept_id], by_id[gone_id]), reasons=(*by_id[kept_id].reasons, reason))
    entities = tuple(by_id[entity.id] for entity in entities if entity.id not in same)
    new: dict[str, str] = {}
    for entity in entities:
        if "/~" not in entity.id:
            continue
        if entity.id not in used and entity.series is None:
            continue
        new[entity.id] = _identity(document_id, entity, parties.get(entity.id, set()))
    kept: dict[str, Entity] = {}
    for entity in entities:
        if "/~" in entity.id and entity.id not in new:
            continue
        final = replace(entity, id=new.get(entity.id, entity.id))
        if entity.cls == "Agreement":
            final = _labelled(final, parties.get(entity.id, set()), by_id)
        if final.id in kept:
            final = united(kept[final.id], final)
        kept[final.id] = final
    gone = {entity.id for entity in entities if "/~" in entity.id and entity.id not in new}
    gone |= _hearsay(mentions, used | {entity.place for entity in entities if entity.place})
    kept = {id: entity for id, entity in kept.items() if id not in gone}
    settled_mentions = tuple(
        replace(mention, entity=new.get(mention.entity, mention.entity))
        for mention in mentions
        if mention.entity not in gone
    )
    return tuple(sorted(kept.values(), key=lambda e: e.id)), settled_mentions, renamed(facts, new)


def needed(
    entities: Iterable[Entity], mentions: Iterable[Mention], facts: Iterable[Fact]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Give entities and mentions without the things that are only described, or only guessed, and that no fact uses.

    `settle` left out those that no rule used; this does after some of the facts were not sure enough to be stated.
    """
    entities, mentions = tuple(entities), tuple(mentions)
    used = {end for fact in facts for end in (fact.subject, fact.object)}
    used |= {entity.place for entity in entities if entity.place}
    sources: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        sources[mention.entity].add(mention.source)
    described = {id for id, by in sources.items() if by == {"rule"}}
    gone = (described | _hearsay(mentions, used)) - used
    kept = tuple(entity for entity in entities if entity.id not in gone or entity.series is not None)
    names = {entity.id for entity in kept}
    return kept, tuple(mention for mention in mentions if mention.entity in names)


def _labelled(agreement: Entity, parties: set[str], by_id: dict[str, Entity]) -> Entity:
    """Give an agreement that is only described a label that tells it from others: its parties and date."""
    names = sorted(
        by_id[party].names[0].text for party in parties if party in by_id and not party.startswith("person/")
    )
    if not names or not agreement.names:
        return agreement
    plain = [n for n in agreement.names if not any(ch.isdigit() for ch in n.text) and not _own_parties(n)]
    first = max(plain or agreement.names[-1:], key=lambda name: (len(name.text), name.text))
    text = f"{_told(first)}: {', '.join(names)}" + (f" ({agreement.date})" if agreement.date else "")
    others = tuple(replace(name, kind=NameKind.ALTERNATIVE) for name in agreement.names)
    return replace(agreement, names=(Name(text, first.lang, NameKind.PREFERRED), *others))


def _told(name: Name) -> str:
    """Give a description without what only its own text can mean by it: "new", "only"."""
    optional = words(name.lang, "optional")
    said = name.text.split()
    return " ".join(dropwhile(lambda word: word.lower() in optional, said)) or name.text


def _own_parties(name: Name) -> bool:
    """Tell whether a description names the parties itself, which the label would only say again."""
    return bool(set(name.text.lower().split()) & words(name.lang, "party_prepositions"))


def _hearsay(mentions: Iterable[Mention], used: set[str]) -> set[str]:
    """Give the things that only the language model saw and no fact needs: mostly "AI", "Large Hadron Collider"."""
    found_by: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        found_by[mention.entity].add(mention.source)
    seen = (id for id, sources in found_by.items() if "model" in sources and sources <= {"model", "rule"})
    return set(seen) - used


def _same_agreements(
    entities: tuple[Entity, ...], facts: tuple[Fact, ...], parties: dict[str, set[str]], headlines: frozenset[str]
) -> dict[str, str]:
    """Give agreements told of twice: one's parties all among the other's, nothing in kind, date or words against it."""
    subjects: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.property == "concerns":
            subjects[fact.subject].add(fact.object)
    agreements = sorted(
        (e for e in entities if e.cls == "Agreement" and "/~" in e.id and parties.get(e.id)),
        key=lambda e: (-len(parties[e.id]), e.id),
    )
    same: dict[str, str] = {}
    for position, one in enumerate(agreements):
        for other in agreements[:position]:
            if other.id in same or not parties[one.id] <= parties[other.id]:
                continue
            if (one.kind != other.kind) or (one.date and other.date and one.date != other.date):
                continue
            mine, its = _words(one), _words(other)
            told_twice = subjects[one.id] & subjects[other.id] or (mine & its and (mine <= its or its <= mine))
            # a headline and the text below it tell of one, if the text tells of one only
            headline = (one.id in headlines) != (other.id in headlines)
            alone = sum(parties[one.id] <= parties[a.id] for a in agreements if a.id not in headlines) == 1
            if told_twice or (headline and alone):
                same[one.id] = other.id
                break
    return same


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _words(entity: Entity) -> set[str]:
    plain = {word for name in entity.names for word in words(name.lang, "agreement_words")}
    return {word for name in entity.names for word in normalise(name.text).split()} - plain


def _identity(document_id: str, entity: Entity, parties: set[str]) -> str:
    path = home(entity.cls)
    if entity.series is not None:
        year = next((m[0] for name in entity.names if (m := _YEAR.search(name.text))), None)
        which = str(entity.edition) if entity.edition else year or entity.date or document_id
        return f"{path}/{entity.series.split('/', 1)[1]}-{slug(which)}"
    label = entity.names[-1].text if entity.names else (entity.kind or entity.cls)
    if is_a(entity.cls, "Organization") and entity.cls not in UNITS:  # bears a name of several: this text's alone
        return f"{path}/{slug(f'{entity.names[0].text if entity.names else label}-{document_id}')}"
    makers = sorted(
        party.split("/", 1)[1] for party in parties if "/~" not in party and not party.startswith("person/")
    )
    if entity.cls == "Agreement" and len(makers) >= 2:
        # two agreements of the same parties are told apart by what they are about
        subject = slug(" ".join(sorted(_words(entity)))) if _words(entity) else ""
        core = [entity.kind or "agreement", *makers, *filter(None, [subject])]
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
