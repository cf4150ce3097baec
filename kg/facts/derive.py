"""What follows from facts already found: who signs, comes or takes part for an organization makes it a party."""

from __future__ import annotations

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.lexicon import words
from kg.records import Evidence, Fact, Status

_PASSES_ON = {"signed": 0.95, "participatedIn": 0.85, "visited": 0.85}


def derive(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Add what the facts of people say of those they speak for, and what agreements found."""
    _delegations(context, builder)
    _partnerships(context, builder)
    _hosts(context, builder, represented)
    inner = {frozenset((fact.subject, fact.object)) for fact in builder.held("unitOf")}
    for key, fact in list(builder.facts.items()):
        # an office is no partner of its own university
        if fact.property in {"partnerOf", "negotiatedWith"} and frozenset((fact.subject, fact.object)) in inner:
            del builder.facts[key]
    for property, factor in _PASSES_ON.items():
        for fact in [f for f in builder.facts.values() if f.property == property]:
            for organization in represented.get(fact.subject, ())[:1]:
                for evidence in fact.evidence:
                    builder.add(
                        organization, property, fact.object, evidence, f"{fact.rule}-for", fact.confidence * factor,
                        fact.status,
                    )  # fmt: skip


_NEAR = 4  # sentences from the visit that what is said there can be


def _hosts(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Guests and hosts who speak with each other on a visit have talks."""
    for fact in builder.held("visited"):
        universities = all(
            context.family(end, ("University", "ResearchOrganization")) for end in (fact.subject, fact.object)
        )
        if not universities:
            continue
        for token in context.doc:
            if (
                token.lemma_ not in words(context.document.lang, "talks")
                or token.pos_ != "VERB"
                or status(token, context.document.lang) is not Status.HELD
            ):
                continue
            speakers = {
                organization
                for agent in verb_roles(token)["agent"]
                for mention in context.things(agent)
                for organization in (mention.entity, *represented.get(mention.entity, ()))
            }
            near = min(context.sentences_between(evidence.start, token.idx) for evidence in fact.evidence) <= _NEAR
            if near and speakers & {fact.subject, fact.object}:
                for evidence in (*fact.evidence[:1], context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)
                break


def _partnerships(context: Context, builder: Builder) -> None:
    """Those who sign a partnership agreement are partners."""
    partnership = words(context.document.lang, "partnership")
    parties: dict[str, list[Fact]] = {}
    for fact in builder.held("signed"):
        label = " ".join(name.text for name in context.entities[fact.object].names).lower()
        if partnership & set(label.split()) and context.family(fact.subject, ("Organization",)):
            parties.setdefault(fact.object, []).append(fact)
    for facts in parties.values():
        for fact in facts[1:]:
            for evidence in fact.evidence:
                builder.add(facts[0].subject, "partnerOf", fact.subject, evidence, "partnership-agreement", 0.7)


def _delegations(context: Context, builder: Builder) -> None:
    """Those who head or make up a delegation went where it went."""
    lang = context.document.lang
    heading = words(lang, "heading")
    leaders: dict[str, list[tuple[str, Evidence]]] = {}
    for token in context.doc:
        if token.lemma_ not in heading | words(lang, "comprising") or token.pos_ != "VERB":
            continue
        roles = verb_roles(token)
        if token.lemma_ in heading:
            groups, people = roles["patient"], roles["agent"]
        else:
            groups, people = roles["agent"], [*roles["patient"], *roles.get("of", [])]
        owners = [m.entity for g in groups for m in context.things(g) if context.family(m.entity, ("Organization",))]
        members = [m.entity for p in people for m in context.things(p) if context.cls(m.entity) == "Person"]
        for owner in owners:
            leaders.setdefault(owner, []).extend((member, context.sentence(token)) for member in members)
    for sentence in context.doc.sents:
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is None:
            continue
        # "A delegation of X visited Y: A, rector; B, dean"
        groups_owners = [m.entity for t in sentence if t.i < colon.i and context.is_group(t) for m in context.things(t)]
        listed = [
            m.entity for t in sentence if t.i > colon.i for m in context.things(t) if context.cls(m.entity) == "Person"
        ]
        for owner in groups_owners:
            leaders.setdefault(owner, []).extend((member, context.sentence(colon)) for member in listed)
    for fact in builder.held("visited"):
        for member, evidence in leaders.get(fact.subject, ()):
            for passage in (*fact.evidence, evidence):
                builder.add(
                    member, "visited", fact.object, passage, "in-delegation", fact.confidence * 0.95, Status.HELD
                )
