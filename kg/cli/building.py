"""`kg build`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import coverage
from kg.cli.app import FAILED, app
from kg.cli.options import DEFAULT_STORE, CurationPath, StoreDir
from kg.cli.output import LANGUAGES, counted, print_table, say, warn
from kg.cli.progress import bar

if TYPE_CHECKING:
    from kg.pipeline import BuildReport

SOME_BROKEN = 1
"""Exit code where some files were broken and the rest was built."""
_HOMES = (Path("data/digests"), Path("digests"))


@app.command(epilog="Example: `kg build data/digests news.html --report gaps.html`")
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Files and folders: .txt, .md with front matter, .html, .json, .jsonl. "
            "Without any: data/digests or digests here.",
            show_default=False,
        ),
    ] = None,
    store: StoreDir = DEFAULT_STORE,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="List there the sentences that name two or more known things and gave no fact (.tsv, .md or .html).",
        ),
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="How many processes read in parallel.")] = 1,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="Another installed English spaCy pipeline."),
    ] = None,
    curation: CurationPath = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="What the IRIs of things begin with.",
            show_default="https://w3id.org/srac/id/",
        ),
    ] = None,
) -> None:
    """Read texts and write what they say into the store, each fact with the passage that says so.

    What analysts decided about identity holds in every build: data/curation of the package, then --curation or the
    folder `curation` beside the store; the store remembers your decisions for builds that name none.

    Building again replaces what the same documents said before. Exit code: 0 all read, 1 some files were broken and
    the rest is built, 2 nothing was built.
    """
    chosen = paths or [home for home in _HOMES if home.is_dir()][:1]
    if not chosen:
        raise typer.BadParameter("no texts: name files or folders, such as 'kg build my-texts/'", param_hint="PATH")
    if report is not None:
        coverage.writer(report)  # an unknown extension is said now, not after the work

    from kg.pipeline import DEFAULT_BASE
    from kg.pipeline import build as run

    with bar("linking and storing") as on_progress:
        built = run(
            chosen,
            store,
            model=model,
            workers=workers,
            base=base or DEFAULT_BASE,
            curation=curation,
            on_progress=on_progress,
        )
    if built.documents:
        _tell(built, store, report)
        for warning in built.warnings:
            warn(warning, label="warning")
    _tell_left(chosen, store)
    for error in built.broken:
        warn(str(error), label="broken")
    if not built.documents:
        warn("nothing was built: no document could be read")
        raise typer.Exit(FAILED)
    if built.broken:
        were = "was" if len(built.broken) == 1 else "were"
        warn(f"{counted(len(built.broken), 'file')} {were} broken; everything else is in the store", label="note")
        raise typer.Exit(SOME_BROKEN)


def _tell(built: BuildReport, store: Path, report: Path | None) -> None:
    _count("Documents", {LANGUAGES.get(lang, lang): n for lang, n in built.languages.items()}, "language")
    _count("Entities", built.entities, "class")
    _count("Facts", built.facts, "property")
    claims = {status: n for status, n in built.claims.items() if status != "held"}
    if claims:
        _count("Claims that are no facts", claims, "status")
    if report is not None:
        coverage.write(report, built.gaps)
    say(_coverage(built, report))
    stored = sum(built.languages.values())
    holds = f", which now holds {counted(stored, 'document')}" if stored != built.documents else ""
    say(f"{counted(built.documents, 'document')} read into {store}{holds}, in {built.seconds:.1f} s.")


def _tell_left(paths: list[Path], store: Path) -> None:
    from kg.text.discovery import SUFFIXES, left_alone

    if left := left_alone(paths, apart_from=store):
        kinds = ", ".join(f"{n:,} {suffix or 'without extension'}" for suffix, n in left.items())
        files = counted(sum(left.values()), "file")
        warn(f"{files} left alone ({kinds}); what is read ends in {', '.join(SUFFIXES)}", label="note")


def _coverage(built: BuildReport, report: Path | None) -> str:
    by_language = Counter(document.lang for document, _ in built.gaps)
    parts = ", ".join(f"{n} {LANGUAGES[lang]}" for lang, n in sorted(by_language.items()))
    verb = "names" if len(built.gaps) == 1 else "name"
    where = f"; listed in {report}" if report else "; --report FILE lists them" if built.gaps else ""
    which = f" ({parts})" if parts else ""
    sentences = counted(len(built.gaps), "sentence")
    return f"Coverage: {sentences}{which} {verb} two or more known things and gave no fact{where}."


def _count(title: str, counts: Mapping[str, int], what: str) -> None:
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    print_table((what, "count"), [*rows, ("all", sum(counts.values()))], title=title, right=("count",))
    say()
