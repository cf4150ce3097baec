"""Talks that travellers had on their way, where the text names only the other side: "Talks were held with A"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.itineraries import travellers
from kg.facts.nominals import noun_roles
from kg.facts.status import is_possible, status
from kg.facts.trips import is_from_afar
from kg.languages.lexicon import said, words
from kg.records import Status

_SIDES = ("University", "ResearchOrganization", "GovernmentBody", "Company", "Association", "InnovationHub")
_DOERS = ("agent", "by", "of", "between", "owner")  # roles by which talks are somebody's


def encounters(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Add the talks of those whose visit was told of last with whom a sentence names as the other side only."""
    if not any(context.family(fact.subject, _SIDES) for fact in builder.held("visited")):
        return
    for verb in context.every:
        if verb.pos_ != "VERB" or not (company := _company(verb)) or status(verb) is not Status.HELD:
            continue
        if _is_elsewhere(verb):
            continue
        going = _on_the_way(context, builder, verb, represented)
        for other in _other_sides(context, company, represented) if going else ():
            inner = {f.object for f in builder.held("unitOf") if f.subject == other}
            if other in going or inner & going or len(going) > 1:
                continue
            for traveller in going:
                builder.add(traveller, "negotiatedWith", other, context.sentence(verb), "met-on-the-way", 0.65)


def _is_elsewhere(verb: Token) -> bool:
    """Tell whether talks were no part of a journey: "had been discussed", "was discussed earlier", "by telephone"."""
    roles = verb_roles(verb)
    beside = [t for c in verb.children if c.dep_ in {"advmod", "npadvmod"} for t in (c, *c.children)]
    beside += [t for name in ("in", "by", "over", "on") for t in roles[name]]
    before = any(said(c, "had") for c in verb.children)
    return before or is_from_afar(verb, roles) or any(said(t, "from_elsewhere") for t in beside)


def _company(verb: Token) -> list[Token]:
    """Give those with whom talks were that nobody is said to have had."""
    lang = verb.lang_
    if verb.lemma_ in words(lang, "talked_over"):  # "Exchange was discussed with the heads of A"
        roles = verb_roles(verb) if is_passive(verb) else {}
        matters = [t for t in roles.get("patient", ()) if t.pos_ == "NOUN" and not t.ent_type_]
        return [] if roles.get("agent") or roles.get("by") or not matters else roles.get("with", [])
    held = verb.lemma_ in words(lang, "happen") | words(lang, "taking_place")
    led = verb.lemma_ in words(lang, "comprising") | words(lang, "leading_journeys") | words(lang, "ending_journeys")
    if not held and not led:
        return []
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and not c.ent_type_), None)
    if subject is None or is_possible(subject):
        return []
    if subject.lemma_ in words(lang, "meetings") and held:  # "Talks with A were held"
        return _with_whom(subject)
    if led and subject.lemma_ in words(lang, "journeys") | words(lang, "itineraries"):
        roles = verb_roles(verb)  # "The programme included talks with A", "The visit began with a meeting with A"
        talks = [t for role in ("patient", "with") for t in roles[role] if t.lemma_ in words(lang, "meetings")]
        return [one for t in talks if not t.ent_type_ for one in _with_whom(t)]
    return []


def _with_whom(talks: Token) -> list[Token]:
    """Give the other side of talks that are nobody's own: "the talks with A", not "our talks with A"."""
    roles = noun_roles(talks)
    return [] if any(roles[name] for name in _DOERS) else roles["with"]


def _on_the_way(context: Context, builder: Builder, verb: Token, represented: dict[str, list[str]]) -> set[str]:
    """Give the organizations whose journey is told of last before a verb; none that are guests of those who tell."""
    going = travellers(context, builder, verb)
    ours = context.recognised.publisher
    if ours is not None and any(f.subject in going and f.object == ours for f in builder.held("visited")):
        return set()  # guests of those who tell: either may have talked with others
    bodies = {one for one in going if context.family(one, _SIDES)}
    people = {body for one in going if context.cls(one) == "Person" for body in represented.get(one, ())[:1]}
    return bodies or {one for one in people if context.family(one, _SIDES)}


def _other_sides(context: Context, company: list[Token], represented: dict[str, list[str]]) -> Iterator[str]:
    """Give the organizations of those with whom talks were."""
    for mention in dict.fromkeys(m for t in company for m in context.things(t)):
        if context.cls(mention.entity) == "Person":
            yield from (body for body in represented.get(mention.entity, ())[:1] if context.family(body, _SIDES))
        elif context.family(mention.entity, _SIDES):
            yield mention.entity
