"""Parties and their bodies within organizations, whose people speak for these; missions, whose parts do."""

from __future__ import annotations

from kg.facts.context import Context
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.posts import is_body, is_party_within
from kg.records import Mention


def is_party(context: Context, organization: str) -> bool:
    """Tell whether an organization is a party."""
    parties = read(context.document.lang, "posts").get("parties", ())
    return any(name.text.lower() in parties for name in context.entities[organization].names)


def is_of_party(context: Context, organization: str) -> bool:
    """Tell whether a body's name begins with a party's: "CPC LZU Committee", whose secretary is secretary of LZU."""
    said = context.entities[organization].names[0].text.lower()
    parties = read(context.document.lang, "posts").get("parties", ())
    return any(said.startswith(f"{party} ") for party in parties) and is_body(context.document.lang, said)


def is_inner_party(context: Context, organization: str) -> bool:
    """Tell whether a name says only that a body is the party's within something: "Party Committee", "Party Group"."""
    within = is_party_within(context.document.lang, context.entities[organization].names[0].text)
    return within and not any(one.entity != organization for one in _owners(context, organization))


def is_inner_body(context: Context, organization: str) -> bool:
    """Tell whether a name says only that a body is one within something: "University Council", "Party Committee".

    So does one with an adjective that any whole has one by: "Standing Committee", not "International Council".
    """
    lang, called = context.document.lang, context.entities[organization].names[0].text
    whose, *body = called.lower().split()  # "university", "council"
    plain = kind_of(lang, [whose]) is not None or whose in read(lang, "posts").get("before_bodies", ())
    council = len(body) == 1 and is_body(lang, called) and plain
    return council or is_inner_party(context, organization)


def _owners(context: Context, organization: str) -> list[Mention]:
    """Give the organizations and places within the names of a body."""
    spans = [(m.start, m.end) for m in context.recognised.mentions if m.entity == organization and m.source != "rule"]
    return [m for start, end in spans for cls in ("Organization", "Place") for m in context.within(cls, start, end)]


def is_mission(context: Context, organization: str) -> bool:
    """Tell whether a thing is an embassy or a consulate, whose departments are no bodies of their own."""
    called = context.entities[organization].names[0].text.lower().split()
    return context.cls(organization) == "GovernmentBody" and not words(context.document.lang, "missions").isdisjoint(
        called
    )
