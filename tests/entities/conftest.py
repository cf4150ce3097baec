"""Texts through the pipeline and the resolver, and what their words mean there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kg import registry
from kg.entities.resolve import resolve
from kg.languages import load
from kg.records import Block, BlockKind, Document, Entity, Recognised


@dataclass(frozen=True)
class Understood:
    """What was recognised in a text."""

    text: str
    found: Recognised

    def meant(self, words: str, occurrence: int = -1) -> set[str]:
        """Give the ids of what the words mean where they stand, by default for the last time."""
        start = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}", self.text)][occurrence]
        return {mention.entity for mention in self.found.mentions if mention.start == start}

    def of(self, home: str) -> list[Entity]:
        """Give the things whose ids begin with a word: "person", "event"."""
        return [entity for entity in self.found.entities if entity.id.startswith(f"{home}/")]


@pytest.fixture(scope="session")
def understand() -> Callable[..., Understood]:
    """Resolve an English text of one paragraph, or of the given title and headings, each on a line of its own."""
    known = registry.load()

    def understood(
        text: str,
        publisher: str | None = None,
        source: str | None = None,
        title: bool = False,
        headings: tuple[str, ...] = (),
    ) -> Understood:
        blocks, start = [], 0
        for number, line in enumerate(text.split("\n")):
            kind = BlockKind.TITLE if title and not number else BlockKind.PARAGRAPH
            blocks.append(Block(BlockKind.HEADING if line in headings else kind, start, start + len(line)))
            start += len(line) + 1
        document = Document("x", "", "en", text, tuple(blocks), publisher=publisher, source=source)
        return Understood(text, resolve(document, load("en")(text), known))

    return understood
