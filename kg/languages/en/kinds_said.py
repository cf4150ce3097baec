"""The kind that a noun says with the words before and behind it: "cooperation programme", "a New Year party"."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.languages.en.documents import call_of, is_bundle, is_signed
from kg.languages.en.honours import honour_said
from kg.languages.kinds import Kind, kind_of
from kg.languages.lexicon import read
from kg.schema import is_a


@cache
def _words() -> dict[str, Any]:
    return dict(read("en", "descriptions"))


def kind_said(head: Token, lemma: str, plain: list[str]) -> Kind | None:
    """Give the kind that a noun says with the words before it and the verb that it hangs on.

    Args:
        plain: the words of its phrase that are of no name, its own as a lemma.
    """
    words = _words()
    spoken = [*plain[:-1], words["irregular"].get(head.lower_, head.lower_)]
    spans = {"minutes", *read("en", "names")["counted_events"]}
    counted = any(child.dep_ == "nummod" for child in head.children) and head.lower_ in spans  # "for four days"
    kind = (None if counted else kind_of("en", spoken)) or (
        kind_of("en", ["joint", lemma]) if "joint" in plain else None
    )
    if kind is None and lemma in words["courses_of_study"] and "joint" in plain and set(plain) & set(words["degrees"]):
        kind = kind_of("en", ["degree", "programme"])  # "joint doctoral training"
    if kind is None and lemma in words["papers"] and is_signed(head):
        kind = Kind("Agreement", None)  # "papers on cooperation were signed"
    signed = head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in words["signed"]
    if signed and kind is not None and is_a(kind.cls, "Programme"):  # an agreement on a programme
        kind = kind_of("en", ["cooperation", "programme"])
    if lemma in words["festive"] and _is_festive(head):
        kind = Kind("Event", "festival")
    if kind is not None and lemma in words["granted_things"] and _is_granted(head):
        kind = kind_of("en", ["award"])
    return honour_said(head) or kind


def with_content(head: Token, kind: Kind | None) -> tuple[Kind | None, int]:
    """Give the kind and the end of a noun with what it is of, as "memorandum of understanding"."""
    end = head.idx + len(head)
    if kind is not None and kind.cls == "Competition" and (call := call_of(head)) is not None:
        return call
    for last in head.doc[head.i + 2 : head.i + 3]:
        longer = kind_of("en", [head.lower_, *(token.lower_ for token in head.doc[head.i + 1 : last.i + 1])])
        closed = longer is not None and longer.cls in {"Agreement", "Recognition"}  # "letter of thanks"
        if closed and head.nbor().lower_ == "of" and not last.ent_type_:
            return longer, last.idx + len(last)
        if head.nbor().lower_ == "of" and is_bundle(head, last) and is_signed(last):
            return Kind("Agreement", None), last.idx + len(last)
    return kind, end


def _is_granted(head: Token) -> bool:
    """Tell whether somebody is given what a noun means: "won a scholarship", "presented A with the scholarship"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "with" else head.head
    return head.dep_ in {"dobj", "nsubjpass", "pobj", "oprd"} and verb.lemma_ in _words()["granted"]


def _is_festive(head: Token) -> bool:
    """Tell whether a party is one that people come to: "the Spring Festival party", "gave a party"."""
    if any(is_a(child.ent_type_, "Event") for child in head.children if child.ent_type_ and child.i < head.i):
        return True
    verb = head.head
    capitals = any(one.text[:1].isupper() for one in (head, *head.children) if one.dep_ != "det")
    if head.dep_ not in {"dobj", "nsubjpass"} or capitals:
        return False
    if verb.lemma_ in _words()["festive_acts"]:
        return True
    some = any(child.lower_ in read("en", "words")["indefinite"] for child in head.children)
    judged = [child for child in (*head.rights, *verb.children) if child.dep_ in {"amod", "oprd", "acomp"}]
    return some and verb.lemma_ in _words()["festive_givers"] and not judged  # "held the party responsible"
