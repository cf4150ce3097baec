"""Which meetings are sessions that somebody holds, and which are mere talks of two."""

from __future__ import annotations

from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import has, read, words
from kg.records import Entity, Lang
from kg.schema import is_a

TALKS = "talks"
"""What frames call a meeting that is no session, in small letters because it is no class: "not talks"."""


def is_of(entity: Entity, cls: str) -> bool:
    """Tell whether a thing is of a class, or a meeting of which nothing says that it is a body's session."""
    if cls != TALKS:
        return is_a(entity.cls, cls)
    return entity.cls == "Meeting" and not any(_is_session(name.text, name.lang) for name in entity.names)


def _is_session(name: str, lang: Lang | None) -> bool:
    """Tell whether a meeting is called by its number or the body that meets: "3rd meeting", "session of the board"."""
    if lang is None or not has(lang, "words"):
        return False
    said = name.lower().split()
    if len(said) == 1 or not words(lang, "of_talks").isdisjoint(said):
        return False
    first = words(lang, "regular_meetings") | frozenset(read(lang, "words")["ordinals"])
    if said[0][0].isdigit() or _ROMAN.issuperset(name.split(maxsplit=1)[0]) or said[0] in first:
        return True
    kinds = (kind_of(lang, [singular(word.strip(","))]) for word in said[1:])
    return not words(lang, "of").isdisjoint(said[1:]) and any(kind and _meets(kind.cls) for kind in kinds)


def _meets(cls: str) -> bool:
    return any(is_a(cls, body) for body in ("GovernmentBody", "Association", "OrganizationalUnit"))


_ROMAN = frozenset("IVXL")
