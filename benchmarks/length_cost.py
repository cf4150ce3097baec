"""What one long document costs, and how that grows when it gets twice as long: linear growth is 2.

The documents are the English digests one behind the other under the head of the first, again and again where they do
not suffice. Shorter ones would differ too much in how many facts a line has. Processor time, the best of the runs;
models and the registry are loaded before.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, pairwise
from pathlib import Path
from typing import Final

from benchmarks.corpus import DIGESTS
from kg import registry
from kg.pipeline import analyse
from kg.records import Document
from kg.text import read

SIZES: Final = (30_000, 60_000, 120_000)
"""Characters."""
LIMIT: Final = 2.6
"""Most that the time may grow from one row to the next, which is twice as long."""


def document(size: int) -> Document:
    """Give a document of at least so many characters."""
    texts = [path.read_text(encoding="utf-8").split("---\n", 2) for path in sorted(DIGESTS.glob("en-*.md"))]
    parts = [f"---\n{texts[0][1]}---\n"]
    bodies = cycle(body for _, _, body in texts)
    while sum(map(len, parts)) < size:
        parts.append(f"{next(bodies).strip()}\n\n")
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as directory:
        path = Path(directory) / "long.md"
        path.write_text("".join(parts), encoding="utf-8")
        (found,) = read(path, registry.load())
    if not isinstance(found, Document):
        raise ValueError(str(found))
    return found


def measure(size: int, runs: int) -> tuple[int, int, float]:
    """Give how many characters a document has, how many facts it gives, and the time."""
    long, known = document(size), registry.load()
    seconds: list[float] = []
    for _ in range(runs):
        begun = time.process_time()
        found = analyse(long, registry=known)
        seconds.append(time.process_time() - begun)
    return len(long.text), len(found.facts), min(seconds)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.length_cost", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="characters, each twice the one before")
    parser.add_argument("--runs", type=int, default=2, help="of each (default: %(default)s)")
    parser.add_argument("--check", action="store_true", help=f"fail if the time grows more than {LIMIT}-fold")
    options = parser.parse_args(arguments)
    measure(min(options.sizes), 1)  # loads what is loaded once
    print("Length: analysis of one English document")
    print(f"  {'characters':>10}{'facts':>8}{'CPU s':>9}{'growth':>8}")
    seconds: list[float] = []
    for size in options.sizes:
        characters, facts, took = measure(size, options.runs)
        growth = f"{took / seconds[-1]:.2f}" if seconds else ""
        seconds.append(took)
        print(f"  {characters:10,}{facts:8,}{took:9.2f}{growth:>8}", flush=True)
    worst = max((after / before for before, after in pairwise(seconds)), default=1.0)
    verdict = "within" if worst <= LIMIT else "over"
    print(f"  {worst:.2f} times the time of the row above at most ({verdict} the limit of {LIMIT})\n")
    return int(options.check and worst > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
