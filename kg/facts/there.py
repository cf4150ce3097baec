"""Words for those at the event told of, and for what is no event of the text: "those present", "at a dinner"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.languages.families import family
from kg.languages.lexicon import said, words


def is_own_jury(jury: Token) -> bool:
    """Tell whether a jury may be the one of the event told of: not "the jury of another contest"."""
    of = [t for c in jury.children if said(c, "of") for t in c.children]
    others = any(said(c, "others") for c in jury.children)
    return jury.lemma_ in words(jury.lang_, "juries") and not others and all(t.lemma_ in within(t.lang_) for t in of)


def are_there(those: Token) -> bool:
    """Tell whether a noun or pronoun means those at an event: "those present", "the guests present there"."""
    if said(those, "there") and any(said(c, "those") for c in those.children):
        return True  # the noun of "those present", for parsers
    vague = said(those, "those") or those.lemma_ in words(those.lang_, "audiences")
    behind = those.doc[those.i + 1 : those.i + 2]
    if any(is_away(t) for t in (those, *behind)):
        return False
    return vague and any(said(t, "there") or t.lemma_ in words(t.lang_, "attending") for t in behind)


def is_away(present: Token) -> bool:
    """Tell whether "present" says at what that is no event: "among those present at the dinner"."""
    where = [t for c in present.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    inner = [t for t in where if t.lemma_ in within(t.lang_) or said(t, "present_in")]
    return any(t.pos_ == "NOUN" and not t.ent_type_ and t not in inner for t in where)


def placed(verb: Token) -> list[Token]:
    """Give who took a place in a contest: "First was A", "Third were A and B"."""
    first = [c for c in verb.children if c.i < verb.i and said(c, "ordinals") and not list(c.children)]
    named = [c for c in verb.children if c.dep_ == "attr" and c.i > verb.i and family(c) == "Person"]
    return expanded(named) if first else []


def is_of_another(part: Token) -> bool:
    """Tell whether part is taken in what is no event of the text's: "took part in a film"."""
    beside = [*part.children, *part.head.children]
    inside = [t for c in beside if c.dep_ == "prep" and said(c, "in_place") and c.i > part.i for t in c.children]
    return said(part, "part") and any(
        t.dep_ == "pobj" and t.pos_ == "NOUN" and not t.ent_type_ and t.lemma_ not in within(t.lang_) for t in inside
    )


def within(lang: str) -> frozenset[str]:
    """Give the nouns of what any event has within it."""
    named = ("vague_occasions", "sessions", "parts_of_events", "any_event", "meetings", "speeches", "openings_alone")
    return frozenset().union(*(words(lang, name) for name in named))


def is_vague(preposition: Token) -> bool:
    """Tell whether what a preposition brings in names no event: "among them", "in the work of the sections"."""
    occasion = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    vague = occasion is not None and occasion.lemma_ in words(occasion.lang_, "vague_occasions")
    return said(preposition, "not_of_event") or vague


def is_strange(noun: Token, context: Context) -> bool:
    """Tell whether a noun is of nothing that an event has within it: "in the bank's survey", "to Barnaul"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or said(noun, "there") or said(noun, "present_in"):
        return False
    is_event = any(context.family(m.entity, ("Event",)) for m in context.things(noun))
    return not is_event and (bool(noun.ent_type_) or noun.lemma_ not in within(noun.lang_))
