"""Where events were held, which stands beside what tells of them: a date line, the house's own city."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.clauses import Roles, is_passive
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
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
    if verb.lemma_ in words(verb.lang_, "be"):
        _told_of_venue(verb, context, builder)
        _static(verb, context, builder)
        return
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


def _told_of_venue(verb: Token, context: Context, builder: Builder) -> None:
    """Read "The Forum opened on Monday. The venue is Barnaul": of the event told of, where none is named beside it."""
    ends = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
    noun = next((t for t in ends if t.lemma_ in _venues(verb) and not t.ent_type_), None)
    city = next((t for t in ends if family(t) == "Place"), None)
    if noun is None or city is None or status(verb) is not Status.HELD or not _is_the(noun):
        return
    event = context.topic(verb.idx) or context.last("Event", verb.sent.start_char)
    if event is None or context.sentences_between(event.end, verb.sent.start_char) > _NEAR:
        return
    for place in context.things(city):
        if context.family(place.entity, ("City", "Region")) and context.family(event.entity, _HELD_SOMEWHERE):
            builder.add(event.entity, "locatedIn", place.entity, context.sentence(verb), "venue-told", 0.65)


def _is_the(noun: Token) -> bool:
    """Tell whether a noun stands alone with its article: "the venue", "its meeting place", not "the venue of X"."""
    own = [c for c in noun.children if c.dep_ not in {"det", "poss", "compound", "punct"}]
    known = any(said(c, "the") or said(c, "its_members") or c.dep_ == "poss" for c in noun.children)
    return known and not own


def _static(verb: Token, context: Context, builder: Builder) -> None:
    """Read "In Omsk the Academy was the host", "In Omsk, the venue was the Academy": where the Academy is."""
    first = next((t for t in verb.sent if not t.is_space), verb)
    if not said(first, "in_place") or first.i + 1 >= verb.i or status(verb) is not Status.HELD:
        return
    city = first.nbor()
    ends = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
    nouns = words(verb.lang_, "hosts_of_events") | _venues(verb)
    noun = next((t for t in ends if t.lemma_ in nouns and not t.ent_type_), None)
    body = next((t for t in ends if family(t) == "Organization"), None)
    if family(city) != "Place" or noun is None or body is None:
        return
    for place in context.things(city):
        for mention in context.things(body):
            if context.family(place.entity, ("City",)) and context.family(mention.entity, _SEATED):
                builder.add(mention.entity, "locatedIn", place.entity, context.sentence(verb), "host-in-place", 0.65)


def _venues(token: Token) -> frozenset[str]:
    return words(token.lang_, "venues")


_SEATED = ("University", "ResearchOrganization", "OrganizationalUnit", "Company")
_NEAR = 3  # sentences from an event to what tells its venue
