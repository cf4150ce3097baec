"""Candidates that are one thing, gathered so that no two of them contradict each other (complete linkage)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.entities.blocking import pairs
from kg.entities.candidates import Candidate
from kg.entities.likeness import Answer, Judge, Verdict


@dataclass(frozen=True, slots=True)
class Cluster:
    """One thing: its candidates in order, and why they are one."""

    candidates: tuple[Candidate, ...]
    reasons: tuple[str, ...] = ()


def cluster(candidates: Iterable[Candidate], judge: Judge) -> tuple[Cluster, ...]:
    """Give the clusters, in the order of their first candidates.

    The surest pairs join first. Two clusters become one only if no candidate of the one contradicts a candidate of
    the other, so that a chain of small differences never joins what differs much. A pair with an equally good rival
    that contradicts it ("D. Petrov" beside "Denis Petrov" and "Dmitry Petrov") is not joined: nobody could say which.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    weigh = cache(judge)

    def verdict(one: Candidate, other: Candidate) -> Verdict:
        return weigh(one, other) if one.key <= other.key else weigh(other, one)

    same = [(found, pair) for pair in pairs(ordered) if (found := verdict(*pair)).answer is Answer.SAME]
    partners: defaultdict[Candidate, list[tuple[float, Candidate]]] = defaultdict(list)
    for found, (one, other) in same:
        partners[one].append((found.score, other))
        partners[other].append((found.score, one))

    def is_rivalled(score: float, one: Candidate, other: Candidate) -> bool:
        return any(
            rival_score >= score and rival != other and verdict(rival, other).answer is Answer.DIFFERENT
            for rival_score, rival in partners[one]
        )

    home = {candidate: [candidate] for candidate in ordered}
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    for found, (one, other) in sorted(same, key=lambda each: (-each[0].score, each[1][0].key, each[1][1].key)):
        left, right = home[one], home[other]
        if left is right:
            continue
        if is_rivalled(found.score, one, other) or is_rivalled(found.score, other, one):
            continue
        if any(verdict(a, b).answer is Answer.DIFFERENT for a in left for b in right):
            continue
        reasons[id(left)] += [*reasons.pop(id(right), []), found.reason]
        left += right
        for candidate in right:
            home[candidate] = left
    distinct = {id(group): group for group in home.values()}
    found_clusters = (
        Cluster(tuple(sorted(group, key=lambda c: c.key)), tuple(sorted(set(reasons[key]))))
        for key, group in distinct.items()
    )
    return tuple(sorted(found_clusters, key=lambda each: each.candidates[0].key))
