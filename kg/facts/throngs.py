"""Many who are told of at once, as those at a forum: whoever welcomes them or speaks there meets none in particular."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.clauses import Roles
from kg.facts.context import Context
from kg.facts.frames import Template
from kg.languages.lexicon import said, words


def are_crowd(
    predicate: Token, template: Template, roles: Roles, subjects: list[tuple[str, float]], context: Context
) -> bool:
    """Tell whether a pronoun means three organizations or more at a gathering, received or speaking with each other."""
    received = template.property == "visited" and template.subject[0] == "patient"
    among = template.property == "negotiatedWith" and template.subject == template.object
    if not received and not among:
        return False
    tokens = next((roles[name] for name in template.subject if roles.get(name)), [])
    bodies = [one for one, _ in subjects if context.family(one, ("Organization",))]
    many = len(bodies) >= _CROWD and all(t.pos_ == "PRON" for t in tokens)
    return many and any(context.gathers(m.entity) for m in context.within("Event", 0, predicate.sent.start_char))


def said_to_host(verb: Token) -> bool:
    """Tell whether a verb may say that somebody receives guests: "met", "welcomed"."""
    return verb.pos_ == "VERB" and verb.lemma_ in words(verb.lang_, "hosting")


def is_gathering(predicate: Token, roles: Roles, context: Context) -> bool:
    """Tell whether those who meet do so among others: "A, B and students met", "A and B sent C to a talk"."""
    if predicate.dep_ == "pobj" and said(predicate.head, "to"):
        return True
    lang = predicate.lang_
    people = words(lang, "people_of") | words(lang, "learners") | words(lang, "bearers")
    others = (t for t in roles.get("agent", ()) if t.tag_ == "NNS" and not t.ent_type_)
    return any(t.lemma_ in people and not context.things(t) for t in others)


_CROWD = 3
