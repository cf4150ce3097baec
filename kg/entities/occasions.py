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


def celebrated(told: Told, description: Description) -> list[str]:
    """Give how the anniversary is called that an event celebrates: "marked its | 5th jubilee | with a ceremony"."""
    lang = told.document.lang
    head = told.token(description.end - 1)
    if head is None or head.dep_ != "pobj" or head.head.lower_ not in words(lang, "with"):
        return []
    verb = head.head.head
    marked = [t for t in verb.children if t.dep_ == "dobj" and verb.lemma_ in words(lang, "marking")]
    marked = [t for t in marked if t.text.lower().split()[-1] in words(lang, "occasions")]
    first = [next(c for c in t.subtree if c.dep_ not in {"det", "poss", "case"}) for t in marked]
    return [told.text[one.idx : t.idx + len(t)] for one, t in zip(first, marked, strict=True) if one.i <= t.i]


_HELD = frozenset({"nsubj", "nsubjpass", "dobj"})
