"""Gathering facts: the ontology's domains and ranges refuse what cannot be, and repeats become one fact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.facts.context import Context
from kg.records import Evidence, Fact, Status
from kg.schema import PROPERTIES, SYMMETRIC

_ORDER = {Status.DENIED: 0, Status.HELD: 1, Status.PLANNED: 2, Status.PROPOSED: 3}


@dataclass(slots=True)
class Builder:
    """Facts of one document, one for each statement and status."""

    context: Context
    facts: dict[tuple[str, str, str, Status], Fact] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)
    implied: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    @property
    def dates(self) -> dict[str, str]:
        """When agreements were signed and events happened: as said of them, else as the story implies."""
        return self.implied | self.stated

    def date(self, entity: str, act: Token) -> None:
        """Note when an agreement was signed or an event happened, by an act upon it."""
        if not self.context.family(entity, ("Agreement", "Event")):
            return
        if (iso := self.context.timeline.stated(act)) is not None:
            self.state(entity, iso)
        elif entity not in self.implied and (told := self.context.timeline.implied(act)) is not None:
            self.implied[entity] = told

    def state(self, entity: str, iso: str | None) -> None:
        """Note the date that is said of an agreement or event, the more precise of two that agree."""
        known = self.stated.get(entity)
        if iso is not None and (known is None or (iso.startswith(known) and len(iso) > len(known))):
            self.stated[entity] = iso

    def place(self, entity: str, place: str | None) -> None:
        """Note where an agreement was signed, the first that is said."""
        if place is not None and self.context.family(entity, ("Agreement",)):
            self.places.setdefault(entity, place)

    def add(
        self,
        subject: str,
        property: str,
        object: str,
        evidence: Evidence,
        rule: str,
        confidence: float,
        status: Status = Status.HELD,
        title: str | None = None,
    ) -> bool:
        """Add a fact if it can be one; say whether it could."""
        if subject == object or self.context.is_silent(evidence.start):
            return False
        domain, range_ = PROPERTIES[property]
        if not (self.context.family(subject, domain) and self.context.family(object, range_)):
            return False
        if property == "locatedIn" and self._is_elsewhere(subject, object):
            return False
        if property == "visited" and self._is_home(subject, object):
            return False
        if property in SYMMETRIC and subject > object:
            subject, object = object, subject
        key = (subject, property, object, status)
        known = self.facts.get(key)
        confidence = round(confidence, 3)
        if known is None:
            self.facts[key] = Fact(subject, property, object, status, confidence, rule, (evidence,), title)
            return True
        better = confidence > known.confidence
        self.facts[key] = replace(
            known,
            confidence=max(confidence, known.confidence),
            rule=rule if better else known.rule,
            evidence=tuple(sorted({*known.evidence, evidence})),
            title=known.title or title,
        )
        return True

    def _is_home(self, organization: str, place: str) -> bool:
        """Tell whether the registry knows an organization in a city, which it then does not visit."""
        entry = self.context.registry.get(organization)
        return entry is not None and entry.city == place

    def _is_elsewhere(self, organization: str, place: str) -> bool:
        """Tell whether something is in another place than one that it is said to be in.

        That is an organization that the registry knows in another city, a year, in whose name a country stands, and
        either of two cities or countries ("took place in Omsk and Perm").
        """
        if self.context.entities[organization].kind == "thematic-year":
            return True  # "the Year of Music in Mongolia"
        entry = self.context.registry.get(organization)
        rank = self.context.cls(organization)
        if rank in _BESIDE and rank == self.context.cls(place):
            known = entry is not None and self.context.registry.get(place) is not None
            return known and entry is not None and entry.part_of != place
        if entry is None or entry.city is None or entry.city == place:
            return False
        cities = (self.context.registry.get(entry.city), self.context.registry.get(place))
        return all(city is not None and city.cls == "City" for city in cities)  # a district is in some city

    def yield_to_others(self, rules: Collection[str]) -> None:
        """Drop what some rules tell of a thing where the same sentence tells it of another by a rule not of these."""
        others = [f for f in self.facts.values() if f.rule not in rules and f.status is not Status.DENIED]
        told = {(f.property, _thing(f), e.start) for f in others for e in f.evidence}
        for key, fact in [*self.facts.items()]:
            if fact.rule in rules and all((fact.property, _thing(fact), e.start) in told for e in fact.evidence):
                del self.facts[key]

    def held(self, property: str) -> list[Fact]:
        """Give the held facts of a property."""
        return [fact for fact in self.facts.values() if fact.property == property and fact.status is Status.HELD]

    def settled(self) -> tuple[Fact, ...]:
        """Give all facts in a fixed order."""
        return tuple(
            sorted(
                self.facts.values(),
                key=lambda f: (f.evidence[0].start, f.property, f.subject, f.object, _ORDER[f.status]),
            )
        )


_BESIDE = frozenset({"City", "Country"})  # places that seldom lie in one of their kind


def _thing(fact: Fact) -> str:
    """Give the end of a fact that a sentence tells it of but once: what is organized, what is at a place."""
    return fact.subject if fact.property == "locatedIn" else fact.object
