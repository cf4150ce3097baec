"""What a noun with a capital means wherever it stands: "the School" that is ours, "the Centre" of the title."""

from __future__ import annotations

from itertools import takewhile

from kg.entities.referents import Gathering, Referent
from kg.entities.told import Told
from kg.languages.lexicon import words
from kg.languages.spans import Description
from kg.records import Lang
from kg.schema import is_a

_NEAR = 12  # characters of "our own"


def topic(told: Told, description: Description) -> Referent | None:
    """Give the one thing that "the Centre" means wherever it stands: ours, or the one of that noun in the title.

    What the sentence itself names before counts more.
    """
    noun, start = description.head, description.start
    if description.modified or not told.text[description.end - len(noun)].isupper():
        return None
    here = told.before(start, "Organization")
    begin = told.sentences[told.sentence(start)]
    near = {m.entity for m in told.within(begin, start)}
    if any(r.id in near and any(is_headed(form, noun, told.document.lang) for form in r.forms) for r in here):
        return None
    if (ours := said_to_be_ours(noun, start, told.text, told.gathering)) is not None:
        return ours
    inside = {m.entity for m in told.within(0, told.title_end) if m.source != "rule"}
    titled = [r for r in here if r.id in inside and any(is_headed(f, noun, told.document.lang) for f in r.forms)]
    return titled[0] if len(titled) == 1 else None


def is_headed(form: str, noun: str, lang: Lang) -> bool:
    """Tell whether a noun heads a name: the school of "Law School" and "School of Law", not of "office of the school".

    >>> [is_headed(form, "school", "en") for form in ("law school", "school of law", "office of the school")]
    [True, True, False]
    """
    return head_of(form, lang)[-1:] == [noun]


def head_of(form: str, lang: Lang) -> list[str]:
    """Give the words that say what a thing is, not whose: "omsk centre" of "omsk centre of the polar institute"."""
    return [*takewhile(lambda word: word not in words(lang, "behind_titles"), form.split())]


def said_to_be_ours(noun: str, before: int, text: str, gathering: Gathering) -> Referent | None:
    """Give the one thing of a noun that is named as ours before a place in the text: "our School of Law"."""
    ours = words(gathering.lang, "ours")
    found = {
        referent.id: referent
        for mention in gathering.mentions
        if mention.source != "rule" and mention.start < before
        if not ours.isdisjoint(text[max(0, mention.start - _NEAR) : mention.start].lower().split()[-1:])
        if (referent := gathering.referents.get(mention.entity)) is not None and is_a(referent.cls, "Organization")
        if any(is_headed(form, noun, gathering.lang) for form in referent.forms)
    }
    return next(iter(found.values())) if len(found) == 1 else None
