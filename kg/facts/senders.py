"""Whose people a noun means that names nobody: "historians of A and B", "people from C", "the rector of D"."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.languages.lexicon import said
from kg.languages.posts import post_words
from kg.languages.trades import are_staff
from kg.records import Lang, Mention


def senders(people: Token, context: Context) -> list[Mention]:
    """Give the organizations whose people are meant by a noun that no description has."""
    if not are_staff(people) and not _holds_post(people):
        return []
    of = [c for c in people.children if c.dep_ == "prep" and said(c, "acts_for")]
    of += [c for t in _apposed(of) for c in t.children if c.dep_ == "prep" and said(c, "acts_for")]
    named = expanded(t for c in of for t in c.children if t.dep_ == "pobj" and t.ent_type_)
    found = [m for t in named for m in context.things(t)]
    return [m for m in found if context.family(m.entity, ("Organization",))]


def _holds_post(person: Token) -> bool:
    """Tell whether a noun means who holds a post of one holder now: "the rector of A", not "a former rector of A"."""
    if person.ent_type_ or person.tag_ != "NN" or person.lemma_.lower() not in post_words(_lang(person)).heads:
        return False
    beside = list(person.children)
    return any(said(c, "articles") for c in beside) and not any(said(c, "former") for c in beside)


def _apposed(of: list[Token]) -> list[Token]:
    """Give the posts that parsers take for what is said of a body before them: "the rector of A, | the head of B"."""
    bodies = [t for c in of for t in c.children if t.dep_ == "pobj" and t.ent_type_]
    return [c for body in bodies for c in body.children if c.dep_ == "appos" and _holds_post(c)]


def _lang(token: Token) -> Lang:
    return cast("Lang", token.lang_)
