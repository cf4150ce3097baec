"""The stages in order: read → analyse → recognise → resolve → extract → settle → link → store."""

from __future__ import annotations

from functools import cache

from kg.entities.resolve import resolve
from kg.entities.settle import settle
from kg.facts.extract import extract
from kg.languages import load
from kg.records import Analysis, Document, Gap
from kg.registry import Registry
from kg.registry import load as load_registry


def analyse(document: Document, *, model: str | None = None, registry: Registry | None = None) -> Analysis:
    """Give all that one document says: its things, where they are named, and its facts with their evidence."""
    registry = registry or load_registry()
    doc = load(document.lang, model if document.lang == "en" else None)(document.text)
    recognised = resolve(document, doc, registry)
    facts = extract(document, doc, recognised, registry)
    entities, mentions, facts = settle(document.id, recognised.entities, recognised.mentions, facts)
    return Analysis(document, entities, mentions, facts)
