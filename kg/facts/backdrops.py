"""Events that a text only mentions as time, honour or frame of what it tells of: "on the eve of the Cup"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kg.languages.backdrops import brought_in
from kg.records import SURE, Entity, Lang, Mention


class Backdrops(NamedTuple):
    """Events that no mention tells of as what happened.

    Attributes:
        apart: for whose time or honour something is: nobody is there.
        framing: those, and those that what happened is a part of.
    """

    apart: frozenset[str]
    framing: frozenset[str]


def backdrops(text: str, lang: Lang, entities: Iterable[Entity], mentions: Iterable[Mention]) -> Backdrops:
    """Give the events that a text mentions as a backdrop alone; a thematic year is never more.

    Args:
        entities, mentions: its events, and where it names them.
    """
    years = {entity.id for entity in entities if entity.kind == "thematic-year"}
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.score >= SURE:
            ways[mention.entity].add("apart" if mention.entity in years else brought_in(text, mention.start, lang))
    apart = frozenset(event for event, said in ways.items() if said == {"apart"})
    return Backdrops(apart, apart | frozenset(event for event, said in ways.items() if said <= {"apart", "frame"}))
