"""Who signs at a signing ceremony, and whose ceremony a clause says was held: "the closing ceremony of the camp"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import prepositions, verb_roles
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Mention


def ceremony_signers(ceremony: Token) -> tuple[list[Token], list[Token]]:
    """Give those who hold a ceremony together, and those between whom it is held: none where it is only rehearsed."""
    if any(t.lemma_.lower() in words(t.lang_, "rehearsing") for t in (*ceremony.children, *ceremony.ancestors)):
        return [], []
    verb, own = ceremony.head, prepositions(ceremony)
    between = own["between"] if _is_held(ceremony) else []
    holding = verb.lemma_ in words(verb.lang_, "holding_ceremonies") and not is_passive(verb)
    if ceremony.dep_ != "dobj" or not holding or any(family(t) == "Organization" for t in own["of"]):
        return [], between  # "saw the memorandum signing ceremony of A with B"
    above = verb_roles(verb)
    partners = [t for t in dict.fromkeys([*own["with"], *above["with"]]) if t.ent_type_]
    holders = [t for t in above["agent"] if t.ent_type_]
    return ([*holders, *partners] if holders and len(holders) + len(partners) > 1 else []), between


def _is_held(ceremony: Token) -> bool:
    """Tell whether a clause says that a ceremony was, or what was done there: not "before the ceremony"."""
    verb, lang = ceremony.head, ceremony.lang_
    if ceremony.dep_ in {"dobj", "nsubjpass"}:
        return verb.lemma_ in words(lang, "making_events")
    if ceremony.dep_ == "nsubj":
        return verb.lemma_ in words(lang, "being_held")
    return ceremony.dep_ == "pobj" and said(verb, "at_ceremonies")


def ceremony_of(event: Mention, context: Context) -> Mention | None:
    """Give the ceremony that was held, where an event is only the one whose ceremony it was.

    "The closing ceremony | of the “Polar Camp” | took place in Omsk. Present were A and B."
    """
    sentence = context.sentence(context.token(event.end - 1))
    before = [m for m in context.within("Ceremony", sentence.start, event.start) if m.end <= event.start]
    if not before or before[-1].entity == event.entity:
        return None
    between = context.tokens(before[-1].end, event.start)
    between = [t for t in between if before[-1].end <= t.idx < event.start]
    noun = context.token(before[-1].end - 1)
    plain = between and said(between[0], "of") and not any(t.is_punct and t.text not in _MARKS for t in between)
    if not plain or len(between) > _NEAR or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    verb = noun.head
    # "the ceremony of the camp, run by A, took place"
    if verb.tag_ in {"VB", "VBN", "VBD"} and verb.nbor(-1).text == ",":
        verb = next((t for t in verb.sent if t.i > verb.i and t.lemma_ in words(t.lang_, "being_held")), verb)
    return before[-1] if verb.lemma_ in words(noun.lang_, "being_held") else None


_MARKS = frozenset({'"', "“", "«", "'"})
_NEAR = 6  # tokens: "of the 2024 summer camp “"
