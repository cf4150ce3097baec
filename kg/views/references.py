"""From what an analyst types to references that a decision can be written with."""

from __future__ import annotations

from dataclasses import dataclass

from kg.curation import Reference
from kg.entities.candidates import root_of
from kg.graph.store import Store
from kg.views import lookup
from kg.views.lookup import Candidate
from kg.views.reading import Thing, ask, read_things


@dataclass(frozen=True, slots=True)
class Unclear:
    """Two names of which it is not clear what they mean: why, and what may have been meant."""

    reason: str
    candidates: tuple[Candidate, ...] = ()


def clear(store: Store, names: tuple[str, str]) -> tuple[Reference, Reference] | Unclear:
    """Give two references that mean one thing each, in this store and in later builds of it."""
    things = read_things(store)
    asked = tuple(Reference.parse(name) for name in names)
    found: list[Thing] = []
    for reference in asked:
        thing = _bearer(store, things, reference)
        if isinstance(thing, Unclear):
            return thing
        found.append(thing)
    if found[0].iri != found[1].iri:
        if _root(found[0]) != _root(found[1]):
            return _two_kinds(things, asked, found)
        one, other = (Reference(thing.key, each.document) for each, thing in zip(asked, found, strict=True))
        return one, other
    # Parts of what is one thing now: only its names or documents can tell them apart.
    if lookup.fold(str(asked[0])) != lookup.fold(str(asked[1])) and not any(each.is_key for each in asked):
        return asked[0], asked[1]
    documents = _documents(store, found[0].iri)
    return Unclear(
        f"both mean {found[0].key}; name its parts by the names or the documents that they have, "
        f"such as “{found[0].label}@{documents[0] if documents else 'ID'}”; it stands in {', '.join(documents)}"
    )


def _bearer(store: Store, things: dict[str, Thing], reference: Reference) -> Thing | Unclear:
    found = lookup.find(things.values(), reference.text)
    if reference.document is not None:
        found = tuple(c for c in found if reference.document in _documents(store, c.thing.iri))
    if len(found) == 1:
        return found[0].thing
    if found:
        return Unclear(f"{len(found)} things are called “{reference}”; name one by its key:", found)
    near = lookup.near(things.values(), reference.text)
    return Unclear(f"nothing here is called “{reference}”." + (" Did you mean one of these?" if near else ""), near)


def _root(thing: Thing) -> str:
    return root_of(thing.key, thing.cls)


def _two_kinds(things: dict[str, Thing], asked: tuple[Reference, ...], found: list[Thing]) -> Unclear:
    """Give why two things of different kinds need no decision, and what of the other's kind may have been meant."""
    first, second = found
    meant = [
        candidate
        for reference, own, wanted in ((asked[0], first, second), (asked[1], second, first))
        for candidate in lookup.near((t for t in things.values() if _root(t) == _root(wanted)), reference.text)
        if candidate.thing.iri not in (own.iri, wanted.iri)
    ]
    return Unclear(
        f"“{asked[0]}” is a thing of class {first.cls} ({first.key}), “{asked[1]}” one of class {second.cls} "
        f"({second.key}): they are two in any case, and a decision is about two of one kind."
        + (" Did you mean one of these?" if meant else " Name two organizations, two persons, two places …"),
        tuple(meant),
    )


def _documents(store: Store, iri: str) -> list[str]:
    rows = ask(store, f"SELECT DISTINCT ?id WHERE {{ ?document schema:mentions <{iri}> ; dcterms:identifier ?id }}")
    return sorted(id for (id,) in rows)
