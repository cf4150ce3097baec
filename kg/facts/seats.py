"""Where what a noun names or means lies, which the words around the noun say: "a joint platform in Nanjing"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.facts.status import denies, status
from kg.languages.kinds import kind_of, singular
from kg.records import Mention, Status


def seats(context: Context, builder: Builder) -> None:
    """Add where things are by the places that hang on the nouns that describe or mean them."""
    for mention in context.recognised.mentions:
        if "/~" in mention.entity:
            _described(mention, context, builder)
        elif mention.source == "rule":
            _meant(mention, context, builder)


def _described(mention: Mention, context: Context, builder: Builder) -> None:
    """Read "a joint platform in Nanjing", "a seminar in Barnaul": a described thing with its place behind it."""
    if not context.family(mention.entity, ("Organization", "Event", "not Visit")):
        return
    noun = context.token(mention.end - 1)
    if noun.tag_ in {"NNS", "NNPS"} or noun.dep_ == "attr" or denies([noun], context.document.lang):
        return  # "Confucius Institutes in Russia", "is a centre of science in Russia", "no other forum in Harbin"
    for place in noun_roles(noun).get("in", ()):
        for other in context.things(place):
            if context.family(other.entity, ("Place",)) and status(noun) is Status.HELD:
                builder.add(mention.entity, "locatedIn", other.entity, context.sentence(noun), "thing-in-place", 0.7)


def _meant(mention: Mention, context: Context, builder: Builder) -> None:
    """Read "the two oldest universities of Omsk, A and B": named things that a noun means."""
    noun = context.token(mention.end - 1)
    if noun.ent_type_ or not context.family(mention.entity, _SEATED) or denies([noun], context.document.lang):
        return
    if kind_of(context.document.lang, [singular(noun.lower_)]) is None:
        return
    told = context.sentence(noun)
    named = {m.entity for m in context.within("Organization", told.start, told.end) if m.source != "rule"}
    if mention.entity not in named:
        return  # what a noun means sentences later is less sure
    for place in (m for token in _places(noun) for m in context.things(token)):
        if context.family(place.entity, ("City", "Region")):
            builder.add(mention.entity, "locatedIn", place.entity, told, "meant-in-place", 0.7)


_SEATED: Final = ("University", "ResearchOrganization", "Company")


def _places(noun: Token) -> list[Token]:
    """Give what says where the bearer of a noun is: "the universities of | Omsk", "both schools in | Omsk"."""
    behind = noun_roles(noun)
    return [*behind.get("of", ()), *behind.get("in", ())]
