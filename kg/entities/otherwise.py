"""By what something is another than one told of before: its dedication, parties, place, year or rank; or the same."""

from __future__ import annotations

import re

from kg.entities.names import normalise
from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import words
from kg.languages.spans import Description
from kg.schema import is_a


def dedication(told: Told, description: Description) -> str:
    """Give what a description says its event is dedicated to, as printed: "devoted to soils"; nothing of most."""
    return " ".join(told.text[description.long_end : description.full_end].split())


def is_dedicated_otherwise(told: Told, description: Description, referent: Referent) -> bool:
    """Tell whether an event is told to be dedicated to something else than one told of before."""
    if not referent.dedicated or description.full_end <= description.long_end:
        return False
    plain = words(told.document.lang, "bland") | words(told.document.lang, "dedicated_to")
    said, known = (set(normalise(text).split()) - plain for text in (dedication(told, description), referent.dedicated))
    return not said & known


def in_brackets(told: Told, description: Description) -> tuple[Referent, str] | None:
    """Give the agreement of which brackets behind its noun hold another name: "a memorandum of understanding (MoU)"."""
    before = told.text[: description.start]
    ends = {description.end, description.core_end, description.long_end}
    if description.cls != "Agreement" or not before.endswith("(") or not any(told.text[e : e + 1] == ")" for e in ends):
        return None
    end = len(before[:-1].rstrip())
    others = (d for d in told.doc._.descriptions if d.cls == "Agreement" and d.start < description.start)
    outer = next((d for d in others if end in {d.end, d.core_end, d.long_end}), None)
    meant = {m.entity for m in told.within(outer.start, outer.start + 1) if m.source == "rule"} if outer else set()
    known = [r for r in map(told.gathering.referents.get, sorted(meant)) if r is not None and r.cls == "Agreement"]
    return (known[0], "it stands in brackets behind the noun") if len(known) == 1 else None


def signed_otherwise(told: Told, description: Description, referent: Referent) -> bool:
    """Tell whether a clause tells of another signing: in other years, or by two others than the sentence before it."""
    head = told.token(description.end - 1)
    signed = words(told.document.lang, "of_signatures")
    act = head is not None and head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in signed
    if head is None or not (act or any(c.dep_ == "acl" and c.lemma_ in signed for c in head.children)):
        return False
    last = max((m.start for m in told.within(0, description.start) if m.entity == referent.id), default=None)
    if last is None:
        return False
    here, there = told.sentence(description.start), told.sentence(last)
    if here == there:
        return False
    bounds = [*told.sentences, len(told.text)]
    spans = [(bounds[number], bounds[number + 1]) for number in (there, here)]
    before, now = (set(_YEAR.findall(told.text, *span)) for span in spans)
    if before and now and before.isdisjoint(now):
        return True
    known, new = ({m.entity for m in told.named if a <= m.start < b and is_a(m.cls, "Organization")} for a, b in spans)
    return len(known) >= _PAIR <= len(new) and known.isdisjoint(new)


_PAIR = 2


def is_at_another(told: Told, description: Description, referent: Referent) -> bool:
    """Tell whether an event is said to have been elsewhere or in another year: "the ceremony in Harbin in 2019"."""
    end = max(description.end, description.long_end)
    year = _BEHIND.match(told.text, end)
    if year is not None and year[1] not in told.text[: description.start]:
        return year[1] != (told.document.published or "")[: len("2020")]
    if not is_at_new_place(told, description):
        return False
    begin = told.sentence(referent.first)
    until = told.sentences[begin + 1] if begin + 1 < len(told.sentences) else len(told.text)
    return any(is_a(m.cls, "City") for m in told.named if told.sentences[begin] <= m.start < until)


_BEHIND = re.compile(r" (?:\w+ (?:[A-Z][\w-]+ ){1,2})?\w{2} ((?:19|20)\d\d)\b")  # "in Harbin in 2019", "of 2019"


def is_at_new_place(told: Told, description: Description) -> bool:
    """Tell whether a place that was not told of before stands directly behind: "the youth forum in Barnaul"."""
    end = max(description.long_end, description.full_end)
    behind = [m for m in told.named if 0 < m.start - end <= _NEAR_PLACE and is_a(m.cls, "Place")]
    before = {m.entity for m in told.named if m.start < description.start}
    return any(m.entity not in before and _PREPOSITION.fullmatch(told.text, end, m.start) for m in behind)


_NEAR_PLACE = 8  # characters, of a preposition and an article


_PREPOSITION = re.compile(r" ?[^\W\d]+ (?:[^\W\d]+ )?")


def is_another_rank(told: Told, long: str, referent: Referent) -> bool:
    """Tell whether an honour is of another rank than one told of: an honorary doctor is no honorary professor."""
    ranks = words(told.document.lang, "ranks_of_honour")
    said = set(long.split()) & ranks
    known = {word for form in referent.forms for word in form.split()} & ranks
    return bool(said and known) and said.isdisjoint(known)


def is_of_other_years(told: Told, description: Description) -> bool:
    """Tell whether a sentence names years, and the one before others: "in 2019. This forum was held in 2020"."""
    here = told.sentence(description.start)
    bounds = [*told.sentences, len(told.text)]
    years = set(_YEAR.findall(told.text, bounds[here], bounds[here + 1]))
    others = set(_YEAR.findall(told.text, bounds[max(0, here - 1)], bounds[here]))
    return bool(years and others) and years.isdisjoint(others)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
