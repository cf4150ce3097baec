"""Write `kg/facts/implied.yml`: what a text implies between two things that it names, learnt from annotated texts.

    python -m tools.implied                              learns from the gold folders under data/
    python -m tools.implied data/gold my-texts/gold      learns from these folders
    python -m tools.implied --check                      only says whether the file would change

It learns from English texts that are read while rules are written, never from those held out. In such texts rules find
more than in a user's, and what they leave is of another kind. So facts of rules that fire in few other texts are
dropped before, as if nobody had written these rules yet: what is left to imply is then as in a text nobody has read.
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
import yaml

from kg.errors import KgError
from kg.facts import calibration, implied
from kg.facts.implied import Model, Pair
from kg.languages import load as load_language
from kg.records import Analysis
from kg.views.evaluation import Annotation, match, texts_beside
from kg.views.evaluation.annotations import digest
from kg.views.evaluation.gold import canonical
from kg.views.evaluation.matching import translate
from tools.learning import analysed, annotated, fitted, folders_here, parser_of, write

LANGUAGE: Final = "en"
OTHERS: Final = 25
"""In how many other texts a rule must fire for its facts to be kept."""
ENOUGH: Final = 20
"""How many pairs must bear a trait for it to have a weight."""
STRENGTH: Final = 20.0
"""How strongly weights are drawn towards none: a normal prior of variance 1/20."""
HEAD = """\
# What a text implies between two things that it names. Written by tools/implied.py (make implied) out of the texts
# annotated by hand: do not edit. The probability is 1 / (1 + exp(-x)); x is the sum of the weights of a pair's traits.
# documents: how many annotated texts this was learnt from
# digest: SHA-256 of the list of their annotations, as sha256sum writes it, ordered by name
# language: that of these texts, and of those in which anything is implied
# weights: property: trait: weight. Traits (kg/facts/implied.py): any, of every pair; subject, object, classes: what the
#   ends are; subject-first; sentences, apart: how far the nearest mentions are from each other, in sentences and in
#   square roots of words; between, between-class: what is named between them; together: in how many sentences both are;
#   events: how many the text tells of; subject-begins, object-begins: in which sentence each is named first; in-title;
#   subject-P, object-P, object--P: the end has such a fact, or is the object of one; joined: such a fact joins the two;
#   by-way: one joins the subject to a third (of that class), another the third to the object; subject-has, object-has:
#   how many facts of the property each has already
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of things of an annotated text that no rule joins, and whether the annotation does."""

    document: str
    pair: Pair
    right: bool


def examples(annotations: Sequence[Annotation], texts: Sequence[Path], others: int = OTHERS) -> Iterator[Example]:
    """Give the pairs of annotated texts that no rule joins, once the facts of rules seldom seen are dropped.

    Args:
        others: in how many other texts a rule must fire for its facts to be kept.

    Raises:
        InputError: the text of an annotation is missing or cannot be read.
    """
    found = list(analysed(annotations, texts))
    fires: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for analysis, _ in found:
        for fact in analysis.facts:
            fires[fact.property, fact.rule].add(analysis.document.id)
    nlp = load_language(LANGUAGE, None)
    for analysis, annotation in found:
        own = {analysis.document.id}
        kept = tuple(f for f in analysis.facts if len(fires[f.property, f.rule] - own) >= others)
        doc = nlp(analysis.document.text)  # once more: an analysis does not keep where sentences are
        sentences = [(s.start_char, s.end_char) for s in doc.sents if s.text.strip()]
        yield from _examples(replace(analysis, facts=kept), annotation, sentences)


def _examples(analysis: Analysis, annotation: Annotation, sentences: Sequence[tuple[int, int]]) -> Iterator[Example]:
    document, gold = analysis.document, annotation.gold
    met = match(analysis, gold)
    right, optional = frozenset(gold.facts), frozenset(gold.optional)
    facts = calibration.likely(calibration.calibrated(analysis.facts, analysis.mentions, document.lang))
    for pair in implied.pairs(document, sentences, analysis.entities, analysis.mentions, facts):
        triple = translate(canonical((pair.subject, pair.property, pair.object)), met)
        if triple not in optional:
            yield Example(document.id, pair, triple in right)


def fit(found: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Give the weights of traits for each property."""
    by_property: defaultdict[str, list[Example]] = defaultdict(list)
    for example in found:
        by_property[example.pair.property].append(example)
    return {
        name: fitted([(e.pair.traits, e.right) for e in by_property[name]], enough=ENOUGH, strength=STRENGTH)
        for name in implied.LEARNT
        if any(e.right for e in by_property[name])
    }


def measured(model: Model, found: Sequence[Example]) -> str:
    """Say how many of the facts that a model implies annotations hold, and how sure of them it is on average."""
    said = [(sure, one.right) for one in found if (sure := model.probability(one.pair)) >= calibration.LEAST]
    right, mean = sum(right for _, right in said), sum(sure for sure, _ in said) / max(len(said), 1)
    share = f", {right / len(said):.0%}, said to be {mean:.0%} on average" if said else ""
    return f"{right} of {len(said)} implied facts right{share}"


def written(model: Model) -> str:
    """Give the text of the file."""
    return HEAD + yaml.safe_dump(msgspec.to_builtins(model), sort_keys=False, width=110, default_flow_style=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file, or with --check say whether it would change; give the exit code."""
    parser = parser_of("implied", __doc__, implied.FILE)
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args(arguments)
    folders = options.gold or folders_here()
    texts = texts_beside(folders)
    annotations, unread = annotated(folders, LANGUAGE), annotated(folders, LANGUAGE, heldout=True)
    found = list(examples(annotations, texts))
    model = Model(len(annotations), digest(annotations), LANGUAGE, fit(found))
    print(f"{len(found)} pairs that no rule joins, {sum(one.right for one in found)} of them joined by annotations")
    print(f"In {len(unread)} texts held out: {measured(model, list(examples(unread, texts, others=0)))}.")
    return write(options.out, written(model), "implied", check=options.check)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
