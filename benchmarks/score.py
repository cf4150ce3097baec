"""Score the pipeline against the texts annotated by hand, and list what it missed and invented.

    python benchmarks/score.py --lang en --seed
    python benchmarks/score.py --docs en-002,en-005 --errors

Patterns are written while looking at `--errors`; the documents of HELDOUT are for a look from outside, so they
are scored with `--heldout` only, and their errors stay hidden without it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg import pipeline, registry
from kg.errors import DocumentError, KgError
from kg.records import Analysis, Document
from kg.text import discover, read
from kg.views.evaluation import Counts, Gold, Score, Verdict, by_language, errors, load_gold, score, total

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
SEED = "spbpu-shanghai-2020-10"
HELDOUT = frozenset(f"en-{number:03}" for number in (11, 23, 30, 33, 43, 52, 61, 68, 76))


def main() -> int:
    options = _options()
    golds = _golds(options)
    if not golds:
        print("no annotated document is left; held-out ones need --heldout", file=sys.stderr)
        return 2
    sources = [ROOT / "data" / "digests"]
    if SEED in golds:
        sources.append(CORPUS / "seed")
    analyses = {document.id: pipeline.analyse(document) for document in _documents(sources, golds)}
    for missing in sorted(golds.keys() - analyses.keys()):
        print(f"{missing}: annotated, but its text was not found", file=sys.stderr)
    if options.errors:
        for key in sorted(analyses):
            _print_errors(analyses[key], golds[key], frozenset(options.verdicts.split(",")))
    scores = {key: score(analyses[key], golds[key]) for key in sorted(analyses)}
    _print_documents(scores)
    for lang, one in by_language(scores.values()).items():
        _print_score(f"{lang}: {len(one.documents)} documents", one)
    if len({one.lang for one in scores.values()}) > 1:
        _print_score("all together", total(scores.values()))
    return int(golds.keys() != analyses.keys())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=("en", "ru", "zh"), help="documents of one language only")
    parser.add_argument("--docs", help="ids of documents, separated by commas")
    parser.add_argument("--seed", action="store_true", help="the seed text too (alone, if no other choice is made)")
    parser.add_argument("--errors", action="store_true", help="list what was missed, invented, or a trap")
    parser.add_argument(
        "--verdicts", default="missed,invented,trap", help="which findings --errors lists (also: right, optional)"
    )
    parser.add_argument("--heldout", action="store_true", help="score the held-out documents instead of the others")
    return parser.parse_args()


def _golds(options: argparse.Namespace) -> dict[str, Gold]:
    chosen = frozenset(options.docs.split(",")) if options.docs else None
    paths = sorted((ROOT / "data" / "gold").glob("*.json"))
    if options.seed and not (options.docs or options.lang or options.heldout):
        paths = []
    seed = CORPUS / "gold" / f"{SEED}.json"
    golds = {gold.id: gold for gold in map(load_gold, paths)}
    for key in sorted((chosen or frozenset()) & golds.keys()):
        if (key in HELDOUT) != options.heldout:
            print(f"{key}: left out; it is {'no' if options.heldout else 'a'} held-out document", file=sys.stderr)
    kept = {
        key: gold
        for key, gold in golds.items()
        if (key in HELDOUT) == options.heldout
        and (chosen is None or key in chosen)
        and options.lang in (None, gold.lang)
    }
    if options.seed and seed.exists():
        kept[SEED] = load_gold(seed)
    return kept


def _documents(sources: Iterable[Path], golds: Mapping[str, Gold]) -> Iterable[Document]:
    known = registry.load()
    for path in discover(sources):
        for document in read(path, known):
            if isinstance(document, DocumentError):
                print(document, file=sys.stderr)
            elif document.id in golds:
                yield document


def _print_errors(analysis: Analysis, gold: Gold, verdicts: frozenset[str]) -> None:
    print(f"\n── {gold.id}: {analysis.document.title}")
    for finding in errors(analysis, gold):
        if finding.verdict not in verdicts:
            continue
        rules = f"  <{', '.join(finding.rules)}>" if finding.rules else ""
        note = f"  ({finding.note})" if finding.note else ""
        print(f"{finding.verdict:9}{finding.subject} —{finding.property}→ {finding.object}{rules}{note}")
        for quote in finding.quotes if finding.verdict is not Verdict.RIGHT else ():
            print(f"{'':11}“{' '.join(quote.split())}”")


def _print_documents(scores: Mapping[str, Score]) -> None:
    print(
        f"\n{'document':26}{'P':>6}{'R':>6}{'F1':>6}{'typed':>7}{'right':>7}{'found':>7}{'wanted':>8}{'things':>8}{'traps':>7}"
    )
    for key, one in scores.items():
        counts = one.strict
        print(
            f"{key:26}{_rates(counts)}{one.strict_typed.f1:7.2f}{counts.right:7}{counts.found:7}{counts.wanted:8}"
            f"{one.entities.recall:8.2f}{one.traps.right:7}"
        )


def _print_score(heading: str, one: Score) -> None:
    print(f"\n{heading}\n{'property':26}{'P':>6}{'R':>6}{'F1':>6}{'typed':>7}{'right':>7}{'found':>7}{'wanted':>8}")
    rows = [(prop, counts, one.typed[prop]) for prop, counts in one.properties.items()]
    for name, counts, typed in [*rows, ("together (micro)", one.strict, one.strict_typed)]:
        print(f"{name:26}{_rates(counts)}{typed.f1:7.2f}{counts.right:7}{counts.found:7}{counts.wanted:8}")
    print(
        f"things met {one.entities.right} of {one.entities.wanted} ({one.entities.recall:.2f}), split {one.split}; "
        f"traps hit {one.traps.right} of {one.traps.wanted}; dates right {one.dates.right} of {one.dates.wanted}"
    )


def _rates(counts: Counts) -> str:
    return f"{counts.precision:6.2f}{counts.recall:6.2f}{counts.f1:6.2f}"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(str(error))
