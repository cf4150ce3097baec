"""A document's text cut where its evidence begins and ends, with its things marked: what the page of errors shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kg.records import Analysis, Block, BlockKind, Entity, Mention
from kg.views.evaluation.findings import Finding, Verdict

_LOUDEST: Final = (Verdict.TRAP, Verdict.INVENTED, Verdict.RIGHT, Verdict.OPTIONAL, Verdict.MISSED)
"""Where a passage is evidence of several facts, the first of these colours it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch that names a thing, with the names within it."""

    thing: str
    cls: str
    told: str
    pieces: tuple[str | Marked, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that is evidence of the same facts throughout: of those with these numbers, or of none."""

    facts: tuple[int, ...]
    verdict: Verdict | None
    pieces: tuple[str | Marked, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a document, cut into segments; together they hold its text without loss."""

    kind: BlockKind
    segments: tuple[Segment, ...]


def mark(analysis: Analysis, findings: Sequence[Finding]) -> tuple[Paragraph, ...]:
    """Give the blocks of a document, in which facts are known by their number among the findings."""
    document = analysis.document
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),)
    things = {entity.id: entity for entity in analysis.entities}
    return tuple(Paragraph(block.kind, tuple(_segments(block, analysis, findings, things))) for block in blocks)


def plain(pieces: Sequence[str | Marked]) -> str:
    """Give the text that pieces hold.

    >>> plain(("in ", Marked("place/tomsk", "City", "", ("Tomsk",)), "."))
    'in Tomsk.'
    """
    return "".join(piece if isinstance(piece, str) else plain(piece.pieces) for piece in pieces)


def _segments(
    block: Block, analysis: Analysis, findings: Sequence[Finding], things: Mapping[str, Entity]
) -> Iterator[Segment]:
    spans = [(passage.start, passage.end, number) for number, one in enumerate(findings) for passage in one.evidence]
    inside = {edge for start, end, _ in spans for edge in (start, end) if block.start < edge < block.end}
    edges = sorted({block.start, block.end} | inside)
    for start, end in pairwise(edges):
        numbers = tuple(sorted({number for a, b, number in spans if a <= start and end <= b}))
        verdicts = {findings[number].verdict for number in numbers}
        mentions = [m for m in analysis.mentions if m.start < end and start < m.end]
        yield Segment(
            numbers,
            next((verdict for verdict in _LOUDEST if verdict in verdicts), None),
            tuple(_pieces(start, end, mentions, analysis.document.text, things)),
        )


def _pieces(
    start: int, end: int, mentions: Sequence[Mention], text: str, things: Mapping[str, Entity]
) -> Iterator[str | Marked]:
    """Give a stretch with its mentions, each holding those that begin in it."""
    at = start
    clipped = (replace(m, start=max(m.start, start), end=min(m.end, end)) for m in mentions)
    waiting = sorted(clipped, key=lambda m: (m.start, -m.end, m.entity))
    while waiting:
        first = waiting.pop(0)
        within = [m for m in waiting if m.start < first.end]
        waiting = waiting[len(within) :]
        if at < first.start:
            yield text[at : first.start]
        yield Marked(
            first.entity,
            first.cls,
            _told(first, things.get(first.entity)),
            tuple(_pieces(first.start, first.end, within, text, things)),
        )
        at = first.end
    if at < end:
        yield text[at:end]


def _told(mention: Mention, entity: Entity | None) -> str:
    name = entity.names[0].text if entity and entity.names else mention.entity
    return f"{name}\n{mention.cls}, {mention.entity}\n{mention.source}, {mention.score:.2f}: {mention.reason}"
