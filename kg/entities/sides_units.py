"""Whose a part is that both sides have: "X was represented by A, Head of the International Office"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from kg.entities.names import slug
from kg.languages.initials import spells
from kg.languages.lexicon import has, said, words
from kg.languages.origins import origin
from kg.languages.spans import NameSpan
from kg.records import Document
from kg.registry import Registry

_WHOLES = frozenset({"University", "ResearchOrganization", "Company"})


def of_sides(document: Document, doc: Doc, told: Mapping[int, str], registry: Registry) -> dict[int, str]:
    """Give whose the parts are at which somebody has a post, by where they are named, if others have namesakes.

    Args:
        told: of the parts whose names say whose they are, the key of that organization.
    """
    if not has(document.lang, "words"):
        return {}
    called = {name.start: document.text[name.start : name.end] for name in doc._.names}
    owners: dict[str, set[str]] = {}
    for start, key in told.items():
        owners.setdefault(called.get(start, ""), set()).add(key)
    wholes = {_key(document, name) for name in doc._.names if name.cls in _WHOLES}
    inner = {text for text, keys in owners.items() if not keys <= wholes}  # parts of parts
    bare: dict[str, dict[int, str]] = {}
    for name in doc._.names:
        bears = name.cls == "OrganizationalUnit" and not name.entry and name.start not in told
        led = bears and called[name.start] not in inner and _is_led(document, name)
        whole = _whole_before(doc, name) if led else None
        if led and whole is None and called[name.start] in owners:
            whole = _home(document, doc, name, owners[called[name.start]], registry)
        if whole is not None:
            key = _key(document, whole)
            if not any(_are_one(key, other) for other in owners.get(called[name.start], ())):
                bare.setdefault(called[name.start], {})[name.start] = key
    return {
        start: key
        for text, keys in bare.items()
        if text in owners or len(set(keys.values())) > 1
        for start, key in keys.items()
    }


def _is_led(document: Document, part: NameSpan) -> bool:
    """Tell whether a part is named behind what somebody is there: "Head of | the International Office"."""
    before = document.text[max(0, part.start - _NEAR) : part.start].lower().split()
    while before and before[-1] in words(document.lang, "articles"):
        del before[-1]
    return bool(before) and before[-1] in words(document.lang, "of")


_NEAR = 16  # characters


def _whole_before(doc: Doc, part: NameSpan) -> NameSpan | None:
    """Give the organization named before a part in its sentence, if nothing between brings in somebody of others."""
    holder = next((t for t in doc if t.idx <= part.start < t.idx + len(t)), None)
    if holder is None:
        return None
    start, lang = holder.sent.start_char, holder.lang_
    before = [n for n in doc._.names if n.cls in _WHOLES and start <= n.start < part.start]
    if not before:
        return None
    between = [t for t in holder.sent if before[-1].end <= t.idx < part.start]
    own = words(lang, "sent_by") | words(lang, "heading") | words(lang, "comprising") | words(lang, "coming_in")
    others = any(t.lemma_ not in own for t in between if t.pos_ == "VERB")
    parted = any(t.text == ";" or said(t, "with") or said(t, "to") for t in between)
    return None if others or parted else before[-1]


def _home(document: Document, doc: Doc, part: NameSpan, owners: set[str], registry: Registry) -> NameSpan | None:
    """Give whose a part is by the name of who has a post there: "Li Wei, Head of the International Office" is Chinese.

    It is of the only organization of his country that the text names. Nothing is said where two are named, or where
    the other part of that name is of that country too and may be the same.

    Args:
        part: a part beside which nobody says whose it is.
        owners: the keys of those whose namesakes of the part are.
    """
    ended = document.text.rfind("\n", 0, part.start) + 1
    people = [n for n in doc._.names if n.cls == "Person" and ended <= n.start < part.start]
    if not people or part.start - people[-1].end > _TITLE or ". " in document.text[people[-1].end : part.start]:
        return None
    land = origin(document.text[people[-1].start : people[-1].end])
    homes: dict[str, NameSpan] = {}
    theirs = set()
    for name in doc._.names:
        entry = registry.get(name.entry) if name.entry and name.cls in _WHOLES else None
        if entry is not None and entry.country is not None:
            if entry.country == land:
                homes.setdefault(entry.id, name)
            if _key(document, name) in owners:
                theirs.add(entry.country)
    found = list(homes.values())
    return found[0] if len(found) == 1 and theirs and land not in theirs else None


_TITLE = 60  # characters of a post


def _key(document: Document, whole: NameSpan) -> str:
    known = whole.entry or (document.publisher if document.publisher in whole.candidates else None)
    return known.split("/", 1)[1] if known else slug(document.text[whole.start : whole.end])


def _are_one(one: str, other: str) -> bool:
    """Tell whether two keys may be of one organization: a name and its short form.

    >>> _are_one("psu", "polar-state-university"), _are_one("psu", "omsk-state-university")
    (True, False)
    """
    names = [key.replace("-", " ").title() for key in (one, other)]
    return one == other or any(spells(key.upper(), name) for key, name in zip((other, one), names, strict=True))
