"""Made-up readings of any size, shaped like what the texts in `data/digests` give.

As there, a third of the things are people, a seventh universities; a few universities are in most facts, most things in
two or three; five of six things hang together, the others stand in islands; a fact has one claim, seldom two, each with
a quoted sentence of some 140 characters. Facts are more: three pairs of joined things for each thing, as asked.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Final

from benchmarks.page import names
from kg.graph.iris import BASE
from kg.records import Lang, Name, Status
from kg.schema import SYMMETRIC
from kg.views.reading import Claim, Digest, Quotation, Reading, Thing

_SHARES: Final = {
    **{"Person": 0.36, "University": 0.15, "OrganizationalUnit": 0.11, "Agreement": 0.10, "GovernmentBody": 0.06},
    **{"JointStructure": 0.045, "City": 0.04, "Conference": 0.04, "Meeting": 0.025, "Ceremony": 0.02},
    **{"ResearchOrganization": 0.015, "Association": 0.01, "Region": 0.01, "Company": 0.008, "InnovationHub": 0.007},
}
"""Class → share of the things, as counted."""
_FACTS: Final = (
    (("Person", "represents", "University"), 90),
    (("Person", "holdsPost", "University"), 55),
    (("University", "signed", "Agreement"), 55),
    (("OrganizationalUnit", "unitOf", "University"), 30),
    (("University", "participatedIn", "Conference"), 25),
    (("Person", "visited", "University"), 25),
    (("University", "partnerOf", "University"), 22),
    (("Person", "holdsPost", "OrganizationalUnit"), 20),
    (("Person", "participatedIn", "Ceremony"), 19),
    (("University", "established", "JointStructure"), 18),
    (("University", "visited", "University"), 17),
    (("University", "locatedIn", "City"), 16),
    (("GovernmentBody", "participatedIn", "Ceremony"), 16),
    (("Person", "holdsPost", "GovernmentBody"), 15),
    (("Person", "signed", "Agreement"), 15),
    (("Person", "participatedIn", "Meeting"), 14),
    (("University", "negotiatedWith", "University"), 12),
    (("University", "participatedIn", "Meeting"), 12),
    (("University", "memberOf", "Association"), 6),
    (("Company", "partnerOf", "University"), 5),
    (("ResearchOrganization", "partnerOf", "University"), 5),
    (("University", "established", "InnovationHub"), 4),
    (("University", "locatedIn", "Region"), 4),
    (("Person", "participatedIn", "Conference"), 6),
)
"""Kind of fact → how often it occurs, as counted."""
_HOMES: Final = {"Person": "person", "City": "place", "Region": "place", "Agreement": "agreement"}
_EVENTS: Final = ("Conference", "Meeting", "Ceremony")
_CIRCLE: Final = 60
"""How many things a circle of those who mostly meet each other has."""
_ABROAD: Final = 0.25
"""How often somebody from outside the circle is met."""
_ISLANDS: Final = 0.16
"""Share of the things that stand in islands of a few."""
_TOLD: Final = {
    "en": "“{}” and “{}”: {}, as both sides reported after their talks on programmes, exchanges and laboratories.",
    "ru": "«{}» и «{}»: {}, как сообщили стороны после переговоров о совместных программах, обменах и лабораториях.",
    "zh": "“{}”与“{}”：{}。双方在会谈后表示，将继续推进联合培养、学者互访与共建实验室等方面的合作。",
}
_LANGS: Final[tuple[Lang, ...]] = ("en", "en", "en", "ru", "zh")


def reading(nodes: int, edges: int | None = None, seed: int = 0) -> Reading:
    """Give a reading whose network has so many things, joined in so many pairs, three times as many unless told.

    >>> small = reading(100)
    >>> len(small.things), len(small.claims) >= 300
    (100, True)
    """
    return _World(nodes, seed).reading(3 * nodes if edges is None else edges)


class _World:
    def __init__(self, nodes: int, seed: int) -> None:
        self._draw = random.Random(seed)
        self._things: dict[str, Thing] = {}
        self._circle: dict[str, int] = {}
        self._members: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        self._all: defaultdict[str, list[str]] = defaultdict(list)
        self._mainland: defaultdict[str, list[str]] = defaultdict(list)
        self._known = {cls: names.known(cls) for cls in ("University", "City", "Region")}
        islands = int(nodes * _ISLANDS) // 5 * 5
        left = {cls: int(nodes * share) for cls, share in _SHARES.items()}
        left["Person"] += nodes - sum(left.values())
        classes = [cls for cls, n in left.items() for _ in range(n)]
        self._draw.shuffle(classes)
        for number, cls in enumerate(classes):
            # An island is a university and a handful of others.
            island = number < islands
            self._add(
                "University" if island and number % 5 == 0 else cls, -1 - number // 5 if island else number // _CIRCLE
            )

    def _add(self, cls: str, circle: int) -> None:
        number = len(self._all[cls])
        known = self._known.get(cls, ())
        home = _HOMES.get(cls, "event" if cls in _EVENTS else "organization")
        id = known[number].id if number < len(known) else f"{home}/{cls.lower()}-{number:05}"
        date = self._date() if cls in _EVENTS or cls == "Agreement" else None
        kind = self._draw.choice(("agreement", "memorandum", "contract")) if cls == "Agreement" else None
        called: tuple[Name, ...] = ()
        if number < len(known):
            called = known[number].names
        elif cls == "Person":
            called = names.person(self._draw)
        elif cls in names.KINDS:
            cities = self._known["City"]
            called = names.after_place(self._draw, cls, cities[number % len(cities)], number // len(cities))
        elif kind is None:
            called = (Name(f"{cls} {number}", "en"),)
        iri = BASE + id
        self._things[iri] = Thing(iri, cls, called[0].text if called else f"{kind}, {date}", called, kind, date)
        self._circle[iri] = circle
        self._all[cls].append(iri)
        self._members[circle, cls].append(iri)
        if circle >= 0:
            self._mainland[cls].append(iri)

    def _date(self) -> str:
        day = f"{self._draw.randint(1995, 2025)}-{self._draw.randint(1, 12):02}-{self._draw.randint(1, 28):02}"
        return day[: self._draw.choice((4, 7, 10, 10))]

    def reading(self, edges: int) -> Reading:
        """Give all the things, joined in so many pairs."""
        facts: dict[tuple[str, str, str], None] = {}
        pairs: set[tuple[str, str]] = set()

        def state(subject: str | None, prop: str, obj: str | None) -> None:
            if subject is None or obj is None or subject == obj:
                return
            if prop in SYMMETRIC:
                subject, obj = sorted((subject, obj))
            facts[subject, prop, obj] = None
            pairs.add((min(subject, obj), max(subject, obj)))

        for iri in self._things:
            state(*self._first(iri))
        kinds, weights = zip(*_FACTS, strict=True)
        while len(pairs) < edges:
            subjects, prop, objects = self._draw.choices(kinds, weights)[0]
            if self._all[subjects]:
                subject = self._draw.choice(self._all[subjects])
                state(subject, prop, self._met(subject, objects))
        return self._told(list(facts))

    def _first(self, iri: str) -> tuple[str | None, str, str | None]:
        """The fact that ties a thing to a university or what else it has to do with, so that nothing stands alone."""
        cls = self._things[iri].cls
        ties = [(row, row.index(cls)) for row, _ in _FACTS if cls in row]
        (subjects, prop, objects), end = next((tie for tie in ties if "University" in tie[0]), ties[0])
        other = self._met(iri, subjects if end else objects) or self._met(iri, "University")
        return (other, prop, iri) if end else (iri, prop, other)

    def _met(self, iri: str, cls: str) -> str | None:
        """Give something of a class that a thing has to do with: the n-th is met 1/n times as often as the first."""
        circle = self._circle[iri]
        pool = self._members.get((circle, cls), [])
        # Nobody outside an island meets anybody in it.
        if circle >= 0 and (not pool or self._draw.random() < _ABROAD):
            pool = self._mainland[cls]
        return pool[int(len(pool) ** self._draw.random()) - 1] if pool else None

    def _told(self, facts: list[tuple[str, str, str]]) -> Reading:
        """Give a reading in which digests tell these facts, some eight each; what is told again is told by the next."""
        self._draw.shuffle(facts)
        digests: dict[str, Digest] = {}
        claims: list[Claim] = []
        for number, fact in enumerate(facts):
            for again in range(self._draw.choices((1, 2, 3), (95, 3, 2))[0]):
                digest = self._digest(digests, number // 8 + again)
                claims.append(self._claim(fact, digest, len(claims)))
        claims.sort(key=lambda claim: (claim.quotations[0].digest, claim.quotations[0].start))
        return Reading(dict(sorted(self._things.items())), dict(sorted(digests.items())), tuple(claims))

    def _claim(self, fact: tuple[str, str, str], digest: Digest, number: int) -> Claim:
        subject, prop, obj = fact
        told = _TOLD[digest.lang].format(*(self._things[end].name(digest.lang) for end in (subject, obj)), prop)
        return Claim(
            f"{BASE}claim/{number:06}",
            subject,
            prop,
            obj,
            Status.PLANNED if self._draw.random() < 0.01 else Status.HELD,
            round(self._draw.uniform(0.5, 0.97), 2),
            "made-up",
            (Quotation(digest.iri, 200 * number, 200 * number + len(told), told),),
            self._draw.choice(("Rector", "Dean", "Director", "Professor")) if prop == "holdsPost" else None,
        )

    def _digest(self, digests: dict[str, Digest], number: int) -> Digest:
        iri = f"{BASE}document/d-{number:05}"
        if iri not in digests:
            lang = self._draw.choice(_LANGS)
            address = f"https://example.org/news/{number}"
            digests[iri] = Digest(
                iri, f"d-{number:05}", f"News of cooperation, No. {number}", lang, self._date(), address
            )
        return digests[iri]
