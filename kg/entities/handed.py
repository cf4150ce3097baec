"""Honours that are told of in the plural, one for each who gets one: "A and B received their certificates"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.told import Told
from kg.languages.lexicon import words
from kg.languages.spans import Description


def is_handed(told: Told, description: Description) -> bool:
    """Tell whether a plural means honours that people named beside it were given or gave: "certificates" to A and B.

    What students or others without a name are handed is no thing of its own, nor is a second noun that goes with the
    first: "certificates and badges".
    """
    token = told.token(description.end - 1)
    if description.cls != "Recognition" or token is None:
        return False
    verb = token.head
    taken = verb.lemma_ in words(verb.lang_, "getting_honours")
    given = verb.lemma_ in words(verb.lang_, "giving_honours")
    if token.dep_ not in _OBJECTS or not (taken or given):
        return False
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    return any(one.ent_type_ == "Person" for one in _receivers(verb, passive=passive, taken=taken))


_OBJECTS = frozenset({"dobj", "nsubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def _receivers(verb: Token, *, passive: bool, taken: bool) -> list[Token]:
    """Give who gets what a verb tells of: the subject of "receive" and of "were given", the dative, "to" somebody."""
    found = [c for c in verb.children if c.dep_ == "dative" or (c.dep_ in _SUBJECTS and (taken or passive))]
    behind = [c for c in verb.subtree if c.dep_ in {"prep", "dative"} and c.lower_ in words(verb.lang_, "to")]
    found += [c for to in behind for c in to.children if c.dep_ == "pobj"]
    return [one for top in found for one in (top, *top.conjuncts, *(c for c in top.children if c.dep_ == "appos"))]
