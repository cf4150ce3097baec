"""Where events were held, which stands beside what tells of them: a date line, the house's own city."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.clauses import Roles, is_passive
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import words
from kg.records import Status


def entries(context: Context, builder: Builder) -> None:
    """Add where the first event of a chronicle's entry was, which its date line says: "May 21, Harbin. A held …"."""
    for block in (b for b in context.document.blocks if b.start in context.entries):
        end = context.sentence_end(block.start)
        cities = [m for m in context.within("Place", block.start, end) if context.family(m.entity, ("City",))]
        events = [m for m in context.within("Event", end, block.end) if context.family(m.entity, _HELD_SOMEWHERE)]
        dates = context.dates_in(block.start, end)
        agency = (
            bool(cities and dates) and cities[0].start < dates[0].start
        )  # "BEIJING, May 21. …": who writes is there
        if len({city.entity for city in cities}) != 1 or not events or agency:
            continue
        noun = context.token(events[0].end - 1)
        first = context.sentences_between(end, events[0].start) <= 1
        if first and status(noun) is Status.HELD and noun.dep_ != "pobj":
            place = cities[0].entity
            builder.add(events[0].entity, "locatedIn", place, context.sentence(noun), "dateline", 0.7)


_HELD_SOMEWHERE = ("Conference", "Exhibition", "RoundTable", "Ceremony", "Course", "Competition", "Meeting")


def venues(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """Add that what is held at a house is where the house is said to be beside it: "held at the Institute in Omsk"."""
    if verb.lemma_ not in words(verb.lang_, "taking_place") or not roles["at"] or status(verb) is not Status.HELD:
        return
    events = [
        m
        for t in roles["patient" if is_passive(verb) else "agent"]
        for m in context.things(t)
        if context.family(m.entity, ("Event",)) and context.cls(m.entity) != "Visit"
    ]
    for house in (t for t in roles["at"] if events and family(t) == "Organization"):
        own = {m.entity for m in context.things(house)}
        for related in context.recognised.related:
            beside = house.idx <= related.start < house.idx + len(house)
            if beside and related.subject in own and related.property == "locatedIn":
                for event in events:
                    if context.family(related.object, ("City",)):
                        builder.add(
                            event.entity, "locatedIn", related.object, context.sentence(verb), "venue-in-place", 0.7
                        )
