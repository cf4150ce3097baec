"""The two sides that a text is about: "both parties" are an organization of each country, those most spoken of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_REACH = 6  # sentences


@dataclass(frozen=True, slots=True)
class Side:
    """A place where a text speaks of an organization, by name, by description or by who speaks for it.

    Attributes:
        start: offset in the text.
        country: ISO code, None where it is not known.
    """

    organization: str
    start: int
    country: str | None


def sides(spoken: Sequence[Side], sentences: Sequence[int], offset: int, begin: int = 0) -> tuple[str, ...]:
    """Give the two organizations, of two countries, that the text before a character is about; none if that is open.

    The sentence itself counts and up to five before it, back to the first with which both countries are told of. Of
    several organizations of one country the one that was told of most so far counts, if there is one such. Where only
    one country is told of, the nearest sentences that name two organizations tell the two.

    Args:
        spoken: in the order of the text.
        sentences: offsets at which sentences start.
        begin: where the part of the text begins that is looked at.

    >>> text = [Side("a", 0, "RU"), Side("b", 9, "CN"), Side("b", 30, "CN"), Side("c", 40, "CN"), Side("a", 50, "RU")]
    >>> sides(text, [0, 25, 60], 70)
    ('b', 'a')
    """
    here = bisect_right(sentences, offset) - 1
    before = [side for side in spoken if begin <= side.start < offset and side.country is not None]
    told = Counter(side.organization for side in before)
    for first in range(here, max(-1, here - _REACH), -1):
        near = [side for side in before if side.start >= sentences[first]]
        countries = dict.fromkeys(side.country for side in near)
        if len(countries) < 2:
            continue
        found = []
        for country in countries:
            ranked = Counter({s.organization: told[s.organization] for s in near if s.country == country}).most_common()
            if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
                return ()
            found.append(ranked[0][0])
        return tuple(found) if len(found) == 2 else ()
    for first in range(here, max(-1, here - _REACH), -1):
        near = [side for side in spoken if max(begin, sentences[first]) <= side.start < offset]
        if len(named := dict.fromkeys(side.organization for side in near)) > 1:
            return tuple(named) if len(named) == 2 else ()
    return ()
