"""Who was at an event without a frame saying so: by acting there, or by attending what was told of before."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.lists import expanded, family, members
from kg.facts.status import status
from kg.languages.lexicon import said, words
from kg.records import Status

_TOLD = 0.6
"""Score of events that the text names or describes; what it only implies is too little to put everybody there."""


def attended(verb: Token, context: Context, builder: Builder) -> None:
    """Whoever "attended" or "was present", with nothing said of what, was at the event last told of."""
    lemma = verb.lemma_.lower()
    present = lemma in words(verb.lang_, "be") and any(c.dep_ == "acomp" and said(c, "there") for c in verb.children)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    told = [c for c in verb.children if c.dep_ == "nsubjpass"]  # "papers were presented by A"
    speech = any(o.lemma_ in words(o.lang_, "speeches") for o in [*objects, *told])
    alone = (
        lemma in words(verb.lang_, "attending")
        and not objects
        and not any(c.dep_ == "prep" and not said(c, "not_of_event") for c in verb.children)
    )
    sent = any(o.lemma_ in words(o.lang_, "known_groups") for o in objects) and lemma in words(verb.lang_, "sending")
    came = lemma in words(verb.lang_, "coming_in") and any(
        context.is_group(t) for t in verb_roles(verb)["agent"]
    )  # "delegations came from A and B"
    if not (present or alone or sent or came or (speech and lemma in words(verb.lang_, "speaking"))):
        return
    if speech and any(
        context.family(m.entity, ("Event",))
        for r in words(verb.lang_, "speech_roles")
        for t in verb_roles(verb).get(r, ())
        for m in context.things(t)
    ):
        return
    if status(verb) is not Status.HELD:
        return
    event = context.last("Event", verb.idx)
    if event is None or context.distance(event, verb) > 1:
        event = context.topic(verb.idx)
    if event is None:
        return
    # "the conference and the forum were held; 58 universities attended" means both
    first = context.token(event.end - 1)
    while first.dep_ == "conj":
        first = first.head
    # "the conference of the Association and the Forum": parsers coordinate the last two
    above = [first.head.head] if first.dep_ == "pobj" and family(first) != "Event" else []
    events = [m for t in (*above, *members(first)) for m in context.things(t)] or [event]
    roles = verb_roles(verb)
    # "also present were A and B"
    there = [*roles["agent"], *(t for c in verb.children if present and c.dep_ == "attr" for t in expanded([c]))]
    there += [t for t in roles.get("from", ()) if came]
    for agent in there:
        for mention in context.things(agent):
            for one in events:
                if context.family(one.entity, ("Event",)):
                    builder.add(mention.entity, "participatedIn", one.entity, context.sentence(verb), "attended", 0.65)


def quoted(verb: Token, context: Context, builder: Builder) -> None:
    """People who act in the report of a gathering were there, unless what they do is sent, past or away."""
    away = verb.lemma_ in words(verb.lang_, "absent") or any(c.dep_ == "aux" and said(c, "had") for c in verb.children)
    if away or status(verb) is not Status.HELD:
        return
    roles = verb_roles(verb)
    if any(t.lemma_ in words(verb.lang_, "letters") for t in (*roles.get("in", ()), *roles.get("patient", ()))):
        return  # "in a letter read out there, X called", "X sent a greeting": not there
    topic = context.topic(verb.idx)
    last = context.last("Event", verb.idx)
    if topic is None or topic.score < _TOLD:
        return
    bare = last is None or context.cls(last.entity) in {"Meeting", "Visit"} or context.is_planned(last)
    if last is not None and not bare and context.distance(last, verb) <= 2:
        topic = last
    if topic.end > verb.idx:
        return
    for agent in roles["agent"]:
        for mention in context.things(agent):
            if context.cls(mention.entity) == "Person" and mention.source != "rule":
                builder.add(mention.entity, "participatedIn", topic.entity, context.sentence(verb), "quoted-at", 0.6)


def at_event(verb: Token, context: Context, builder: Builder) -> None:
    """Whoever does something at an event takes part in it."""
    if verb.lemma_ in words(verb.lang_, "making_events"):
        return
    roles = verb_roles(verb)
    for name in sorted(words(verb.lang_, "presence_roles")):
        for token in roles.get(name, ()):
            for event in context.things(token):
                if not context.family(event.entity, ("Event",)):
                    continue
                how = status(verb)
                for agent in roles["agent"]:
                    for mention in context.things(agent):
                        if how is Status.HELD and "/~" not in mention.entity:
                            builder.add(
                                mention.entity, "participatedIn", event.entity, context.sentence(verb), "acts-at-event",
                                0.65 * (0.5 + 0.5 * mention.score),
                            )  # fmt: skip
                            builder.date(event.entity, verb)
