"""Whose people a plural means that names nobody: "historians of A and B", "people from C"."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.languages.kinds import kind_of
from kg.languages.lexicon import said, words
from kg.records import Lang, Mention
from kg.schema import is_a


def senders(people: Token, context: Context) -> list[Mention]:
    """Give the organizations whose people are meant by a noun that no description has."""
    lang = people.lang_
    several = people.tag_ in {"NNS", "NNPS"} or people.lemma_ in words(lang, "many_in_one")
    if not several or people.ent_type_ or people.lemma_ in words(lang, "not_of_it"):
        return []
    kind = kind_of(cast("Lang", lang), [people.lemma_])
    if kind is not None and not is_a(kind.cls, "Person"):
        return []  # "branches of A", "forums of B"
    of = [c for c in people.children if c.dep_ == "prep" and said(c, "acts_for")]
    named = expanded(t for c in of for t in c.children if t.dep_ == "pobj" and t.ent_type_)
    found = [m for t in named for m in context.things(t)]
    return [m for m in found if context.family(m.entity, ("Organization",))]
