"""The scoreboard: what each peer gets right and what it costs, beside ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

import msgspec

from benchmarks.peers import mapping
from benchmarks.peers.environment import ROOT, interpreter
from benchmarks.peers.relations import Reading
from benchmarks.peers.texts import DIGESTS, annotated, pieces, texts
from kg import languages, pipeline
from kg import registry as registries
from kg.entities.resolve import resolve
from kg.records import Analysis
from kg.views.evaluation import Annotation, Counts, Score, score, total
from kg.views.evaluation.annotations import UNREAD

PEERS: Final = {
    "textacy": "by_textacy",
    "graphbrain": "by_graphbrain",
    "names and verbs": "by_position",
}
"""Name on the scoreboard → module that reads with it."""

OURS: Final = "this project"


class _Run(msgspec.Struct):
    """What a process gives that `benchmarks.measure` or `benchmarks.peers.extracting` runs in."""

    documents: int
    seconds: float
    cpu_seconds: float
    readings: list[Reading] = []


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds for one document, models loaded before; the median of several runs, on the clock and of the processor."""

    seconds: float
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the scoreboard.

    Attributes:
        things: whose entities the facts connect: those of the language "model" or "ours".
        scores: set of texts → total score there.
        cost: None for a peer that was given our things.
    """

    name: str
    things: str
    scores: Mapping[str, Score]
    cost: Cost | None


def board(runs: int) -> list[Row]:
    """Give the line of this project, then two for each peer: by its own means, and given our things."""
    registry = registries.load()
    wanted = annotated()
    documents = texts((one.gold.id for group in wanted.values() for one in group), registry)
    ours = {analysis.document.id: analysis for analysis in pipeline.analyse_all(documents, registry=registry)}
    nlp = languages.load("en")
    known = {one.id: mapping.recognised(resolve(one, nlp(one.text), registry)) for one in documents}
    python = str(interpreter())
    given = json.dumps([pieces(document) for document in documents])
    done: dict[str, list[_Run]] = {name: [] for name in (OURS, *PEERS)}
    for _ in range(runs):
        done[OURS].append(_run([sys.executable, "-m", "benchmarks.measure", "analyse", str(DIGESTS)]))
        for name, module in PEERS.items():
            done[name].append(_run([python, "-m", "benchmarks.peers.extracting", module], given))
    rows = [Row(OURS, "ours", _scores(wanted, ours), _cost(done[OURS]))]
    for name in PEERS:
        read = {reading.document: reading for reading in done[name][0].readings}
        alone = {d.id: mapping.analysis(d, read[d.id], mapping.named(d, read[d.id].names)) for d in documents}
        helped = {d.id: mapping.analysis(d, read[d.id], known[d.id]) for d in documents}
        rows.append(Row(name, "model", _scores(wanted, alone), _cost(done[name])))
        rows.append(Row(name, "ours", _scores(wanted, helped), None))
    return rows


def markdown(rows: Sequence[Row]) -> str:
    """Give the scoreboard as a Markdown table."""
    names = list(rows[0].scores)
    counted = {name: len(rows[0].scores[name].documents) for name in names}
    heads = [f"{name} ({counted[name]} texts): P | R | F1" for name in names]
    lines = [
        f"| extractor | things | {' | '.join(heads)} | traps hit | CPU s per text | to ours |",
        f"|---|---|{'---|' * (3 * len(names) + 3)}",
    ]
    for row in rows:
        rates = " | ".join(_rates(row.scores[name].strict) for name in names)
        traps = sum((row.scores[name].traps for name in names), Counts())
        spent = "– | –"
        if row.cost is not None and rows[0].cost is not None:
            spent = f"{row.cost.cpu_seconds:.3f} | {row.cost.cpu_seconds / rows[0].cost.cpu_seconds:.2f}"
        lines.append(f"| {row.name} | {row.things} | {rates} | {traps.right} of {traps.wanted} | {spent} |")
    return "\n".join(lines)


def as_json(rows: Iterable[Row]) -> str:
    """Give the scoreboard as JSON; the texts kept aside are told of in total only."""
    return json.dumps([_plain(row) for row in rows], indent=1)


def _plain(row: Row) -> dict[str, Any]:
    cost = None if row.cost is None else asdict(row.cost)
    found: dict[str, Any] = {"name": row.name, "things": row.things, "cost": cost, "sets": {}}
    for name, one in row.scores.items():
        found["sets"][name] = {"documents": len(one.documents), **_counts(one.strict), "traps": asdict(one.traps)}
        if name not in UNREAD:
            found["sets"][name]["properties"] = {prop: _counts(counts) for prop, counts in one.properties.items()}
    return found


def _counts(counts: Counts) -> dict[str, float]:
    rates = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    return {**asdict(counts), **{name: round(rate, 4) for name, rate in rates.items()}}


def _rates(counts: Counts) -> str:
    return f"{counts.precision:.2f} | {counts.recall:.2f} | {counts.f1:.2f}"


def _scores(wanted: Mapping[str, tuple[Annotation, ...]], analyses: Mapping[str, Analysis]) -> dict[str, Score]:
    return {name: total(score(analyses[one.gold.id], one.gold) for one in group) for name, group in wanted.items()}


def _cost(done: Sequence[_Run]) -> Cost:
    return Cost(
        median(run.seconds / run.documents for run in done), median(run.cpu_seconds / run.documents for run in done)
    )


def _run(command: list[str], given: str = "") -> _Run:
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[1:])} failed:\n{done.stderr}")
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=_Run)
