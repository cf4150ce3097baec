"""The people of an English text, by every way of finding them, the surest first."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from kg.languages.en.people import INITIALS, is_name_word, people
from kg.languages.en.people_in_office import ministers
from kg.languages.en.people_known import openers
from kg.languages.en.people_listed import enumerated, listed, rostered, surnames
from kg.languages.en.people_titled import titled
from kg.languages.spans import NameSpan, covered


def persons(doc: Doc, text: str, known: Sequence[NameSpan], companies: Sequence[NameSpan]) -> list[NameSpan]:
    """Give the people named beside what the registry knows and the companies; what is found first blocks the rest."""
    found = list(ministers(text, covered((*known, *companies))))
    found += enumerated(doc, covered((*known, *companies, *found)))
    found += people(doc, covered((*known, *companies, *found)))
    found += listed(doc, found, covered((*known, *found)))
    found += rostered(doc, found, list(known))
    found += titled(doc, found, list(known), covered((*known, *found)))
    people_known = [name for name in known if name.cls == "Person"]
    found += surnames(doc, [*people_known, *found], covered((*known, *found)))
    return found


def is_within_name(span: Span) -> bool:
    """Tell whether another part of a personal name stands directly beside a surname that somebody known has."""
    before = span.doc[span.start - 1] if span.start else None
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    beside = [t for t in (before, behind) if t is not None]
    return any(
        INITIALS.match(t.text) or (is_name_word(t) and not t.is_punct and t.lower_ not in openers()) for t in beside
    )
