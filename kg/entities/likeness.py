"""Whether two candidates are one thing: the rules, one for each kind of thing.

A rule answers SAME, DIFFERENT, or OPEN: nothing speaks against it and not enough for it. Two OPEN things are not joined
by themselves, but may become one through a third that is the same as both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Final, TypeAlias

from kg.entities.candidates import Candidate, is_abbreviation
from kg.entities.names import (
    CONFUSABLE,
    Match,
    compare_events,
    compare_organizations,
    compare_persons,
    fullness,
    is_common_event_name,
    is_short_chinese_name,
    normalise,
    read_event,
)
from kg.entities.periods import compatible, months_apart

_RECURRENCE: Final = 9
"""Months: what is not dated is one thing in two reports only if they came out closer than an annual event returns."""
_MORE_THAN_SURNAME: Final = 0.65
"""Score of names from which a common organization settles that two people are one; two surnames, of which only one has
a given name, are below it."""
_LEAST_PARTIES: Final = 2
_OF_A_ROW: Final = 0.7
"""Score of two events that are one but for edition or time."""
_ALIKE: Final = 0.6
"""Score of two agreements of the same parties, or events with some of the same people, that are two all the same."""
_ANY_AGREEMENT: Final = "agreement"
"""The kind that every other kind of agreement may be called by."""


class Answer(IntEnum):
    """Whether two things are one."""

    DIFFERENT = 0
    OPEN = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer, how alike the two are (0–1), why in words, and the rule that says so.

    The score orders what is the same by how sure that is; where the answer is another one it tells a near miss.
    """

    answer: Answer
    score: float
    reason: str
    rule: str = "rule"


Judge: TypeAlias = Callable[[Candidate, Candidate], Verdict]


def judge(one: Candidate, other: Candidate) -> Verdict:
    """Give the verdict over two candidates of one root class; their order does not matter."""
    one, other = sorted((one, other), key=lambda candidate: candidate.key)
    if one.known and other.known:
        return _different("the registry has both", "registry")
    if one.root in _APART and {document for document, _ in one.members} & {document for document, _ in other.members}:
        return _different("one document tells them apart", "one-document")
    return _RULES[one.root](one, other)


def _different(reason: str, rule: str, score: float = 0.0) -> Verdict:
    return Verdict(Answer.DIFFERENT, score, reason, rule)


def _named_alike(one: Candidate, other: Candidate) -> Verdict:
    """For places and topics: equal names."""
    shared = {normalise(name) for name in one.names} & {normalise(name) for name in other.names}
    if not shared:
        return Verdict(Answer.OPEN, 0.0, "no name in common", "equal-name")
    return Verdict(Answer.SAME, 1.0, f"both are called “{min(shared)}”", "equal-name")


def _organizations(one: Candidate, other: Candidate) -> Verdict:
    match, pair = _best(compare_organizations, _telling(one), _telling(other))
    reason = _sentence(pair, match.reason)
    if match.score >= CONFUSABLE and not match.same:
        return _different(reason, "organization-name", match.score)
    if not match.same:
        # An organization has several names, so unlike ones ("SPbU", "Saint Petersburg State University") prove nothing.
        return Verdict(Answer.OPEN, match.score, reason, "organization-name")
    if one.common and other.common:
        shared = one.related & other.related
        if not shared:
            return _different("a name that many bear, and nothing that they are both part of", "common-name-and-whole")
        return Verdict(
            Answer.SAME, match.score, f"{reason}; both are part of {_listed(shared)}", "common-name-and-whole"
        )
    return Verdict(Answer.SAME, match.score, reason, "organization-name")


def _telling(candidate: Candidate) -> list[str]:
    """Give the names that can identify: abbreviations only where there is nothing else."""
    return [name for name in candidate.names if not is_abbreviation(name)] or list(candidate.names)


def _series(one: Candidate, other: Candidate) -> Verdict:
    match, pair = _best(compare_events, one.names, other.names)
    reason = _sentence(pair, match.reason)
    if match.same:
        return Verdict(Answer.SAME, match.score, reason, "series-name")
    return _different(reason, "series-name", match.score)


def _persons(one: Candidate, other: Candidate) -> Verdict:
    match, pair = _best(compare_persons, _fullest(one), _fullest(other))
    reason = _sentence(pair, match.reason)
    if not match.possible:
        return _different(reason, "person-name", match.score)
    shared = one.related & other.related
    apart = bool(one.related and other.related and not shared)
    if match.same and not (apart and any(map(is_short_chinese_name, pair))):
        return Verdict(Answer.SAME, match.score, reason, "person-name")
    if apart:
        why = f"{reason}, but that is not enough for people of different organizations"
        return _different(why, "person-name-and-organization", match.score)
    if shared and (match.score > _MORE_THAN_SURNAME or set(one.names) & set(other.names)):
        why = f"{reason}; both belong to {_listed(shared)}"
        return Verdict(Answer.SAME, match.score, why, "person-name-and-organization")
    why = f"{reason}, and no organization that both belong to"
    return Verdict(Answer.OPEN, match.score, why, "person-name-and-organization")


def _fullest(candidate: Candidate) -> list[str]:
    """Give the names that say most: what "Petrov" could be says nothing where "Ivan Petrov" is known."""
    most = max(map(fullness, candidate.names), default=0)
    return [name for name in candidate.names if fullness(name) == most]


def _events(one: Candidate, other: Candidate) -> Verdict:
    if reason := _other_edition(one, other):
        return _different(reason, "event-edition", _OF_A_ROW if _of_a_row(one, other) else 0.0)
    names = [[name for name in candidate.names if not is_common_event_name(name)] for candidate in (one, other)]
    match, pair = _best(compare_events, *names)
    if names[0] and names[1] and not match.same and not (one.series & other.series):
        return _different(_sentence(pair, match.reason), "event-name", match.score)
    if one.series & other.series or match.same:
        if bool(one.editions) != bool(other.editions) and not (one.dates and other.dates):
            return _different(
                "only one of them says which edition it is, and no date helps", "event-edition", _OF_A_ROW
            )
        if not _near_in_time(one, other):
            return _different("too far apart in time to be one of a row", "event-time", _OF_A_ROW)
        if not (
            _are_times_known(one, other) or one.editions & other.editions or _named_years(one) & _named_years(other)
        ):
            # Most events with names recur; a text without a date may tell of any of them.
            return Verdict(Answer.OPEN, _OF_A_ROW, "nobody knows whether they were held at one time", "event-time")
        if match.same:
            return Verdict(Answer.SAME, max(match.score, 0.9), _sentence(pair, match.reason), "event-name")
        return Verdict(Answer.SAME, 0.9, "the same edition of one series", "event-series")
    return _unnamed_events(one, other)


def _named_years(candidate: Candidate) -> frozenset[int]:
    return frozenset(year for name in candidate.names for year in read_event(name).years)


def _other_edition(one: Candidate, other: Candidate) -> str | None:
    if one.editions and other.editions and not one.editions & other.editions:
        return "different editions"
    if one.series and other.series and not one.series & other.series:
        return "different series"
    return None if _dates_agree(one, other) else "different dates"


def _of_a_row(one: Candidate, other: Candidate) -> bool:
    """Tell whether two events may be editions of one series: other numbers or dates, and the same words."""
    words = [
        {read_event(name).concepts for name in each.names if not is_common_event_name(name)} for each in (one, other)
    ]
    return bool(one.series & other.series or words[0] & words[1])


def _unnamed_events(one: Candidate, other: Candidate) -> Verdict:
    """For events that are only described: the same kind on the same date with the same people or organizations."""
    rule = "event-time-and-participants"
    shared = one.related & other.related
    if not (one.dates and other.dates):
        return _different("events without a name of their own, and not both are dated", rule)
    if not (one.kinds & other.kinds or {*map(normalise, one.names)} & {*map(normalise, other.names)}):
        return _different("events of different kinds", rule)
    if len(shared) < _LEAST_PARTIES and not (shared and one.related == other.related):
        return _different("too few took part in both", rule, _ALIKE if shared else 0.0)
    return Verdict(Answer.SAME, 0.9, f"the same kind of event at the same time, with {_listed(shared)}", rule)


def _agreements(one: Candidate, other: Candidate) -> Verdict:
    rule = "agreement-parties-and-date"
    shared = one.related & other.related
    # Of two with the same parties it is worth telling why they are two.
    alike = _ALIKE if len(shared) >= _LEAST_PARTIES and one.related == other.related else 0.0
    if not _dates_agree(one, other):
        return _different(f"signed at different times: {_times(one)} and {_times(other)}", rule, alike)
    if len(shared) < _LEAST_PARTIES or not (one.related <= other.related or other.related <= one.related):
        return _different("different parties", rule)
    if one.kinds and other.kinds and not (one.kinds & other.kinds or _ANY_AGREEMENT in one.kinds | other.kinds):
        return _different("different kinds of agreement", rule, alike)
    parties = f"an agreement between {_listed(shared)}"
    if one.dates and other.dates:
        return Verdict(Answer.SAME, 1.0 if one.dates == other.dates else 0.9, f"{parties} at the same time", rule)
    return _undated_agreements(one, other, parties)


def _undated_agreements(one: Candidate, other: Candidate, parties: str) -> Verdict:
    rule = "agreement-parties-and-subject"
    if one.related != other.related or not _are_times_known(one, other) or not _near_in_time(one, other):
        return _different("not both are dated, and their parties or the times of the reports differ", rule, _ALIKE)
    if not (one.kinds & other.kinds or one.subjects & other.subjects):
        return _different("not both are dated, and neither kind nor subject is the same", rule, _ALIKE)
    return Verdict(Answer.SAME, 0.85, f"{parties}, of one kind or on one subject, reported at the same time", rule)


def _backed(one: Candidate, other: Candidate) -> Verdict:
    """For programmes and recognitions: equal names (or none and one kind), and somebody who has to do with both."""
    if not _dates_agree(one, other):
        return _different("different dates", "name-and-bearer")
    shared = one.related & other.related
    if not shared:
        return _different("nobody has to do with both", "name-and-bearer")
    if not _near_in_time(one, other):
        return _different("too far apart in time", "name-and-bearer")
    match, pair = _best(compare_events, one.names, other.names)
    reason = _sentence(pair, match.reason)
    if match.same:
        return Verdict(Answer.SAME, match.score, f"{reason}; both belong to {_listed(shared)}", "name-and-bearer")
    if (one.names and other.names) or len(shared) < _LEAST_PARTIES or not one.kinds & other.kinds:
        return _different(reason, "name-and-bearer", match.score)
    return Verdict(
        Answer.SAME, 0.85, f"the same kind of thing at the same time, with {_listed(shared)}", "kind-and-bearers"
    )


def _times(candidate: Candidate) -> str:
    return ", ".join(candidate.dates)


def _dates_agree(one: Candidate, other: Candidate) -> bool:
    return all(compatible(a, b) for a, b in product(one.dates, other.dates))


def _near_in_time(one: Candidate, other: Candidate) -> bool:
    """Tell whether two things can be one by time: by their dates, else by those of the reports, as far as known."""
    if one.dates and other.dates:
        return _dates_agree(one, other)
    times = one.dates or one.published, other.dates or other.published
    return all(months_apart(a, b) < _RECURRENCE for a, b in product(*times))


def _are_times_known(one: Candidate, other: Candidate) -> bool:
    return all(candidate.dates or candidate.published for candidate in (one, other))


def _best(
    compare: Callable[[str, str], Match], names: Iterable[str], others: Iterable[str]
) -> tuple[Match, tuple[str, str]]:
    found = [(compare(a, b), (a, b)) for a, b in product(sorted(names), sorted(others))]
    nothing = Match(0.0, "one of them has no name"), ("", "")
    return max(found, key=lambda each: each[0].score, default=nothing)


def _sentence(pair: tuple[str, str], reason: str) -> str:
    one, other = pair
    return f"“{one}”: {reason}" if one == other else f"“{one}” and “{other}”: {reason}"


def _listed(ids: frozenset[str]) -> str:
    return ", ".join(id.split("/", 1)[-1] for id in sorted(ids))


_APART: Final = frozenset({"Event", "Agreement", "Programme", "Recognition"})
"""Where a document speaks of two, two are meant: their names and dates are too poor to overrule it."""

_RULES: Final[dict[str, Judge]] = {
    "Place": _named_alike,
    "Topic": _named_alike,
    "EventSeries": _series,
    "Organization": _organizations,
    "Person": _persons,
    "Event": _events,
    "Agreement": _agreements,
    "Programme": _backed,
    "Recognition": _backed,
}
