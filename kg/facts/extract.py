"""The facts of one document: frames over the parse, posts, names that speak for themselves, and what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.facts.acts import acts
from kg.facts.alongside import alongside
from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.dating import happenings
from kg.facts.delegations import delegations
from kg.facts.derive import derive
from kg.facts.frames import frames
from kg.facts.headlined import stays
from kg.facts.helm import helms
from kg.facts.kin import kin
from kg.facts.labels import labelled, prizes
from kg.facts.posts import heads, narrowed, posts, raised
from kg.facts.rolls import rolls
from kg.facts.seats import seats
from kg.facts.status import status
from kg.facts.subjects import Subjects, subjects
from kg.facts.tenure import date, held, silence, tenures
from kg.facts.travels import spokesmen
from kg.facts.twins import twins
from kg.facts.units import owned, units
from kg.facts.venues import entries
from kg.languages.lexicon import has, said
from kg.records import BlockKind, Document, Fact, Recognised, Status
from kg.registry import Registry


@dataclass(frozen=True, slots=True)
class Extracted:
    """Facts in the order of the text; by entity id, the dates of agreements and events and the places of signings.

    Attributes:
        subjects: what agreements, events and programmes are about.
        classes: of what turned out to be of another class than it looked, by entity id.
    """

    facts: tuple[Fact, ...]
    dates: Mapping[str, str]
    places: Mapping[str, str]
    subjects: Subjects
    classes: Mapping[str, str]


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
    if has(document.lang, "words"):
        owned(context, builder)
    told = delegations(context)
    times = tenures(context)
    context.recognised = replace(recognised, posts=held(context, times))
    represented = posts(context, builder, told)
    besides = date(context, builder, represented, times)
    spokesmen(builder, told, represented)
    if has(document.lang, "frames"):
        happenings(context, builder)
        # who speaks for whom comes first: other facts pass through it
        known = -1
        behalves = [token for token in context.every if said(token, "behalf")]
        for token in (token for token in context.every if not token.ent_type_ and token.pos_ in {"VERB", "NOUN"}):
            _stands_for(token, behalves, context, builder, represented)
            if len(builder.facts) != known:
                known = len(builder.facts)
                _note(builder, represented)
        for token in context.every:
            acts(token, context, builder, represented)
        builder.yield_to_others({frame.id for frame in frames(document.lang).all if frame.yields})
        rolls(context, builder)
        alongside(context, builder)
        stays(context, builder)
        entries(context, builder)
        helms(context, builder)
        heads(context, builder, represented, told)
        kin(context, builder)
        units(context, builder)
        raised(builder, represented)
        narrowed(context, builder, represented)
        labelled(context, builder)
        prizes(context, builder)
        seats(context, builder)
        twins(context, builder)
    silence(context, builder, represented, times)
    derive(context, builder, represented, told)
    facts = (*builder.settled(), *besides)
    _period(document, context, builder, facts)
    classes = {e.id: context.cls(e.id) for e in recognised.entities if context.cls(e.id) != e.cls}
    return Extracted(facts, builder.dates, builder.places, subjects(context), classes)


def _period(document: Document, context: Context, builder: Builder, facts: tuple[Fact, ...]) -> None:
    """Date what a digest of a period reports without a date by that period ("September Digest")."""
    titles = [(block.start, block.end) for block in document.blocks if block.kind is BlockKind.TITLE]
    told = [d for d in context.dates if any(start <= d.start < end for start, end in titles)]
    told = [d for d in told if not context.timeline.bounds(d)]
    if len(told) != 1:
        return
    for fact in facts:
        if not context.family(fact.object, ("Agreement", "Event")):
            continue
        dated = any(e.start <= d.start < e.end for e in fact.evidence for d in context.dates if d is not told[0])
        if fact.status is Status.HELD and fact.object not in builder.dates and not dated:
            builder.implied.setdefault(fact.object, told[0].iso)


def _stands_for(
    token: Token, behalves: Sequence[Token], context: Context, builder: Builder, represented: dict[str, list[str]]
) -> None:
    """Read "representing Nanjing University", "on behalf of the university".

    Args:
        behalves: wherever the document says "behalf".
    """
    acts(token, context, builder, represented, only="represents")
    if token.pos_ == "VERB":
        roles = verb_roles(token)
        behalves = [t for t in behalves if t.sent == token.sent] if behalves else []
        several = len(behalves) > 1
        people = [m for agent in roles["agent"] for m in context.things(agent) if context.cls(m.entity) == "Person"]
        bodies = [m for t in roles.get("behalf", ()) for m in context.things(t)]
        part = [t for t in roles.get("part", ()) if any(said(a, "on_its_part") for a in _before_part(t))]
        bodies += [m for t in part for m in context.things(t)]
        # two people on behalf of two organizations: which of which is not said
        for person in () if several or (len(people) > 1 and len(bodies) > 1) else people:
            for mention in bodies:
                # a rector speaks for an association of universities as well as for his own
                known = represented.get(person.entity) and context.cls(mention.entity) != "Association"
                if not known and status(token) is Status.HELD:
                    builder.add(person.entity, "represents", mention.entity, context.sentence(token), "on-behalf", 0.85)
        for behalf in behalves if several and token.dep_ != "aux" else ():
            _on_behalf(behalf, token, context, builder)


def _before_part(name: Token) -> list[Token]:
    """Give the words before "the part of" a name: "on", but not "as"."""
    part = next((t for t in name.ancestors if said(t, "part")), None)
    return list(name.doc[max(name.sent.start, part.i - 2) : part.i]) if part is not None else []


def _note(builder: Builder, represented: dict[str, list[str]]) -> None:
    """Note the organizations that people were found to speak for."""
    for fact in builder.held("represents"):
        if fact.object not in represented[fact.subject]:
            # whom the text says that somebody stands for comes before where he holds a post
            place = len(represented[fact.subject]) if fact.rule == "post" else 0
            represented[fact.subject].insert(place, fact.object)


def _on_behalf(behalf: Token, verb: Token, context: Context, builder: Builder) -> None:
    """Read one of several: "signed by A on behalf of B and by C on behalf of D", "A on behalf of B and C of D"."""
    name = behalf.doc[max(0, behalf.i - 2)]
    bodies = [t for prep in behalf.children if said(prep, "of") for t in prep.children if t.dep_ == "pobj"]
    for person in context.things(name):
        for body in (m for t in bodies for m in context.things(t)):
            held = status(verb) is Status.HELD
            if held and context.cls(person.entity) == "Person" and context.family(body.entity, ("Organization",)):
                builder.add(person.entity, "represents", body.entity, context.sentence(verb), "on-behalf", 0.85)
