"""Write `kg/entities/coreference.yml`: which events of a text are one, learnt from annotated texts.

    python -m tools.coreference                              learns from the gold folders under data/
    python -m tools.coreference data/gold my-texts/gold      learns from these folders
    python -m tools.coreference --check                      only says whether the file would change

It learns from English texts that are read while rules are written, never from those held out. Two events that were
found are one if they stand for the same event of the annotation: the one they are called like, or else the one that
shares most facts with them; what shares none is none of the annotation's, and one with no other. Where two of the
annotation share as many, nothing is learnt of the pair. How many of the pairs that are probably one in held-out texts
are so in their annotations, it prints.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import yaml

from kg.entities import coreference
from kg.entities.coreference import Model, Pair
from kg.errors import KgError
from kg.records import Analysis
from kg.schema import is_a
from kg.views.evaluation import Annotation, match, texts_beside
from kg.views.evaluation.annotations import digest
from kg.views.evaluation.gold import Gold
from kg.views.evaluation.matching import held
from tools.learning import LANGUAGE, analysed, annotated, fitted, folders_here, parser_of, write

ENOUGH: Final = 4
"""How many pairs must bear a trait for it to have a weight: there are few pairs, as most texts tell of one event."""
STRENGTH: Final = 5.0
"""How strongly weights are drawn towards none: a normal prior of variance 1/5."""
HEAD = """\
# Which events of a text are one. Written by tools/coreference.py (make coreference) out of the texts annotated by hand:
# do not edit. The probability that two are one is 1 / (1 + exp(-x)); x is the sum of the weights of the pair's traits.
# documents: how many annotated texts this was learnt from
# digest: SHA-256 of the list of their annotations, as sha256sum writes it, ordered by name
# language: that of these texts, and of those in which events are compared
# weights: trait: weight. Traits (kg/entities/coreference.py), of the event named earlier and the one named later: any,
#   of every pair; classes, earlier, later, same-class, later-kind: what they are; said: the small word before the later
#   one's first mention; found-by: how the first mention of each was found; new-words, lost-words, shared-words: words
#   of names that only the later one has, only the earlier one, both; words: of the later one's longest name; capitals:
#   whether a name of each has one; later-head, later-first: last and first words of the later one's names; same-head;
#   in-title; events: how many the text tells of; rank: how many were named before the earlier one; between: and between
#   the two; back: how far before the later one the earlier was last named, as a square root; dates; later-numbered;
#   shared-facts, earlier-facts, later-facts: how many; organized, participatedIn, locatedIn: which of the two have such
#   facts, and whether with the same others; and what new-words is together with three of these
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of events found in an annotated text, and whether they are one there."""

    document: str
    pair: Pair
    right: bool


def examples(annotations: Sequence[Annotation], texts: Sequence[Path]) -> Iterator[Example]:
    """Give the pairs of events found in annotated texts whose place in the annotation is clear.

    Raises:
        InputError: the text of an annotation is missing or cannot be read.
    """
    for analysis, annotation in analysed(annotations, texts, united=False):
        yield from _examples(analysis, annotation.gold)


def _examples(analysis: Analysis, gold: Gold) -> Iterator[Example]:
    meant = _meant(analysis, gold)
    document, entities, mentions, facts = analysis.document, analysis.entities, analysis.mentions, analysis.facts
    for pair in coreference.pairs(document, entities, mentions, facts):
        if pair.earlier in meant and pair.later in meant:
            one, other = meant[pair.earlier], meant[pair.later]
            yield Example(document.id, pair, one is not None and one == other)


def _meant(analysis: Analysis, gold: Gold) -> dict[str, str | None]:
    """Give the annotation's event that each event found stands for, None where it stands for none of them."""
    met = match(analysis, gold)
    theirs: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for subject, property, other in (*gold.facts, *gold.optional):
        theirs[subject].add((property, other))
        theirs[other].add((property, subject))
    ours: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for subject, property, other in held(analysis):
        ours[subject].add((property, met.get(other, "")))
        ours[other].add((property, met.get(subject, "")))
    events = [entity.id for entity in gold.entities if is_a(entity.type, "Event") and entity.type != "Visit"]
    found: dict[str, str | None] = {}
    for entity in analysis.entities:
        if entity.id in met:
            found[entity.id] = met[entity.id]
            continue
        shared = Counter({event: len(ours[entity.id] & theirs[event]) for event in events})
        best = shared.most_common(2)
        if not best or not best[0][1]:
            found[entity.id] = None
        elif len(best) == 1 or best[1][1] < best[0][1]:
            found[entity.id] = best[0][0]
    return found


def measured(model: Model, found: Sequence[Example]) -> str:
    """Say how many of the pairs that a model takes for one event annotations do."""
    said = [one.right for one in found if model.probability(one.pair) >= coreference.LEAST]
    return (
        f"{sum(said)} of {len(said)} pairs taken for one event are one, of {sum(one.right for one in found)} that are"
    )


def written(model: Model) -> str:
    """Give the text of the file."""
    return HEAD + yaml.safe_dump(msgspec.to_builtins(model), sort_keys=False, width=110, default_flow_style=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file, or with --check say whether it would change; give the exit code."""
    parser = parser_of("coreference", __doc__, coreference.FILE)
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args(arguments)
    folders = options.gold or folders_here()
    texts = texts_beside(folders)
    annotations, unread = annotated(folders, LANGUAGE), annotated(folders, LANGUAGE, heldout=True)
    found = list(examples(annotations, texts))
    weights = fitted([(one.pair.traits, one.right) for one in found], enough=ENOUGH, strength=STRENGTH)
    model = Model(len(annotations), digest(annotations), LANGUAGE, weights)
    print(f"{len(found)} pairs of events, {sum(one.right for one in found)} of them one in the annotations")
    print(f"In {len(unread)} texts held out: {measured(model, list(examples(unread, texts)))}.")
    return write(options.out, written(model), "coreference", check=options.check)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
