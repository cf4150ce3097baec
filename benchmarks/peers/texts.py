"""The annotated English texts, in the two sets that are scored apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from kg.records import BlockKind, Document
from kg.registry import Registry
from kg.text import discover, read
from kg.views.evaluation import Gold, load_gold

ROOT: Final = Path(__file__).resolve().parent.parent.parent
DIGESTS: Final = ROOT / "data" / "digests"
HELDOUT: Final = frozenset(f"en-{number:03}" for number in (11, 23, 30, 33, 43, 52, 61, 68, 76))

_READ: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its annotation."""

    document: Document
    gold: Gold


def texts(registry: Registry) -> tuple[Text, ...]:
    """Give the English documents that are annotated, in the order of their ids."""
    golds = {gold.id: gold for gold in map(load_gold, sorted((ROOT / "data" / "gold").glob("en-*.json")))}
    found = (one for path in discover([DIGESTS]) for one in read(path, registry))
    documents = {one.id: one for one in found if isinstance(one, Document)}
    return tuple(Text(documents[key], golds[key]) for key in sorted(golds))


def sets(found: tuple[Text, ...]) -> Mapping[str, tuple[Text, ...]]:
    """Give the texts by the name of their set."""
    return MappingProxyType(
        {
            "development": tuple(one for one in found if one.document.id not in HELDOUT),
            "held-out": tuple(one for one in found if one.document.id in HELDOUT),
        }
    )


def pieces(document: Document) -> dict[str, Any]:
    """Give what a peer gets to read: title, headings, paragraphs and captions one by one; no credits, no links."""
    blocks = (block for block in document.blocks if block.kind in _READ)
    return {
        "id": document.id,
        "pieces": [{"start": block.start, "text": document.text[block.start : block.end]} for block in blocks],
    }
