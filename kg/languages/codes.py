"""Patterns over a sequence of units, each written as one letter, so that a regular expression can walk it.

A unit is a token or a name already found. The letter says what kind of word it is; what the letters
mean is a language's own table. Matches come back as ranges of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Units:
    """A text as units: `codes[k]` is the letter of unit k, which spans characters `starts[k]`–`ends[k]`."""

    codes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the characters that the units `first` up to `last` (not included) cover."""
        return self.starts[first], self.ends[last - 1]


def units(pieces: Sequence[tuple[str, int, int]]) -> Units:
    """Give the units of (letter, start, end) triples."""
    return Units(
        "".join(letter for letter, _, _ in pieces),
        tuple(start for _, start, _ in pieces),
        tuple(end for _, _, end in pieces),
    )


def expand(pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    """Compile a pattern in which ``<NAME>`` stands for a part, itself a pattern in which earlier parts may stand."""
    done: dict[str, str] = {}
    for name, part in parts.items():
        done[name] = _fill(part, done)
    return re.compile(_fill(pattern, done))


def _fill(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"(?<!\(\?P)(?<!\(\?)<([A-Z][A-Z0-9_]*)>", lambda match: f"(?:{parts[match[1]]})", pattern)


def matches(pattern: re.Pattern[str], codes: str) -> Iterator[re.Match[str]]:
    """Give the non-empty matches of a pattern, leftmost first, not overlapping."""
    return (match for match in pattern.finditer(codes) if match.end() > match.start())
