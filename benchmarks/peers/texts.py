"""The annotated English texts, and what a peer gets to read of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from kg.records import BlockKind, Document
from kg.registry import Registry
from kg.text import discover, read
from kg.views.evaluation import Annotation, load_annotations

ROOT: Final = Path(__file__).resolve().parent.parent.parent
DIGESTS: Final = ROOT / "data" / "digests"
GOLD: Final = ROOT / "data" / "gold"

_READ: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION})


def annotated() -> Mapping[str, tuple[Annotation, ...]]:
    """Give the annotations of English texts by the set that `data/gold/sets.yml` puts them in."""
    english = [one for one in load_annotations([GOLD]) if one.gold.lang == "en"]
    ordered = sorted(english, key=lambda one: (one.set, one.gold.id))
    return {name: tuple(group) for name, group in groupby(ordered, key=lambda one: one.set)}


def texts(ids: Iterable[str], registry: Registry) -> list[Document]:
    """Give the documents of some ids, in the order of these.

    Raises:
        KeyError: there is no text of one.
    """
    found = (one for path in discover([DIGESTS]) for one in read(path, registry))
    documents = {one.id: one for one in found if isinstance(one, Document)}
    return [documents[key] for key in sorted(ids)]


def pieces(document: Document) -> dict[str, Any]:
    """Give what a peer gets to read: title, headings, paragraphs and captions one by one; no credits, no links."""
    blocks = (block for block in document.blocks if block.kind in _READ)
    return {
        "id": document.id,
        "pieces": [{"start": block.start, "text": document.text[block.start : block.end]} for block in blocks],
    }
