"""What a clause says of a noun that is an event only where it is held: "a special event was held", "a reception"."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.languages.kinds import Kind
from kg.languages.lexicon import read


@cache
def _words() -> dict[str, Any]:
    return dict(read("en", "descriptions"))


def takes_place(head: Token) -> bool:
    """Tell whether the clause says of "an event" that it is one: "a special event was held", "spoke at an event"."""
    if head.lemma_.lower() not in _words()["happening"] or head.tag_ != "NN" or head.sent.root == head:
        return False
    if head.dep_ == "pobj":
        brought = head.head
        if any(c.dep_ in {"acl", "relcl"} and c.lemma_ in _words()["happening_verbs"] for c in head.children):
            return True  # "at an event organized by A"
        return brought.lower_ in _words()["happening_at"] or (
            brought.lower_ == "in" and brought.head.lemma_ in _words()["happening_in"]
        )
    verb = head.head
    return head.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.lemma_ in _words()["happening_verbs"]


def is_held(head: Token) -> bool:
    """Tell whether the clause says that a noun was held: "a reception was given", "courses took place"."""
    verb = head.head
    if head.tag_ not in {"NN", "NNP"} and head.lower_ not in _words()["plural_as_one"]:
        return False
    if head.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ in _words()["people_of_events"]:
        return True  # "the organizers of the courses"
    if head.dep_ == "nsubj" and verb.lemma_ == "take":
        return any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)
    passive = head.dep_ == "nsubjpass" or (head.dep_ == "dobj" and any(c.dep_ == "nsubj" for c in verb.children))
    return passive and verb.lemma_ in _words()["held_by"]


def talked(head: Token, lemma: str) -> Kind | None:
    """Give the kind of talks that a noun means of which is told who was there: "the talks were chaired by A".

    Talks that are only said to have been held are an act of those who talk, and no event.
    """
    kinds = _words()["talks"]
    if lemma not in kinds or (lemma in _words()["talks_as_plural"] and head.tag_ != "NNS"):
        return None
    return Kind("Meeting", kinds[lemma]) if is_attended(head) else None


def is_attended(head: Token) -> bool:
    """Tell whether the clause says who was at what a noun means: "the talks, joined by A", "B joined the talks"."""
    verb, data = head.head, _words()
    if any(c.dep_ in {"acl", "relcl"} and c.lemma_ in data["attended"] and _by_whom(c) for c in head.children):
        return True
    if head.dep_ == "nsubjpass":
        return (verb.lemma_ in data["attended"] and _by_whom(verb)) or _in_company(verb)
    if head.dep_ == "nsubj" and verb.lemma_ in data["held_verbs"]:
        return _in_company(verb)
    if head.dep_ == "dobj":
        return verb.lemma_ in data["attended"]
    if head.dep_ != "pobj":
        return False
    act = verb.head
    if verb.lower_ == "in" and (act.lower_ == "part" or act.lemma_ == "take"):
        taking = act if act.lemma_ == "take" else act.head
        return taking.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "part" for c in taking.children)
    return act.lemma_ in data["attended_with"].get(verb.lower_, ())


def _by_whom(verb: Token) -> bool:
    """Tell whether a verb in the passive has its doer behind it."""
    return any(c.dep_ == "agent" for c in verb.children)


def _in_company(verb: Token) -> bool:
    """Tell whether something was held "with the participation of A", "under the chairmanship of B"."""
    ways = _words()["attended_through"]
    return any(noun.lemma_ in ways.get(c.lower_, ()) for c in verb.children if c.dep_ == "prep" for noun in c.children)


def occasion(lemma: str) -> Kind:
    """Give the kind of event that a noun means where it is held."""
    cls, kind = _words()["held"][lemma].split()
    return Kind(cls, None if kind == "-" else kind)
