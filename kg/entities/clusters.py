"""Candidates that are one thing, gathered so that no two of them contradict each other (complete linkage)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.entities.blocking import pairs
from kg.entities.candidates import Candidate
from kg.entities.likeness import Answer, Judge, Verdict
from kg.entities.rulings import NOTHING, Forced

_NEAR: Final = 0.5
"""Score from which a pair that is not one thing is worth telling."""
_NOT_EXCUSED: Final = frozenset({"registry", "one-document"})
"""Rules that know of two things, whatever they are called."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of candidates, and what was found about it."""

    one: Candidate
    other: Candidate
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Cluster:
    """One thing: its candidates in order, and the pairs by which they were joined."""

    candidates: tuple[Candidate, ...]
    joins: tuple[Judged, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Give why they are one, in words."""
        return tuple(sorted({join.verdict.reason for join in self.joins}))


@dataclass(frozen=True, slots=True)
class Clusters:
    """All clusters, in the order of their first candidates, and the pairs kept apart although they are alike."""

    clusters: tuple[Cluster, ...]
    apart: tuple[Judged, ...] = ()


def cluster(candidates: Iterable[Candidate], judge: Judge, forced: Forced = NOTHING) -> Clusters:
    """Give the clusters of candidates.

    What analysts decided stands first. Then the surest pairs join. Two clusters become one only if no candidate of the
    one contradicts a candidate of the other, so that a chain of small differences never joins what differs much. A
    pair with an equally good rival that contradicts it ("D. Petrov" beside "Denis Petrov" and "Dmitry Petrov") is not
    joined: nobody could say which.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    bench = _Bench(ordered, judge, forced)
    alike: list[Judged] = []
    same: list[Judged] = []
    for one, other in pairs(ordered):
        found = bench.verdict(one, other)
        if found.answer is Answer.SAME:
            same.append(Judged(one, other, found))
        elif found.score >= _NEAR:
            alike.append(Judged(one, other, found))
    home = {candidate: bench.united(candidate) for candidate in ordered}
    joins: defaultdict[int, list[Judged]] = defaultdict(list)
    for ruling, (one, other) in forced.same:
        joins[id(home[one])].append(Judged(one, other, Verdict(Answer.SAME, 1.0, ruling.reason, "curation")))
    partners = _partners(same)
    for pair in sorted(same, key=lambda each: (-each.verdict.score, bench.place[each.one], bench.place[each.other])):
        left, right = home[pair.one], home[pair.other]
        if left is right:
            continue
        why = (
            bench.rival(partners[pair.one], pair.other, pair.verdict.score)
            or bench.rival(partners[pair.other], pair.one, pair.verdict.score)
            or bench.contradiction(left, right)
        )
        if why:
            alike.append(replace(pair, verdict=Verdict(Answer.OPEN, pair.verdict.score, why, pair.verdict.rule)))
            continue
        joins[id(left)] += [*joins.pop(id(right), []), pair]
        left += right
        for candidate in right:
            home[candidate] = left
    clusters = [
        Cluster(tuple(sorted(group, key=bench.place.__getitem__)), tuple(joins[key]))
        for key, group in {id(group): group for group in home.values()}.items()
    ]
    forced_apart = [
        Judged(one, other, Verdict(Answer.DIFFERENT, 1.0, ruling.reason, "curation"))
        for ruling, (one, other) in forced.different
    ]
    return Clusters(
        tuple(sorted(clusters, key=lambda each: bench.place[each.candidates[0]])),
        (*forced_apart, *(pair for pair in alike if home[pair.one] is not home[pair.other])),
    )


class _Bench:
    """Verdicts on pairs of candidates, each asked for once; what analysts decided overrules the rules."""

    def __init__(self, ordered: Sequence[Candidate], judge: Judge, forced: Forced) -> None:
        self.place = {candidate: at for at, candidate in enumerate(ordered)}
        self._judge = judge
        self._weighed: dict[tuple[int, int], Verdict] = {}
        self._units: dict[Candidate, list[Candidate]] = {}
        self._different = {
            (min(self.place[one], self.place[other]), max(self.place[one], self.place[other])): ruling
            for ruling, (one, other) in forced.different
        }
        for _, (one, other) in forced.same:
            left, right = self.united(one), self.united(other)
            if left is not right:
                left += right
            self._units.update(dict.fromkeys(left, left))

    def united(self, candidate: Candidate) -> list[Candidate]:
        """Give the candidates that analysts made one with this one, itself among them."""
        return self._units.get(candidate) or [candidate]

    def weigh(self, one: Candidate, other: Candidate) -> Verdict:
        """Give what the rules say."""
        a, b = self.place[one], self.place[other]
        key = (a, b) if a < b else (b, a)
        found = self._weighed.get(key)
        if found is None:
            found = self._weighed[key] = self._judge(one, other) if a < b else self._judge(other, one)
        return found

    def verdict(self, one: Candidate, other: Candidate) -> Verdict:
        """Give what analysts decided, else what the rules say."""
        if self._units and other in self.united(one):
            return Verdict(Answer.SAME, 1.0, "decided by an analyst", "curation")
        if ruling := self._decided(one, other):
            return Verdict(Answer.DIFFERENT, 1.0, ruling, "curation")
        return self.weigh(one, other)

    def _decided(self, one: Candidate, other: Candidate) -> str | None:
        if not self._different:
            return None
        a, b = self.place[one], self.place[other]
        ruling = self._different.get((min(a, b), max(a, b)))
        return ruling.reason if ruling else None

    def contradicts(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether two candidates cannot be one.

        Where an analyst made one thing of two that the rules take for different, what is the same as the first may
        differ from the second: "Kevin Lu" is Lu Zhiyu, and so is 陆治宇.
        """
        found = self.verdict(one, other)
        if found.answer is not Answer.DIFFERENT:
            return False
        if not self._units or found.rule == "curation" or found.rule in _NOT_EXCUSED:
            return True
        return not (self._is_excused(one, other) or self._is_excused(other, one))

    def _is_excused(self, one: Candidate, other: Candidate) -> bool:
        return any(
            self.weigh(twin, one).answer is Answer.DIFFERENT and self.verdict(twin, other).answer is Answer.SAME
            for twin in self.united(one)
            if twin is not one
        )

    def contradiction(self, left: Iterable[Candidate], right: Sequence[Candidate]) -> str | None:
        """Give why two clusters cannot be one, None where nothing speaks against it."""
        found = next(((a, b) for a in left for b in right if self.contradicts(a, b)), None)
        if found is None:
            return None
        # In one order, whichever cluster was the larger.
        one, other = sorted(found, key=self.place.__getitem__)
        reason = self.verdict(one, other).reason
        return f"they would make one of {_called(one)} and {_called(other)}, which are two: {reason}"

    def rival(self, partners: Sequence[tuple[float, Candidate]], other: Candidate, score: float) -> str | None:
        """Give why a pair is not sure: another partner, no less like, that cannot be the same as this one."""
        for rival_score, rival in partners:
            if rival_score >= score and rival is not other and self.contradicts(rival, other):
                return f"it could as well be {_called(rival)}, which is another"
        return None


def _partners(same: Iterable[Judged]) -> defaultdict[Candidate, list[tuple[float, Candidate]]]:
    partners: defaultdict[Candidate, list[tuple[float, Candidate]]] = defaultdict(list)
    for pair in same:
        partners[pair.one].append((pair.verdict.score, pair.other))
        partners[pair.other].append((pair.verdict.score, pair.one))
    return partners


def _called(candidate: Candidate) -> str:
    return f"“{candidate.label or candidate.id}”"
