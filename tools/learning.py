"""What the commands share that learn from annotated texts: their folders and arguments, the analyses, the file."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from kg import pipeline
from kg.entities import coreference
from kg.errors import InputError
from kg.facts.layouts import Layout
from kg.languages import load as load_language
from kg.records import Analysis, Lang
from kg.views.evaluation import Annotation, load_annotations
from kg.views.evaluation.annotations import HELDOUT
from tools.fitting import Array, newton

LANGUAGE: Final = "en"
"""That of the texts which teach what their pages tell."""

_SMALL = 0.02
"""Weights nearer to none than that are left out."""

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = tuple(ROOT / "data" / folder for folder in ("gold", "briefs/gold", "retold/gold", "exercises/gold"))


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


def annotated(folders: Sequence[Path], language: Lang, *, heldout: bool = False) -> tuple[Annotation, ...]:
    """Give the annotations of texts of a language that are read while rules are written, or of those held out."""
    spoken = (one for one in load_annotations(folders) if one.gold.lang == language)
    return tuple(one for one in spoken if (one.set == HELDOUT) == heldout)


def analysed(
    annotations: Sequence[Annotation], texts: Sequence[Path], *, united: bool = True
) -> Iterator[tuple[Analysis, Annotation]]:
    """Give what rules find in annotated documents, each with its annotation.

    Args:
        united: whether events that are probably one are one, as in what users get.

    Raises:
        InputError: the text of an annotation is missing or cannot be read.
    """
    by_id = {one.gold.id: one for one in annotations}
    analyses, broken = pipeline.analyse_files(texts, by_id.keys(), learnt=False)
    if missing := by_id.keys() - {analysis.document.id for analysis in analyses}:
        listed = "".join(f"; {error}" for error in broken)
        raise InputError(f"there is no text of {min(missing)}{listed}", place=", ".join(map(str, texts)))
    for analysis in analyses:
        told = analysis
        if united:
            entities, mentions, facts = coreference.united(
                analysis.document, analysis.entities, analysis.mentions, analysis.facts
            )
            told = replace(analysis, entities=entities, mentions=mentions, facts=facts)
        yield told, by_id[analysis.document.id]


def layout_of(analysis: Analysis) -> Layout:
    """Give where the things of an analysed document are named."""
    document = analysis.document
    doc = load_language(document.lang, None)(document.text)  # once more: an analysis keeps no sentences
    sentences = [(s.start_char, s.end_char) for s in doc.sents if s.text.strip()]
    return Layout(document, sentences, analysis.entities, analysis.mentions, doc)


def fitted(found: Sequence[tuple[Sequence[str], bool]], *, enough: int, strength: float) -> dict[str, float]:
    """Give the weights of traits in a logistic regression: log-odds of what bears them.

    Args:
        found: the traits of each example, and whether it is right; one trait, `any`, is of every example.
        enough: how many examples must bear a trait for it to have a weight.
        strength: how strongly weights are drawn towards none: of a normal prior, one by its variance.

    Raises:
        InputError: there are no examples.
    """
    if not found:
        raise InputError("there is nothing to learn from", remedy="give folders with more annotations")
    count = Counter(trait for traits, _ in found for trait in traits)
    traits = sorted(trait for trait, times in count.items() if times >= enough or trait == "any")
    place = {trait: number for number, trait in enumerate(traits)}
    x: Array = np.zeros((len(found), len(traits)))
    for row, (borne, _) in zip(x, found, strict=True):
        row[[place[trait] for trait in borne if trait in place]] = 1.0
    penalty = np.full(len(traits), strength)
    penalty[place["any"]] = 1e-3
    weights = newton(x, np.array([right for _, right in found], dtype=float), penalty)
    return {t: round(float(w), 3) for t, w in zip(traits, weights, strict=True) if abs(w) >= _SMALL}


def json_lines(content: object) -> str:
    """Give an object as JSON, a line for each key, of objects within too: of a long file a change shows where it is.

    >>> print(json_lines({"a": [1, 2], "b": {"c": None}}))
    {
    "a": [1,2],
    "b": {
    "c": null
    }
    }
    """
    if not isinstance(content, Mapping):
        return msgspec.json.encode(content).decode()
    lines = (f"{json_lines(key)}: {json_lines(value)}" for key, value in content.items())
    return "{\n" + ",\n".join(lines) + "\n}"


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
