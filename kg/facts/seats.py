"""Where what a noun describes lies, which the words behind the noun say: "a joint platform in Nanjing"."""

from __future__ import annotations

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.facts.status import denies, status
from kg.records import Mention, Status


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
    for place in noun_roles(noun).get("in", ()):
        if any(t.text == ":" for t in context.doc[noun.i + 1 : place.i]):
            continue  # "the opening of two centres: in China the X, in Russia the Y"
        for other in context.things(place):
            if context.family(other.entity, ("Place",)) and status(noun) is Status.HELD:
                builder.add(mention.entity, "locatedIn", other.entity, context.sentence(noun), "thing-in-place", 0.7)
