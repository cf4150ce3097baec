"""The facts of one document: frames over the parse, posts, names that speak for themselves, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.facts.arguments import Roles, is_passive, noun_roles, verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.derive import derive
from kg.facts.frames import Frame, Template, frames
from kg.facts.lists import members
from kg.facts.posts import posts
from kg.facts.status import status
from kg.languages.lexicon import words
from kg.records import Document, Fact, Mention, Recognised, Status
from kg.registry import Registry
from kg.schema import PROPERTIES

_DATED = frozenset({"signed", "participatedIn", "organized", "locatedIn"})


@dataclass(frozen=True, slots=True)
class Extracted:
    """The facts of a document in the order of the text, and when its agreements and events were, by entity id."""

    facts: tuple[Fact, ...]
    dates: Mapping[str, str]


def extract(document: Document, doc: Doc, recognised: Recognised, registry: Registry) -> Extracted:
    """Give the facts that a document states.

    Args:
        doc: the text analysed by its language's pipeline.
        recognised: what `kg.entities.resolve` found in it.
    """
    context = Context(document, doc, recognised, registry)
    builder = Builder(context)
    for related in recognised.related:
        evidence = context.sentence(context.token(related.end - 1))
        builder.add(related.subject, related.property, related.object, evidence, related.rule, 0.9)
    represented = posts(context, builder)
    if document.lang == "en":
        # who speaks for whom comes first: other facts pass through it
        for token in doc:
            _stands_for(token, context, builder, represented)
        for token in doc:
            _acts(token, context, builder, represented)
        for mention in recognised.mentions:
            _located(mention, context, builder)
    derive(context, builder, represented)
    facts = builder.settled()
    _period(document, context, builder, facts)
    return Extracted(facts, builder.dates)


def _period(document: Document, context: Context, builder: Builder, facts: tuple[Fact, ...]) -> None:
    """Date what a digest of a period reports without a date by that period ("September Digest")."""
    told = (
        [d for d in context.dates if d.start < len(document.title)] if document.text.startswith(document.title) else []
    )
    if len(told) != 1:
        return
    for fact in facts:
        if fact.status is Status.HELD and fact.object not in builder.dates:
            builder.date(fact.object, told[0].iso)


def _stands_for(token: Token, context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Read "representing Nanjing University", "on behalf of the university"."""
    if token.ent_type_ or token.pos_ not in {"VERB", "NOUN"}:
        return
    _acts(token, context, builder, represented, only="represents")
    if token.pos_ == "VERB":
        roles = verb_roles(token)
        several = len([t for t in token.sent if t.lower_ == "behalf"]) > 1
        for agent in () if several else roles["agent"]:
            for person in context.things(agent):
                for mention in (m for t in roles.get("behalf", ()) for m in context.things(t)):
                    if context.cls(person.entity) == "Person" and status(token, context.document.lang) is Status.HELD:
                        builder.add(
                            person.entity, "represents", mention.entity, context.sentence(token), "on-behalf", 0.85
                        )
    for fact in builder.held("represents"):
        if fact.object not in represented[fact.subject]:
            represented[fact.subject].append(fact.object)


def _acts(
    token: Token, context: Context, builder: Builder, represented: dict[str, list[str]], only: str | None = None
) -> None:
    """Apply the frames that a token names; only those for a property, where one is given."""
    table = frames(context.document.lang)
    lemma = token.lemma_.lower()
    if token.ent_type_:
        return
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}):
        particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
        found = table.by_verb.get(f"{lemma} {particle}" if particle else lemma, ())
        if found:
            roles = verb_roles(token)
            for frame in found:
                if only is None or frame.facts[0].property == only:
                    _apply(frame, token, roles, context, builder, represented)
        if only is None:
            _at_event(token, context, builder)
            _attended(token, context, builder)
    elif token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        for frame in (f for f in table.by_noun.get(lemma, ()) if only is None or f.facts[0].property == only):
            _apply(frame, token, noun_roles(token) | {"self": [token]}, context, builder, represented)
        for frame in (f for f in table.by_copula.get(lemma, ()) if only is None or f.facts[0].property == only):
            roles = _copula_roles(token)
            if roles.get("agent"):
                _apply(frame, token, roles, context, builder, represented)


def _located(mention: Mention, context: Context, builder: Builder) -> None:
    """Read "a joint platform in Nanjing": a described organization with its place behind it."""
    if "/~" not in mention.entity or not context.family(mention.entity, ("Organization",)):
        return
    noun = context.token(mention.end - 1)
    for place in noun_roles(noun).get("in", ()):
        for other in context.things(place):
            if context.family(other.entity, ("Place",)) and status(noun, context.document.lang) is Status.HELD:
                builder.add(mention.entity, "locatedIn", other.entity, context.sentence(noun), "thing-in-place", 0.7)


def _copula_roles(noun: Token) -> Roles:
    """Give the roles of "X is a partner of Y", "X, a partner of Y", "Y's partner, X"."""
    roles = noun_roles(noun)
    owners = roles.pop("agent", [])
    roles["of"] = [*roles.get("of", []), *owners, *roles.get("compound", [])]
    top = noun
    while top.dep_ == "conj":
        top = top.head
    agent: list[Token] = []
    if top.dep_ in {"attr", "acomp"} and top.head.lemma_ in words(noun.lang_, "link"):
        agent = verb_roles(top.head)["agent"]
    elif top.dep_ == "appos" and top.head.ent_type_:
        agent = [top.head]
    elif (
        top.dep_ == "pobj"
        and top.head.lower_ == "of"
        and top.head.head.lower_ == "one"
        and top.head.head.head.lemma_ in words(noun.lang_, "link")
    ):
        agent = verb_roles(top.head.head.head)["agent"]
    elif any(child.dep_ == "appos" and child.ent_type_ for child in noun.children):
        agent = [m for child in noun.children if child.dep_ == "appos" and child.ent_type_ for m in members(child)]
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB":
        verb = verb_roles(noun.head.head)
        agent = verb["agent"]
        if verb["patient"] and not roles["of"]:
            # "regards X as a partner": whoever regards is the other side
            agent, roles["of"] = verb["patient"], verb["agent"]
    return {**roles, "agent": agent}


def _apply(
    frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, represented: dict[str, list[str]]
) -> None:
    how = status(predicate, context.document.lang)
    evidence = context.sentence(predicate)
    if frame.passive and not is_passive(predicate):
        return
    if frame.each is not None and _apply_each(frame, predicate, roles, context, builder, how):
        return
    for template in frame.facts:
        copula = predicate.pos_ != "VERB" and predicate.lemma_.lower() in frame.copula
        subjects = _fill(frame, template.subject, template, 0, roles, context, represented, copula=copula)
        objects = _fill(frame, template.object, template, 1, roles, context, represented, copula=copula)
        if template.subject == template.object:
            # "talks between A and B, C, D" are A's with each
            for (one, sure), (other, also) in ((subjects[0], other) for other in subjects[1:]):
                builder.add(one, template.property, other, evidence, frame.id, frame.confidence * min(sure, also), how)
            continue
        for subject, sure in subjects:
            for target, also in objects:
                builder.add(
                    subject, template.property, target, evidence, frame.id, frame.confidence * min(sure, also), how
                )
                for end in (subject, target):
                    if template.property in _DATED:
                        builder.date(end, context.date_of(predicate))


def _apply_each(frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, how: Status) -> bool:
    """Read "signed A and B with X, C with Y": each object goes with the partner named next behind it."""
    clause = _clause(predicate)
    template = frame.facts[0]
    wanted = PROPERTIES[template.property][1]
    objects = [
        (t, m.entity)
        for t in clause
        for m in context.things(t)
        if context.family(m.entity, wanted) and m.end - 1 >= t.idx
    ]
    partners = [t for t in clause if t.lower_ == frame.each]
    if len({entity for _, entity in objects}) < 2 or not partners:
        return False
    agents = [m for token in roles.get("agent", ()) for m in context.things(token)]
    evidence = context.sentence(predicate)
    for token, entity in objects:
        after = next((p for p in partners if p.i > token.i), None)
        found = [(m.entity, 0.5 + 0.5 * m.score) for m in agents]
        if after is not None:
            until = next((t.i for t, _ in objects if t.i > after.i), clause[-1].i + 1)
            listed = [t for t in clause if after.i < t.i < until and t.ent_type_]
            first = next((t for t in listed if context.things(t)), None)
            for partner in members(first) if first is not None else []:
                found += [(m.entity, 0.5 + 0.5 * m.score) for m in context.things(partner) if partner.i < until]
        for subject, sure in found:
            if builder.add(subject, template.property, entity, evidence, frame.id, frame.confidence * sure, how):
                builder.date(entity, context.date_of(predicate))
    return True


def _clause(verb: Token) -> list[Token]:
    """Give the tokens from behind a verb to the next verb coordinated with it, or the end of its sentence."""
    following = [t.i for t in verb.children if t.dep_ == "conj" and t.pos_ == "VERB" and t.i > verb.i]
    end = min(following, default=verb.sent.end)
    return list(verb.doc[verb.i + 1 : end])


def _fill(
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
        for token in roles.get(name, ()):
            for mention in context.things(token):
                role = name.rstrip("?")
                for entity, sure in _stand_for(frame, role, mention, represented, context):
                    fits = context.family(entity, allowed) and (
                        role not in frame.only or context.family(entity, frame.only[role])
                    )
                    if fits:
                        found[entity] = max(sure, found.get(entity, 0.0))
        if found:
            return list(found.items())
    if names[0] == "agent" and template.property == "negotiatedWith" and not roles.get("agent") and roles.get("self"):
        # "In talks with X, programmes were discussed": the publisher's talks
        publisher = context.document.publisher
        return [(publisher, 0.6)] if publisher in context.entities else []
    if copula and side == 1 and "of" in names and not any(roles.get(name) for name in names):
        # "has been a full member since 2011", "was the host": of what was last told of
        last = context.last(allowed[0], roles["agent"][0].idx) if roles.get("agent") else None
        return (
            [(last.entity, 0.7)]
            if last is not None and template.property in {"memberOf", "organized", "participatedIn"}
            else []
        )
    return []


def _stand_for(
    frame: Frame, role: str, mention: Mention, represented: dict[str, list[str]], context: Context
) -> list[tuple[str, float]]:
    sure = 0.5 + 0.5 * mention.score
    if role in frame.through and context.cls(mention.entity) == "Person":
        return [(organization, sure) for organization in represented.get(mention.entity, ())]
    return [(mention.entity, sure)]


def _attended(verb: Token, context: Context, builder: Builder) -> None:
    """Whoever "attended" or "was present", with nothing said of what, was at the event last told of."""
    lemma = verb.lemma_.lower()
    present = lemma == "be" and any(c.dep_ == "acomp" and c.lower_ == "present" for c in verb.children)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    speech = any(o.lemma_ in words(o.lang_, "speeches") for o in objects)
    alone = (
        lemma in words(verb.lang_, "attending")
        and not objects
        and not any(c.dep_ == "prep" and c.lower_ not in words(verb.lang_, "not_of_event") for c in verb.children)
    )
    if not (present or alone or (speech and lemma in words(verb.lang_, "speaking"))):
        return
    if speech and any(
        context.family(m.entity, ("Event",))
        for r in ("in", "at", "during", "to")
        for t in verb_roles(verb).get(r, ())
        for m in context.things(t)
    ):
        return
    event = context.last("Event", verb.idx)
    near = 4 if speech else 1  # a keynote speech is given at an event even some sentences on
    if event is None or context.distance(event, verb) > near or status(verb, context.document.lang) is not Status.HELD:
        return
    # "the conference and the forum were held; 58 universities attended" means both
    events = [m for t in members(context.token(event.end - 1)) for m in context.things(t)] or [event]
    for agent in verb_roles(verb)["agent"]:
        for mention in context.things(agent):
            for one in events:
                if context.family(one.entity, ("Event",)):
                    builder.add(mention.entity, "participatedIn", one.entity, context.sentence(verb), "attended", 0.65)


_PRESENCE = ("at", "during", "framework", "part")


def _at_event(verb: Token, context: Context, builder: Builder) -> None:
    """Whoever does something at an event takes part in it."""
    if verb.lemma_ in words(verb.lang_, "making_events"):
        return
    roles = verb_roles(verb)
    for name in _PRESENCE:
        for token in roles.get(name, ()):
            for event in context.things(token):
                if not context.family(event.entity, ("Event",)):
                    continue
                how = status(verb, context.document.lang)
                for agent in roles["agent"]:
                    for mention in context.things(agent):
                        if how is Status.HELD and "/~" not in mention.entity:
                            builder.add(
                                mention.entity, "participatedIn", event.entity, context.sentence(verb), "acts-at-event",
                                0.65 * (0.5 + 0.5 * mention.score),
                            )  # fmt: skip
