"""Annotations made by hand, as `data/gold/GUIDELINES.md` defines them: file → records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import InputError
from kg.records import Lang
from kg.schema import CLASSES, PROPERTIES, SYMMETRIC

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing that a text speaks of.

    Attributes:
        id: its name within the annotation.
        type: class in the ontology; "Event" and "Place" stand for all their subclasses.
        names: its forms in the text; empty where the text gives it none.
        date: ISO, of an agreement or event.
        optional: a careful reader may leave it out.
        about: what a thing without a name is, in the annotator's words.
    """

    id: str
    type: str
    names: tuple[str, ...] = ()
    date: str | None = None
    optional: bool = False
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """What one text says.

    Attributes:
        id: of the document.
        facts: what must be found; triples of entity id, property, entity id; both directions of an
            undirected property are one triple, see `canonical`.
        optional: triples that count neither way.
        traps: triples that the text does not assert, with the reason ("planned", "credit" …).
        path: the file it came from, as the user named it.
        sha256: of that file.
    """

    id: str
    lang: Lang
    entities: tuple[GoldEntity, ...] = ()
    facts: tuple[Triple, ...] = ()
    optional: tuple[Triple, ...] = ()
    traps: tuple[tuple[Triple, str], ...] = ()
    path: str | None = None
    sha256: str = ""


class _Entity(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    type: str
    names: list[str]
    about: str | None = None
    kind: str | None = None
    date: str | None = None
    optional: bool = False


class _File(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    lang: Lang
    entities: list[_Entity]
    facts: list[Triple]
    url: str | None = None
    title: str | None = None
    published: str | None = None
    optional: list[Triple] = []
    titles: dict[str, str] = {}
    not_facts: list[tuple[str, str, str, str]] = []


def canonical(triple: Triple) -> Triple:
    """Give the one form of a triple that both directions of an undirected property share.

    >>> canonical(("b", "partnerOf", "a")), canonical(("b", "unitOf", "a"))
    (('a', 'partnerOf', 'b'), ('b', 'unitOf', 'a'))
    """
    subject, prop, obj = triple
    return (obj, prop, subject) if prop in SYMMETRIC and obj < subject else triple


def load_gold(path: Path) -> Gold:
    """Give the annotation in a file.

    Raises:
        InputError: the file cannot be read, is no JSON of this shape, or speaks of types, properties or
            entities that do not exist.
    """
    try:
        content = path.read_bytes()
        file = msgspec.json.decode(content, type=_File)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=path) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"not an annotation: {error}", place=path, remedy="see GUIDELINES.md beside it") from error
    for reason in _faults(file):
        raise InputError(reason, place=path, remedy="see GUIDELINES.md beside it")
    return Gold(
        id=file.id,
        lang=file.lang,
        entities=tuple(GoldEntity(e.id, e.type, tuple(e.names), e.date, e.optional, e.about) for e in file.entities),
        facts=tuple(map(canonical, file.facts)),
        optional=tuple(map(canonical, file.optional)),
        traps=tuple((canonical((s, p, o)), reason) for s, p, o, reason in file.not_facts),
        path=str(path),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _faults(file: _File) -> Iterator[str]:
    known: set[str] = set()
    for entity in file.entities:
        if entity.type not in CLASSES:
            yield f"entity {entity.id}: the ontology has no class {entity.type}"
        if entity.id in known:
            yield f"entity {entity.id} is given twice"
        known.add(entity.id)
    stated: dict[Triple, str] = {}
    lists: tuple[tuple[str, list[Any]], ...] = (
        ("facts", file.facts),
        ("optional", file.optional),
        ("not_facts", file.not_facts),
    )
    for section, triples in lists:
        for subject, prop, obj, *_ in triples:
            if prop not in PROPERTIES:
                yield f"{section}: the ontology has no property {prop}"
            for end in (subject, obj):
                if end not in known:
                    yield f"{section}: {end} is not among the entities"
            triple = canonical((subject, prop, obj))
            if triple in stated:
                yield f"{section}: {' '.join(triple)} stands already in {stated[triple]}"
            stated[triple] = section
    for key in file.titles:
        person, _, organization = key.partition("|")
        if (person, "holdsPost", organization) not in stated:
            yield f"titles: {key} belongs to no holdsPost (write person|organization)"
