"""Write how probable it is that a fact is right, learnt from texts annotated by hand.

What a rule's facts are worth goes into `kg/facts/calibration.yml`, what the whole page adds into `hindsight.json`
beside it.

    python -m tools.calibrate                              learns from the gold folders under data/
    python -m tools.calibrate data/gold my-texts/gold      learns from these folders
    python -m tools.calibrate --check                      only says whether the file would change

The texts of a folder of annotations lie in the folder `digests` beside it. Facts that an annotation calls optional are
left out; all others that were found are right if it holds them, and wrong if not. What a page adds is learnt from
English texts, and never from those held out. Which texts were left unread while rules were written, the set `heldout`
of a folder's `sets.yml` tells: what they show is what users may expect. What is learnt is measured on texts that it was
not learnt from: the reliability table that this prints, as Markdown, is in the file too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
import yaml

from kg.errors import KgError
from kg.facts import calibration, hindsight
from kg.facts.calibration import Bin, Calibration, Reliability
from kg.facts.pairs import joined
from kg.records import Analysis, Status
from kg.views.evaluation import Annotation, load_annotations, match, texts_beside
from kg.views.evaluation.annotations import HELDOUT, digest
from kg.views.evaluation.gold import canonical
from kg.views.evaluation.matching import translate
from tools import fitting
from tools.fitting import Example
from tools.learning import LANGUAGE, analysed, folders_here, json_lines, layout_of, parser_of, write

HEAD = """\
# How probable it is that a fact is right, given how it was found. Written by tools/calibrate.py (make calibrate) out of
# the texts annotated by hand: do not edit. The probability is 1 / (1 + exp(-x)), rounded to two decimals, at most 0.99.
# x is the sum below and, in English, what hindsight.json adds to it.
# documents: how many annotated texts this was learnt from
# digest: SHA-256 of the list of their annotations, as sha256sum writes it, ordered by name
# strength: how strongly effects are drawn towards none, chosen by what predicts other texts best
# weights: the sum of
#   base: of any fact of a text that nobody read while rules were written
#   score: times what the score of its rule is above 0.7
#   effects: of its property, rule, way (stated, or passed on from a person to who is represented), language, of what
#     its subject and object are (known to the registry, named after a pattern, seen by the model, described in words,
#     "titled": meant by somebody's title only, implied), and of the number of passages that state it; none for what is
#     not listed
#   familiar: what x is higher by in texts that were read while rules were written; only measuring adds it
# high: claims of high confidence are those from at_least on; high_unseen: the same ones in texts nobody had read
# everything, unseen: how reliable this is, over all these texts and over those that nobody had read; what is said of a
#   text was learnt from others
#   claims, right: how many facts were found, how many of them are right
#   brier: mean square of how far the probability is from the outcome; error: expected calibration error over the bins
#   bins: claims said to be right with a probability from at_least up to the bin above; said: the mean of that; held:
#     the share that is right, between low and high with a confidence of 95 % (Wilson)
"""


ABOUT: Final = (
    "What the whole page adds to the log-odds that a fact is right. Written by tools/calibrate.py (make calibrate) out"
    " of the texts annotated by hand: do not edit. kg/trees.py says how trees are read, kg/facts/pairs.py what the"
    " traits mean."
)


def learn(examples: Sequence[Example], annotations: Sequence[Annotation]) -> tuple[Calibration, hindsight.Model]:
    """Give what examples teach, and how well it predicts texts that it was not learnt from.

    Args:
        annotations: of the texts that the examples are from.

    Raises:
        InputError: there are too few examples.
    """
    predictions = fitting.out_of_fold(examples)
    everything = [(p.said, p.example.right) for p in predictions]
    unseen = [(p.said, p.example.right) for p in predictions if not p.example.familiar]
    high = fitting.tier(everything, unseen)
    learnt = fitting.learn(examples)
    found = Calibration(
        len(annotations),
        digest(annotations),
        learnt.strength,
        learnt.weights,
        high,
        fitting.from_on(high.at_least, unseen),
        fitting.reliability(everything),
        fitting.reliability(unseen),
    )
    taught = [one for one in annotations if one.gold.lang == LANGUAGE and one.set != HELDOUT]
    return found, hindsight.Model(
        ABOUT, len(taught), digest(taught), LANGUAGE, learnt.fewest, learnt.traits, learnt.trees
    )


def examples(annotations: Sequence[Annotation], texts: Sequence[Path]) -> Iterator[Example]:
    """Give the held facts found in annotated documents that their annotations do not call optional.

    Raises:
        InputError: the text of an annotation is missing or cannot be read.
    """
    for analysis, annotation in analysed(annotations, texts):
        yield from _examples(analysis, annotation)


def _examples(analysis: Analysis, annotation: Annotation) -> Iterator[Example]:
    gold, document = annotation.gold, analysis.document
    met = match(analysis, gold)
    right, optional = frozenset(gold.facts), frozenset(gold.optional)
    traits = calibration.traits(analysis.facts, analysis.mentions, document.lang)
    spoken = document.lang == LANGUAGE
    pages = list(joined(layout_of(analysis), analysis.facts)) if spoken else [{}] * len(traits)
    for fact, found, page in zip(analysis.facts, traits, pages, strict=True):
        triple = translate(canonical((fact.subject, fact.property, fact.object)), met)
        if fact.status is Status.HELD and triple not in optional:
            yield Example(document.id, annotation.set != HELDOUT, found, triple in right, page)


def written(found: Calibration) -> str:
    """Give the text of the file."""
    return HEAD + yaml.safe_dump(msgspec.to_builtins(found), sort_keys=False, width=110, default_flow_style=None)


def table(found: Calibration) -> str:
    """Give the reliability table as Markdown."""
    rows = [
        "| said | claims | said on average | held | 95 % interval | of unseen texts: claims | held | 95 % interval |"
    ]
    rows.append("|---|---:|---:|---:|---:|---:|---:|---:|")
    unseen = {b.at_least: b for b in found.unseen.bins}
    above: float | None = None
    for one in found.everything.bins:
        span = f"{one.at_least:.2f} and more" if above is None else f"{one.at_least:.2f}–{above:.2f}"
        above = one.at_least
        other = unseen.get(one.at_least)
        rows.append(f"| {span} | {one.claims} | {one.said:.2f} | {_held(one)} | {_held(other, counted=True)} |")
    rows.append("")
    rows += [
        _sentence("All annotated texts", found.everything, found.high),
        _sentence("Texts nobody had read", found.unseen, found.high_unseen),
    ]
    return "\n".join(rows)


def _held(one: Bin | None, *, counted: bool = False) -> str:
    if one is None:
        return "0 | |" if counted else " |"
    count = f"{one.claims} | " if counted else ""
    return f"{count}{one.held:.2f} | {one.low:.2f}–{one.high:.2f}"


def _sentence(what: str, measured: Reliability, high: Bin) -> str:
    precise = f"{high.held:.1%} right ({high.low:.0%}–{high.high:.0%})" if high.claims else "nothing to measure"
    return (
        f"{what}: {measured.claims} claims, {measured.right} right; Brier score {measured.brier:.3f}, expected "
        f"calibration error {measured.error:.3f}; high confidence (from {high.at_least:.2f}): {high.claims} claims, "
        f"{precise}."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file, or with --check say whether it would change; give the exit code."""
    parser = parser_of("calibrate", __doc__, calibration.FILE)
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args(arguments)
    folders = options.gold or folders_here()
    annotations = load_annotations(folders)
    learnt, page = learn(list(examples(annotations, texts_beside(folders))), annotations)
    print(f"{table(learnt)}\n")
    beside = options.out.with_name(hindsight.FILE.name)
    texts = {options.out: written(learnt), beside: f"{json_lines(msgspec.to_builtins(page))}\n"}
    return max(write(out, text, "calibrate", check=options.check) for out, text in texts.items())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
