"""What the whole page tells about a fact that a rule read in one passage of it.

A rule sees its sentence. Whether the forum that it found is named elsewhere in the text, how many others are said to
have been there, what was named nearer that could be meant instead: that is known once all is read, and tells right
facts from wrong ones where the rule cannot. How much it tells was learnt from texts annotated by hand
(`tools/calibrate.py`) and stands in `hindsight.json` beside this module: boosted decision trees over the traits that
`kg.facts.pairs` lists, whose sum is added to the log-odds that `calibration.yml` gives. They do not see the score of
the rule, so of two facts that differ in that alone the higher is never less sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.facts.layouts import Layout
from kg.facts.pairs import joined
from kg.records import Fact, Lang
from kg.resources import decoded
from kg.trees import Trees, rows_of

FILE: Final = Path(__file__).with_suffix(".json")


@dataclass(frozen=True, slots=True)
class Model:
    """What `hindsight.json` holds.

    Attributes:
        about: what the file is, for who opens it.
        documents, digest: how many annotated texts it was learnt from, and a hash of their annotations.
        language: that of these texts, and of those whose facts it judges.
        fewest: how many sentences the shortest of these texts has; what a shorter one tells nothing has shown.
        traits: those that the trees ask for, by number.
        trees: what is added to the log-odds that a fact is right.
    """

    about: str
    documents: int
    digest: str
    language: Lang
    fewest: int
    traits: tuple[str, ...]
    trees: Trees

    def log_odds(self, found: Sequence[Mapping[str, float]]) -> list[float]:
        """Give what is added to the log-odds of facts with these traits."""
        return [float(one) for one in self.trees.log_odds(rows_of(found, self.traits))]


def hindsight(layout: Layout, facts: Sequence[Fact]) -> list[float]:
    """Give what the page adds to the log-odds that each of its facts is right.

    It is nothing in a language never learnt, and where the page is shorter than any that was learnt from.
    """
    model = load()
    if layout.document.lang != model.language or len(layout.sentences) < model.fewest:
        return [0.0] * len(facts)
    return model.log_odds(list(joined(layout, facts)))


@cache
def load(path: Path = FILE) -> Model:
    """Give what was learnt.

    Raises:
        InputError: the file cannot be read or is not as `Model` says.
    """
    remedy = "make calibrate writes it anew"
    found = decoded(path, Model, "model", remedy)
    if not found.trees.ask_within(len(found.traits)):
        raise InputError("trees ask for a trait that is not named", place=path, remedy=remedy)
    return found
