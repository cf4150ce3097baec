"""What commands write: tables for eyes, plain text for pipes, progress and errors on the other stream."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Any

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

LANGUAGES = {"en": "English", "ru": "Russian", "zh": "Chinese"}
_UNLIMITED = 100_000


class Form(StrEnum):
    """How a command that lists things writes them."""

    TABLE = "table"
    JSON = "json"


def console(*, stderr: bool = False) -> Console:
    """Give a console on the stream as it is now; what it prints is text, never markup.

    A pipe gets no colour and no line breaks that the text does not have: whatever reads it may count on lines.
    """
    plain = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not plain.is_terminal:
        plain = Console(stderr=stderr, markup=False, highlight=False, emoji=False, width=_UNLIMITED, soft_wrap=True)
    return plain


def say(text: str = "", *, style: str | None = None) -> None:
    """Print a line of the command's answer."""
    console().print(Text(text, style=style or ""), soft_wrap=True)


def warn(text: str, *, label: str = "error") -> None:
    """Print a line about what went wrong to the error stream."""
    console(stderr=True).print(Text.assemble((f"{label}: ", "bold red"), text), soft_wrap=True)


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None, right: Collection[str] = ()
) -> None:
    """Print a table: framed and fitted on a terminal, aligned columns of whole cells in a pipe.

    Args:
        right: the columns to align at the right, such as numbers.
    """
    to = console()
    if title is not None:
        say(title, style="bold")
    table = Table(
        box=box.SIMPLE_HEAD if to.is_terminal else None,
        pad_edge=False,
        header_style="bold",
    )
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    if to.is_terminal:
        to.print(table)
        return
    with to.capture() as capture:
        to.print(table)
    sys.stdout.write("\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n")


def counted(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> counted(1, "document"), counted(2, "document")
    ('1 document', '2 documents')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def print_json(value: Any) -> None:
    """Print records, mappings or plain values as JSON that keeps every script readable."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
