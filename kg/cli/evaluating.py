"""`kg evaluate`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import scores
from kg.cli.app import FAILED, app
from kg.cli.options import ListForm, MinConfidence
from kg.cli.output import Form, counted, print_json, say, warn
from kg.cli.progress import bar
from kg.errors import InputError
from kg.records import Lang

if TYPE_CHECKING:
    from kg.views.evaluation import Annotation, Evaluation

INCOMPLETE = 1
"""Exit code where some annotated documents have no text, or a floor would fall."""
_HOME = Path("data", "gold")


class By(StrEnum):
    """What a row of the tables is about."""

    PROPERTY = "property"
    DOCUMENT = "document"


@app.command(
    epilog="Example: `kg evaluate`, `kg evaluate data/gold --lang en --errors errors.html`, "
    "`kg evaluate my-gold --texts my-texts --format json`"
)
def evaluate(
    gold: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="GOLD",
            help="Annotations: .json files, or folders of them. Without any: data/gold of the checkout.",
            show_default=False,
        ),
    ] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            "--texts",
            metavar="PATH",
            help="The annotated texts: a file or folder; may be repeated. Without it: the folder digests beside GOLD.",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[
        Lang | None, typer.Option("--lang", help="Documents of one language only.", show_default=False)
    ] = None,
    chosen: Annotated[
        str | None,
        typer.Option("--set", metavar="NAME", help="Documents of one set only, as sets.yml beside GOLD names them."),
    ] = None,
    by: Annotated[By, typer.Option("--by", help="What a row is about.")] = By.PROPERTY,
    errors: Annotated[
        Path | None,
        typer.Option(
            "--errors",
            metavar="FILE",
            help="Write there what was right, missed and invented beside each text (.html), or what went wrong (.txt). "
            "Of unread documents only with --set heldout or --set learning.",
            dir_okay=False,
        ),
    ] = None,
    min_confidence: MinConfidence = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="Another installed English spaCy pipeline.")
    ] = None,
    form: ListForm = Form.TABLE,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Write the figures of the development documents to GOLD/floors.yml.")
    ] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="With --raise-floors: even where a floor falls.")
    ] = False,
) -> None:
    """Compare what is read in annotated texts with what their annotations say: precision, recall and F1.

    Exit code: 0 all evaluated, 1 some annotated documents have no text or a floor would fall, 2 nothing was evaluated.
    """
    paths = gold or [_home()]
    if errors is not None:
        scores.writer(errors)  # an unknown extension is said now, not after the work
    if raise_floors:
        _refuse_part(paths, lang is None and chosen is None and model is None and not min_confidence)
    elif allow_lower:
        raise typer.BadParameter("goes with --raise-floors only", param_hint="--allow-lower")

    from kg.pipeline import analyse_files
    from kg.views.evaluation import as_json, load_annotations, texts_beside
    from kg.views.evaluation import evaluate as measure

    annotations = _chosen(load_annotations(paths), lang, chosen)
    ids = {one.gold.id for one in annotations}
    with bar("comparing") as on_progress:
        analyses, broken = analyse_files(texts or texts_beside(paths), ids, model=model, on_progress=on_progress)
    evaluation = measure(analyses, annotations, min_confidence=min_confidence or 0.0)
    for error in broken:
        warn(str(error), label="broken")
    for key in evaluation.missing:
        warn(f"{key}: annotated, but its text was not found")
    if not evaluation.documents:
        raise typer.Exit(FAILED)
    if form is Form.JSON:
        print_json(as_json(evaluation))
    else:
        scores.print_scores(evaluation, documents=by is By.DOCUMENT)
    if errors is not None:
        _write_errors(errors, evaluation, chosen)
    if evaluation.missing or (raise_floors and not _raise(paths[0], evaluation, allow_lower)):
        raise typer.Exit(INCOMPLETE)


def _home() -> Path:
    from kg.resources import resource

    if _HOME.is_dir():
        return _HOME
    try:
        return resource(*_HOME.parts)
    except FileNotFoundError:
        raise typer.BadParameter(
            f"no annotations: there is no {_HOME.as_posix()} here, and the installed package has none; "
            "name files or folders of them, such as 'kg evaluate my-gold --texts my-texts'",
            param_hint="GOLD",
        ) from None


def _chosen(annotations: tuple[Annotation, ...], lang: Lang | None, name: str | None) -> tuple[Annotation, ...]:
    sets = sorted({one.set for one in annotations})
    if name is not None and name not in sets:
        raise typer.BadParameter(f"no document belongs to {name!r}; there are {', '.join(sets)}", param_hint="--set")
    kept = tuple(one for one in annotations if name in (None, one.set) and lang in (None, one.gold.lang))
    if not kept:
        raise typer.BadParameter(f"no such document is in {lang}", param_hint="--lang")
    return kept


def _write_errors(path: Path, evaluation: Evaluation, chosen: str | None) -> None:
    documents = evaluation.open_to(chosen)
    hidden = len(evaluation.documents) - len(documents)
    if not documents:
        raise InputError(
            "nothing is written: all documents belong to sets that stay unread",
            place=path,
            remedy=f"--set {evaluation.documents[0].annotation.set} shows what went wrong in one",
        )
    scores.write_errors(path, evaluation, documents)
    left_out = f"; {counted(hidden, 'unread document')} left out, which --set NAME shows" if hidden else ""
    warn(f"{counted(len(documents), 'document')} in {path}{left_out}", label="note")


def _refuse_part(paths: list[Path], whole: bool) -> None:
    if len(paths) != 1 or not paths[0].is_dir() or not whole:
        raise typer.BadParameter(
            "floors hold for one whole folder: name one, without --lang, --set, --model and --min-confidence",
            param_hint="--raise-floors",
        )


def _raise(folder: Path, evaluation: Evaluation, allow_lower: bool) -> bool:
    from kg.views.evaluation.floors import FLOORS, falls, load_floors, measured, write_floors

    path, now = folder / FLOORS, measured(evaluation)
    fallen = falls(load_floors(path), now) if path.exists() else ()
    if evaluation.missing:
        warn("floors are not written: some texts are missing")
        return False
    for one in fallen:
        warn(one, label="lowered" if allow_lower else "would fall")
    if fallen and not allow_lower:
        were = "floor would fall" if len(fallen) == 1 else "floors would fall"
        warn(f"{path} is left as it was: {len(fallen)} {were}; --allow-lower writes it all the same")
        return False
    write_floors(path, now)
    say(f"Floors of {counted(sum(map(len, now.facts.values())), 'figure')} in {path}.")
    return True
