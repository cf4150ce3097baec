"""Where events were held, which stands beside what tells of them: a date line, the house's own city."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.clauses import Roles, is_passive
from kg.facts.context import Context
from kg.facts.rosters import list_end
from kg.facts.status import denies, status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Mention, Status


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
        _of_host(verb, context, builder)
        return
    _several(verb, roles, context, builder)
    at = [*roles["at"], *(t for t in roles["in"] if t.ent_type_ == "Place")]
    if verb.lemma_ not in words(verb.lang_, "taking_place") or not at or status(verb) is not Status.HELD:
        return
    events = [
        m
        for t in roles["patient" if is_passive(verb) else "agent"]
        for m in context.things(t)
        if context.family(m.entity, ("Event",)) and context.cls(m.entity) != "Visit"
    ]
    for house in (t for t in at if events and (family(t) == "Organization" or t.ent_type_ == "Place")):
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
    event = _told_near(verb, context)
    if event is None:
        return
    for place in context.things(city):
        if context.family(place.entity, ("City", "Region")) and context.family(event.entity, _HELD_SOMEWHERE):
            builder.add(event.entity, "locatedIn", place.entity, context.sentence(verb), "venue-told", 0.65)


def _told_near(verb: Token, context: Context) -> Mention | None:
    """Give the event that the text tells of not far before a verb."""
    event = context.topic(verb.idx) or context.last("Event", verb.idx)
    return event if event is not None and context.sentences_between(event.end, verb.idx) <= _NEAR else None


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
    opener = context.doc[first.i + 1 : min(verb.i, first.i + _OPENER)]
    city = next((t for t in opener if family(t) == "Place"), None)  # "In the Chinese city of Harbin"
    if city is None or any(t.ent_type_ and t is not city for t in context.doc[first.i + 1 : city.i]):
        return
    ends = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
    nouns = words(verb.lang_, "hosts_of_events") | _venues(verb)
    noun = next((t for t in ends if t.lemma_ in nouns and not t.ent_type_), None)
    body = next((t for t in ends if family(t) == "Organization"), None)
    if noun is None or body is None or denies([body], context.document.lang):
        return
    for place in context.things(city):
        for mention in context.things(body):
            if context.family(place.entity, ("City",)) and context.family(mention.entity, _SEATED):
                builder.add(mention.entity, "locatedIn", place.entity, context.sentence(verb), "host-in-place", 0.65)


def _of_host(verb: Token, context: Context, builder: Builder) -> None:
    """Read "Jilin University (Changchun, China) was host to the Conference": it was where its host is said to be."""
    ends = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
    noun = next(
        (t for t in ends if t.lemma_ in words(t.lang_, "hosts_of_events") | _venues(t) and not t.ent_type_), None
    )
    body = next((t for t in ends if family(t) == "Organization"), None)
    if noun is None or body is None or status(verb) is not Status.HELD or denies([body], context.document.lang):
        return
    own = [c for c in noun.children if c.dep_ in {"prep", "dative"}]
    events = [m for c in own for t in c.children if t.dep_ == "pobj" for m in context.things(t)]
    if not own and _is_the(noun) and (told := _told_near(verb, context)) is not None:
        events = [told]  # "The Conference took place on July 1; its host was X, Zhengzhou"
    for place in _beside(body, context):
        for event in events:
            if context.family(event.entity, _HELD_SOMEWHERE):
                builder.add(event.entity, "locatedIn", place, context.sentence(verb), "venue-in-place", 0.6)


def _beside(body: Token, context: Context) -> list[str]:
    """Give the cities in which a body is said to be by what stands beside its name."""
    own = {m.entity for m in context.things(body)}
    return [
        related.object
        for related in context.recognised.related
        if body.idx <= related.start < body.idx + len(body)
        and related.subject in own
        and related.property == "locatedIn"
        and context.family(related.object, ("City",))
    ]


def _several(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """Read "Two events took place in Jinan: X was unveiled at a ceremony, and the Y Conference was held"."""
    if verb.lemma_ not in words(verb.lang_, "taking_place") or status(verb) is not Status.HELD:
        return
    noun = next((t for t in roles["patient" if is_passive(verb) else "agent"] if t.tag_ == "NNS"), None)
    colon = next((t for t in verb.sent if t.text == ":" and t.i > verb.i), None)
    if noun is None or colon is None or noun.ent_type_ or noun.lemma_ not in words(noun.lang_, "several_events"):
        return
    places = [m for t in roles["in"] if family(t) == "Place" for m in context.things(t)]
    end = list_end(verb.sent)
    for event in context.within("Event", colon.idx, context.doc[end - 1].idx + 1) if len(places) == 1 else ():
        if context.family(event.entity, _HELD_SOMEWHERE) and _is_held(context.token(event.end - 1)):
            builder.date(event.entity, verb)
            evidence = context.sentence(context.token(event.start))
            builder.add(event.entity, "locatedIn", places[0].entity, evidence, "several-in-place", 0.65)


def _is_held(event: Token) -> bool:
    """Tell whether a clause says that an event was held or puts something at it, and not that it was only announced."""
    there = event.dep_ == "pobj" and said(event.head, "at_what")
    while event.dep_ == "conj" and family(event.head) == "Event":
        event = event.head
    if event.dep_ in {"nsubj", "nsubjpass"}:
        verb = event.head
        begins = words(event.lang_, "taking_place") | words(event.lang_, "being_held") | words(event.lang_, "unveiling")
        return verb.lemma_ in begins and status(verb) is Status.HELD
    return there or event.dep_ in {"ROOT", "appos"}


def _venues(token: Token) -> frozenset[str]:
    return words(token.lang_, "venues")


_SEATED = ("University", "ResearchOrganization", "OrganizationalUnit", "Company")
_OPENER = 6  # tokens from "In" to the city: "In the Chinese city of | Harbin"
_NEAR = 3  # sentences from an event to what tells its venue
