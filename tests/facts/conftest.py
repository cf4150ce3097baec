"""Sentences through the whole analysis of one document, and its facts in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest

from kg.pipeline import analyse
from kg.records import Analysis, Block, BlockKind, Document, Fact, Status
from kg.schema import SYMMETRIC


class Told:
    """What one text says, with things called by any of their names or by the words of any of their mentions."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.names: dict[str, set[str]] = defaultdict(set)
        for entity in analysis.entities:
            self.names[entity.id] |= {name.text.casefold() for name in entity.names}
        for mention in analysis.mentions:
            surface = " ".join(analysis.document.text[mention.start : mention.end].split())
            self.names[mention.entity].add(surface.casefold())

    def facts(self, status: Status = Status.HELD) -> list[Fact]:
        """Give the facts of one status."""
        return [fact for fact in self.analysis.facts if fact.status is status]

    def finds(self, wanted: str, status: Status = Status.HELD) -> list[Fact]:
        """Give the facts that are "subject | property | object"."""
        subject, prop, target = (part.strip() for part in wanted.split(" | "))
        return [
            fact
            for fact in self.facts(status)
            if fact.property == prop
            and (self._is(fact, subject, target) or (prop in SYMMETRIC and self._is(fact, target, subject)))
        ]

    def _is(self, fact: Fact, subject: str, target: str) -> bool:
        return subject.casefold() in self.names[fact.subject] and target.casefold() in self.names[fact.object]

    def written(self) -> list[str]:
        """Give all facts in words, for the message of a test that fails."""
        labels = {entity.id: (entity.names[0].text if entity.names else entity.id) for entity in self.analysis.entities}
        return [
            f"{fact.status}: {labels[fact.subject]} | {fact.property} | {labels[fact.object]} <{fact.rule}>"
            for fact in self.analysis.facts
        ]


@pytest.fixture(scope="session")
def tell() -> Callable[..., Told]:
    """Analyse a text of one paragraph, by default English and nobody's news."""

    def told(text: str, published: str | None = None, publisher: str | None = None) -> Told:
        paragraph = Block(BlockKind.PARAGRAPH, 0, len(text))
        return Told(analyse(Document("example", "", "en", text, (paragraph,), published, None, publisher)))

    return told
