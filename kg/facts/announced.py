"""Lists that a sentence only announces: "Present were the following. Rector of A: B. Dean of C: D."."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.languages.families import family
from kg.languages.lexicon import said


def below_following(sentence: Span, link: Token, context: Context) -> list[Token]:
    """Give what is listed below a sentence that only announces it: "Present were the following. Rector of A: B."."""
    announced = [t for t in sentence if said(t, "following_listed") and not t.ent_type_]
    if not announced or any(family(t) in {"Person", "Organization"} for t in context.doc[link.i + 1 : sentence.end]):
        return []
    found: list[Token] = []
    for below in context.sentences_from(sentence.end_char):
        named = any(family(t) in {"Person", "Organization"} for t in below)
        if not named or any(t.tag_ in FINITE | {"MD"} for t in below if not t.ent_type_):
            break
        found += below
    return found
