"""The gathering that a report tells of behind its first sentence: "A received a medal. The ceremony was held in B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.status import status
from kg.languages.lexicon import words
from kg.records import Mention, Status

if TYPE_CHECKING:
    from kg.facts.context import Context


def told_next(context: Context, first: int) -> Mention | None:
    """Give the one gathering of which sentences behind the first one say that it was held, where they name no other.

    Args:
        first: the number of the second sentence of the report.
    """
    last = min(first + _NEXT, len(context.sents))
    if first >= last:
        return None
    start, end = context.sents[first].start_char, context.sents[last - 1].end_char
    found = [m for m in context.within("Event", start, end) if m.entity not in context.background]
    gatherings = {m.entity: m for m in reversed(found) if context.gathers(m.entity)}
    if len(gatherings) != 1:
        return None
    (mention,) = gatherings.values()
    noun = context.token(mention.end - 1)
    verb = noun.head
    held = noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in words(noun.lang_, "taking_place")
    return mention if held and status(verb) is Status.HELD else None


_NEXT = 2  # sentences
