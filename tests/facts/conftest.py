"""A page with its things and facts, made by hand, for tests of what joins two things."""

from __future__ import annotations

from collections.abc import Mapping

from kg.facts.implied import REACH
from kg.facts.layouts import Layout
from kg.facts.pairs import pairs
from kg.records import Block, BlockKind, Document, Entity, Evidence, Fact, Mention, Name, Status

TEXT = "Jilin University held the Ice Forum in Changchun. Li Wei spoke. Altai State University sent greetings."
SENTENCES = [(0, 49), (50, 63), (64, 102)]
THINGS = {
    "Jilin University": ("organization/jlu", "University"),
    "Ice Forum": ("event/ice", "Conference"),
    "Changchun": ("place/changchun", "City"),
    "Li Wei": ("person/li", "Person"),
    "Altai State University": ("organization/asu", "University"),
}
ENTITIES = [Entity(id, cls, (Name(name),)) for name, (id, cls) in THINGS.items()]
MENTIONS = [
    Mention(TEXT.index(name), TEXT.index(name) + len(name), cls, id, "pattern", "by hand", 1.0)
    for name, (id, cls) in THINGS.items()
]


LEAF: Mapping[str, object] = {"roots": [0], "trait": [0], "limit": [0.0], "low": [0], "high": [0], "value": [1.0]}
"""Trees of one leaf, as a file holds them."""


def document(text: str = TEXT, lang: str = "en") -> Document:
    return Document("d", "", lang, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))  # type: ignore[arg-type]


def layout(page: Document | None = None) -> Layout:
    return Layout(page or document(), SENTENCES, ENTITIES, MENTIONS)


def fact(subject: str, property: str, other: str, status: Status = Status.HELD) -> Fact:
    return Fact(subject, property, other, status, 0.9, "by-hand", (Evidence(0, 49, TEXT[:49]),))


FACTS = [fact("organization/jlu", "organized", "event/ice"), fact("person/li", "represents", "organization/jlu")]


def asked(facts: list[Fact]) -> dict[tuple[str, str, str], Mapping[str, float]]:
    found = pairs(layout(), facts, REACH)
    return {(pair.subject, pair.property, pair.object): pair.traits for pair in found}
