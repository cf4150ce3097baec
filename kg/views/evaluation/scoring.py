"""Precision, recall and F1 of plain triples against annotations, by the measure of the project.

Document by document: a triple is right if both its ends meet the annotation's and the property is the
same; triples that the annotation calls optional count neither way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.errors import InputError
from kg.records import Analysis, Lang
from kg.schema import PROPERTIES, is_a
from kg.views.evaluation.gold import Gold, Triple
from kg.views.evaluation.matching import held, match, translate


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many were found, how many there are to find.

    Precision, recall and F1 lie between 0 and 1; where there is nothing to find and nothing was found, all are 1.
    """

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.wanted if self.wanted else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


@dataclass(frozen=True, slots=True)
class Score:
    """How one document, or several together, compare with their annotations.

    Attributes:
        documents: ids, in order.
        lang: of all the documents; None where they differ.
        properties: property → counts; those that neither side uses are left out.
        typed: the same, where the classes of both ends must be the annotation's too.
        entities: things of the annotation that were met, of those that can be; recall is what it tells.
        split: things of the annotation that were found as two or more.
        traps: triples found that the annotation says the text does not assert, of all traps there are.
        dates: dates that are equal, of the dated things that stand in a right triple.
    """

    documents: tuple[str, ...]
    lang: Lang | None
    properties: Mapping[str, Counts]
    typed: Mapping[str, Counts]
    entities: Counts
    split: int
    traps: Counts
    dates: Counts

    @property
    def strict(self) -> Counts:
        """All properties together."""
        return sum(self.properties.values(), Counts())

    @property
    def strict_typed(self) -> Counts:
        """All properties together, classes equal too."""
        return sum(self.typed.values(), Counts())


def score(analysis: Analysis, gold: Gold) -> Score:
    """Give how an analysis compares with the annotation of its document.

    Raises:
        InputError: they are of different documents.
    """
    if analysis.document.id != gold.id:
        raise InputError(f"the annotation of {gold.id} does not belong to {analysis.document.id}")
    met = match(analysis, gold)
    origins: dict[Triple, list[Triple]] = defaultdict(list)
    for triple in sorted(held(analysis)):
        origins[translate(triple, met)].append(triple)
    counted = origins.keys() - set(gold.optional)
    facts = frozenset(gold.facts) - frozenset(gold.optional)
    right = counted & facts
    typed = {triple for triple in right if any(_typed(origin, met, analysis, gold) for origin in origins[triple])}
    bearers: dict[str, list[str]] = defaultdict(list)
    for one, other in met.items():
        bearers[other].append(one)
    spoken_of = {end for subject, _, obj in facts for end in (subject, obj)}
    # A nameless thing that no fact speaks of cannot be met by anything.
    needed = {entity.id for entity in gold.entities if not entity.optional and (entity.names or entity.id in spoken_of)}
    reached = needed & bearers.keys()
    traps = frozenset(triple for triple, _ in gold.traps)
    return Score(
        documents=(gold.id,),
        lang=gold.lang,
        properties=_by_property(right, counted, facts),
        typed=_by_property(typed, counted, facts),
        entities=Counts(len(reached), len(reached), len(needed)),
        split=sum(len(ones) > 1 for ones in bearers.values()),
        traps=Counts(len(traps & origins.keys()), len(traps & origins.keys()), len(traps)),
        dates=_dates(right, origins, analysis, gold, met),
    )


def total(scores: Iterable[Score]) -> Score:
    """Give one score for several documents together: counts are added, so each triple weighs the same (micro)."""
    ordered = sorted(scores, key=lambda one: one.documents)
    langs = {one.lang for one in ordered}
    return Score(
        documents=tuple(sorted(document for one in ordered for document in one.documents)),
        lang=langs.pop() if len(langs) == 1 else None,
        properties=_sum(one.properties for one in ordered),
        typed=_sum(one.typed for one in ordered),
        entities=sum((one.entities for one in ordered), Counts()),
        split=sum(one.split for one in ordered),
        traps=sum((one.traps for one in ordered), Counts()),
        dates=sum((one.dates for one in ordered), Counts()),
    )


def by_language(scores: Iterable[Score]) -> Mapping[Lang, Score]:
    """Give the total for each language that occurs, in the order en, ru, zh."""
    ordered = list(scores)
    langs: tuple[Lang, ...] = ("en", "ru", "zh")
    groups = {lang: [one for one in ordered if one.lang == lang] for lang in langs}
    return MappingProxyType({lang: total(group) for lang, group in groups.items() if group})


def _typed(triple: Triple, met: Mapping[str, str], analysis: Analysis, gold: Gold) -> bool:
    classes = {entity.id: entity.cls for entity in analysis.entities}
    types = {entity.id: entity.type for entity in gold.entities}
    return all(is_a(classes[end], types[met[end]]) for end in (triple[0], triple[2]))


def _dates(
    right: Iterable[Triple],
    origins: Mapping[Triple, list[Triple]],
    analysis: Analysis,
    gold: Gold,
    met: Mapping[str, str],
) -> Counts:
    wanted = {entity.id: entity.date for entity in gold.entities if entity.date}
    given = {entity.id: entity.date for entity in analysis.entities}
    dates: dict[str, set[str]] = defaultdict(set)
    for triple in right:
        for origin in origins[triple]:
            for end in {origin[0], origin[2]}:
                if met[end] in wanted:
                    dates[met[end]].update(filter(None, [given[end]]))
    equal = sum(wanted[other] in found for other, found in dates.items())
    return Counts(equal, sum(bool(found) for found in dates.values()), len(dates))


def _by_property(right: Iterable[Triple], found: Iterable[Triple], wanted: Iterable[Triple]) -> Mapping[str, Counts]:
    tally = {prop: [0, 0, 0] for prop in PROPERTIES}
    for column, triples in enumerate((right, found, wanted)):
        for _, prop, _ in triples:
            tally[prop][column] += 1
    return MappingProxyType({prop: Counts(*row) for prop, row in tally.items() if any(row)})


def _sum(tables: Iterable[Mapping[str, Counts]]) -> Mapping[str, Counts]:
    sums: dict[str, Counts] = {}
    for table in tables:
        for prop, counts in table.items():
            sums[prop] = sums.get(prop, Counts()) + counts
    return MappingProxyType({prop: sums[prop] for prop in PROPERTIES if prop in sums})
