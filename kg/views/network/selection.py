"""A part of a reading: what is left of it under filters, the same for the network page and for files of graphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from kg.errors import InputError
from kg.records import Status
from kg.schema import ancestors
from kg.views.confidence import confidence
from kg.views.network import places
from kg.views.network.filters import Filters, refuse_unknown
from kg.views.network.graph import Fact, facts
from kg.views.network.times import when
from kg.views.reading import Claim, Reading


@dataclass(frozen=True, slots=True)
class _Step:
    """A filter in words, what it leaves of some facts, and what would leave something of them."""

    words: str
    narrowed: Callable[[Iterable[Fact]], Iterable[Fact]]
    remedy: Callable[[Collection[Fact]], str]


def select(reading: Reading, filters: Filters) -> Reading:
    """Give the part of a reading that filters leave: its claims, and the things and digests that these need.

    Raises:
        InputError: there is no such digest, or nothing is left; the message says which filter left nothing, and what
            there would be.
    """
    if not filters:
        return reading
    for document in filters.documents:
        refuse_unknown("document", document, tuple(digest.id for digest in reading.digests.values()))
    left: Collection[Fact] = facts(reading)
    done: list[str] = [f"{len(left)} facts"]
    for step in _steps(reading, filters):
        before, left = left, tuple(step.narrowed(left))
        if before and not left:
            raise InputError(f"nothing is left: {', '.join(done)}, none {step.words}", remedy=step.remedy(before))
        done.append(f"{len(left)} {step.words}")
    return _holding(reading, {claim.iri for fact in left for claim in fact.claims})


def _steps(reading: Reading, filters: Filters) -> Iterator[_Step]:
    things = reading.things
    if filters.at_least is not None:
        yield _by_confidence(reading, filters.at_least)
    if filters.documents:
        wanted = {iri for iri, digest in reading.digests.items() if digest.id in filters.documents}
        yield _Step(
            f"in {_or(filters.documents)}",
            _claims_if(lambda claim: any(q.digest in wanted for q in claim.quotations)),
            lambda left: "facts are in " + _counted(_documents(left, reading)),
        )
    if filters.statuses:
        yield _Step(
            f"{_or(filters.statuses)}",
            _claims_if(lambda claim: claim.status in filters.statuses),
            lambda left: "there are " + _counted(claim.status for fact in left for claim in fact.claims),
        )
    if filters.properties:
        yield _Step(
            f"with {_or(filters.properties)}",
            _facts_if(lambda fact: fact.property in filters.properties),
            lambda left: "there are " + _counted(fact.property for fact in left),
        )
    if filters.classes:
        kept = {iri for iri, thing in things.items() if set(ancestors(thing.cls)) & set(filters.classes)}
        yield _Step(
            f"between things of class {_or(filters.classes)}",
            _facts_if(lambda fact: {fact.subject, fact.object} <= kept),
            lambda left: "there are " + _counted(_between(fact, reading) for fact in left),
        )
    if filters.places:
        where = places.whereabouts(reading)
        there = {iri for iri, around in where.around.items() if around & set(filters.places)}
        yield _Step(
            f"between things in {_or(places.name(key, reading) for key in filters.places)}",
            _facts_if(lambda fact: {fact.subject, fact.object} <= there),
            lambda left: "things are in " + _counted(_countries(left, reading, where)),
        )
    if filters.since or filters.until:
        bounds = [f"from {filters.since}"] * bool(filters.since) + [f"to {filters.until}"] * bool(filters.until)
        yield _Step(
            " ".join(bounds),
            _facts_if(lambda fact: (w := when(fact, reading)) is not None and w.meets(filters.since, filters.until)),
            lambda left: _dated(left, reading),
        )
    if filters.focus:
        yield _Step(
            f"about {_or(things[iri].label if iri in things else iri for iri in filters.focus)}",
            lambda left: _near(
                tuple(left), filters, {i for i, thing in things.items() if "Place" in ancestors(thing.cls)}
            ),
            lambda left: (
                "facts are about " + _counted(things[end].label for f in left for end in (f.subject, f.object))
            ),
        )


def _claims_if(test: Callable[[Claim], bool]) -> Callable[[Iterable[Fact]], Iterator[Fact]]:
    def narrowed(left: Iterable[Fact]) -> Iterator[Fact]:
        for fact in left:
            if claims := tuple(filter(test, fact.claims)):
                yield replace(fact, claims=claims)

    return narrowed


def _facts_if(test: Callable[[Fact], bool]) -> Callable[[Iterable[Fact]], Iterator[Fact]]:
    return lambda left: filter(test, left)


def _by_confidence(reading: Reading, at_least: float) -> _Step:
    def sure(fact: Fact) -> dict[Status, float]:
        claims: defaultdict[Status, list[Claim]] = defaultdict(list)
        for claim in fact.claims:
            claims[claim.status].append(claim)
        return {status: confidence(said, reading.digests) for status, said in claims.items()}

    def narrowed(left: Iterable[Fact]) -> Iterator[Fact]:
        for fact in left:
            figures = sure(fact)
            if claims := tuple(claim for claim in fact.claims if figures[claim.status] >= at_least):
                yield replace(fact, claims=claims)

    return _Step(
        f"with a confidence of {at_least:g} or more",
        narrowed,
        lambda left: f"the surest has {max(figure for fact in left for figure in sure(fact).values()):.2f}",
    )


def _near(left: Collection[Fact], filters: Filters, dead_ends: Collection[str]) -> Iterator[Fact]:
    """The facts between things that are no more steps away from the focus than the filters say."""
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for fact in left:
        joined[fact.subject].add(fact.object)
        joined[fact.object].add(fact.subject)
    found = ahead = {iri for iri in filters.focus if iri in joined}
    for step in range(filters.depth):
        goes_on = ahead if step == 0 else {iri for iri in ahead if iri not in dead_ends}
        ahead = {other for iri in goes_on for other in joined[iri]} - found
        found = found | ahead
    return (fact for fact in left if {fact.subject, fact.object} <= found)


def _holding(reading: Reading, iris: Collection[str]) -> Reading:
    """A reading with these claims, and with the things and digests that they need."""
    claims = tuple(claim for claim in reading.claims if claim.iri in iris)
    digests = {q.digest for claim in claims for q in claim.quotations}
    things: set[str] = set()
    ahead = {end for claim in claims for end in (claim.subject, claim.object)}
    ahead |= {publisher for iri in digests if (publisher := reading.digests[iri].publisher)}
    while ahead:
        things |= ahead
        named = (reading.things[iri] for iri in ahead)
        also = {iri for thing in named for iri in (thing.place, thing.series, thing.broader, *thing.subjects) if iri}
        ahead = (also & reading.things.keys()) - things
    return Reading(
        {iri: thing for iri, thing in reading.things.items() if iri in things},
        {iri: digest for iri, digest in reading.digests.items() if iri in digests},
        claims,
    )


def _or(values: Iterable[str]) -> str:
    return " or ".join(values)


def _counted(values: Iterable[str], most: int = 6) -> str:
    """Values with how often they occur, the most frequent first."""
    counts = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    rest = ["…"] if len(counts) > most else []
    return ", ".join([*(f"{value} ({n})" for value, n in counts[:most]), *rest])


def _documents(left: Iterable[Fact], reading: Reading) -> Iterator[str]:
    for fact in left:
        yield from sorted({reading.digests[q.digest].id for claim in fact.claims for q in claim.quotations})


def _between(fact: Fact, reading: Reading) -> str:
    return f"{reading.things[fact.subject].cls}–{reading.things[fact.object].cls}"


def _countries(left: Iterable[Fact], reading: Reading, where: places.Whereabouts) -> Iterator[str]:
    for iri in {end for fact in left for end in (fact.subject, fact.object)}:
        yield from (places.name(key, reading) for key in where.countries(iri))


def _dated(left: Collection[Fact], reading: Reading) -> str:
    dates = [found for fact in left if (found := when(fact, reading))]
    starts = sorted(w.start for w in dates if w.start)
    ends = sorted(w.end for w in dates if w.end)
    if not dates:
        return "nobody says when they happened"
    undated = len(left) - len(dates)
    rest = f"; nobody dates {undated}" if undated else ""
    return f"dates run from {(starts or ends)[0]} to {(ends or starts)[-1]}{rest}"
