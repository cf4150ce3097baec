"""Honours of which the clause tells: "won gold", "was named the best laboratory", "the V. I. Vernadsky Prize"."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.languages.en.letters import ORDINAL
from kg.languages.kinds import Kind, kind_of
from kg.languages.lexicon import read, words
from kg.schema import is_a


@cache
def _words() -> dict[str, Any]:
    return dict(read("en", "descriptions"))


def honour_said(head: Token) -> Kind | None:
    """Give the kind of an honour that a noun means by what the clause says of it, or none."""
    table = _words()
    if _is_metal(head) and _is_won(head):
        return Kind("Recognition", "award")
    before = [t.lower_ for t in head.doc[head.left_edge.i : head.i] if not t.ent_type_]
    if any(word in table["distinguishing"] for word in before):
        return Kind("Recognition", "award") if _is_distinguished(head) else None  # "was named the best laboratory"
    if head.lower_ in table["chosen"] and any(word in table["of_honour"] for word in before):
        verbs = words("en", "conferring") | words("en", "choosing_members")
        honoured = _conferred_by(head, verbs) is not None and _is_of_science(head)
        return Kind("Recognition", "honorary-title") if honoured else None
    return None


def _is_distinguished(head: Token) -> bool:
    """Tell whether it is a body or people that somebody is named: "the best laboratory", not "its best customer"."""
    table, kind = _words(), kind_of("en", [head.lower_])
    bodily = kind is not None and (is_a(kind.cls, "Organization") or kind.cls == "OrganizationalUnit")
    if not (bodily or head.lemma_ in {*table["distinguished"], *table["groups"]}):
        return False
    if any(c.dep_ == "poss" and not is_a(c.ent_type_ or "Event", "Place") for c in head.children):
        return False  # "as its best university", not "China's best university"
    verb = _conferred_by(head, words("en", "conferring"))
    if verb is None:
        return False
    article = {c.lower_ for c in head.children if c.dep_ == "det"}
    return verb.lemma_ not in table["reputed"] or bool(article & {*table["reputed_as"]})


def _is_of_science(head: Token) -> bool:
    """Tell whether it is a university or an academy that one is a member of, where it is told: "a member of X"."""
    told = [t for c in head.children if c.lower_ in words("en", "of") for t in c.children if t.dep_ == "pobj"]
    told += [c for c in head.children if c.dep_ == "poss" and not is_a(c.ent_type_ or "Event", "Place")]
    kinds = [t.ent_type_ or getattr(kind_of("en", [t.lower_]), "cls", "") for t in told]
    return all(kind in _words()["bodies_of_science"] for kind in kinds)


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
    if _is_matter(head, verb):
        return False
    if top.dep_ == "nsubj":
        to = any(c.lower_ in table["to_winners"] for c in verb.children)
        return verb.lemma_ in table["going_to"] and to and _is_of_contests(head)
    if top.dep_ == "pobj":
        return verb.lower_ in words("en", "with") and verb.head.lemma_ in table["coming_back"]
    if top.dep_ not in {"dobj", "nsubjpass"}:
        return False
    if verb.lemma_ in table["getting"]:
        brought = any(c.lower_ in table["brought_to"] for c in (*verb.children, *head.children))
        return not brought and _is_of_contests(head)
    return verb.lemma_ in table["winning"]


def _is_matter(head: Token, verb: Token) -> bool:
    """Tell whether it is of metal that a clause tells: "won from the ore", "received as a deposit"."""
    return any(c.lower_ in _words()["out_of"] for c in (*verb.children, *head.children))


def _is_of_contests(head: Token) -> bool:
    """Tell whether the text tells of contests, where metals are medals."""
    return any(word in _words()["contests"] for token in head.doc for word in token.lower_.split())


_LABEL = 2  # tokens behind a label, the colon and a name


def _conferred_by(head: Token, verbs: frozenset[str]) -> Token | None:
    """Give the verb by which somebody is named or elected what a noun means: "named it a base", "elected as head"."""
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ in words("en", "as"):
        return verb.head if verb.head.lemma_ in verbs else None
    if verb.lemma_ not in verbs:
        return None
    beside = any(c.dep_ in {"dobj", "dative", "nsubjpass"} and c.i < head.i for c in verb.children)
    return verb if head.dep_ == "oprd" or (head.dep_ in {"dobj", "attr"} and beside) else None


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
    degrees = _words()["honour_degrees"]
    behind = token.nbor().lower_ in degrees
    return token.lower_ in degrees or bool(behind and ORDINAL.match(token.text.capitalize()))


def _is_of_honour(token: Token) -> bool:
    """Tell whether a word can stand in the name of an honour: a capital that names no person and no organization."""
    named = token.ent_type_ and not is_a(token.ent_type_, "Place")
    return token.text[:1].isupper() and not named and token.text.isalpha()
