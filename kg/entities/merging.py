"""The one record of a thing out of all that documents and registry say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from kg.entities.candidates import root_of
from kg.entities.names import compare_organizations, compare_persons
from kg.entities.periods import compatible, most_precise
from kg.records import Entity, Entry, Fact, Lang, Name, NameKind, Status
from kg.schema import ancestors

_LANGS: Final[tuple[Lang | None, ...]] = ("en", "ru", "zh", None)
_T = TypeVar("_T", str, int)


def from_entry(entry: Entry) -> Entity:
    """Give the entity of a registry entry.

    >>> from_entry(Entry("place/harbin", "City", (Name("Harbin", "en"),), wikidata="Q1")).same_as
    ('http://www.wikidata.org/entity/Q1',)
    """
    wikidata = f"http://www.wikidata.org/entity/{entry.wikidata}" if entry.wikidata else None
    series = root_of(entry.id, entry.cls) == "EventSeries"
    cls = "EventSeries" if series else entry.cls
    same = tuple(sorted(filter(None, (entry.ror, wikidata))))
    return Entity(entry.id, cls, entry.names, same_as=same, broader=entry.part_of if cls == "Topic" else None)


def merge(id: str, entities: Sequence[Entity], entry: Entry | None, reasons: Iterable[str]) -> Entity:
    """Give the one entity of what several documents found, whatever their order; what the registry knows wins.

    Args:
        id: the id it is to have.
        entities: one for each document that has it.
    """
    known = from_entry(entry) if entry else None
    records = [*entities, known] if known else list(entities)
    return Entity(
        id=id,
        cls=known.cls if known else _class(entity.cls for entity in entities),
        names=_names(entities, known),
        kind=_kind(entity.kind for entity in entities),
        date=most_precise(entity.date for entity in entities if entity.date),
        place=_usual(entity.place for entity in entities),
        same_as=tuple(sorted({iri for entity in records for iri in entity.same_as})),
        series=_usual(entity.series for entity in entities),
        edition=_usual(entity.edition for entity in entities),
        reasons=tuple(sorted({*reasons, *(reason for entity in entities for reason in entity.reasons)})),
        subjects=tuple(sorted({subject for entity in entities for subject in entity.subjects})),
        broader=_usual(entity.broader for entity in records),
    )


def united(first: Entity, other: Entity) -> Entity:
    """Give one thing for what a text told of twice: what the first lacks is the other's."""
    labelled = {name.lang for name in first.names if name.kind is NameKind.PREFERRED}
    more = [name for name in other.names if name.text not in {known.text for known in first.names}]
    return replace(
        first,
        names=first.names
        + tuple(
            replace(name, kind=NameKind.ALTERNATIVE)
            if name.kind is NameKind.PREFERRED and name.lang in labelled
            else name
            for name in more
        ),
        date=most_precise(date for date in (first.date, other.date) if date)
        if compatible(first.date, other.date)
        else first.date,
        place=first.place or other.place,
        same_as=tuple(sorted({*first.same_as, *other.same_as})),
        subjects=tuple(sorted({*first.subjects, *other.subjects})),
    )


def renamed(facts: Iterable[Fact], new: Mapping[str, str]) -> tuple[Fact, ...]:
    """Give facts with other ids of their ends, those that are then the same as one, with the evidence of both.

    Args:
        new: id → the id that it is to have; an end that is not listed keeps its own.
    """
    kept: dict[tuple[str, str, str, Status, str | None], Fact] = {}
    for fact in facts:
        one = replace(fact, subject=new.get(fact.subject, fact.subject), object=new.get(fact.object, fact.object))
        if one.subject == one.object:
            continue
        # one person may have held several posts there, one after the other
        post = one.title if one.since or one.until else None
        key = (one.subject, one.property, one.object, one.status, post)
        if (known := kept.get(key)) is not None:
            surer = max(known, one, key=lambda f: f.confidence)
            one = replace(surer, evidence=tuple(sorted({*known.evidence, *one.evidence})))
        kept[key] = one
    return tuple(kept.values())


def _usual(values: Iterable[_T | None]) -> _T | None:
    """Give the most frequent value; of equally frequent ones the least."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def _kind(kinds: Iterable[str | None]) -> str | None:
    told = [kind for kind in kinds if kind]
    return _usual(kind for kind in told if kind != "agreement") or _usual(told)


def _class(classes: Iterable[str]) -> str:
    """Give the most specific class; of equally specific ones the most frequent, then the first by alphabet."""
    counted = Counter(classes)
    return min(counted, key=lambda cls: (-len(ancestors(cls)), -counted[cls], cls))


def _names(entities: Sequence[Entity], known: Entity | None) -> tuple[Name, ...]:
    """Give every name once: the label first, then by language, with one preferred name in each.

    What the registry prefers stays. Else the label of a language is the name that most documents have as their
    first, then the one that most have at all, then the longest, then the first by alphabet.
    """
    kinds = {(name.text, name.lang): name.kind for name in known.names} if known else {}
    told = {text for text, _ in kinds}
    # What the registry says of a text's language and kind holds for the same text met in a document.
    met = {(name.text, name.lang) for entity in entities for name in entity.names if name.text not in told}
    hidden = _misspelt(entities) - told
    preferred = {lang for (_, lang), kind in kinds.items() if kind is NameKind.PREFERRED}
    for lang in _LANGS:
        if lang is not None and lang not in preferred and (label := _label(met, lang, hidden, entities)):
            kinds[label, lang] = NameKind.PREFERRED
    names = [
        Name(text, lang, kinds.get((text, lang)) or (NameKind.HIDDEN if text in hidden else NameKind.ALTERNATIVE))
        for text, lang in met | set(kinds)
    ]
    first = known.names[0] if known and known.names else None
    return tuple(sorted(names, key=lambda name: (name != first, *_rank(name))))


def _rank(name: Name) -> tuple[bool, int, bool, str]:
    return (
        name.kind is NameKind.HIDDEN,
        _LANGS.index(name.lang),
        name.kind is not NameKind.PREFERRED,
        name.text,
    )


def _label(
    found: Iterable[tuple[str, Lang | None]], lang: Lang, hidden: set[str], entities: Sequence[Entity]
) -> str | None:
    firsts = Counter(name.text for entity in entities if (name := _first(entity, lang)))
    everywhere = Counter(text for entity in entities for text in {name.text for name in entity.names})
    texts = [text for text, spoken in found if spoken == lang and text not in hidden]
    return min(texts, key=lambda text: (-firsts[text], -everywhere[text], -len(text), text), default=None)


def _first(entity: Entity, lang: Lang) -> Name | None:
    names = [name for name in entity.names if name.lang == lang and name.kind is not NameKind.HIDDEN]
    return next((name for name in names if name.kind is NameKind.PREFERRED), names[0] if names else None)


def _misspelt(entities: Sequence[Entity]) -> set[str]:
    """Give the names that are misspellings: said to be everywhere they stand, or found by comparing them."""
    shown = {name.text for entity in entities for name in entity.names if name.kind is not NameKind.HIDDEN}
    hidden = {name.text for entity in entities for name in entity.names} - shown
    root = root_of(entities[0].id, entities[0].cls) if entities else ""
    compare = _COMPARE.get(root)
    if compare is None:
        return hidden
    ordered = sorted(shown)
    found = (compare(a, b) for at, a in enumerate(ordered) for b in ordered[at + 1 :])
    return hidden | {match.misspelt for match in found if match.same and match.misspelt}


_COMPARE: Final = {"Person": compare_persons, "Organization": compare_organizations}
