"""Who stands in the roles of a frame: what a word means, whom a group acts for, who is told of above."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.clauses import Roles, is_passive
from kg.facts.companies import group_of_members
from kg.facts.context import Context
from kg.facts.frames import Frame, Template
from kg.facts.homes import is_of_itself
from kg.facts.nominals import noun_roles
from kg.facts.senders import senders
from kg.languages.families import family
from kg.languages.kinds import kind_of
from kg.languages.lexicon import said, words
from kg.records import Mention
from kg.schema import PROPERTIES, is_a

if TYPE_CHECKING:
    from kg.records import Lang


def clause_of(verb: Token) -> list[Token]:
    """Give the tokens from behind a verb to the next verb coordinated with it, or the end of its sentence."""
    following = [
        (t.left_edge.i if t.dep_ == "advcl" else t.i)
        for t in verb.children
        if t.pos_ == "VERB" and t.i > verb.i
        and (t.dep_ == "conj" or (t.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in t.children)))
    ]  # fmt: skip
    end = min(following, default=verb.sent.end)
    return list(verb.doc[verb.i + 1 : end])


def fill(
    frame: Frame,
    names: tuple[str, ...],
    template: Template,
    side: int,
    roles: Roles,
    context: Context,
    represented: dict[str, list[str]],
    *,
    copula: bool,
) -> list[tuple[str, float]]:
    """Give the entities of the first role that can be filled, with how sure their mentions are."""
    allowed = PROPERTIES[template.property][side]
    for name in (*names, *(f"{name}?" for name in names)):
        found: dict[str, float] = {}
        if template.property == "visited" and side == 0 and name.endswith("?") and _hangs_on_event(roles, name):
            continue  # "the meeting of the Council of A, which B hosted": no guest is the Council
        for token in roles.get(name, ()):
            if template.property == "visited" and side == 0 and name == "patient" and _is_of_event(token):
                continue
            if template.property == "memberOf" and side == 1 and context.is_group(token):
                continue  # members of its delegation are no members of an association
            if name in frame.named and (token.pos_ == "PRON" or _means_several(token, context)):
                continue
            makes = said(token, "making") and not token.ent_type_ and template.property in {"established", "concerns"}
            made = noun_roles(token)["of"] if makes else []
            meant_by = [m for t in (token, *made) for m in context.things(t)]
            if template.property == "participatedIn" and side == 0 and not meant_by:
                meant_by = senders(token, context)
            for mention in meant_by:
                role = name.rstrip("?")
                if template.property == "locatedIn" and side == 0 and context.is_group(token):
                    continue  # where a delegation was is no seat
                if template.property == "holdsPost" and side == 1 and said(token, "several_things"):
                    continue  # "the teams of A and B; they are led by C"
                if template.property == "visited" and side == 1 and _is_gathering(token, context):
                    continue  # "came to it": to the forum
                meant = _stand_for(frame, role, mention, represented, context)
                if template.property in {"visited", "negotiatedWith"}:
                    meant = meant[:1]  # who receives guests does so at one place, and talks for one organization
                for entity, sure in meant:
                    fits = context.family(entity, allowed) and (
                        role not in frame.only or context.family(entity, frame.only[role])
                    )
                    if fits:
                        found[entity] = max(sure, found.get(entity, 0.0))
        if found:
            return list(found.items())
    if template.property == "visited" and side == 1:
        return _inside(names, roles, context, allowed)
    if (
        names[0] == "agent"
        and template.property in {"negotiatedWith", "partnerOf"}
        and not roles.get("agent")
        and roles.get("self")
    ):
        # "After talks with X, A signed": A's; "In talks with X, programmes were discussed": the publisher's
        doers = _doers_above(frame, roles["self"][0], context, represented) if roles.get("with") else []
        if doers := doers or _who_reports(roles["self"][0], context, represented):
            return doers
        publisher = context.recognised.publisher
        return [(publisher, 0.6)] if publisher in context.entities and is_of_itself(context, publisher) else []
    seals = [t for t in roles.get("patient", ()) if t.lemma_ in words(t.lang_, "signatures")]
    if template.property == "signed" and side == 1 and roles.get("agent") and seals == roles.get("patient", []):
        # "A signed for X", "A put her signature": what was told of in the same sentence or the one before
        instead = [t for name in ("for", "behalf") for t in roles.get(name, ())]
        whom = [m for t in instead for m in context.things(t) if context.family(m.entity, ("Organization",))]
        told = context.last("Agreement", roles["agent"][0].idx)
        near = told is not None and context.distance(told, roles["agent"][0]) <= 1
        return [(told.entity, 0.7)] if (whom or seals) and told is not None and near else []
    if copula and side == 1 and "of" in names and not any(roles.get(name) for name in names):
        # "has been a full member since 2011", "was the host": of what was last told of
        last = context.last(allowed[0], roles["agent"][0].idx) if roles.get("agent") else None
        if template.property == "memberOf" and last is not None and _is_label_of_group(context, roles):
            return []
        return (
            [(last.entity, 0.7)]
            if last is not None and template.property in {"memberOf", "organized", "participatedIn"}
            else []
        )
    return []


def _is_label_of_group(context: Context, roles: Roles) -> bool:
    """Tell whether "Members: A and B" is said of a delegation told of just before."""
    sentence = roles["agent"][0].sent
    colon = next((t for t in sentence if t.text == ":"), None)
    label = [t for t in sentence if colon is not None and t.i < colon.i and not t.is_space]
    return group_of_members(context, label) is not None


def _hangs_on_event(roles: Roles, name: str) -> bool:
    """Tell whether what a relative clause hangs on is an event, so that the clause need be of nothing further on."""
    return any(_is_event(t) for t in roles.get(name.rstrip("?"), ()))


def _is_of_event(noun: Token) -> bool:
    """Tell whether an event is of something, at any remove: "the meeting of the council of A, which B hosted"."""
    while noun.dep_ == "pobj" and said(noun.head, "of"):
        noun = noun.head.head
        if _is_event(noun):
            return True
    return False


def _is_event(noun: Token) -> bool:
    kind = None if noun.ent_type_ else kind_of(cast("Lang", noun.lang_), [noun.lemma_.lower()])
    return family(noun) == "Event" or (kind is not None and is_a(kind.cls, "Event"))


def _means_several(noun: Token, context: Context) -> bool:
    """Tell whether a common noun means several things told of: "the two universities"."""
    return not noun.ent_type_ and len({m.entity for m in context.things(noun)}) > 1


def _doers_above(
    frame: Frame, noun: Token, context: Context, represented: dict[str, list[str]]
) -> list[tuple[str, float]]:
    """Give the organizations that act in the clause that talks belong to: "following talks with X, A signed"."""
    behind = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.dep_ == "prep")
    verb = noun.head if behind else noun
    while verb.pos_ in {"ADP", "SCONJ", "ADV"} or (verb.tag_ == "VBG" and verb.dep_ == "prep"):
        if verb.head.i == verb.i:
            return []
        verb = verb.head
    if verb is noun or verb.pos_ != "VERB" or is_passive(verb):
        return []
    agents = verb_roles(verb)["agent"]
    bodies = [m.entity for t in agents if family(t) == "Organization" for m in context.things(t)]
    if not bodies and "agent" in frame.through:  # "During talks with X, the rector of A said"
        people = [m for t in agents if family(t) == "Person" for m in context.things(t)]
        bodies = [body for m in people for body, _ in _stand_for(frame, "agent", m, represented, context)[:1]]
    return [(body, 0.85) for body in bodies if context.family(body, ("Organization",))]


def _who_reports(noun: Token, context: Context, represented: dict[str, list[str]]) -> list[tuple[str, float]]:
    """Give for whom somebody speaks who tells of talks: "Meetings have been held with A, said the director of B"."""
    for above in noun.ancestors:
        if above.dep_ == "ccomp" and above.head.lemma_ in words(noun.lang_, "speaking_out"):
            told = [m.entity for c in above.head.children if c.dep_ == "nsubj" for m in context.things(c)]
            homes = [body for one in told for body in represented.get(one, ())[:1]]
            return [(body, 0.8) for body in homes if context.family(body, ("Organization",))][:1]
    return []


def _is_gathering(token: Token, context: Context) -> bool:
    """Tell whether a pronoun can mean an event told of, besides other things."""
    return token.pos_ == "PRON" and any(context.family(m.entity, ("Event",)) for m in context.things(token))


def _inside(
    names: tuple[str, ...], roles: Roles, context: Context, allowed: tuple[str, ...]
) -> list[tuple[str, float]]:
    """Give the organizations whose parts are visited: "toured the laboratories of Jilin University"."""
    found: dict[str, float] = {}
    for token in (t for name in names for t in roles.get(name, ()) if not t.ent_type_ and t.pos_ == "NOUN"):
        if token.lemma_ not in words(token.lang_, "premises"):
            continue
        for owner in (*noun_roles(token).get("of", ()), *noun_roles(token).get("at", ()), *noun_roles(token)["agent"]):
            found |= {m.entity: 0.85 for m in context.things(owner) if context.family(m.entity, ("Organization",))}
    return [(entity, sure) for entity, sure in found.items() if context.family(entity, allowed)]


def _stand_for(
    frame: Frame, role: str, mention: Mention, represented: dict[str, list[str]], context: Context
) -> list[tuple[str, float]]:
    sure = 0.5 + 0.5 * mention.score
    if role in frame.through and context.cls(mention.entity) == "Person":
        return [(organization, sure) for organization in represented.get(mention.entity, ())]
    return [] if role in frame.people else [(mention.entity, sure)]
