"""Sentences that name known things and gave no fact: silence must not look like absence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.records import BlockKind, Document, Fact, Gap, Mention

_PROSE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})
_KNOWN = frozenset({"registry", "pattern", "model"})


def gaps_of(
    document: Document, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention], facts: Sequence[Fact]
) -> Iterator[Gap]:
    """Give the sentences that name two or more things and are no fact's evidence."""
    text = document.text
    silent = [(block.start, block.end) for block in document.blocks if block.kind not in _PROSE]
    starts = [start for start, _ in sentences]
    # what names say by their form alone ("the Institute of X at Y") is not what the sentence says
    told = {
        bisect_right(starts, passage.start) - 1
        for fact in facts
        for passage in fact.evidence
        if fact.property not in {"unitOf", "locatedIn"}
    }
    named: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.source in _KNOWN:
            named[bisect_right(starts, mention.start) - 1].add(mention.entity)
    for number, (start, end) in enumerate(sentences):
        if len(named[number]) >= 2 and number not in told and not any(a <= start < b for a, b in silent):
            said = text[start:end]
            left, right = len(said) - len(said.lstrip()), len(said) - len(said.rstrip())
            yield Gap(start + left, end - right, tuple(sorted(named[number])))
