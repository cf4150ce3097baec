"""From what somebody types to the things that bear that name, in any script, case or spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii
from rapidfuzz import fuzz, process

from kg.views.reading import Thing

_NEAR: Final = 70.0
"""Least likeness, of 100, at which a name is worth suggesting."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may have been meant: by which of its names, and how alike that is to what was asked (0–1)."""

    thing: Thing
    name: str
    score: float


def fold(text: str) -> str:
    """Give a name without case, accents, width, punctuation and repeated spaces: equal for equal names.

    >>> fold("  Xi’an  Jiaotong–UNIVERSITY "), fold("Алексеевёв")
    ('xi an jiaotong university', 'алексеевев')
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def romanized(text: str) -> str:
    """Give a name in plain Latin letters without spaces, for comparison across scripts.

    >>> romanized("上海"), romanized("Шанхай")
    ('shanghai', 'shankhay')
    """
    return fold(anyascii(text)).replace(" ", "")


def find(things: Iterable[Thing], asked: str) -> tuple[Candidate, ...]:
    """Give the things that bear exactly the name asked for: by IRI or key, else by name, else by romanized name."""
    pool = tuple(things)
    by_iri = [Candidate(t, t.label, 1.0) for t in pool if asked.strip() in (t.iri, t.key)]
    if by_iri:
        return tuple(by_iri)
    for form in (fold, romanized):
        wanted = form(asked)
        found = [
            Candidate(thing, names[0], 1.0)
            for thing in pool
            if wanted and (names := [n for n in _spellings(thing) if form(n) == wanted])
        ]
        if found:
            return tuple(sorted(found, key=_rank))
    return ()


def near(things: Iterable[Thing], asked: str, limit: int = 8) -> tuple[Candidate, ...]:
    """Give the things whose names are most like what was asked, the likest first, at most `limit`."""
    rows = [(thing, name) for thing in things for name in _spellings(thing)]
    best: dict[str, Candidate] = {}
    for form in (fold, romanized):
        wanted = form(asked)
        if not wanted:
            continue
        hits = process.extract(
            wanted, [form(n) for _, n in rows], scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=limit * 8
        )
        for form_of_name, likeness, index in hits:
            if 2 * len(form_of_name) < len(wanted):
                continue  # "НГУ" stands in any longer word that holds its letters
            thing, name = rows[index]
            # A part found in two names is as like as can be in both: the shorter name is the likelier.
            score = round((0.8 * likeness + 0.2 * fuzz.ratio(wanted, form_of_name)) / 100, 3)
            if thing.iri not in best or best[thing.iri].score < score:
                best[thing.iri] = Candidate(thing, name, score)
    return tuple(sorted(best.values(), key=_rank)[:limit])


def _spellings(thing: Thing) -> tuple[str, ...]:
    return tuple(dict.fromkeys([thing.label, *(n.text for n in thing.names)]))


def _rank(candidate: Candidate) -> tuple[float, str, str]:
    return (-candidate.score, candidate.thing.label, candidate.thing.iri)
