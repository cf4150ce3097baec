"""What the whole build costs, as a multiple of what the bare spaCy model costs to parse the same texts.

Both run in turn, each time in a fresh process, one worker each; the ratio is that of the median times.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.corpus import repeat

LIMIT = 2.5
CORPORA = {"English": "en-", "whole corpus": ""}
ROOT = Path(__file__).resolve().parent.parent

Row = dict[str, float]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--documents", type=int, default=300, help="at least so many (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="of each, in turn (default: %(default)s)")
    parser.add_argument("--corpus", choices=sorted(CORPORA), help="one of the two only")
    parser.add_argument("--check", action="store_true", help=f"fail if a ratio exceeds {LIMIT}")
    options = parser.parse_args()
    ratios = []
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as directory:
        for name, prefix in CORPORA.items():
            if options.corpus in (None, name):
                folder = Path(directory) / name.replace(" ", "-")
                count = repeat(folder, prefix, options.documents)
                print(f"{name}: {count} documents, {options.runs} runs of each in turn", flush=True)
                ratios.append(_compare(folder, options.runs))
    return int(options.check and max(ratios) > LIMIT)


def _compare(folder: Path, runs: int) -> float:
    rows: dict[str, list[Row]] = {"model": [], "build": []}
    for _ in range(runs):
        for kind, done in rows.items():
            done.append(_measure(kind, folder))
    labels = {"model": "bare model", "build": "whole build"}
    print(f"  {'':14}{'seconds':>9}{'CPU s':>9}{'documents/s':>13}{'peak memory':>13}{'loading s':>11}")
    for kind, done in rows.items():
        per_second = median(row["documents"] / row["seconds"] for row in done)
        print(
            f"  {labels[kind]:14}{_mid(done, 'seconds'):9.2f}{_mid(done, 'cpu_seconds'):9.2f}{per_second:13.1f}"
            f"{_mid(done, 'peak_mib'):9.0f} MiB{_mid(done, 'loading_seconds'):11.2f}"
        )
    ratio, cpu = (_mid(rows["build"], key) / _mid(rows["model"], key) for key in ("seconds", "cpu_seconds"))
    verdict = "within" if ratio <= LIMIT else "over"
    print(f"  ratio {ratio:.2f} ({verdict} the limit of {LIMIT}); by CPU time {cpu:.2f}\n", flush=True)
    return ratio


def _measure(kind: str, folder: Path) -> Row:
    command = [sys.executable, "-m", "benchmarks.measure", kind, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"measuring the {kind} failed:\n{done.stderr}")
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def _mid(rows: list[Row], key: str) -> float:
    return median(row[key] for row in rows)
