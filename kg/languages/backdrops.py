"""How the words before an event's name bring it in: as what happened, or only as the time, honour or frame of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from kg.languages.lexicon import words

_BACK = 90  # characters before a name in which it may be brought in


def brought_in(text: str, start: int, lang: str) -> Literal["apart", "frame", "told"]:
    """Give how an event named at a character is brought in.

    "apart": nobody need be there; "frame": what is told of is a part of it; "told": it may be what is told of.

    >>> text = "A dinner on the eve of the Cup, part of the Week, followed the Forum."
    >>> [brought_in(text, text.index(name), "en") for name in ("Cup", "Week", "Forum")]
    ['apart', 'frame', 'told']
    """
    if not words(lang, "backdrops_apart"):
        return "told"
    before = text[max(0, start - _BACK) : start]
    if _brought(lang, "backdrops_apart").search(before) or _greeted(lang).search(before):
        return "apart"
    return "frame" if _brought(lang, "backdrops_frame").search(before) else "told"


def is_to_come(text: str, end: int, lang: str) -> bool:
    """Tell whether a text says behind the noun of an event, in its clause, that it is still to come.

    >>> text = "The Cup itself is set for May; the Forum was set up. The Fair in Omsk, which is due in June, is known."
    >>> [is_to_come(text, text.index(name) + len(name), "en") for name in ("Cup", "Forum", "Fair")]
    [True, False, True]
    """
    if not words(lang, "event_to_come"):
        return False
    return _coming(lang).match(text, end) is not None


@cache
def _coming(lang: str) -> re.Pattern[str]:
    relative = _any_of(lang, "relative")
    said = rf"(?:(?!\b(?:{relative})\b)[^.,;:()\n]){{1,{_BACK}}}?"
    leads = _any_of(lang, "event_to_come_of")
    beside = _any_of(lang, "event_to_come_beside")
    return re.compile(
        rf"(?: (?:{leads}) {said})?(?:, (?:{relative})| (?:{beside}))? (?:{_any_of(lang, 'event_to_come')})\b"
    )


@cache
def _brought(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(lang, name)}) {_beside(lang)}$", re.IGNORECASE)


@cache
def _greeted(lang: str) -> re.Pattern[str]:
    greeted, on = _any_of(lang, "congratulated"), _any_of(lang, "congratulated_on")
    return re.compile(rf"\b(?:{greeted})\b[^.;\n]{{1,70}} (?:{on}) {_beside(lang)}$", re.IGNORECASE)


def _beside(lang: str) -> str:
    """Give the pattern of what may stand directly before a name: "the", "its traditional"."""
    return rf"(?:(?:{_any_of(lang, 'before_events')}) )?(?:[a-z’'-]+ )?"


def _any_of(lang: str, name: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(words(lang, name), key=lambda one: (-len(one), one)))
