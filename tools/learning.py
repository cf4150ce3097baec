"""What the commands share that learn from annotated texts: their folders and arguments, the analyses, the file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg import pipeline
from kg.errors import InputError
from kg.records import Analysis
from kg.views.evaluation import Annotation

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = tuple(ROOT / "data" / folder for folder in ("gold", "retold/gold", "exercises/gold"))


def folders_here() -> list[Path]:
    """Give the folders of annotations that what ships is learnt from."""
    return [folder for folder in FOLDERS if folder.is_dir()]


def parser_of(command: str, doc: str | None, out: Path) -> argparse.ArgumentParser:
    """Give the parser of a command's arguments: folders of annotations, and where what is learnt goes."""
    parser = argparse.ArgumentParser(
        prog=f"python -m tools.{command}", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path, help="folders of annotations")
    parser.add_argument("--out", type=Path, default=out, help=argparse.SUPPRESS)
    return parser


def analysed(annotations: Sequence[Annotation], texts: Sequence[Path]) -> Iterator[tuple[Analysis, Annotation]]:
    """Give what rules find in annotated documents, each with its annotation.

    Raises:
        InputError: the text of an annotation is missing or cannot be read.
    """
    by_id = {one.gold.id: one for one in annotations}
    analyses, broken = pipeline.analyse_files(texts, by_id.keys(), calibrate=False)
    if missing := by_id.keys() - {analysis.document.id for analysis in analyses}:
        listed = "".join(f"; {error}" for error in broken)
        raise InputError(f"there is no text of {min(missing)}{listed}", place=", ".join(map(str, texts)))
    for analysis in analyses:
        yield analysis, by_id[analysis.document.id]


def write(out: Path, text: str, command: str, *, check: bool) -> int:
    """Write a file, or say whether it would change; give the exit code.

    Args:
        command: of make, which writes it anew.
    """
    same = out.is_file() and out.read_text(encoding="utf-8") == text
    if check:
        print(f"{out.name} is {'up to date' if same else f'out of date: run make {command}'}")
        return int(not same)
    out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{out.name} {'is as it was' if same else 'written'}")
    return 0
