"""Annotated digests of the project in a folder of their own, for what learns from annotated texts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

Copy = Callable[[Iterable[str], Path], Path]


@pytest.fixture
def copied(root: Path) -> Copy:
    """Copy annotated digests, by their ids, into a folder; gives the folder of their annotations."""

    def copy(ids: Iterable[str], home: Path) -> Path:
        for part in ("gold", "digests"):
            (home / part).mkdir(parents=True, exist_ok=True)
        for id in ids:
            shutil.copy(root / "data" / "gold" / f"{id}.json", home / "gold")
            (text,) = (root / "data" / "digests").glob(f"{id}-*.md")
            shutil.copy(text, home / "digests")
        return home / "gold"

    return copy


@pytest.fixture
def folder(request: pytest.FixtureRequest, copied: Copy, tmp_path: Path) -> Path:
    """Give the annotations that the test's module has CHOSEN, the digest en-005 held out."""
    gold = copied(request.module.CHOSEN, tmp_path)
    (gold / "sets.yml").write_text("heldout: [en-005]\nothers: ['*']\n", encoding="utf-8")
    return gold
