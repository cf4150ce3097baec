"""The options by which `kg network` and `kg export` take a part of the network, each defined once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.missing import NOT_FOUND, suggestion, tell_missing
from kg.schema import PROPERTIES, STATUSES

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.views.network.filters import Filters
    from kg.views.reading import Thing


def _classes() -> Sequence[str]:
    from kg.views.network.filters import CLASSES_OF_THINGS

    return CLASSES_OF_THINGS


_PANEL = "A part of the network"

Focus = Annotated[
    list[str] | None,
    typer.Option(
        "--focus",
        metavar="NAME",
        rich_help_panel=_PANEL,
        help="Only what is near this thing: any of its names in any script, its key or its IRI. Repeat it for several.",
    ),
]
Depth = Annotated[
    int,
    typer.Option(
        "--depth",
        min=1,
        metavar="N",
        rich_help_panel=_PANEL,
        help="How near: 1 for its own facts, 2 for those whom its agreements and events join it to, too. Places lead "
        "no further.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="DATE",
        rich_help_panel=_PANEL,
        help="Only what may have happened on this day or later: 2019, 2019-05 or 2019-05-01. A post counts from its "
        "“since” to its “until”; another fact by the date of its agreement or event, else of the documents that tell "
        "it. What nobody dates is left out.",
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", rich_help_panel=_PANEL, help="Only what may have happened until then."),
]
Classes = Annotated[
    list[str] | None,
    typer.Option(
        "--class",
        metavar="CLASS",
        rich_help_panel=_PANEL,
        autocompletion=_classes,
        help="Only facts between things of this class, such as University or Organization (with the classes below it). "
        "Repeat it for several.",
    ),
]
Properties = Annotated[
    list[str] | None,
    typer.Option(
        "--property",
        metavar="PROPERTY",
        rich_help_panel=_PANEL,
        autocompletion=lambda: PROPERTIES,
        help="Only facts of this property, such as signed. Repeat it for several.",
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="NAME",
        rich_help_panel=_PANEL,
        help="Only facts between things in this country, region or city (China, CN, 黑龙江): by their seats; people by "
        "their posts; agreements and events by who takes part, too. Repeat it for several.",
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        rich_help_panel=_PANEL,
        autocompletion=lambda: STATUSES,
        help="Only what is put so: held, planned, proposed or denied. Repeat it for several.",
    ),
]
Documents = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="ID", help="Only what this document says. Repeat it for several."),
]
DEPTH = 2
"""Without --depth."""


def chosen(
    store: Store,
    *,
    focus: Sequence[str] | None,
    depth: int,
    since: str | None,
    until: str | None,
    classes: Sequence[str] | None,
    properties: Sequence[str] | None,
    places: Sequence[str] | None,
    statuses: Sequence[str] | None,
    documents: Sequence[str] | None,
    at_least: float | None,
) -> Filters:
    """Give the filters that options ask for, their names looked up in a store.

    Raises:
        typer.Exit: a name is not that of one thing; what may have been meant was listed.
    """
    from kg.views.network.filters import Filters
    from kg.views.network.places import known, whereabouts
    from kg.views.reading import read, read_things

    nearby = [_one(name, read_things(store).values()).iri for name in focus or ()]
    there: list[str] = []
    if places:
        reading = read(store)
        where = known(reading, whereabouts(reading))
        there = [_one(name, where).key for name in places]
    return Filters(
        focus=tuple(nearby),
        depth=depth,
        since=since,
        until=until,
        classes=tuple(classes or ()),
        properties=tuple(properties or ()),
        statuses=tuple(statuses or ()),
        places=tuple(there),
        documents=tuple(documents or ()),
        at_least=at_least,
    )


def _one(name: str, things: Iterable[Thing]) -> Thing:
    from kg.views import lookup

    pool = tuple(things)
    found = lookup.find(pool, name)
    if len(found) == 1:
        return found[0].thing
    tell_missing(name, [suggestion(c) for c in found or lookup.near(pool, name)], ambiguous=bool(found))
    raise typer.Exit(NOT_FOUND)
