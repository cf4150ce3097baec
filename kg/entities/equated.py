"""Which event told of before a sentence says more of: "The Polar Cup was held in Omsk. It is the largest contest"."""

from __future__ import annotations

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import read, words
from kg.languages.spans import Description

_BACK = 3  # sentences back to the one in which what "this" means was told of


def equated(told: Told, description: Description, alike: frozenset[str]) -> tuple[Referent, str] | None:
    """Give the event of which "it is", "this was" or its name says what kind of event it is.

    Args:
        alike: classes of events that go by each other's nouns ("The conference was the third meeting of rectors").
    """
    lang = told.document.lang
    noun = told.token(description.end - 1)
    if noun is None or description.plural or noun.dep_ != "attr" or noun.head.lemma_ not in words(lang, "link"):
        return None
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj" and c.i < noun.head.i]
    if len(subjects) != 1 or any(c.dep_ == "neg" for c in noun.head.children):
        return None
    (subject,) = subjects
    if subject.pos_ != "PRON":
        events = _events(told, subject.idx, subject.idx + len(subject))
    elif subject.lower_ in words(lang, "this") | set(read(lang, "descriptions")["it"]):
        events = _told_just_before(told, description)
    else:
        return None
    found = [r for r in events if r.cls == description.cls or {r.cls, description.cls} <= alike]
    reason = f"“{subject.text} {noun.head.text}” says what it is"
    return (found[0], reason) if len(found) == len(events) == 1 else None


def _told_just_before(told: Told, description: Description) -> list[Referent]:
    """Give the events of the nearest sentence before that tells of any; of several, what that sentence is about."""
    here = told.sentence(description.start)
    for number in range(here - 1, max(-1, here - 1 - _BACK), -1):
        begin, end = told.sentences[number], told.sentences[number + 1]
        events = _events(told, begin, end)
        if len(events) > 1:
            about = [
                m.entity
                for m in told.within(begin, end)
                if (token := told.token(m.end - 1)) is not None and token.dep_ in {"nsubj", "nsubjpass"}
            ]
            events = [one for one in events if one.id in about]
        if events or number == 0:
            return events if begin >= told.title_end else []
    return []


def _events(told: Told, start: int, end: int) -> list[Referent]:
    """Give the events mentioned in a part of the text, each once."""
    within = {m.entity: None for m in told.within(start, end)}
    events = {r.id for r in told.before(end, "Event")}
    return [told.gathering.referents[one] for one in within if one in events]
