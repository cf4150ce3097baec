"""Events that a text only mentions as time, honour or frame of what it tells of: "on the eve of the Cup"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.languages.lexicon import words
from kg.records import Entity, Lang, Mention

_BACK = 90  # characters before a name in which it may be brought in
_SURE = 0.5  # of what only a pronoun may mean, less


class Backdrops(NamedTuple):
    """Events that no mention tells of as what happened.

    Attributes:
        apart: for whose time or honour something is: nobody is there.
        framing: those, and those that what happened is a part of.
    """

    apart: frozenset[str]
    framing: frozenset[str]


def backdrops(text: str, lang: Lang, entities: Iterable[Entity], mentions: Iterable[Mention]) -> Backdrops:
    """Give the events that a text mentions as a backdrop alone.

    Args:
        entities, mentions: its events, and where it names them.
    """
    if not words(lang, "backdrops_apart"):
        return Backdrops(frozenset(), frozenset())
    years = {entity.id for entity in entities if entity.kind == "thematic-year"}
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.score >= _SURE:
            ways[mention.entity].add("apart" if mention.entity in years else _way(text, mention.start, lang))
    apart = frozenset(event for event, said in ways.items() if said == {"apart"})
    return Backdrops(apart, apart | frozenset(event for event, said in ways.items() if said <= {"apart", "frame"}))


def _way(text: str, start: int, lang: Lang) -> str:
    """Give how the words before a name bring it in: "apart", "frame" or "told"."""
    before = text[max(0, start - _BACK) : start]
    for name in ("apart", "frame"):
        if _brought(lang, name).search(before):
            return name
    return "told"


@cache
def _brought(lang: Lang, name: str) -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, words(lang, f"backdrops_{name}")), key=len, reverse=True))
    own = "|".join(sorted(map(re.escape, words(lang, "before_events"))))
    greeted = "|".join(sorted(map(re.escape, words(lang, "congratulated")))) if name == "apart" else ""
    between = rf"|\b(?:{greeted})\b[^.;\n]{{1,70}} on" if greeted else ""
    return re.compile(rf"(?:\b(?:{phrases}){between}) (?:(?:{own}) )?(?:[a-z’'-]+ )?$", re.IGNORECASE)
