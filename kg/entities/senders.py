"""Who sends a group, or has one elsewhere: “X sent a delegation to Russia”, “X had a delegation in Omsk”."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import said, words
from kg.languages.spans import Description
from kg.schema import is_a


def sender(told: Told, description: Description) -> list[Referent]:
    """Give who sends a group, or has one somewhere: "X sent a delegation to Russia", "X had a delegation in Omsk"."""
    head = told.token(description.end - 1)
    if head is None or head.dep_ != "dobj":
        return []
    if head.head.lemma_ not in words(told.document.lang, "sending") and not _is_away(told, head):
        return []
    senders = [t for t in head.head.children if t.dep_ == "nsubj" and t.ent_type_]
    found = [m.entity for t in senders for m in told.within(t.idx, t.idx + len(t)) if m.source != "rule"]
    referents = [told.gathering.referents[one] for one in found if one in told.gathering.referents]
    return [referent for referent in referents if is_a(referent.cls, "Organization")][:1]


def _is_away(told: Told, group: Token) -> bool:
    """Tell whether somebody has a group elsewhere: "X had a delegation in Omsk", not "had guests from Omsk in May"."""
    lang, verb = told.document.lang, group.head
    if verb.lemma_ not in words(lang, "have") or group.lemma_ not in words(lang, "known_groups"):
        return False
    behind = [c for t in (group, verb) for c in t.children if c.dep_ == "prep" and c.i > group.i]
    where = [t for c in behind if said(c, "at_what") for t in c.children if t.dep_ == "pobj" and t.ent_type_]
    places = [m for t in where for m in told.within(t.idx, t.idx + len(t))]
    guests = group.lemma_ in words(lang, "guests") or any(said(c, "from") for c in behind)
    return not guests and any(is_a(m.cls, "Place") or is_a(m.cls, "Organization") for m in places)
