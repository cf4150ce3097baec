"""By what a reading can be narrowed down: values that are checked when they are given."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from kg.errors import InputError
from kg.schema import CLASSES, PROPERTIES, STATUSES
from kg.views.network.times import checked, first_day, last_day
from kg.views.reading import MACHINERY

CLASSES_OF_THINGS: Final = tuple(cls for cls in CLASSES if cls not in MACHINERY)
"""Classes by which things can be chosen."""


@dataclass(frozen=True, slots=True)
class Filters:
    """By what a reading is narrowed down; without any of them it stays whole.

    Each kind of filter must hold; of several values of a kind one must. What is empty or None filters nothing.

    Attributes:
        focus: IRIs of things of which one must be near, and `depth`, over how many facts; from a place, which much lies
            in, no way leads on.
        since, until: ISO dates between which a fact may have happened, both included.
        classes: of things, with all classes below them: both ends of a fact must be of one.
        properties: of facts.
        statuses: how claims put a fact.
        places: keys of places ("place/china"): both ends of a fact must be in one.
        documents: ids of digests, of which one must make the claim.
        at_least: how sure a fact must be, all its claims together, from 0 to 1.

    Raises:
        InputError: a value is none that could be; the message says which could.
    """

    focus: tuple[str, ...] = ()
    depth: int = 2
    since: str | None = None
    until: str | None = None
    classes: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    at_least: float | None = None

    def __post_init__(self) -> None:
        for kind, values, known in (
            ("class", self.classes, CLASSES_OF_THINGS),
            ("property", self.properties, tuple(PROPERTIES)),
            ("status", self.statuses, STATUSES),
        ):
            for value in values:
                refuse_unknown(kind, value, known)
        if self.depth < 1:
            raise InputError(f"a depth of {self.depth} shows no fact", remedy="1 or more")
        if self.at_least is not None and not 0 <= self.at_least <= 1:
            raise InputError(f"{self.at_least} is no confidence", remedy="a number from 0 to 1, such as 0.9")
        dates = [checked(date) for date in (self.since, self.until) if date is not None]
        if len(dates) == 2 and first_day(dates[0]) > last_day(dates[1]):
            raise InputError(f"{dates[0]} is after {dates[1]}", remedy="the earlier date first")

    def __bool__(self) -> bool:
        return self != replace(NONE, depth=self.depth)


NONE: Final = Filters()
"""Nothing is left out."""


def refuse_unknown(kind: str, value: str, known: Collection[str]) -> None:
    """Do nothing if a value is known.

    Raises:
        InputError: it is not; the message has those that are like it, else some that are known.
    """
    if value in known:
        return
    plain = {each.casefold(): each for each in known}
    near = [plain[each] for each in difflib.get_close_matches(value.casefold(), plain, cutoff=0.7)]
    remedy = f"did you mean {' or '.join(near)}?" if near else "one of " + ", ".join(sorted(known)[:40])
    raise InputError(f"“{value}” is no {kind} here", remedy=remedy)
