"""Options that commands share, each defined once."""

from __future__ import annotations

from math import nan
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Form

StoreDir = Annotated[
    Path,
    typer.Option(
        "--store",
        metavar="DIR",
        envvar="KG_STORE",
        help="The folder of the store.",
        file_okay=False,
        show_default=True,
    ),
]
CurationPath = Annotated[
    Path | None,
    typer.Option(
        "--curation",
        metavar="PATH",
        envvar="KG_CURATION",
        help="Your decisions about what is the same and what is not: a .csv file or a folder of them (see kg curate).",
        show_default="curation beside the store",
    ),
]
DEFAULT_STORE = Path("kg-store")


def _confidence(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = nan
    if not 0 <= value <= 1:  # and nan is neither
        raise typer.BadParameter(f"{text} is no confidence: give a number from 0 to 1, such as 0.9")
    return value


MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="0–1",
        parser=_confidence,
        help="Only facts that are at least so sure, all their sources together.",
    ),
]

ListForm = Annotated[Form, typer.Option("--format", help="A table to read, or JSON for programs.")]
