"""Honours of which the clause tells: "won gold", "was named the best laboratory", "the V. I. Vernadsky Prize"."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from kg.languages.en.letters import ORDINAL
from kg.languages.kinds import Kind, kind_of
from kg.languages.lexicon import read, words
from kg.schema import is_a


def _words() -> dict[str, Any]:
    return dict(read("en", "descriptions"))


def honour_said(head: Token) -> Kind | None:
    """Give the kind of an honour that a noun means by what the clause says of it, or none."""
    table = _words()
    if _is_metal(head) and _is_won(head):
        return Kind("Recognition", "award")
    if not _is_conferred(head):
        return None
    before = [t.lower_ for t in head.doc[head.left_edge.i : head.i] if not t.ent_type_]
    if any(word in table["distinguishing"] for word in before):
        return Kind("Recognition", "award")  # "was named the best laboratory", "a demonstration base"
    if head.lower_ in table["chosen"] and any(word in table["of_honour"] for word in before):
        named = {t.ent_type_ for c in head.children for t in c.children if t.dep_ == "pobj"}
        return None if "Association" in named else Kind("Recognition", "honorary-title")  # of these people are members
    return None


def _is_metal(head: Token) -> bool:
    """Tell whether a noun is a metal that stands for its medal: "gold", not "the gold market"."""
    return head.lower_ in _words()["metals"] and head.tag_ in {"NN", "NNP"} and head.dep_ not in {"compound", "amod"}


def _is_won(head: Token) -> bool:
    """Tell whether somebody is said to have won a medal: "won gold", "gold went to A", "came back with silver"."""
    table, top = _words(), head
    behind = head.doc[head.i + 1 : head.i + 3]
    if head.i == head.sent.start and len(behind) == _LABEL and behind[0].text in {":", "–"}:
        return behind[1].ent_type_ == "Person" or is_a(behind[1].ent_type_ or "Event", "Organization")  # "Silver: A, B"
    while top.dep_ == "conj":
        top = top.head  # "won gold and silver"
    verb = top.head
    if top.dep_ == "nsubj":
        return verb.lemma_ == "go" and any(c.lower_ == "to" for c in verb.children)
    if top.dep_ == "pobj":
        return verb.lower_ == "with" and verb.head.lemma_ in table["coming_back"]
    return top.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in table["winning"]


_LABEL = 2  # tokens behind a label, the colon and a name


def _is_conferred(head: Token) -> bool:
    """Tell whether a noun is what somebody is named or elected: "named it a base", "chosen as the best"."""
    verb, conferring = head.head, words("en", "conferring")
    if head.dep_ == "pobj" and verb.lower_ == "as":
        return verb.head.lemma_ in conferring
    if verb.lemma_ not in conferring:
        return False
    beside = any(c.dep_ in {"dobj", "dative", "nsubjpass"} and c.i < head.i for c in verb.children)
    return head.dep_ == "oprd" or (head.dep_ in {"dobj", "attr"} and beside)


def honour_from(head: Token, left: int) -> int:
    """Give where the name of an honour begins: "the | Innovation on Rails prize", "the | V. I. Vernadsky Prize"."""
    kind = kind_of("en", [head.lower_])
    if kind is None or not is_a(kind.cls, "Recognition"):
        return left
    start, doc = head.sent.start, head.doc
    left = _from_person(head, left)
    while left - 1 > start:
        before, first = doc[left - 1], doc[left]
        joined = before.lower_ in _words()["within_honours"] and _is_of_honour(doc[left - 2]) and left - 2 > start
        if not first.text[:1].isupper() or not (_is_of_honour(before) or joined):
            break
        left -= 1 + (joined and not _is_of_honour(before))
    if left < head.i and ORDINAL.match(doc[left].text.capitalize()) and doc[left].is_lower and doc[left + 1].is_title:
        left += 1  # "the first | Research Fellowship"
    return left


def _from_person(head: Token, left: int) -> int:
    """Give where an honour named for somebody begins, with the degree before it: "the | 2nd degree A. Petrov Prize"."""
    doc, start = head.doc, head.sent.start
    person = doc[left - 1] if left - 1 > start else None
    if person is None or person.ent_type_ != "Person" or not head.is_title:
        return left
    first = person.i
    while first - 1 > start and (_is_of_honour(doc[first - 1]) or _is_degree(doc[first - 1])):
        first -= 1
    while first < person.i and ORDINAL.match(doc[first].text.capitalize()) and not _is_degree(doc[first + 1]):
        first += 1
    opened = doc[first - 1].pos_ == "DET" or doc[first - 1].tag_ in {"PRP$", "POS"} or first < person.i
    return first if opened or head.dep_ in {"dobj", "conj"} else left


def _is_degree(token: Token) -> bool:
    return token.lower_ in {"degree", "class"} or bool(
        token.nbor().lower_ in {"degree", "class"} and ORDINAL.match(token.text.capitalize())
    )


def _is_of_honour(token: Token) -> bool:
    """Tell whether a word can stand in the name of an honour: a capital that names no person and no organization."""
    named = token.ent_type_ and not is_a(token.ent_type_, "Place")
    return token.text[:1].isupper() and not named and token.text.isalpha()
