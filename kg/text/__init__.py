"""Reading: files of digests → documents, each with its metadata and the blocks of its text."""

from __future__ import annotations

from kg.text.discovery import discover
from kg.text.reading import read, unique

__all__ = ["discover", "read", "unique"]
