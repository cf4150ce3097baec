"""Why things became one, or stayed two although they are alike: what linking found, told for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.entities.candidates import Candidate
from kg.entities.clusters import Clusters, Judged
from kg.records import Decision, Outcome, Side

_MOST: Final = 10
"""How many things that it is not are told of each thing, the likest first; what an analyst decided always is."""


_EQUAL: Final = {"Event": "the same name at the same time", "Place": "the same place", "Topic": "the same topic"}
"""What makes one candidate of what several documents say, where it is more or less than a telling name."""


def decisions(found: Clusters, ids: Mapping[Candidate, str]) -> Iterator[Decision]:
    """Give the decisions behind a round's clusters: what was joined by thing, then what was kept apart.

    Args:
        ids: of every candidate's thing.
    """
    for cluster in found.clusters:
        for candidate in cluster.candidates:
            yield from _by_name(candidate, ids[candidate])
        yield from sorted((_decision(join, Outcome.SAME, (ids[join.one],)) for join in cluster.joins), key=_order)
    yield from _apart(found.apart, ids)


def _by_name(candidate: Candidate, id: str) -> Iterator[Decision]:
    """Give why one candidate stands for several documents: their names for it are one beyond doubt."""
    documents = candidate.documents
    if candidate.known or len(documents) < 2:
        return
    sides = Side(candidate.label, documents[:1]), Side(candidate.label, documents[1:])
    what = _EQUAL.get(candidate.root, "the same name, and one that few bear")
    yield Decision(Outcome.SAME, (id,), sides, "equal-name", 1.0, f"“{candidate.label}”: {what}")


def _apart(pairs: Iterable[Judged], ids: Mapping[Candidate, str]) -> Iterator[Decision]:
    """Give what was kept apart, once for each two things, and of each thing the likest only."""
    told = (_decision(pair, Outcome.DIFFERENT, (ids[pair.one], ids[pair.other])) for pair in pairs)
    counts: Counter[str] = Counter()
    seen: set[frozenset[str]] = set()
    for decision in sorted(told, key=_order):
        pair = frozenset(decision.entities)
        decided = decision.rule == "curation"
        if not decided and (pair in seen or min(counts[id] for id in pair) >= _MOST):
            continue
        seen.add(pair)
        counts.update(pair)
        yield decision


def _decision(pair: Judged, outcome: Outcome, entities: tuple[str, ...]) -> Decision:
    one, other = pair.one, pair.other
    # The thing that more documents speak of first: readers look for what was added to it.
    if (-len(one.members), not one.known, one.key) > (-len(other.members), not other.known, other.key):
        one, other, entities = other, one, entities[::-1]
    verdict = pair.verdict
    return Decision(
        outcome, entities, (_side(one), _side(other)), verdict.rule, round(verdict.score, 2), verdict.reason
    )


def _side(candidate: Candidate) -> Side:
    return Side(candidate.label, candidate.documents)


def _order(decision: Decision) -> tuple[bool, float, tuple[Side, Side], tuple[str, ...], str]:
    return decision.rule != "curation", -decision.score, decision.sides, decision.entities, decision.reason
