"""When a fact happened: by its post, else by the agreement or event that it is about, else by who told of it when."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import InputError
from kg.views.network.graph import Fact
from kg.views.reading import Claim, Reading, Thing

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ALWAYS = ("0000-01-01", "9999-12-31")


class Told(StrEnum):
    """What tells when a fact happened."""

    POST = "post"
    THING = "thing"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class When:
    """A span of time: ISO dates as precise as they are known, None where it is open, and what tells it."""

    start: str | None
    end: str | None
    by: Told

    @property
    def days(self) -> tuple[str, str]:
        """Its first and its last possible day, far off where it is open.

        >>> When("2019", "2020-02", Told.THING).days
        ('2019-01-01', '2020-02-29')
        """
        return first_day(self.start or _ALWAYS[0]), last_day(self.end or _ALWAYS[1])

    def meets(self, since: str | None, until: str | None) -> bool:
        """Tell whether some day of it may lie between two dates, both included, None being no bound.

        >>> When("2019", "2019", Told.THING).meets("2019-05", "2019-05-01")
        True
        """
        begins, ends = self.days
        return (since is None or ends >= first_day(since)) and (until is None or begins <= last_day(until))


def checked(date: str) -> str:
    """Give a date back if it is one.

    Raises:
        InputError: it is not of the form 2019, 2019-05 or 2019-05-01, or there is no such day.
    """
    found = _DATE.fullmatch(date)
    try:
        if found is None:
            raise ValueError(date)
        datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError as error:
        raise InputError(f"“{date}” is no date", remedy="2019, 2019-05 or 2019-05-01") from error
    return date


def first_day(date: str) -> str:
    """Give the first day that a date may mean.

    >>> first_day("2019"), first_day("2019-05"), first_day("2019-05-03")
    ('2019-01-01', '2019-05-01', '2019-05-03')
    """
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """Give the last day that a date may mean.

    >>> last_day("2020"), last_day("2020-02"), last_day("2020-02-03")
    ('2020-12-31', '2020-02-29', '2020-02-03')
    """
    month = date if len(date) > 4 else f"{date}-12"
    return date if len(date) > 7 else f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]:02}"


def when(fact: Fact, reading: Reading) -> When | None:
    """Give when a fact happened, None where nobody says.

    A post lasts from its first “since” to its last “until”. What only digests date lasts from the first of them to the
    last: it is known to hold then, not to have happened then.
    """
    return _post(fact.claims) or _thing(fact, reading.things) or _digests(fact.claims, reading)


def of_thing(thing: Thing) -> When | None:
    """Give when an agreement, event or programme was by its own date."""
    if thing.date is None:
        return None
    start, _, end = thing.date.partition("/")
    return When(start or None, end or start or None, Told.THING)


def _post(claims: Iterable[Claim]) -> When | None:
    since = min((claim.since for claim in claims if claim.since), key=first_day, default=None)
    until = max((claim.until for claim in claims if claim.until), key=last_day, default=None)
    return When(since, until, Told.POST) if since or until else None


def _thing(fact: Fact, things: Mapping[str, Thing]) -> When | None:
    return next((found for end in (fact.object, fact.subject) if (found := of_thing(things[end]))), None)


def _digests(claims: Iterable[Claim], reading: Reading) -> When | None:
    issued = [
        published for claim in claims for q in claim.quotations if (published := reading.digests[q.digest].published)
    ]
    return When(min(issued, key=first_day), max(issued, key=last_day), Told.DIGEST) if issued else None
