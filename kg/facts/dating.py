"""When events happened, whoever took part: by clauses that tell of them, and lines that name them with a date."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.frames import frames
from kg.facts.timeline import verb_of

_TOLD = {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "attr"}


def happenings(context: Context, builder: Builder) -> None:
    """Note the date of each event where a clause says that it was held, opened, hosted or attended then."""
    table = frames(context.document.lang).by_verb
    acts = {
        verb
        for verb, found in table.items()
        if any(t.property in {"organized", "participatedIn", "locatedIn"} for frame in found for t in frame.facts)
    }
    for mention in context.recognised.mentions:
        if not context.family(mention.entity, ("Event",)) or mention.entity not in context.entities:
            continue
        noun = context.token(mention.end - 1)
        if (own := context.timeline.beside(noun)) is not None:
            builder.state(mention.entity, own)
        elif noun.dep_ in _TOLD and (verb := _governor(noun)) is not None and verb.lemma_ in acts:
            builder.date(mention.entity, verb)
        elif verb_of(noun) is None:
            builder.state(mention.entity, context.timeline.lead(noun))


def _governor(noun: Token) -> Token | None:
    """Give the verb whose subject, object or occasion a noun is."""
    head = noun.head
    while (
        head.pos_ in {"ADP", "NOUN", "PROPN"} and head.head.i != head.i and not (head.pos_ == "NOUN" and head.ent_type_)
    ):
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} else None
