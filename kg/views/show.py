"""Everything that a store knows about one thing, with who says so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from kg.graph.store import Store
from kg.records import Status
from kg.schema import PROPERTIES, SYMMETRIC
from kg.views import lookup, wording
from kg.views.confidence import confidence, is_high
from kg.views.identity import Decided, read_decisions
from kg.views.lookup import Candidate
from kg.views.reading import Claim, Digest, Reading, Thing, read_claims, read_digests, read_things


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple seen from one of its ends, and every claim that makes it with the same status.

    Attributes:
        phrase: the property in words, read from the thing that was asked for ("signed by").
        inverse: the thing asked for is its object.
        other: the thing at the other end.
        date: ISO date when it happened, by the post or by the agreement or event itself; None where nobody says.
        confidence: how sure it is, all its claims together; `high` if that is high confidence.
        sources: how many digests make it.
        claims: at least one, oldest digest first.
    """

    property: str
    phrase: str
    inverse: bool
    other: Thing
    status: Status
    date: str | None
    confidence: float
    high: bool
    sources: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything known about one thing.

    Attributes:
        lang: the language of `phrase`, `cls` and `kind`.
        cls, kind: in words.
        place, series: the things that its place and series are.
        subjects: the fields that it is about.
        broader, narrower: of a field, the field that it is a part of and those that are parts of it.
        about: of a field, the agreements, events and programmes about it, oldest first.
        facts: what is held, grouped by property in the ontology's order, oldest first in each.
        unconfirmed: what is only planned or proposed, and what is denied.
        digests: every digest quoted, by IRI.
        decisions: why it is one thing, and what it was not taken for.
        others: the things that it was kept apart from, by IRI.
    """

    thing: Thing
    lang: str
    cls: str
    kind: str | None
    place: Thing | None
    series: Thing | None
    facts: tuple[Statement, ...]
    unconfirmed: tuple[Statement, ...]
    digests: dict[str, Digest]
    decisions: tuple[Decided, ...] = ()
    others: dict[str, Thing] = field(default_factory=dict)
    subjects: tuple[Thing, ...] = ()
    broader: Thing | None = None
    narrower: tuple[Thing, ...] = ()
    about: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """No single thing bears that name.

    Attributes:
        ambiguous: several bear exactly this name; otherwise these are near misses, the likest first, or none.
    """

    asked: str
    ambiguous: bool
    candidates: tuple[Candidate, ...]


def show(store: Store, name: str, lang: str = "en", at_least: float | None = None) -> Card | Suggestions:
    """Give all about the thing that bears a name, an IRI or a key; else what may have been meant.

    Args:
        at_least: only facts that are so sure, all their claims together.
    """
    things = read_things(store)
    found = lookup.find(things.values(), name)
    if len(found) != 1:
        return Suggestions(name, bool(found), found or lookup.near(things.values(), name))
    thing = found[0].thing
    reading = Reading(things, read_digests(store), read_claims(store, about=thing.iri))
    decisions = read_decisions(store, thing.iri)
    others = {each.other: things[each.other] for each in decisions if each.other}
    return replace(card(reading, thing.iri, lang, at_least), decisions=decisions, others=others)


def card(reading: Reading, iri: str, lang: str = "en", at_least: float | None = None) -> Card:
    """Give all that a reading holds about the thing with this IRI, or only facts that are so sure.

    Raises:
        KeyError: it holds no such thing.
    """
    words = wording.load()
    thing = reading.things[iri]
    statements = [s for s in _statements(reading, iri, lang) if at_least is None or s.confidence >= at_least]
    quoted = {q.digest for s in statements for c in s.claims for q in c.quotations}
    others = reading.things.values()
    return Card(
        thing,
        lang,
        words.term(thing.cls, lang),
        None if thing.kind is None else words.term(thing.kind, lang),
        reading.things.get(thing.place or ""),
        reading.things.get(thing.series or ""),
        tuple(s for s in statements if s.status is Status.HELD),
        tuple(s for s in statements if s.status is not Status.HELD),
        {key: digest for key, digest in reading.digests.items() if key in quoted},
        subjects=tuple(reading.things[subject] for subject in thing.subjects if subject in reading.things),
        broader=reading.things.get(thing.broader or ""),
        narrower=tuple(other for other in others if other.broader == iri),
        about=tuple(sorted((o for o in others if iri in o.subjects), key=lambda o: (o.date or "9999", o.label, o.iri))),
    )


def _statements(reading: Reading, iri: str, lang: str) -> list[Statement]:
    words = wording.load()
    groups: defaultdict[tuple[str, bool, str, Status], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if iri in (claim.subject, claim.object):
            inverse = claim.subject != iri
            other = claim.subject if inverse else claim.object
            groups[claim.property, inverse and claim.property not in SYMMETRIC, other, claim.status].append(claim)
    order = {prop: place for place, prop in enumerate(PROPERTIES)}
    statements = [
        Statement(
            prop,
            words.phrase(prop, lang, inverse=inverse),
            inverse,
            reading.things[other],
            status,
            date(reading, thing=iri, other=other, claims=claims),
            figure,
            is_high(figure),
            len({q.digest for claim in claims for q in claim.quotations}),
            tuple(claims),
        )
        for (prop, inverse, other, status), claims in groups.items()
        for figure in (confidence(claims, reading.digests),)
    ]
    return sorted(
        statements, key=lambda s: (order[s.property], s.inverse, s.date or "9999", s.other.label, s.other.iri, s.status)
    )


def date(reading: Reading, *, thing: str, other: str, claims: list[Claim]) -> str | None:
    """Give when it happened: the post's date, else the date of the agreement or event at either end, else None."""
    posts = [c.since for c in claims if c.since]
    ends = [reading.things[iri].date for iri in (other, thing)]
    return next((d for d in (*posts, *ends) if d), None)
