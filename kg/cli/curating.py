"""`kg curate`: what an analyst decides about identity, written down and applied."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import FAILED, app
from kg.cli.options import DEFAULT_STORE, CurationPath, ListForm, StoreDir
from kg.cli.output import Form, counted, print_json, print_table, say, warn
from kg.records import Collection, Outcome

if TYPE_CHECKING:
    from kg.curation import Reference

curate = typer.Typer(
    no_args_is_help=True,
    help="Decide which things are the same and which are not: decisions stand before every rule and in every build. "
    "They are lines of identity.csv in the folder `curation` beside the store, which can be edited by hand too.",
    epilog='Example: `kg curate same "Lu Zhiyui" "Lu Zhiyu" --why "a misprint"`, '
    '`kg curate different "Zhang Wei@en-002" "Zhang Wei@ru-003" --why "a physicist and a vice-mayor"`',
)
app.add_typer(curate, name="curate")

_One = Annotated[
    str,
    typer.Argument(
        metavar="ONE",
        help="Any of its names in any script, its key or its IRI; with @ and a document's id where only that "
        "document's thing is meant.",
    ),
]
_Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other thing, in the same way.")]
_Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for whoever reads it later.")]
_By = Annotated[
    str | None,
    typer.Option("--by", metavar="WHO", envvar="KG_ANALYST", help="Who decides.", show_default="your user name"),
]


@curate.command()
def same(
    one: _One,
    other: _Other,
    why: _Why,
    by: _By = None,
    store: StoreDir = DEFAULT_STORE,
    curation: CurationPath = None,
) -> None:
    """Decide that two things are one, and apply it to the store."""
    _decide(Outcome.SAME, (one, other), why, by, store, curation)


@curate.command()
def different(
    one: _One,
    other: _Other,
    why: _Why,
    by: _By = None,
    store: StoreDir = DEFAULT_STORE,
    curation: CurationPath = None,
) -> None:
    """Decide that two things are not one, and apply it to the store."""
    _decide(Outcome.DIFFERENT, (one, other), why, by, store, curation)


@curate.command("list")
def list_(
    store: StoreDir = DEFAULT_STORE,
    curation: CurationPath = None,
    form: ListForm = Form.TABLE,
) -> None:
    """List all decisions: those that ship with the package, then your own."""
    from kg.pipeline import curation_for

    rulings = curation_for(store, curation).rulings
    if form is Form.JSON:
        print_json(rulings)
    elif not rulings:
        say("Nothing is decided yet.")
    else:
        rows = [(r.verdict, r.one, r.other, r.by, r.on, r.why, r.place) for r in rulings]
        print_table(("verdict", "one", "other", "by", "on", "why", "where"), rows)


@curate.command("apply")
def apply_(store: StoreDir = DEFAULT_STORE, curation: CurationPath = None) -> None:
    """Apply the decisions to the store as the files have them now, after lines were edited or deleted by hand."""
    from kg.pipeline import relink

    _tell(store, relink(store, curation=curation))


def _decide(
    verdict: Outcome, names: tuple[str, str], why: str, by: str | None, store: Path, curation: Path | None
) -> None:
    from kg.curation import Ruling
    from kg.pipeline import decide

    found = _references(store, names)
    if found is None:
        raise typer.Exit(FAILED)
    ruling = Ruling(verdict, *found, by or getpass.getuser(), date.today().isoformat(), why, "")
    written, collection = decide(store, ruling, curation=curation)
    are = "one" if verdict is Outcome.SAME else "two"
    if any(warning.startswith(f"{written.place}: ") for warning in collection.warnings):
        say(f"{written.place}: written, but not followed; the warning says why.")
    else:
        say(f"{written.place}: “{written.one}” and “{written.other}” are {are}.")
    _tell(store, collection)


def _references(store: Path, names: tuple[str, str]) -> tuple[Reference, Reference] | None:
    """Give what the two names mean in the store; None, after saying what is wrong, where one is not clear."""
    from kg.graph.store import Store
    from kg.views.references import Unclear, clear

    with Store.open(store) as opened:
        found = clear(opened, names)
    if not isinstance(found, Unclear):
        return found
    warn(found.reason)
    if found.candidates:
        rows = [(c.thing.label, c.thing.cls, c.thing.key, c.name) for c in found.candidates]
        print_table(("name", "class", "key", "called"), rows)
    return None


def _tell(store: Path, collection: Collection) -> None:
    for warning in collection.warnings:
        warn(warning, label="warning")
    decided = [d for d in collection.decisions if d.rule == "curation"]
    joined = sum(d.outcome is Outcome.SAME for d in decided)
    say(f"Applied to {store}: {counted(joined, 'pair')} joined and {len(decided) - joined} kept apart by decision.")
