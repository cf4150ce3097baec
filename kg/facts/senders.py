"""Whose people a plural means that names nobody: "historians of A and B", "people from C"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.languages.lexicon import said
from kg.languages.trades import are_staff
from kg.records import Mention


def senders(people: Token, context: Context) -> list[Mention]:
    """Give the organizations whose people are meant by a noun that no description has."""
    if not are_staff(people):
        return []
    of = [c for c in people.children if c.dep_ == "prep" and said(c, "acts_for")]
    named = expanded(t for c in of for t in c.children if t.dep_ == "pobj" and t.ent_type_)
    found = [m for t in named for m in context.things(t)]
    return [m for m in found if context.family(m.entity, ("Organization",))]
