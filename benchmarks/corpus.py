"""Folders of as many digests as a measurement needs, out of those in `data/digests/`."""

from __future__ import annotations

import re
from pathlib import Path

DIGESTS = Path(__file__).resolve().parent.parent / "data" / "digests"


def repeat(folder: Path, prefix: str, at_least: int) -> int:
    """Write digests whose file name begins with a prefix into a folder, again and again, and give how many.

    Each copy has an id of its own; all digests are repeated equally often. A last line numbers the copy,
    so that nothing which remembers a text by its content can skip the work.
    """
    sources = sorted(DIGESTS.glob(f"{prefix}*.md"))
    rounds = -(-at_least // len(sources))
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        text = source.read_text(encoding="utf-8")
        for number in range(1, rounds + 1):
            copy, changed = re.subn(r"(?m)^id: *(\S+)$", rf"id: \1-{number:03}", text, count=1)
            if not changed:
                raise ValueError(f"{source}: no line `id: …` in its front matter")
            path = folder / f"{source.stem}-{number:03}.md"
            path.write_text(f"{copy.rstrip()}\n\n{number}.\n", encoding="utf-8")
    return rounds * len(sources)
