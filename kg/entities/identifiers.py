"""The id of each thing of a collection: of its fullest name, and of what tells it from a namesake."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias, TypeVar

from kg.entities.candidates import Candidate
from kg.entities.names import fullness, person_slug, slug
from kg.entities.names.scripts import latin
from kg.entities.periods import most_precise

Group: TypeAlias = Sequence[Candidate]
"""The candidates that are one thing."""
_T = TypeVar("_T")
_KNOWN_BY_OTHERS: Final = frozenset({"Person", "Organization"})
"""What is told from its namesakes by the organization that it belongs to."""


def identified(groups: Iterable[tuple[Group, _T]], taken: Iterable[str]) -> list[tuple[str, Group, _T]]:
    """Give each thing its id: the registry's, else that of its fullest name, rather in Latin letters, then the first.

    Different things that their documents gave one id ("person/wang-w") are told apart by what they are: people and
    units by their organization, other things by their date; by a document only where nothing else differs.

    Args:
        groups: each thing's candidates, with whatever goes with them.
        taken: ids that other things have already.
    """
    namesakes: defaultdict[str, list[tuple[Group, _T]]] = defaultdict(list)
    for group, further in groups:
        namesakes[_wish(group)].append((group, further))
    used = set(taken)
    found: list[tuple[str, Group, _T]] = []
    for id, things in sorted(namesakes.items()):
        told = _told_apart([group for group, _ in things], id)
        for (group, further), qualifier in zip(things, told, strict=True):
            own = id
            if not any(candidate.known for candidate in group):
                own = f"{id}-{qualifier}" if len(things) > 1 else id
                while own in used:
                    own += "-2"
                used.add(own)
            found.append((own, group, further))
    return found


def qualifiers(documents: Iterable[str], dates: Iterable[str], related: Iterable[str]) -> frozenset[str]:
    """Give all that may follow the id of a thing of these documents, dates and organizations to tell it from others."""
    return frozenset({*map(slug, documents), *map(slug, dates), *map(_tail, related)})


def _told_apart(group: Sequence[Group], id: str) -> list[str]:
    """Give for each of some namesakes what tells it from the others."""
    rows = [(_organization(each), _date(each)) for each in group]
    counts = [Counter(row[column] for row in rows) for column in (0, 1)]

    def choose(thing: Group, row: tuple[str | None, str | None]) -> str:
        if any(candidate.known for candidate in thing):
            return ""
        for value, count in zip(row, counts, strict=True):
            if value and count[value] == 1:
                return value
        return slug(_first_document(thing, id))

    return [choose(thing, row) for thing, row in zip(group, rows, strict=True)]


def _wish(group: Group) -> str:
    known = [candidate.id for candidate in group if candidate.known]
    if known:
        return known[0]
    names = {name for candidate in group for name in candidate.names}
    ids = {id for candidate in group for _, id in candidate.members}
    return min(ids, key=lambda id: _poorness(id, names), default=group[0].id)


def _poorness(id: str, names: Iterable[str]) -> tuple[int, bool, str]:
    home, key = id.split("/", 1)
    make = person_slug if home == "person" else slug
    own = [name for name in names if make(name) == key]
    full = max(map(fullness, own), default=0) if home == "person" else 0
    return -full, not any(latin(name[0]) == name[0].lower() for name in own), id


def _organization(group: Group) -> str | None:
    if group[0].root not in _KNOWN_BY_OTHERS:
        return None
    return min((_tail(id) for candidate in group for id in candidate.related), default=None)


def _date(group: Group) -> str | None:
    date = most_precise(date for candidate in group for date in candidate.dates)
    return slug(date) if date else None


def _tail(id: str) -> str:
    return id.split("/", 1)[-1]


def _first_document(group: Group, id: str) -> str:
    members = [member for candidate in group for member in candidate.members]
    return min((document for document, own in members if own == id), default=min(members)[0])
