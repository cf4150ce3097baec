"""What `kg evaluate` prints and writes: tables of figures, and the errors behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli.output import LANGUAGES, counted, print_table, say

if TYPE_CHECKING:
    from kg.views.evaluation import Assessed, Counts, Evaluation
    from kg.views.evaluation.bootstrap import Interval, Intervals
    from kg.views.evaluation.measure import Group

_RATES = ("P", "R", "F1")
_COUNTS = ("right", "found", "gold")
_PROPERTY = ("property", *_RATES, "95%", "typed", *_COUNTS)
_DOCUMENT = ("document", *_RATES, "typed", *_COUNTS, "things", "traps")
_TOTAL = ("documents", "", *_RATES)
_BESIDE = ("documents", "things", "recall", "traps", "dates")

Write = Callable[["Evaluation", "Sequence[Assessed]"], str]


def print_scores(evaluation: Evaluation, *, documents: bool) -> None:
    """Print a table of each group, by property or by document, and one of all groups together."""
    from kg.views.evaluation.bootstrap import LEVEL, RESAMPLES

    for group in evaluation.groups:
        if documents and group.lang is None:
            continue
        columns, rows = (_DOCUMENT, _by_document(evaluation, group)) if documents else (_PROPERTY, _by_property(group))
        title = f"{_name(group)}: {counted(len(group.score.documents), 'document')}"
        print_table(columns, rows, title=title, right=columns[1:])
        say()
    rows = (row for group in evaluation.groups for row in _total(group))
    print_table(_TOTAL, rows, title="All properties", right=_TOTAL[2:])
    say()
    beside = map(_beside, evaluation.groups)
    print_table(_BESIDE, beside, title="Things met, traps hit, dates right", right=_BESIDE[1:])
    say()
    say("P precision, R recall; typed: F1 with the right classes too; gold: facts that the annotations hold.")
    say(f"{LEVEL:.0%} intervals: bootstrap over documents, {RESAMPLES:,} resamples.")
    if evaluation.min_confidence:
        say(f"Facts less sure than {evaluation.min_confidence} are left out.")
    say(f"Gold: {counted(len(evaluation.documents), 'document')}, sha256 {evaluation.sha256}.")


def writer(path: Path) -> Write:
    """Give what turns errors into the text of a file, by its extension.

    Raises:
        typer.BadParameter: the extension is none of .html, .txt.
    """
    try:
        return _WRITERS[path.suffix.lower()]
    except KeyError:
        raise typer.BadParameter(
            f"{path.name} is of no known kind: use {', '.join(_WRITERS)}", param_hint="--errors"
        ) from None


def write_errors(path: Path, evaluation: Evaluation, documents: Sequence[Assessed]) -> None:
    """Write what went wrong in some documents of an evaluation, making the file's folder where that is missing."""
    from kg.views import pages

    path.parent.mkdir(parents=True, exist_ok=True)
    pages.write(path, writer(path)(evaluation, documents))


def _by_property(group: Group) -> Iterator[tuple[object, ...]]:
    score, spread = group.score, group.spread
    for prop, counts in score.properties.items():
        yield (prop, *_rates(counts), _ends(spread.properties[prop].f1), _share(score.typed[prop].f1), *_counts(counts))
    yield ("all", *_rates(score.strict), _ends(spread.strict.f1), _share(score.strict_typed.f1), *_counts(score.strict))


def _by_document(evaluation: Evaluation, group: Group) -> Iterator[tuple[object, ...]]:
    for one in evaluation.documents:
        if one.id in group.score.documents:
            score = one.score
            yield (
                one.id,
                *_rates(score.strict),
                _share(score.strict_typed.f1),
                *_counts(score.strict),
                _share(score.entities.recall),
                score.traps.right,
            )


def _total(group: Group) -> Iterator[tuple[object, ...]]:
    score, spread = group.score, group.spread
    yield (_name(group), "strict", *_rates(score.strict))
    yield ("", "95%", *_all_ends(spread.strict))
    yield ("", "typed", *_rates(score.strict_typed))
    yield ("", "95%", *_all_ends(spread.strict_typed))


def _beside(group: Group) -> tuple[object, ...]:
    score = group.score
    return (_name(group), _of(score.entities), _share(score.entities.recall), _of(score.traps), _of(score.dates))


def _name(group: Group) -> str:
    return f"{LANGUAGES[group.lang] if group.lang else 'All languages'}, {group.set}"


def _rates(counts: Counts) -> tuple[str, str, str]:
    return _share(counts.precision), _share(counts.recall), _share(counts.f1)


def _counts(counts: Counts) -> tuple[int, int, int]:
    return counts.right, counts.found, counts.wanted


def _all_ends(intervals: Intervals) -> tuple[str, str, str]:
    return _ends(intervals.precision), _ends(intervals.recall), _ends(intervals.f1)


def _ends(interval: Interval | None) -> str:
    return "–" if interval is None else f"{_share(interval.low)}–{_share(interval.high)}"


def _of(counts: Counts) -> str:
    return f"{counts.right} of {counts.wanted}"


def _share(value: float) -> str:
    return f"{value:.2f}"


def _page(evaluation: Evaluation, documents: Sequence[Assessed]) -> str:
    from kg.views.evaluation.page import page

    return page(evaluation, documents)


def _listing(_: Evaluation, documents: Sequence[Assessed]) -> str:
    from kg.views.evaluation.listing import listing

    return listing(documents)


_WRITERS: dict[str, Write] = {".html": _page, ".txt": _listing}
