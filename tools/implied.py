"""Write `kg/facts/implied.json`: what a text implies between two things that it names, learnt from annotated texts.

    python -m tools.implied                              learns from the gold folders under data/
    python -m tools.implied data/gold my-texts/gold      learns from these folders
    python -m tools.implied --check                      only says whether the file would change

It learns from the English texts of the sets `development` and `learning`, never from those held out. In texts that were
read while rules were written, rules find more than in a user's, and what they leave is of another kind. So facts of
rules that fire in few other texts are dropped there before, as if nobody had written these rules yet: what is left to
imply is then as in a text nobody has read.
How much of what is implied in the held-out texts is right, it prints.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import KgError
from kg.facts import calibration, implied
from kg.facts.implied import LEARNT, Model
from kg.facts.pairs import Pair, pairs
from kg.records import Analysis
from kg.trees import Trees
from kg.views.evaluation import Annotation, match, texts_beside
from kg.views.evaluation.annotations import UNREAD, digest
from kg.views.evaluation.gold import canonical
from kg.views.evaluation.matching import translate
from tools.boosting import boosted, names_of
from tools.learning import LANGUAGE, analysed, annotated, folders_here, json_lines, layout_of, parser_of, write

OTHERS: Final = 25
"""In how many other texts a rule must fire for its facts to be kept."""
ABOUT: Final = (
    "What a text implies between two things that it names. Written by tools/implied.py (make implied) out of the texts"
    " annotated by hand: do not edit. kg/trees.py says how trees are read, kg/facts/implied.py what the traits mean."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of things of an annotated text that no rule joins, and whether the annotation does."""

    document: str
    pair: Pair
    right: bool


def examples(annotations: Sequence[Annotation], texts: Sequence[Path], others: int = OTHERS) -> Iterator[Example]:
    """Give the pairs of annotated texts that no rule joins, once the facts of rules seldom seen are dropped.

    Args:
        others: in how many other texts a rule must fire for its facts to be kept, in a text that was read.

    Raises:
        InputError: the text of an annotation is missing or cannot be read.
    """
    found = list(analysed(annotations, texts))
    fires: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for analysis, _ in found:
        for fact in analysis.facts:
            fires[fact.property, fact.rule].add(analysis.document.id)
    for analysis, annotation in found:
        own = {analysis.document.id}
        enough = 0 if annotation.set in UNREAD else others
        kept = tuple(f for f in analysis.facts if len(fires[f.property, f.rule] - own) >= enough)
        yield from _examples(replace(analysis, facts=kept), annotation)


def _examples(analysis: Analysis, annotation: Annotation) -> Iterator[Example]:
    gold, layout = annotation.gold, layout_of(analysis)
    met = match(analysis, gold)
    right, optional = frozenset(gold.facts), frozenset(gold.optional)
    facts = calibration.likely(calibration.calibrated(layout, analysis.facts))
    for pair in pairs(layout, facts, LEARNT):
        triple = translate(canonical((pair.subject, pair.property, pair.object)), met)
        if triple not in optional:
            yield Example(analysis.document.id, pair, triple in right)


def fit(found: Sequence[Example]) -> tuple[tuple[str, ...], dict[str, Trees]]:
    """Give the names of traits, and the trees for each property that ask for them."""
    by_property: defaultdict[str, list[Example]] = defaultdict(list)
    for example in found:
        by_property[example.pair.property].append(example)
    names = tuple(names_of([example.pair.traits for example in found]))
    return names, {
        name: boosted([e.pair.traits for e in by_property[name]], [e.right for e in by_property[name]], names)
        for name in LEARNT
        if len({e.right for e in by_property[name]}) == 2
    }


def measured(model: Model, found: Sequence[Example]) -> str:
    """Say how many of the facts that a model implies annotations hold, and how sure of them it is on average."""
    sure = model.probabilities([one.pair for one in found])
    said = [(sure, one) for sure, one in zip(sure, found, strict=True) if sure >= calibration.LEAST]
    if not said:
        return "nothing is implied"
    right, mean = sum(one.right for _, one in said), sum(sure for sure, _ in said) / len(said)
    by_property = ", ".join(
        f"{name} {sum(one.right for one in of)} of {len(of)}"
        for name in LEARNT
        if (of := [one for _, one in said if one.pair.property == name])
    )
    share = f"{right / len(said):.0%}, said to be {mean:.0%} on average"
    return f"{right} of {len(said)} implied facts right, {share} ({by_property})"


def written(model: Model) -> str:
    """Give the text of the file."""
    return f"{json_lines(msgspec.to_builtins(model))}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file, or with --check say whether it would change; give the exit code."""
    parser = parser_of("implied", __doc__, implied.FILE)
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args(arguments)
    folders = options.gold or folders_here()
    texts = texts_beside(folders)
    annotations, unread = annotated(folders, LANGUAGE), annotated(folders, LANGUAGE, heldout=True)
    found = list(examples(annotations, texts))
    model = Model(ABOUT, len(annotations), digest(annotations), LANGUAGE, *fit(found))
    print(f"{len(found)} pairs that no rule joins, {sum(one.right for one in found)} of them joined by annotations")
    print(f"In {len(unread)} texts held out: {measured(model, list(examples(unread, texts, others=0)))}.")
    return write(options.out, written(model), "implied", check=options.check)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
