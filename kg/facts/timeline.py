"""When what a document tells of happened: as its clause or paragraph dates it, or on the day the story has come to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import cast

from spacy.tokens import Token

from kg.facts.status import status
from kg.languages.dates import DateSpan, find
from kg.languages.lexicon import read, said, words
from kg.languages.view import plain
from kg.records import BlockKind, Document, Lang, Status

_HEADS = {BlockKind.TITLE, BlockKind.HEADING}
_DAY = len("2020-06-03")
_MARKS = "*_#>([•–—- \t"
_QUOTED = re.compile(r'"[^"\n]*"')  # the plain view has one kind of marks
_ACTS = {"ROOT", "conj", "ccomp", "parataxis"}
_NOT_YET = {Status.PLANNED, Status.PROPOSED}


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date that the story comes to: where, what, and where what it is told of ends."""

    start: int
    iso: str
    end: int


class Timeline:
    """The dates of a document, and which of them each act happened at.

    Attributes:
        spans: the dates in the order of the text; one without a year that is said of what is to come lies ahead.
    """

    def __init__(self, document: Document, token: Callable[[int], Token]) -> None:
        self._token = token
        text = plain(document.text)
        found = find(text, document.lang, document.published)
        self._published = document.published
        self.spans = tuple(self._as_said(span) for span in found)
        self._starts = [span.start for span in self.spans]
        heads = [b.start for b in document.blocks if b.kind in _HEADS]
        self._quotes = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
        self._leads: list[_Moment] = []
        self._moments: list[_Moment] = []
        for block in document.blocks:
            self._lead(text, block.start, block.end)
        titled = any(b.kind is BlockKind.TITLE and self.within(b.start, b.end) for b in document.blocks)
        for span in self.spans:
            # each paragraph of a digest tells of another time
            ends = heads if not titled else [b.start for b in document.blocks]
            end = next((start for start in ends if start > span.start), len(text))
            if (iso := self._narrated(span)) is not None:
                self._moments.append(_Moment(span.start, iso, end))

    def within(self, start: int, end: int) -> tuple[DateSpan, ...]:
        """Give the dates that start in a passage."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def stated(self, act: Token) -> str | None:
        """Give the date that a clause states of its act: one below its verb, else the only one of its sentence."""
        if (when := self._when(act)) is not None:
            return when
        sentence = act.sent
        inside = [d for d in self.within(sentence.start_char, sentence.end_char) if not self.bounds(d)]
        governor = act.head
        acts = [act]
        if act.pos_ != "VERB" and governor.pos_ == "VERB" and governor.lemma_ in words(act.lang_, "light"):
            acts.append(governor)  # "In September, X took part in": the date hangs on the light verb
        acts += [child for child in act.children if act.pos_ != "VERB" and child.dep_ == "acl"]
        below = [d for d in inside if any(self._hangs_on(d, one) for one in acts)]
        if below:
            return below[0].iso
        if (purpose := _purpose(act)) is not None:
            # "signed an agreement to open X in 2008": a time gone by is when it was signed
            gone = [d for d in inside if self._hangs_on(d, purpose) and d.iso <= (self._published or "")]
            if len(gone) == 1:
                return gone[0].iso
        if len(inside) != 1 or self._elsewhere(inside[0], act):
            return None
        verb = verb_of(self._token(inside[0].end - 1))
        told_then = verb is not None and status(act) in _NOT_YET and status(verb) not in _NOT_YET
        return None if told_then else inside[0].iso  # "said on Monday that they would sign"

    def implied(self, act: Token) -> str | None:
        """Give the date of an act whose clause states none: its paragraph's in a chronicle, else the last day told of.

        None where the act does not bring the story on, since its clause tells of what is past or planned.
        """
        verb = act if act.pos_ in {"VERB", "AUX"} else act.head
        if (verb is not act and verb.lemma_ not in words(act.lang_, "light")) or not _happens(verb):
            return None
        if (lead := self.lead(verb)) is not None:
            return lead
        number = bisect_right(self._moments, act.idx, key=lambda moment: moment.start) - 1
        moment = self._moments[number] if number >= 0 else None
        return moment.iso if moment is not None and act.idx < moment.end else None

    def elsewhen(self, act: Token, event: str | None) -> bool:
        """Tell whether a clause dates its act to another time than that of an event."""
        own = self.stated(act)
        if own is None or event is None:
            return own is not None and len(own) == len("2020")  # nobody dates a report by its year
        first, _, last = event.partition("/")
        begins, _, ends = own.partition("/")
        last, ends = last or first, ends or begins
        return ends + "~" < first or last + "~" < begins  # "~" lies behind every digit: a month holds its days

    def beside(self, noun: Token) -> str | None:
        """Give the date that stands with a noun: "the forum of 25–26 October", "the Expo (Harbin, 3 June)"."""
        inside = self.within(noun.idx, noun.sent.end_char)
        return next((d.iso for d in inside if not self.bounds(d) and self._below(d, noun)), None)

    def lead(self, token: Token) -> str | None:
        """Give the date that the paragraph of a token begins with, in a chronicle."""
        return next((moment.iso for moment in self._leads if moment.start <= token.idx < moment.end), None)

    def _below(self, span: DateSpan, noun: Token) -> bool:
        head = self._token(span.end - 1).head
        while head.pos_ == "ADP" and head.i != noun.i and head.head.i != head.i:
            head = head.head
        return head.i == noun.i

    def _when(self, act: Token) -> str | None:
        """Give the date behind which a clause says what happened then: "since 2014, when the two signed it"."""
        when = next((child for child in act.children if said(child, "when") and child.i < act.i), None)
        before = when.i - 1 if when is not None else -1
        if before > 0 and act.doc[before].text == ",":
            before -= 1
        if before < act.sent.start:
            return None
        end = act.doc[before].idx + len(act.doc[before])
        return next((d.iso for d in self.within(act.sent.start_char, end) if d.end == end), None)

    def _as_said(self, span: DateSpan) -> DateSpan:
        """Give a date, ahead where its clause speaks of what is to come: "will sign it in June"."""
        if span.ahead is None:
            return span
        verb = verb_of(self._token(span.end - 1))
        return DateSpan(span.start, span.end, span.ahead) if verb is not None and status(verb) in _NOT_YET else span

    def bounds(self, span: DateSpan) -> bool:
        """Tell whether a date says until or since when something is so, not when it happened: "valid until 2026"."""
        token = self._token(span.end - 1)
        first = self._token(span.start)
        before = first.nbor(-1) if first.i > first.sent.start else first
        return any(said(t, "bounds_of_time") for t in (first, before)) or (
            token.dep_ == "pobj" and said(token.head, "bounds_of_time")
        )

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character stands in a quotation."""
        number = bisect_right(self._quotes, (offset, offset)) - 1
        return number >= 0 and offset < self._quotes[number][1]

    def _hangs_on(self, span: DateSpan, predicate: Token) -> bool:
        token = self._token(span.end - 1)
        while token.head.i != token.i and token.i != predicate.i:
            token = token.head
            if token.pos_ in {"VERB", "AUX"} and token.i != predicate.i:
                return False
        return token.i == predicate.i

    def _elsewhere(self, span: DateSpan, predicate: Token) -> bool:
        """Tell whether a date belongs to another clause: "SPbPU, founded in 1899, signed"."""
        token = self._token(span.end - 1)
        while token.head.i != token.i:
            token = token.head
            if token.pos_ == "VERB":
                return token.i != predicate.i and token.dep_ in {"acl", "relcl", "advcl", "ccomp"}
        return False

    def _lead(self, text: str, start: int, end: int) -> None:
        """Note the date that a paragraph of a chronicle begins with: "14 May. …", "2001 – …"."""
        first = next(iter(self.within(start, end)), None)
        if first is None or text[start : first.start].strip(_MARKS):
            return
        behind = text[first.end : end].lstrip("*_)] ")
        if behind[:1] in {".", ":", "–", "—", "-"} and behind[1:2].isspace():
            self._leads.append(_Moment(start, first.iso, end))

    def _narrated(self, span: DateSpan) -> str | None:
        """Give the day that a date brings the story to; none where it tells of the past, of plans, or of a year."""
        first, _, last = span.iso.partition("/")
        if len(first) < _DAY or self.bounds(span) or self.is_quoted(span.start):
            return None
        verb = verb_of(self._token(span.end - 1))
        if verb is not None and not _happens(verb):
            return None
        if verb is not None and verb.lemma_ in words(verb.lang_, "begins_a_time"):
            return first[:7]  # "arrived on Monday": what follows may have been later
        if not last:
            return first
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
        return first[:7] if same >= len("2020-06") else first[:4] if same >= len("2020") else None


def _purpose(act: Token) -> Token | None:
    """Give the infinitive that says what a past act or its object is for: "signed an agreement to open X"."""
    if act.tag_ not in {"VBD", "VBN"}:
        return None
    objects = [child for child in act.children if child.dep_ in {"dobj", "nsubjpass"}]
    return next((c for above in (*objects, act) for c in above.children if c.dep_ in _AIMS and c.tag_ == "VB"), None)


_AIMS = {"acl", "advcl", "xcomp"}


def verb_of(token: Token) -> Token | None:
    """Give the verb of the clause that a token stands in."""
    while token.pos_ not in {"VERB", "AUX"}:
        if token.head.i == token.i:
            return None
        token = token.head
    return token


def _happens(verb: Token) -> bool:
    """Tell whether a clause brings the story on: a main clause of what is done, neither long past nor still to come."""
    top = verb
    while top.dep_ in {"xcomp", "conj"} and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    if top.dep_ not in _ACTS or (top.dep_ == "ROOT" and top.pos_ == "NOUN"):
        return False
    perfect = any(
        child.dep_ in {"aux", "auxpass"} and child.lemma_ in words(verb.lang_, "have")
        for one in (verb, top)
        for child in one.children
    )
    # "the next congress is due in May"
    due = any(c.dep_ in {"acomp", "attr"} and c.lemma_.lower() in _planned(verb.lang_) for c in verb.children)
    return not (perfect or due) and status(verb) is Status.HELD


def _planned(lang: str) -> frozenset[str]:
    return frozenset(read(cast("Lang", lang), "modality")["planned"])
