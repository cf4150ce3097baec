"""What is announced and then told: "Two events took place in Jinan: the centre opened, and a forum was held"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.builder import Builder
from kg.facts.clauses import SUBJECTS
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Status


def happened(context: Context, builder: Builder) -> None:
    """Add where the events behind a colon were, by the clause before it that says where "two events" took place."""
    for sentence in context.sents:
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is None or (verb := _announcing(sentence, colon)) is None or status(verb) is not Status.HELD:
            continue
        places = [m for t in sentence if t.i < colon.i and _says_where(t) for m in context.things(t)]
        for event in context.within("Event", colon.idx, sentence.end_char):
            token = context.token(event.end - 1)
            if token.dep_ not in {*SUBJECTS, "nsubjpass"}:
                continue
            builder.date(event.entity, verb)
            for place in places[:1]:
                builder.add(event.entity, "locatedIn", place.entity, context.sentence(verb), "takes-place", 0.7)


def _announcing(sentence: Span, colon: Token) -> Token | None:
    """Give the verb before a colon that says that several things happened."""
    before = sentence.doc[sentence.start : colon.i]
    verb = next((t for t in before if t.lemma_ in words(t.lang_, "being_held") and t.pos_ == "VERB"), None)
    what = [t for t in before if t.tag_ == "NNS" and t.lemma_ in words(t.lang_, "announced_events")]
    return verb if what else None


def _says_where(token: Token) -> bool:
    return family(token) == "Place" and token.dep_ == "pobj" and said(token.head, "in_place")
