"""Events that are told of by two nouns under one article: "the founding congress and first assembly took place"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import said, words
from kg.languages.spans import Description
from kg.schema import is_a


def first_of_two(told: Told, description: Description, events: Mapping[int, Description]) -> Referent | None:
    """Give the event that the noun before "and" means, where the second has no article of its own, and note both names.

    Args:
        events: the descriptions of events of the text by where they end.
    """
    if description.determiner != "none" or description.plural or description.titled is not None:
        return None
    rest = told.text[max(0, description.start - _BACK) : description.start].rstrip().rpartition(" ")[2]
    if rest.lower() not in words(told.document.lang, "conjunctions"):
        return None
    first = events.get(description.start - len(rest) - 2)
    if first is None or first.plural or first.determiner not in {"definite", "own"} or first.titled is not None:
        return None
    if first.cls == "Visit" or not (first.modified or description.modified) or not _are_one(told, first):
        return None
    for mention in told.within(first.start, first.start + 1):
        referent = told.gathering.referents.get(mention.entity)
        if mention.source == "rule" and referent is not None and is_a(referent.cls, "Event"):
            for end in dict.fromkeys((description.end, description.long_end)):
                referent.add(" ".join(told.text[first.start : end].split()), told.gathering.lang)
            return referent
    return None


_BACK = 12  # characters in which the conjunction stands


def _are_one(told: Told, first: Description) -> bool:
    """Tell whether no verb says that two were held: "were held", "take place"."""
    noun = told.token(first.end - 1)
    if noun is None or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return noun is not None
    verbs: list[Token] = [noun.head, *(c for c in noun.head.children if c.dep_ in {"aux", "auxpass"})]
    be = words(noun.lang_, "be")
    return all(t.tag_ != "VBP" and (t.tag_ != "VBD" or t.lemma_ not in be or said(t, "was")) for t in verbs)
