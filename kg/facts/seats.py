"""Where what a noun describes lies, which the words behind the noun say: "a joint platform in Nanjing"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.facts.status import denies, status
from kg.languages.lexicon import said, words
from kg.records import Mention, Status
from kg.schema import is_a


def seats(context: Context, builder: Builder) -> None:
    """Add where described things are by the places that hang on their nouns."""
    for mention in context.recognised.mentions:
        if "/~" in mention.entity:
            _described(mention, context, builder)


def _described(mention: Mention, context: Context, builder: Builder) -> None:
    """Read "a joint platform in Nanjing", "a seminar in Barnaul": a described thing with its place behind it."""
    if not context.family(mention.entity, ("Organization", "Event", "not Visit")):
        return
    noun = context.token(mention.end - 1)
    if noun.tag_ in {"NNS", "NNPS"} or noun.dep_ == "attr" or denies([noun], context.document.lang):
        return  # "Confucius Institutes in Russia", "is a centre of science in Russia", "no other forum in Harbin"
    roles = noun_roles(noun)
    houses = [t for t in roles.get("at", ()) if t.ent_type_ == "Place"]  # "a ceremony at the Sayan Hotel"
    for place in [*roles.get("in", ()), *houses] or _behind_audience(noun, context) or _behind_body(noun):
        if any(t.text == ":" for t in context.doc[noun.i + 1 : place.i]):
            continue  # "the opening of two centres: in China the X, in Russia the Y"
        for other in context.things(place):
            if context.family(other.entity, ("Place",)) and status(noun) is Status.HELD:
                # a hall is named for what is held in it, a city for much else
                rule, score = (
                    ("thing-in-house", 0.8) if context.cls(other.entity) == "Place" else ("thing-in-place", 0.7)
                )
                builder.add(mention.entity, "locatedIn", other.entity, context.sentence(noun), rule, score)


def _behind_audience(noun: Token, context: Context) -> list[Token]:
    """Give the city behind those for whom an event is held: "a seminar for teachers of physics in Harbin".

    The parser hangs the city on the teachers; where the clause has a place of its own, theirs is another.
    """
    if not any(context.family(m.entity, ("Event",)) for m in context.things(noun)):
        return []
    behind = [c for c in noun.children if said(c, "audience_for")]
    audience = [t for c in behind for t in c.children if t.dep_ == "pobj" and t.tag_ == "NNS" and not t.ent_type_]
    audience += [t for a in audience for c in a.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
    brought = [c for a in audience for c in a.children if c.dep_ == "prep" and said(c, "audience_in")]
    found = [t for c in brought for t in c.children if t.dep_ == "pobj" and is_a(t.ent_type_ or "Event", "City")]
    places = [t for t in noun.sent if is_a(t.ent_type_ or "Event", "Place")]
    return found if len(places) == 1 else []


def _behind_body(noun: Token) -> list[Token]:
    """Give the city directly behind the body that meets: "at the third session of the Trade Commission in Omsk".

    Only commissions and their like meet anywhere; academies and companies stay where they are.
    """
    if noun.lemma_ not in words(noun.lang_, "sessions_of_bodies"):
        return []  # "the exhibition of the museum in Omsk" may be anywhere
    met = [t for c in noun.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
    bodies = [t for t in met if is_a(t.ent_type_ or "Event", "Organization") and _meets(t)]
    brought = [c for body in bodies for c in body.children if c.i == body.i + 1 and said(c, "audience_in")]
    return [t for c in brought for t in c.children if t.dep_ == "pobj" and is_a(t.ent_type_ or "Event", "City")]


def _meets(body: Token) -> bool:
    """Tell whether a body is one that comes together for sessions, by a word of its name: "the Trade Commission"."""
    return not words(body.lang_, "meeting_bodies").isdisjoint(body.lower_.split())
