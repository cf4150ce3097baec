"""A name that nothing in the store bears, or several things do: what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.cli.output import print_table, warn

if TYPE_CHECKING:
    from kg.views.lookup import Candidate

NOT_FOUND = 1
"""Exit code where no single thing bears the name."""

Row = tuple[str, str, str, str]


def suggestion(candidate: Candidate) -> Row:
    """Give a thing that may have been meant as a row: label, the name that is like what was asked, class and key."""
    thing = candidate.thing
    return (thing.label, candidate.name if candidate.name != thing.label else "", thing.cls, thing.key)


def tell_missing(asked: str, candidates: Sequence[Row], *, ambiguous: bool = False, in_table: bool = True) -> None:
    """Say that no single thing bears a name, and list what may have been meant.

    Args:
        in_table: on the answer's stream; otherwise that stays empty, and the names stand in the message.
    """
    if not candidates:
        warn(f"nothing here is called “{asked}”, and no name is near it")
    elif not in_table:
        warn(f"nothing here is called “{asked}”. Did you mean one of these? " + "; ".join(row[0] for row in candidates))
    else:
        if ambiguous:
            warn(f"{len(candidates)} things are called “{asked}”; name one by its key:")
        else:
            warn(f"nothing here is called “{asked}”. Did you mean one of these?")
        print_table(("name", "called", "class", "key"), candidates)
