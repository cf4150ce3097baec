"""Who was at an event without a frame saying so: by acting there, or by attending what was told of before."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import prepositions
from kg.facts.attending import those_there
from kg.facts.builder import Builder
from kg.facts.ceremonies import ceremony_of
from kg.facts.clauses import Roles, is_passive
from kg.facts.context import Context
from kg.facts.lists import members
from kg.facts.senders import senders
from kg.facts.speeches import heard_in, voices
from kg.facts.status import awaits, status
from kg.facts.there import is_away, is_of_another, placed, within
from kg.languages.backdrops import brought_in
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Mention, Status

_APART = frozenset({"Ceremony", "RoundTable"})
_STILL = 3  # sentences of a paragraph in which the event told of there is still meant
_SOON = 2  # sentences in which an event just held is meant
_YEAR = len("2020")
_TOLD = 0.6
"""Score of events that the text names or describes; what it only implies is too little to put everybody there."""


def attended(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """Whoever "attended", spoke, judged or was represented, with nothing said of where, was at the event told of."""
    there = those_there(verb, roles, context)
    if any(_is_at_another(c, context) for c in verb.children if c.dep_ in {"acomp", "advmod"} and said(c, "there")):
        return
    talks = [
        t
        for r in sorted(words(verb.lang_, "presence_roles"))
        for t in roles.get(r, ())
        if t.lemma_ in words(verb.lang_, "meetings")
    ]
    if any(not context.things(t) for t in talks):
        return  # "was present at the meeting", which two held before
    if not there or status(verb) is not Status.HELD:
        return
    named = _named_beside(verb, roles, context)
    if named:  # who acts there is told by frames: "at the opening the floor was given to A" is not
        there = [t for t in there if t not in roles["agent"]] if not any(awaits([t], verb) for t in named) else []
    said_where = [m for t in named for m in context.things(t) if context.family(m.entity, ("Event",))]
    own = said_where[:1] or (_event_of_clause(verb, context) if verb.lemma_ in words(verb.lang_, "sent_by") else [])
    contests = verb.lemma_ in words(verb.lang_, "be") and bool(placed(verb))
    for event in own or occasions_of(verb, context, builder):
        is_contest = context.cls(event.entity) == "Competition"
        if _is_of_several(event, context):
            continue
        if context.entities[event.entity].kind == "thematic-year" or (contests and not is_contest):
            continue
        if context.is_yet_to_come(event.entity, verb.idx):
            continue
        date, own_date = builder.dates.get(event.entity), context.timeline.stated(verb)
        if date is not None and own_date is not None and date[:_YEAR] != own_date[:_YEAR]:
            continue  # "discussed it in 2015"
        away = context.timeline.elsewhen(verb, date)
        for token in (t for t in there if not away or t not in roles["presence"]):
            for mention in context.things(token) or senders(token, context):
                if mention.entity != event.entity:
                    builder.add(
                        mention.entity, "participatedIn", event.entity, context.sentence(verb), "attended", 0.65
                    )


def _named_beside(verb: Token, roles: Roles, context: Context) -> list[Token]:
    """Give the words of a clause that name at which event it happens."""
    return [
        t
        for r in sorted(words(verb.lang_, "speech_roles"))
        for t in roles.get(r, ())
        if any(context.family(m.entity, ("Event",)) for m in context.things(t))
    ]


def _is_at_another(present: Token, context: Context) -> bool:
    """Tell whether "present" says where: "also present at the meeting were A and B"."""
    where = [t for c in present.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return is_away(present) or any(
        t.lemma_ in words(t.lang_, "meetings") or any(context.family(m.entity, ("Event",)) for m in context.things(t))
        for t in where
    )


def _event_of_clause(verb: Token, context: Context) -> list[Mention]:
    """Give the one event that the sentence around a clause names: "scientists, representing A, came to the forum"."""
    if verb.dep_ not in {"acl", "relcl", "advcl"}:
        return []
    named = [m for t in verb.sent for m in context.things(t) if context.family(m.entity, ("Event",))]
    return named[:1] if len({m.entity for m in named}) == 1 else []


def events_of(verb: Token, context: Context) -> list[Mention]:
    """Give the events that a clause without one may be about: those told of last, close by or in its paragraph."""
    latest = context.latest("Event", verb.idx)
    if latest is not None and context.distance(latest, verb) <= 1 and _is_apart(latest, verb, context):
        return [latest]  # "… spoke at the opening ceremony. Present were also A and B"
    soon = latest is not None and context.distance(latest, verb) <= _SOON
    same = latest is not None and context.paragraph(latest.start) == context.paragraph(verb.idx)
    if latest is not None and soon and same and _is_held_within(latest, context):
        return [latest]  # "The Council then held a round table. The Russian side was represented by A"
    event = context.last("Event", verb.idx)
    if event is not None and (context.distance(event, verb) > 1 or context.is_bare(event.entity)):
        same = context.paragraph(event.start) == context.paragraph(verb.idx) and not context.is_bare(event.entity)
        near = same and context.distance(event, verb) <= _STILL and context.gathers(event.entity)
        event = event if near else context.topic(verb.idx) or (event if same else None)
    if event is None:
        event = context.topic(verb.idx)
    if event is None or context.is_bare(event.entity):
        return []
    if (opening := _reported_opening(event, verb, context)) is not None:
        return [opening]
    # "the conference and the forum were held; 58 universities attended" means both
    first = context.token(event.end - 1)
    while first.dep_ == "conj":
        first = first.head
    # "the conference of the Association and the Forum": parsers coordinate the last two
    above = [first.head.head] if first.dep_ == "pobj" and family(first) != "Event" else []
    found = [m for t in (*above, *members(first)) for m in context.things(t) if context.family(m.entity, ("Event",))]
    return found or [event]


def _is_held_within(event: Mention, context: Context) -> bool:
    """Tell whether a clause says of an event that it was held: "During the Forum a session of the Council was held"."""
    sentence = context.token(event.end - 1).sent
    told = context.within("Event", sentence.start_char, event.end)
    own = [context.token(m.end - 1) for m in told if m.entity == event.entity and m.source == "rule"]
    held = [t for t in own if t.head.lemma_ in words(t.lang_, "being_held") and t.dep_ in _HELD]
    if not held or context.is_bare(event.entity):
        return False
    head = held[-1]
    if head.head.lemma_ not in words(head.lang_, "be") and status(head.head) is Status.HELD:
        return context.gathers(event.entity)
    around = context.within("Event", sentence.start_char, event.start)
    return any(context.token(m.end - 1).dep_ == "pobj" and m.source != "rule" for m in around)


_HELD = frozenset({"nsubj", "nsubjpass", "attr", "dobj"})


def _reported_opening(event: Mention, verb: Token, context: Context) -> Mention | None:
    """Give the ceremony that a text reports, where an event is the one that it opened or closed."""
    if (own := ceremony_of(event, context)) is not None and _is_apart(own, verb, context):
        return own
    topic = context.topic(verb.idx)
    if topic is None or context.cls(topic.entity) != "Ceremony" or topic.entity == event.entity:
        return None
    titles = [name.text for name in context.entities[topic.entity].names]
    named = [name.text for name in context.entities[event.entity].names if " " in name.text]
    return topic if any(name in title for name in named for title in titles) else None


def _is_apart(event: Mention, verb: Token, context: Context) -> bool:
    """Tell whether an event has guests of its own: a ceremony, but for the opening of a conference."""
    if context.cls(event.entity) not in _APART:
        return False
    topic = context.topic(verb.idx)
    said = {word for name in context.entities[event.entity].names for word in name.text.lower().split()}
    opening = not said.isdisjoint(words(verb.lang_, "openings_alone"))
    return not opening or topic is None or context.cls(topic.entity) != "Conference"


def occasions_of(verb: Token, context: Context, builder: Builder) -> list[Mention]:
    """Give the events that a clause without one may be about, also a bare meeting at which somebody is said to be.

    "Present at the meeting were A and B. Among those present on the Russian side were C and D."
    """
    if found := events_of(verb, context):
        return found
    told = context.last("Event", verb.idx)
    if told is None or not context.is_bare(told.entity) or context.distance(told, verb) > 2:
        return []
    attends = any(fact.object == told.entity for fact in builder.held("participatedIn"))
    return [told] if attends and context.paragraph(told.start) == context.paragraph(verb.idx) else []


def quoted(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """People who act in the report of a gathering were there, unless what they do is sent, past or away."""
    away = verb.lemma_ in words(verb.lang_, "absent") or any(c.dep_ == "aux" and said(c, "had") for c in verb.children)
    acting = [] if away or status(verb) is not Status.HELD else [*roles["agent"], *heard_in(verb, roles)]
    acting += [t for t in voices(verb, roles) if t not in acting]
    if not acting:
        return
    reads = verb.lemma_ in words(verb.lang_, "reading") and verb.dep_ != "acl"  # "X read out a greeting"
    written = [*roles.get("in", ()), *roles.get("by", ()), *(() if reads else roles.get("patient", ()))]
    if any(t.lemma_ in words(verb.lang_, "letters") and not _is_spoken(t) for t in written):
        return  # "in a letter read out there, X called", "X sent a greeting": not there
    if _is_elsewhere(verb) or _is_aside(verb) or _has_guests(verb):
        return
    topic = context.topic(verb.idx)
    last = context.last("Event", verb.idx)
    if topic is None or topic.score < _TOLD or _is_of_several(topic, context):
        return
    bare = (
        last is None
        or context.cls(last.entity) == "Meeting"
        or not context.gathers(last.entity)
        or context.is_planned(last)
        or _is_of_several(last, context)
        or (context.timeline.is_quoted(last.start) and context.distance(last, verb) == 0)
    )
    if last is not None and not bare and context.distance(last, verb) <= 2:
        topic = last
    topic = _reported_opening(topic, verb, context) or topic
    if context.is_yet_to_come(topic.entity, verb.idx) or _is_for_later(topic, verb, context):
        return
    if awaits([context.token(topic.end - 1)], verb):
        return  # "at the forthcoming forum A speaks"
    if topic.end > verb.idx or context.timeline.elsewhen(verb, builder.dates.get(topic.entity)):
        return
    if _attends_another(verb, roles, topic.entity, context):
        return
    score = 0.6 if topic.entity in context.named else 0.64  # whoever only says what an event is tells of one event
    for agent in acting:
        for mention in context.things(agent):
            if context.cls(mention.entity) == "Person" and mention.source != "rule":
                builder.add(mention.entity, "participatedIn", topic.entity, context.sentence(verb), "quoted-at", score)


def _has_guests(verb: Token) -> bool:
    """Tell whether a clause says that somebody had guests: "President A received them", which is no gathering's."""
    had = [c for c in verb.children if c.dep_ == "dobj"]
    return verb.lemma_ in words(verb.lang_, "having_guests") and any(t.pos_ == "PRON" for t in had)


def _is_for_later(event: Mention, verb: Token, context: Context) -> bool:
    """Tell whether a sentence names an event only as what its act is before: "On the eve of the Forum, A met B"."""
    before = verb.sent.start_char <= event.start < verb.idx
    return before and brought_in(context.text, event.start, context.document.lang) == "apart"


def _is_of_several(event: Mention, context: Context) -> bool:
    """Tell whether a plural describes an event: whoever speaks of summer schools is at none of them."""
    return event.source == "rule" and context.token(event.end - 1).tag_ in {"NNS", "NNPS"}


def _is_aside(verb: Token) -> bool:
    """Tell whether a clause says of a thing what somebody has done with it: "the ties that A calls strong"."""
    if verb.dep_ != "relcl" or verb.head.ent_type_ == "Person":
        return False
    if verb.lemma_ in words(verb.lang_, "presenting") | words(verb.lang_, "speaking"):
        return False  # "ice was the theme that A presented"
    return not any(said(t, "where") or said(t, "of_people") for t in verb.children)


def _attends_another(verb: Token, roles: Roles, topic: str, context: Context) -> bool:
    """Tell whether a clause says that somebody attended another gathering: "A took part in a winter school"."""
    takes_part = any(t.lemma_ in words(t.lang_, "speeches") and not t.ent_type_ for t in roles.get("patient", ()))
    if not takes_part and verb.lemma_ not in words(verb.lang_, "attending"):
        return False
    told = [m.entity for name in ("patient", "in") for t in roles.get(name, ()) for m in context.things(t)]
    gatherings = [
        event
        for event in told
        if context.family(event, ("Event",)) and (context.gathers(event) or context.cls(event) == "Meeting")
    ]
    talks = [
        t
        for name in ("patient", "in")
        for t in roles.get(name, ())
        if t.lemma_ in words(t.lang_, "meetings") and not context.things(t)
    ]
    apart = any(is_of_another(t) for t in roles.get("patient", ()))
    return apart or bool(talks) or (bool(gatherings) and topic not in gatherings)


def _is_spoken(letter: Token) -> bool:
    """Tell whether words are spoken where they are heard: "in his welcoming address", "in her address"."""
    beside = [*letter.children]
    own = letter.lemma_ in words(letter.lang_, "addresses") and any(
        c.dep_ == "poss" and c.pos_ == "PRON" for c in beside
    )
    sent = any(c.dep_ in {"acl", "relcl"} or c.lower_ in words(letter.lang_, "from_afar") for c in beside)
    above = [t for c in beside if c.dep_ == "prep" and not said(c, "of") for t in c.children if t.dep_ == "pobj"]
    sent = sent or any(t.lemma_ not in words(t.lang_, "audiences") | within(t.lang_) for t in above)  # "to the nation"
    return any(said(child, "of_speeches") for child in beside) or (own and not sent)


def _is_elsewhere(verb: Token) -> bool:
    """Tell whether a clause tells of a visit: who receives guests, or acts where they went, does so at home."""
    if any(said(child, "where") for child in verb.children):
        return True
    received = verb.lemma_ in words(verb.lang_, "hosting") and is_passive(verb) and not _is_of_prize(verb)
    return received or verb.lemma_ in words(verb.lang_, "visiting")


def _is_of_prize(verb: Token) -> bool:
    """Tell whether what is received is no guest but a prize: "Diplomas were received by A"."""
    return any(c.dep_ == "nsubjpass" and c.lemma_ in words(c.lang_, "prizes") for c in verb.children)


def opened(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """People who unveil or open a house are at its opening, which only the verb tells of."""
    openings = [m for m in context.things(verb) if context.family(m.entity, ("Event",))]
    if not openings or status(verb) is not Status.HELD:
        return
    if context.cls(openings[0].entity) == "Meeting":  # "the Council met in Omsk on May 5"
        builder.date(openings[0].entity, verb)
        for place in (m for name in ("in", "at") for t in roles.get(name, ()) for m in context.things(t)):
            builder.add(openings[0].entity, "locatedIn", place.entity, context.sentence(verb), "takes-place", 0.7)
        session = context.entities[openings[0].entity].kind == "session"
        for body in (m for t in roles["agent"] for m in context.things(t)):
            if session:
                builder.add(body.entity, "organized", openings[0].entity, context.sentence(verb), "hold-session", 0.7)
            else:  # "The rectors of A and B met online. On the Chinese side took part C"
                builder.add(body.entity, "participatedIn", openings[0].entity, context.sentence(verb), "attended", 0.6)
        return
    for agent in roles["agent"]:
        for mention in context.things(agent):
            hosts = verb.lemma_ in words(verb.lang_, "inaugurating") and bool(agent.ent_type_)
            if hosts and context.family(mention.entity, _OWN):
                builder.add(mention.entity, "organized", openings[0].entity, context.sentence(verb), "opens-it", 0.55)
            if context.cls(mention.entity) == "Person":
                builder.add(
                    mention.entity, "participatedIn", openings[0].entity, context.sentence(verb), "opens-it", 0.65
                )


_OWN = ("University", "ResearchOrganization", "Company")


def _told_at(verb: Token, roles: Roles, name: str) -> list[Token]:
    """Give the events that parsers hang on what somebody speaks of there: "spoke of plans at the forum"."""
    if verb.lemma_ not in words(verb.lang_, "telling_of") or is_passive(verb):
        return []
    told = [t for role in ("about", "on", "of") for t in roles.get(role, ()) if t.pos_ == "NOUN" and not t.ent_type_]
    told = [t for t in told if t.lemma_ not in words(t.lang_, "deeds") and all(c.dep_ != "poss" for c in t.children)]
    return [t for noun in told for t in prepositions(noun)[name] if family(t) == "Event" and t.i > noun.i]


def _among_those_at(roles: Roles, name: str) -> list[Token]:
    """Give the events at which those are among whom somebody is: "A was among those at the opening ceremony"."""
    those = [t for t in roles.get("among", ()) if said(t, "those")]
    return [t for one in those for t in prepositions(one)[name] if family(t) == "Event"]


def at_event(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """Whoever does something at an event takes part in it."""
    if verb.lemma_ in words(verb.lang_, "making_events"):
        return
    for name in sorted(words(verb.lang_, "presence_roles")):
        for token in roles.get(name) or _told_at(verb, roles, name) or _among_those_at(roles, name):
            for event in context.things(token):
                if not context.family(event.entity, ("Event",)):
                    continue
                how = Status.PLANNED if awaits([token], verb) else status(verb)
                if how is Status.HELD and context.is_yet_to_come(event.entity, verb.idx):
                    continue  # "said at the meeting", when only the next one has been told of
                takes = verb.lemma_ in words(verb.lang_, "taking")
                givers = [t for t in roles.get("from", ()) if takes and family(t) == "Person"]
                # "at the round table the guests met the rector"
                meets = verb.lemma_ in words(verb.lang_, "meeting")
                met = [t for t in roles.get("patient", ()) if meets and family(t) == "Person"]
                brings = verb.lemma_ in words(verb.lang_, "uniting") and any(said(c, "together") for c in verb.children)
                met += [t for t in roles.get("patient", ()) if brings]  # "brought A and B together at a meeting"
                for agent in (*roles["agent"], *givers, *met):
                    for mention in context.things(agent):
                        if how is Status.HELD and "/~" not in mention.entity:
                            builder.add(
                                mention.entity, "participatedIn", event.entity, context.sentence(verb), "acts-at-event",
                                0.65 * (0.5 + 0.5 * mention.score),
                            )  # fmt: skip
                            builder.date(event.entity, verb)
