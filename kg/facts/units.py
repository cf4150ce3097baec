"""Units that a text names without saying whose they are: a faculty beside its university."""

from __future__ import annotations

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.lists import members
from kg.facts.posts import is_inner
from kg.languages.lexicon import words
from kg.records import Mention


def units(context: Context, builder: Builder) -> None:
    """Give each unit without a parent that of the units it is listed with, else the university named just before."""
    placed = {fact.subject: fact.object for fact in builder.held("unitOf")}
    inner = words(context.document.lang, "inner_units")
    for mention in context.recognised.mentions:
        unit = mention.entity
        if context.cls(unit) != "OrganizationalUnit" or unit in placed or mention.source == "rule":
            continue
        token = context.token(mention.end - 1)
        beside = [placed[m.entity] for t in members(token) for m in context.things(t) if m.entity in placed]
        evidence = context.sentence(token)
        if beside:
            builder.add(unit, "unitOf", beside[0], evidence, "unit-in-list", 0.7)
            placed[unit] = beside[0]
        elif is_inner(context, unit) and inner & set(context.entities[unit].names[0].text.lower().split()):
            whole = _named_before(context, mention)
            if whole is not None and builder.add(unit, "unitOf", whole, evidence, "unit-after-whole", 0.6):
                placed[unit] = whole


def _named_before(context: Context, mention: Mention) -> str | None:
    """Give the university that the sentence names last before a unit, or the sentence before it as its only one."""
    sentence = context.sentence(context.token(mention.end - 1))
    before = [
        m
        for m in context.recognised.mentions
        if m.end <= mention.start and context.cls(m.entity) == "University" and m.source != "rule"
    ]
    here = [m.entity for m in before if m.start >= sentence.start]
    if here:
        return here[-1]
    near = {m.entity for m in before if context.sentences_between(m.start, mention.start) == 1}
    return near.pop() if len(near) == 1 else None
