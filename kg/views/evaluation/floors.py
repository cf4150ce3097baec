"""Below which no figure may fall: floors measured on the development documents, pinned with a digest of their gold.

A floor holds counts, so that whoever reads it sees how few facts it may rest on; what must not fall is their F1. Traps
are the other way round: no larger share of them may be hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import InputError
from kg.resources import decoded
from kg.views.evaluation.annotations import DEVELOPMENT, digest
from kg.views.evaluation.measure import Evaluation
from kg.views.evaluation.scoring import Counts

FLOORS: Final = "floors.yml"
OVERALL: Final = "overall"
ALL: Final = "all"
_HEAD: Final = """\
# Below which the reading of these texts may not fall. Written by `kg evaluate --raise-floors`, checked by `make test`.
#   gold:   what `sha256sum FILE… | sha256sum` says of the annotations of the development documents, in order
#   floors: language, or all together → property, or overall →
#           how many facts were right, how many were found, how many there are to find; their F1 may not fall
#   traps:  language, or all together → how many traps were hit, of how many; their share may not rise
"""


class _Traps(msgspec.Struct, forbid_unknown_fields=True):
    hit: int
    of: int


class _Facts(msgspec.Struct, forbid_unknown_fields=True):
    right: int
    found: int
    wanted: int


class _File(msgspec.Struct, forbid_unknown_fields=True):
    gold: str
    floors: dict[str, dict[str, _Facts]]
    traps: dict[str, _Traps]


@dataclass(frozen=True, slots=True)
class Floors:
    """Counts by language and property, traps by language, and the digest of the gold they were measured on."""

    gold: str
    facts: Mapping[str, Mapping[str, Counts]]
    traps: Mapping[str, Counts]


def measured(evaluation: Evaluation) -> Floors:
    """Give the floors that an evaluation would stand on."""
    groups = {group.lang or ALL: group.score for group in evaluation.groups if group.set == DEVELOPMENT}
    return Floors(
        digest(one.annotation for one in evaluation.documents if one.annotation.set == DEVELOPMENT),
        # Where languages are added up, a property says nothing that they do not say apart; the sum does.
        {name: {OVERALL: one.strict, **(one.properties if name != ALL else {})} for name, one in groups.items()},
        {name: one.traps for name, one in groups.items()},
    )


def falls(floors: Floors, now: Floors) -> tuple[str, ...]:
    """Give, in words, each floor that is higher than what there is now."""
    return (*_facts_fall(floors, now), *_traps_fall(floors, now))


def load_floors(path: Path) -> Floors:
    """Give the floors in a file.

    Raises:
        InputError: the file cannot be read, or is not as its head comment says.
    """
    file = decoded(path, _File, "floors", "let kg evaluate --raise-floors write it")
    return Floors(
        file.gold,
        {
            lang: {prop: Counts(row.right, row.found, row.wanted) for prop, row in rows.items()}
            for lang, rows in file.floors.items()
        },
        {lang: Counts(row.hit, row.hit, row.of) for lang, row in file.traps.items()},
    )


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors to a file, with each F1 beside its counts.

    Raises:
        InputError: the file cannot be written.
    """
    lines = [f"gold: {floors.gold}", "floors:"]
    for lang, rows in floors.facts.items():
        lines.append(f"  {lang}:")
        for prop, one in rows.items():
            counts = f"right: {one.right}, found: {one.found}, wanted: {one.wanted}"
            lines.append(f"    {prop}: {{{counts}}}  # F1 {one.f1:.3f}")
    lines.append("traps:")
    lines += [f"  {lang}: {{hit: {one.right}, of: {one.wanted}}}" for lang, one in floors.traps.items()]
    try:
        path.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", place=path) from error


def _facts_fall(floors: Floors, now: Floors) -> Iterator[str]:
    for lang, rows in floors.facts.items():
        for prop, floor in rows.items():
            one = now.facts.get(lang, {}).get(prop)
            if one is None and floor.wanted:
                yield f"{lang} {prop}: the annotations have nothing of it any more; the floor is {_told(floor)}"
            # Compared as fractions: equal counts must never differ by a rounding.
            elif one and one.right * (floor.found + floor.wanted) < floor.right * (one.found + one.wanted):
                yield f"{lang} {prop}: {_told(one)}; the floor is {_told(floor)}"


def _traps_fall(floors: Floors, now: Floors) -> Iterator[str]:
    for lang, floor in floors.traps.items():
        one = now.traps.get(lang, Counts())
        if one.right * max(floor.wanted, 1) > floor.right * max(one.wanted, 1):
            yield f"{lang} traps: {one.right} of {one.wanted} hit; the floor is {floor.right} of {floor.wanted}"


def _told(one: Counts) -> str:
    return f"F1 {one.f1:.3f} ({one.right} right of {one.found} found and {one.wanted} wanted)"
