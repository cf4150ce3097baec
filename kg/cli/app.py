"""The command `kg` itself: what every command shares, and how errors end it."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg import __version__
from kg.cli.output import say, warn
from kg.errors import KgError

FAILED = 2
"""Exit code where nothing was done: a wrong use, an unreadable input, a store that cannot be opened."""

_ORDER = ("build", "query", "questions", "export", "network", "show", "validate", "stats", "curate", "evaluate")


class Group(TyperGroup):
    """The commands, in the order in which a newcomer needs them; expected errors become one line and exit code 2."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of the commands, those without a place in that order last."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))

    def invoke(self, ctx: Any) -> Any:
        """Run a command.

        Raises:
            typer.Exit: with code 2 where the package, or the system about a file, says what is wrong.
        """
        try:
            return super().invoke(ctx)
        except KgError as error:
            warn(str(error))
        except OSError as error:
            # A closed pipe is no error of ours, and one without a file says nothing that a user could mend.
            if isinstance(error, BrokenPipeError) or error.filename is None:
                raise
            warn(f"{error.filename}: {error.strerror}")
        raise typer.Exit(FAILED)


app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with `kg build my-texts/`, then `kg stats`, `kg questions` and `kg show NAME`.",
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Turn digests of Sino-Russian academic cooperation into a graph, and ask it who says what."""


def main() -> None:
    """Run the command line on this process's arguments and streams; what it writes to pipes is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="kg")
