"""Letters that are known for one university and mean another, which a text names before them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.entities.naming import text_of
from kg.entities.referents import Gathering, Referent
from kg.languages.initials import spells
from kg.languages.spans import NameSpan
from kg.records import Document
from kg.registry import Registry

_LETTERS = 3  # that short forms of universities have at least
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")  # "AltSTU"


def take_over_untold(
    document: Document,
    doc: Doc,
    names: list[NameSpan],
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
) -> None:
    """Let letters that are known for one mean another of its country, named before them, whose name they spell.

    "Sichuan International Studies University … SISU" is not Shanghai's, unless the text names that one or its city, or
    calls the other by other letters.
    """
    text = document.text
    met: dict[str, dict[str, int]] = {}  # by what is meant, its forms and where each stands first
    for name in sorted(names, key=lambda one: one.start):
        if (meant := referents.get(name.start)) is not None:
            met.setdefault(meant.id, {}).setdefault(text_of(text, name), name.start)
    for other in [r for r in gathering.referents.values() if r.cls == "University" and registry.get(r.id) is not None]:
        said = met.get(other.id, {})
        if len(said) != 1 or other.id == document.publisher:
            continue
        ((short, first),) = said.items()
        if not (short.isupper() and short.isalpha() and len(short) >= _LETTERS) or _names_city(text, other, registry):
            continue
        longer = {
            referent.id: (referent, form, start)
            for referent in gathering.referents.values()
            if referent is not other and referent.cls == "University"
            for form, start in sorted(met.get(referent.id, {}).items())
            if " " in form and spells(short, form)
        }
        if len(longer) != 1:
            continue
        ((referent, form, start),) = longer.values()
        lands = {_country(referent, form, registry), _country(other, short, registry)}
        if start > first or None in lands or len(lands) > 1:
            continue
        if not _has_own_short(doc, referent, referents, short):
            referent.add(short, gathering.lang, f"“{short}” are the initials of “{form}”, whom alone the text names")
            take_over(short, referent, other, names, referents, gathering, text)


def _names_city(text: str, university: Referent, registry: Registry) -> bool:
    """Tell whether a text names the city where a known university is."""
    entry = registry.get(university.id)
    city = registry.get(entry.city) if entry is not None and entry.city is not None else None
    return city is not None and any(re.search(rf"(?<!\w){re.escape(form.text)}(?!\w)", text) for form in city.names)


def _country(university: Referent, form: str, registry: Registry) -> str | None:
    """Give the country of a university, of one that is not known by the places in its name."""
    entry = registry.get(university.id)
    return entry.country if entry is not None else registry.country_in(form)


def _has_own_short(doc: Doc, university: Referent, referents: dict[int, Referent], short: str) -> bool:
    """Tell whether a university has another short form, that the registry knows or a bracket behind its name says."""
    told = {doc.text[a.start : a.end] for a in doc._.aliases if referents.get(a.name.start) is university}
    forms = told | {name.text for name in university.names}
    return any(form != short and _SHORT.fullmatch(form) for form in forms)


def take_over(
    short: str,
    referent: Referent,
    other: Referent,
    names: list[NameSpan],
    referents: dict[int, Referent],
    gathering: Gathering,
    text: str,
) -> None:
    """Let a short form mean, throughout a text, what the text introduces it for."""
    for name in names:
        if text_of(text, name) == short and referents.get(name.start) is other:
            referents[name.start] = referent
    if all(meant is not other for meant in referents.values()):
        gathering.referents.pop(other.id, None)
