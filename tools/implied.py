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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import KgError
from kg.facts import calibration, implied
from kg.facts.implied import REACH, SEEN, Model, traits_of
from kg.facts.layouts import Layout
from kg.facts.pairs import Pair, pairs
from kg.records import Analysis
from kg.trees import Trees
from kg.views.evaluation import Annotation, match, texts_beside
from kg.views.evaluation.annotations import UNREAD, digest
from kg.views.evaluation.gold import canonical
from kg.views.evaluation.matching import translate
from tools.boosting import boosted, names_of
from tools.fitting import parts
from tools.learning import LANGUAGE, analysed, annotated, folders_here, json_lines, layout_of, parser_of, write

OTHERS: Final = 25
"""In how many other texts a rule must fire for its facts to be kept."""
PARTS: Final = 5
ABOUT: Final = (
    "What a text implies between two things that it names. Written by tools/implied.py (make implied) out of the texts"
    " annotated by hand: do not edit. kg/trees.py says how trees are read, kg/facts/implied.py what the traits mean."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of things of an annotated text, and whether the annotation joins them.

    Attributes:
        asked: whether it may be implied; one that a rule joins, or that is only planned, may not, yet shows what ways
            through the parse lead to.
    """

    document: str
    pair: Pair
    right: bool
    asked: bool = True


def examples(annotations: Sequence[Annotation], texts: Sequence[Path], others: int = OTHERS) -> Iterator[Example]:
    """Give the pairs of annotated texts, once the facts of rules seldom seen are dropped.

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
    asked = {(pair.subject, pair.property, pair.object): pair for pair in pairs(layout, facts, REACH)}
    others = (_led(layout, *key) for key in _beside(layout) if key not in asked)
    for pair in chain(asked.values(), (pair for pair in others if pair.paths)):
        key = (pair.subject, pair.property, pair.object)
        triple = translate(canonical(key), met)
        if triple not in optional:
            yield Example(analysis.document.id, pair, triple in right, key in asked)


def _beside(layout: Layout) -> Iterator[tuple[str, str, str]]:
    return ((subject, property, other) for property in REACH for subject, other in layout.beside(property))


def _led(layout: Layout, subject: str, property: str, other: str) -> Pair:
    near = layout.near[subject, other][1]
    return Pair(subject, property, other, {}, near, layout.paths(subject, property, other))


def counted(found: Iterable[Example]) -> dict[str, dict[str, tuple[int, int]]]:
    """Give how often ways through the parse lead between what a property joins, and between what it could join.

    Returns:
        for each property, ways met at least `SEEN` times, in alphabetical order.
    """
    met: defaultdict[str, Counter[str]] = defaultdict(Counter)
    joined: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        ways = {way for path in one.pair.paths for way in path}
        met[one.pair.property].update(ways)
        if one.right:
            joined[one.pair.property].update(ways)
    return {
        name: {way: (joined[name][way], times) for way, times in sorted(met[name].items()) if times >= SEEN}
        for name in REACH
    }


def fit(found: Sequence[Example]) -> tuple[dict[str, dict[str, tuple[int, int]]], tuple[str, ...], dict[str, Trees]]:
    """Give how often ways were met, the names of traits, and the trees for each property that ask for them.

    What ways tell of a pair, trees learn from ways of other documents: of those that are counted, a way shows too well
    what it leads to.
    """
    part = parts({one.document for one in found}, PARTS, "paths")
    told: defaultdict[str, list[tuple[Mapping[str, float], bool]]] = defaultdict(list)
    for number in range(PARTS):
        counts = counted(one for one in found if part[one.document] != number)
        for one in found:
            if one.asked and part[one.document] == number:
                told[one.pair.property].append((traits_of(one.pair, counts[one.pair.property]), one.right))
    names = tuple(names_of([traits for examples in told.values() for traits, _ in examples]))
    return (
        counted(found),
        names,
        {
            name: boosted([traits for traits, _ in told[name]], [right for _, right in told[name]], names)
            for name in REACH
            if len({right for _, right in told[name]}) == 2
        },
    )


def measured(model: Model, found: Sequence[Example]) -> str:
    """Say how many of the facts that a model implies annotations hold, and how sure of them it is on average."""
    asked = [one for one in found if one.asked]
    sure = model.probabilities([one.pair for one in asked])
    said = [(sure, one) for sure, one in zip(sure, asked, strict=True) if sure >= calibration.LEAST]
    if not said:
        return "nothing is implied"
    right, mean = sum(one.right for _, one in said), sum(sure for sure, _ in said) / len(said)
    by_property = ", ".join(
        f"{name} {sum(one.right for one in of)} of {len(of)}"
        for name in REACH
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
    asked = [one for one in found if one.asked]
    model = Model(ABOUT, len(annotations), digest(annotations), LANGUAGE, *fit(found))
    print(f"{len(asked)} pairs that no rule joins, {sum(one.right for one in asked)} of them joined by annotations")
    print(f"In {len(unread)} texts held out: {measured(model, list(examples(unread, texts, others=0)))}.")
    return write(options.out, written(model), "implied", check=options.check)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
