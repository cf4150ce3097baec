"""Names within names: which of a text's mentions only say more of another organization, as an institute's academy."""

from __future__ import annotations

from collections.abc import Iterable

from kg.records import Mention
from kg.schema import UNITS, is_a


def nested(mentions: Iterable[Mention]) -> frozenset[tuple[int, int]]:
    """Give where organizations are named within the names of others, which act themselves: "Institute of Ice SB RAS".

    What a unit's name names is told of as well: "the Law School of Jilin University" tells of the university.

    >>> whole = Mention(0, 24, "ResearchOrganization", "organization/ice", "pattern", "", 0.9)
    >>> academy = Mention(18, 24, "ResearchOrganization", "organization/sb-ras", "registry", "", 0.9)
    >>> nested([academy, whole])
    frozenset({(18, 24)})
    """
    found: set[tuple[int, int]] = set()
    outer = (0, 0)
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not is_a(mention.cls, "Organization"):
            continue
        if mention.end <= outer[1]:
            if (mention.start, mention.end) != outer:
                found.add((mention.start, mention.end))
        elif mention.cls not in UNITS:
            outer = (mention.start, mention.end)
    return frozenset(found)
