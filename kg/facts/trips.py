"""What is said of a journey beside its verb: where it leads, that it is none in person, that it is none any more."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.clauses import Roles
from kg.facts.nominals import noun_roles
from kg.languages.lexicon import counted_groups, groups, said, words


def goals(trip: Token) -> list[Token]:
    """Give where a noun of a journey leads: "the tour of A", "the visit to B"; none of one that nobody made."""
    if is_from_afar(trip, {}):
        return []
    roles = noun_roles(trip)
    return next((found for name in ("to", "around", "round", "through", "at", "of") if (found := roles[name])), [])


def lives_there(verb: Token) -> bool:
    """Tell whether who came stayed on: "They had come to Omsk a mere three months earlier"."""
    lang = verb.lang_
    if verb.lemma_ not in words(lang, "motion") or not any(said(c, "had") for c in verb.children):
        return False
    if any(said(c, "aiming") for c in verb.children):
        return False  # "had come two weeks earlier for talks"
    passed = [c for c in verb.children if c.i > verb.i and said(c, "passed")]
    return any(said(t, "terms_of_stay") for c in passed for t in c.doc[max(verb.i, c.i - 2) : c.i])


def is_of_things(verb: Token, roles: Roles) -> bool:
    """Tell whether what came from somewhere is no people: "Books came to A from B"."""
    people = groups(verb.lang_) | counted_groups(verb.lang_)
    came = [t for t in roles.get("agent", ()) if t.pos_ in {"NOUN", "PROPN"}]
    things = [t for t in came if t.pos_ == "NOUN" and not t.ent_type_ and t.lemma_.lower() not in people]
    moves = verb.pos_ == "VERB" and verb.lemma_ in words(verb.lang_, "motion")
    return moves and bool(came and roles.get("from")) and things == came


def is_from_afar(predicate: Token, roles: Roles) -> bool:
    """Tell whether a visit is said to be none in person: "a virtual tour", "visited online", "by video link"."""
    lang = predicate.lang_
    journeys = words(lang, "journeys") | words(lang, "walks")
    acts_ = [predicate, *(t for t in roles.get("patient", ()) if t.lemma_ in journeys and not t.ent_type_)]
    if predicate.pos_ in {"NOUN", "PROPN"} and predicate.head.pos_ in {"VERB", "AUX"}:
        acts_.append(predicate.head)  # "the visit took place online"
    beside = [c for act in acts_ for c in act.children]
    behind = [t for c in beside if said(c, "means_of_travel") for t in c.children if t.dep_ == "pobj"]
    described = [c for c in beside if c.dep_ in {"amod", "compound", "advmod", "acomp", "npadvmod", "oprd", "dep"}]
    inside = [c for t in behind if not t.ent_type_ for c in t.children if c.dep_ in {"amod", "compound", "nmod"}]
    return any(t.lower_ in words(lang, "from_afar") and not t.ent_type_ for t in (*described, *behind, *inside))
