"""Names of some or all of what a plural means, behind it: "such universities as A", "places were seen: A and B"."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.facts.rosters import list_end
from kg.languages.families import family, listed
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import said, words
from kg.records import Lang
from kg.schema import is_a


def such_as(plural: Token) -> list[Token]:
    """Give the names behind "such universities as"."""
    if plural.i + 2 >= len(plural.doc) or not any(said(c, "such") and c.i < plural.i for c in plural.children):
        return []
    opener = plural.nbor()
    return listed(plural.doc[opener.i + 1 : plural.sent.end]) if said(opener, "as") else []


def places_of(plural: Token) -> list[Token]:
    """Give the names behind "the Chinese cities of"."""
    if plural.tag_ != "NNS" or not said(plural, "kinds_of_places"):
        return []
    behind = [t for c in plural.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
    return [t for first in behind for t in (first, *first.conjuncts) if family(t) == "Place"]


def past_clause(plural: Token) -> list[Token]:
    """Give the names of some of a plural of bodies behind its clause: "universities that teach law, among them A"."""
    if not any(c.dep_ in {"relcl", "acl"} for c in plural.children) or not _means_bodies(plural):
        return []
    for token in plural.doc[plural.i + 1 : plural.sent.end - 1]:
        if token.text == "," and said(token.nbor(), "instances_at_end"):
            names = listed(plural.doc[token.i + 2 : plural.sent.end])
            return [name for name in names if family(name) == "Organization"]
        if token.ent_type_ or token.text in {";", ":"} or (token.tag_ == "NNS" and _means_bodies(token)):
            return []
    return []


def _means_bodies(plural: Token) -> bool:
    kind = kind_of(cast("Lang", plural.lang_), [singular(plural.lower_)])
    return not plural.ent_type_ and kind is not None and is_a(kind.cls, "Organization")


def sights(places: Token) -> list[Token]:
    """Give what a colon names of places that were seen by others: "Three places were visited by guests: A, B and C"."""
    if places.dep_ != "nsubjpass" or places.lemma_ not in words(places.lang_, "sights"):
        return []
    end = list_end(places.sent)
    colon = next((t for t in places.doc[places.i + 1 : end] if t.text == ":"), None)
    first = next((t for t in places.doc[colon.i + 1 : end] if t.pos_ != "DET"), None) if colon is not None else None
    if colon is None or first is None or family(first) not in {"Organization", "Place"}:
        return []
    return listed(places.doc[colon.i + 1 : end])
