"""The progress of reading documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.output import console

if TYPE_CHECKING:
    from kg.pipeline import Progress


@contextmanager
def bar(afterwards: str) -> Iterator[Callable[[Progress], None] | None]:
    """Give what draws a bar where the error stream is a terminal, None elsewhere.

    Args:
        afterwards: what is done when all documents are read.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    to = console(stderr=True)
    if not to.is_terminal:
        yield None
        return
    with Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[sentences]} sentences, {task.fields[facts]} facts,"),
        TimeRemainingColumn(),
        TextColumn("left"),
        console=to,
        transient=True,
    ) as drawn:
        task = drawn.add_task("reading", total=None, sentences=0, facts=0)

        def show(progress: Progress) -> None:
            drawn.update(
                task,
                completed=progress.done,
                total=progress.total,
                sentences=progress.sentences,
                facts=progress.facts,
                description="reading" if progress.done < progress.total else afterwards,
            )

        yield show
