"""`python -m benchmarks.page`, which `make bench-page` calls: our page and plain pyvis' in one browser, one table."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.corpus import DIGESTS
from benchmarks.page import layout_cost, pages
from benchmarks.page.readings import reading
from kg.graph.store import Store
from kg.pipeline import build
from kg.views.network.graph import facts, whole
from kg.views.reading import Reading, read

SIZES: Final = (100, 1_000, 5_000, 10_000)
LIMIT: Final = 90
"""Seconds that a page gets until it is painted and interactive."""
GRACE: Final = 60
"""Seconds for clicks and panning, after which a page that hangs is left."""
ROOT: Final = Path(__file__).resolve().parents[2]
BAR: Final = {"interactive": 5.0, "click": 100.0, "ratio": 10.0, "corpus_painted": 1.5, "corpus_megabytes": 5.0}
"""What --check asks: of the largest network, of it beside pyvis, and of the network of data/digests."""

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A page: of which network, what figures; `figures` lacks what was not reached."""

    network: str
    page: str
    megabytes: float
    figures: Figures


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of nodes (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="of each page, in turn (default: %(default)s)")
    parser.add_argument("--no-stock", action="store_true", help="without pyvis")
    parser.add_argument("--no-layout", action="store_true", help="without time and steadiness of the layout")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the pages there and leave them")
    parser.add_argument("--check", action="store_true", help="fail if the bar is missed")
    options = parser.parse_args(arguments)
    status = 0 if options.no_layout else layout_cost.main(options.sizes, options.check)
    print(f"Pages: Chromium, software rendering, 1366 × 768, {options.runs} runs, medians; without network")
    print(
        f"  {'network':22}{'page':20}{'MB':>7}{'painted s':>11}{'interactive s':>15}{'click ms':>10}{'frames/s':>10}",
        flush=True,
    )
    rows: list[Row] = []
    with contextlib.ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        for name, made in [
            ("data/digests", _corpus()),
            *((f"{size:,} nodes", reading(size)) for size in options.sizes),
        ]:
            rows += _compare(name, made, folder, options.runs, stock=not options.no_stock)
    for missed in _missed(rows) if options.check else ():
        print(f"  missed: {missed}")
        status = 1
    return status


def _corpus() -> Reading:
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as directory:
        build([DIGESTS], Path(directory) / "store")
        with Store.open(Path(directory) / "store") as store:
            return read(store)


def _compare(name: str, made: Reading, folder: Path, runs: int, *, stock: bool) -> list[Row]:
    nodes = whole(facts(made)).number_of_nodes()
    kinds = [("ours", "ours", ""), ("ours, everything", "ours", "#v=whole"), ("plain pyvis", "stock", "")]
    rows: list[Row] = []
    for label, kind, fragment in kinds if stock else kinds[:2]:
        path = folder / f"{name.replace('/', '-').replace(' ', '-').replace(',', '')}-{kind}.html"
        if fragment == "":
            path.write_text(pages.ours(made) if kind == "ours" else pages.stock(made), encoding="utf-8")
        found: list[Figures] = []
        while len(found) < runs and (not found or "interactive" in found[-1]):
            found.append(_measured(path, kind, nodes, fragment))
        reached = [figures for figures in found if "interactive" in figures]
        keys = dict.fromkeys(key for figures in reached for key in figures)
        middle = (
            {key: median(figures[key] for figures in reached if key in figures) for key in keys}
            if reached
            else found[-1]
        )
        rows.append(Row(name, label, path.stat().st_size / 1e6, middle))
        print(_line(rows[-1]), flush=True)
    if stock:
        print(_ratios(rows[0], rows[-1]) + "\n", flush=True)
    return rows


def _measured(path: Path, kind: str, nodes: int, fragment: str) -> Figures:
    """Measure a page in a process of its own, which is ended with its browser where it hangs."""
    command = [sys.executable, "-m", "benchmarks.page.measure", str(path), kind, str(nodes), fragment, str(LIMIT)]
    with tempfile.TemporaryFile("w+") as answer, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, cwd=ROOT, stdout=answer, stderr=errors, text=True, start_new_session=True)
        try:
            process.wait(LIMIT + GRACE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        answer.seek(0)
        errors.seek(0)
        figures: dict[str, float] = {}
        for line in answer:
            figures |= json.loads(line)
        if process.returncode > 0:
            sys.exit(f"measuring {path.name} failed:\n{errors.read()}")
    return figures


def _line(row: Row) -> str:
    def cell(key: str, width: int, digits: int) -> str:
        late = f"not within {LIMIT} s" if key in ("painted", "interactive") else "–"
        return f"{row.figures[key]:{width}.{digits}f}" if key in row.figures else f"{late:>{width}}"

    return (
        f"  {row.network:22}{row.page:20}{row.megabytes:7.2f}{cell('painted', 11, 2)}{cell('interactive', 15, 2)}"
        f"{cell('click', 10, 0)}{cell('frames', 10, 1)}"
    )


def _ratios(ours: Row, other: Row) -> str:
    """The figures of another page as multiples of ours, of which more is better for frames alone."""
    cells = [f"{'':22}{'pyvis / ours':20}{other.megabytes / ours.megabytes:7.2f}"]
    for key, width in (("painted", 11), ("interactive", 15), ("click", 10), ("frames", 10)):
        if key in ours.figures and key in other.figures:
            cells.append(f"{other.figures[key] / ours.figures[key]:{width}.1f}")
        elif key in ours.figures and key in ("painted", "interactive"):
            cells.append(f"{f'> {LIMIT / ours.figures[key]:.0f}':>{width}}")
        else:
            cells.append(f"{'–':>{width}}")
    return "  " + "".join(cells)


def _missed(rows: Sequence[Row]) -> list[str]:
    ours = {row.network: row for row in rows if row.page == "ours"}
    other = {row.network: row for row in rows if row.page == "plain pyvis"}
    corpus, largest = ours["data/digests"], list(ours.values())[-1]
    late = float("inf")
    interactive = largest.figures.get("interactive", late)
    asked = [
        (f"{largest.network}: interactive in {BAR['interactive']} s", interactive <= BAR["interactive"]),
        (f"{largest.network}: click in {BAR['click']} ms", largest.figures.get("click", late) <= BAR["click"]),
        (
            f"data/digests: painted in {BAR['corpus_painted']} s",
            corpus.figures.get("painted", late) <= BAR["corpus_painted"],
        ),
        (f"data/digests: at most {BAR['corpus_megabytes']} MB", corpus.megabytes <= BAR["corpus_megabytes"]),
    ]
    if largest.network in other:
        theirs = other[largest.network].figures.get("interactive", float(LIMIT))
        asked.append((f"{BAR['ratio']:g} times sooner than pyvis", theirs >= BAR["ratio"] * interactive))
    return [what for what, met in asked if not met]


if __name__ == "__main__":
    sys.exit(main())
