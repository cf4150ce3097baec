"""A sentence as a line of words with what it names as capital letters, and patterns over such lines as data.

"Jilin University signed an agreement on optics" may read ``G signed an A on F``. Each file of patterns says in its head
comment which letters its lines have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.errors import LanguageError
from kg.languages.codes import expand
from kg.languages.lexicon import read
from kg.records import Lang


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a line: what patterns see of it, the characters that it covers, and the last of its tokens."""

    text: str
    start: int
    end: int
    token: Token


class Line:
    """Pieces with one blank between them, and back from a place in their text to the piece that stands there."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.text = " ".join(piece.text for piece in pieces)
        self._at: dict[int, int] = {}
        position = 0
        for number, piece in enumerate(pieces):
            self._at[position] = number
            position += len(piece.text) + 1

    def number(self, position: int) -> int:
        """Give which piece begins at a place in the text; behind the last one how many there are."""
        return self._at.get(position, len(self.pieces))

    def group(self, match: re.Match[str], name: str) -> Piece | None:
        """Give the piece that a group of a match is, None where the pattern lacks the group or it is empty."""
        if match.re.groupindex.get(name) is None or match[name] is None:
            return None
        return self.pieces[self._at[match.start(name)]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying something.

    Attributes:
        row: the pattern with its examples as the file has it.
    """

    id: str
    regex: re.Pattern[str]
    row: Mapping[str, Any]


@cache
def patterns(lang: Lang, name: str, fields: frozenset[str]) -> tuple[Pattern, ...]:
    """Give the patterns of ``kg/languages/<lang>/<name>.yml``, in its order.

    Args:
        fields: those that its rows may have beside id, pattern, like and unlike.

    Raises:
        LanguageError: a row has a field that is not known, its pattern is none, or an id stands twice.
    """
    place = f"kg/languages/{lang}/{name}.yml"
    data = read(lang, name)
    found: dict[str, Pattern] = {}
    for row in data["patterns"]:
        if unknown := set(row) - {"id", "pattern", "like", "unlike", *fields}:
            raise LanguageError(f"{row.get('id')}: unknown field {sorted(unknown)[0]!r}", place=place)
        if row["id"] in found:
            raise LanguageError(f"the id {row['id']!r} stands twice", place=place)
        try:
            regex = re.compile(rf"(?<!\S)(?:{expand(row['pattern'], data['parts']).pattern})(?:(?<=\s)|(?!\S))")
        except (re.error, KeyError) as error:
            raise LanguageError(f"{row['id']}: no pattern: {error}", place=place) from error
        found[row["id"]] = Pattern(row["id"], regex, row)
    return tuple(found.values())
