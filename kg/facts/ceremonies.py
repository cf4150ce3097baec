"""Who signs at a signing ceremony: those who hold it with each other, or between whom it is held."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import prepositions, verb_roles
from kg.facts.clauses import is_passive
from kg.languages.families import family
from kg.languages.lexicon import said, words


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
