"""For what an event is held, which is no event beside it: "an exhibition for the anniversary of the university"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.entities.told import Told
from kg.languages.lexicon import words
from kg.languages.spans import Description
from kg.schema import is_a


def is_occasion(told: Told, description: Description, events: Iterable[Description]) -> bool:
    """Tell whether an anniversary is what another event of the sentence is held for.

    Args:
        events: the descriptions of events of the text.
    """
    lang = told.document.lang
    if description.head not in words(lang, "occasions"):
        return False
    events = list(events)
    if any(_is_told_of(told, one) for one in events if one.head == description.head and one != description):
        return False  # "given for the jubilee. The jubilee was held in A"
    here = told.sentence(description.start)
    begin = told.sentences[here]
    end = told.sentences[here + 1] if here + 1 < len(told.sentences) else len(told.text)
    beside = [
        one
        for one in events
        if begin <= one.start < end and not one.weak and not one.plural and one.head not in words(lang, "occasions")
    ]
    named = [m for m in told.named if begin <= m.start < end and is_a(m.cls, "Event")]
    head = told.token(description.end - 1)
    if not (beside or named) or head is None:
        return False
    if head.dep_ == "dobj":  # "held to mark the anniversary"
        return head.head.lemma_ in words(lang, "marking")
    if head.dep_ == "attr":  # "the occasion was the anniversary"
        return any(c.dep_ == "nsubj" and c.lemma_ in words(lang, "dedicated") for c in head.head.children)
    act = head.head.head
    if head.dep_ != "pobj" or act.lemma_ in words(lang, "dedicated"):
        return head.dep_ == "pobj"
    held = {t.idx for t in act.children if t.dep_ in _HELD}  # "a concert was given for the jubilee"
    return head.head.lower_ in words(lang, "held_for") and any(d.start <= k < d.end for d in beside for k in held)


def _is_told_of(told: Told, description: Description) -> bool:
    """Tell whether a clause says something of an event: "the jubilee was held"."""
    head = told.token(description.end - 1)
    return head is not None and head.dep_ in {"nsubj", "nsubjpass"}


_HELD = frozenset({"nsubj", "nsubjpass", "dobj"})
