"""Titles that a text gives events in sentences of their own: “Ice and People” was the theme of the conference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import has, said, words
from kg.schema import is_a

_QUOTED = re.compile(r"[\"“”«„]([^\"“”«»„\n]{6,170}?)[.,]?[\"”“»]")
_TITLED = frozenset({"Conference", "RoundTable", "Exhibition", "Course", "Competition", "Meeting", "Event"})
_FEWEST = 3  # words of a title; a single one in quotation marks may be anything
_BACK = 4  # sentences in which the event was told of


def note_titles(told: Told) -> None:
    """Let what a sentence says is an event's title or theme be its name, and events named within it be no others."""
    lang = told.document.lang
    if not has(lang, "descriptions"):
        return
    for noun in (t for t in told.doc if t.lemma_ in words(lang, "title_nouns") and not t.ent_type_):
        quoted = _quoted_beside(told, noun)
        event = _titled(told, noun) if quoted is not None else None
        if quoted is None or event is None:
            continue
        names, met = list(event.names), list(event.met)
        for mention in told.within(*quoted):
            inner = told.gathering.referents.get(mention.entity)
            if inner is not None and inner is not event and is_a(inner.cls, "Event") and inner.first >= quoted[0]:
                told.merge(event, inner)
        event.names[:], event.met[:] = names, met  # what is named within a title is not what it is the title of
        name = " ".join(told.text[slice(*quoted)].split())
        event.add(name, told.gathering.lang, f"“{name}” is said to be its {noun.lemma_}")
        told.gathering.mention(*quoted, event, "rule", "what it is called", 0.8)


def _quoted_beside(told: Told, noun: Token) -> tuple[int, int] | None:
    """Give the title in quotation marks that a clause with a noun of titles consists in, start and end."""
    be = words(told.document.lang, "be") | words(told.document.lang, "bearing")
    own = {t.i for t in noun.subtree if not t.is_punct}
    for start, end in _quotations(told, noun.sent.start_char, noun.sent.end_char):
        between = [t for t in noun.sent if min(end, noun.idx) <= t.idx < max(start - 1, noun.idx) and t.i != noun.i]
        links = [t for t in between if t.lemma_ in be and t.pos_ in {"VERB", "AUX"}]
        rest = [t for t in between if t.i not in own and t not in links and t.pos_ not in {"DET", "ADV", "PUNCT"}]
        if links and not any(t.is_alpha for t in rest) and not start <= noun.idx < end:
            return start, end  # nothing but "was" between the two: "the topic was raised by A: “…”" names nothing
    return None


def _quotations(told: Told, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where the titles in quotation marks of a passage start and end: several words, the first a capital."""
    line = told.text.find("\n", end)  # a sentence may seem to end within a title: "Ice and People: Roads and Homes"
    for found in _QUOTED.finditer(told.text, max(0, begin - 1), line if line >= 0 else len(told.text)):
        title = found[1]
        if found.start() >= end:
            return
        if title[:1].isupper() and len(title.split()) >= _FEWEST and not title.endswith(("!", "?")):
            yield found.span(1)


def _titled(told: Told, noun: Token) -> Referent | None:
    """Give the event whose title a noun means: what it is of, else the gathering told of last."""
    owners = [t for t in noun.children if t.dep_ == "poss" and t.pos_ != "PRON"]
    if owners:
        return next((one for t in owners for one in _events_at(told, t)), None)  # not "the first day's topic"
    of = [t for c in noun.children if said(c, "about") for t in c.children if t.dep_ == "pobj"]
    if of and not any(t.lemma_ in words(told.document.lang, "any_event") for t in of):
        return next((one for t in of for one in _events_at(told, t)), None)
    begin = told.sentences[max(0, told.sentence(noun.idx) - _BACK)]
    for referent in told.before(noun.sent.start_char, "Event"):
        near = any(m.entity == referent.id for m in told.within(begin, noun.sent.start_char))
        if referent.cls in _TITLED and near:
            its = any(t.dep_ == "poss" for t in noun.children)
            alone = not its and not _is_of_something_else(told, referent, noun)
            subject = _is_subject(told, referent, noun)
            told_of = bool(of) or alone or subject
            return referent if told_of and (subject or any(" " in form for form in referent.forms)) else None
    return None


def _events_at(told: Told, token: Token) -> list[Referent]:
    """Give the events that a word means."""
    events = told.gathering.referents
    begin = token.left_edge.idx  # "an international | conference"
    meant = [m.entity for m in told.within(begin, token.idx + len(token)) if m.end >= token.idx + len(token)]
    return [events[one] for one in meant if one in events and is_a(events[one].cls, "Event")]


def _is_of_something_else(told: Told, event: Referent, noun: Token) -> bool:
    """Tell whether what has a title too, or talk of the event, stands between an event and a title: "a film"."""
    lang = told.document.lang
    others = words(lang, "titled_things") | words(lang, "talked_over")
    last = max(m.end for m in told.within(0, noun.sent.start_char) if m.entity == event.id)
    between = [t for t in told.doc[: noun.sent.start] if t.idx >= last]
    return any(t.lemma_.lower() in others for t in between)


def _is_subject(told: Told, event: Referent, noun: Token) -> bool:
    """Tell whether the sentence before is about an event: not "A showed a film. Its title was “…”"."""
    if noun.sent.start == 0:
        return False
    before = told.doc[noun.sent.start - 1].sent
    subjects = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"]
    about = [t for t in subjects if t.head.lemma_ not in words(told.document.lang, "talked_over")]
    return any(event is one for t in about for one in _events_at(told, t))
