"""Whom “they” and “them” cannot mean, and whom they mean instead.

"A and B received them": not A and B. "They went to A, where they met C": not A. "The Chinese colleagues" are those who
came from China before.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import read, said, words
from kg.languages.spans import Description
from kg.schema import is_a

_NEAR = 6  # sentences from a pronoun back to the group that it goes on telling of


def never_meant(told: Told, description: Description) -> frozenset[str]:
    """Give those who act on whom a pronoun means, or at whom those were whom it means."""
    pronoun = told.token(description.start)
    if pronoun is None:
        return frozenset()
    verb, apart = pronoun.head, []
    if pronoun.dep_ in {"dobj", "dative"}:
        apart = [c for c in verb.children if c.dep_ == "nsubj"]
    elif pronoun.dep_ == "nsubj" and verb.dep_ == "relcl" and any(said(c, "where") for c in verb.children):
        apart = [verb.head]
    named = [t for one in apart for t in (one, *one.conjuncts) if t.ent_type_]
    return frozenset(m.entity for t in named for m in told.within(t.idx, t.idx + len(t)))


def meant_before(told: Told, description: Description, never: frozenset[str]) -> list[Referent]:
    """Give whom the last group or “they” before a pronoun means, where these are none of those it cannot mean."""
    lang, here = told.document.lang, told.sentence(description.start)
    for other in sorted(told.doc._.descriptions, key=lambda one: -one.start):
        if other.start >= description.start:
            continue
        if here - told.sentence(other.start) > _NEAR:
            return []
        token = told.token(other.end - 1)
        if token is None or not _is_of_people(token, other, lang):
            continue
        meant = {m.entity: None for m in told.within(other.start, other.end) if m.source == "rule"}
        found = [told.gathering.referents[one] for one in meant if one in told.gathering.referents]
        if found and not never & meant.keys():
            return [one for one in found if is_a(one.cls, "Organization") or is_a(one.cls, "Person")]
    return []


def of_that_country(told: Told, description: Description, groups: list[list[Referent]]) -> list[Referent]:
    """Give the delegation whose people are named by their country alone: "colleagues from China".

    Args:
        groups: whom each delegation told of before acts for.
    """
    lang = told.document.lang
    head = told.token(description.end - 1)
    if head is None or description.head not in words(lang, "colleagues"):
        return []
    sides = read(lang, "descriptions")["sides"]
    found = {sides[c.lower_] for c in head.children if c.dep_ == "amod" and c.lower_ in sides}
    lands = [t for c in head.children if said(c, "from") for t in c.children if t.ent_type_ == "Country"]
    meant = [told.registry.get(m.entity) for t in lands for m in told.within(t.idx, t.idx + len(t))]
    found |= {entry.country for entry in meant if entry is not None and entry.country is not None}
    if len(found) != 1:
        return []
    for owners in reversed(groups):
        if {entry.country for one in owners if (entry := told.registry.get(one.id)) is not None} == found:
            return owners
    return []


def _is_of_people(token: Token, description: Description, lang: str) -> bool:
    """Tell whether a description is of people who travel or act together."""
    travels = words(lang, "known_groups") | words(lang, "learners") | words(lang, "people_of")
    return description.role == "they" or (description.role == "group" and token.lemma_ in travels)
