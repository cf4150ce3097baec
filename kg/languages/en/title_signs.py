"""What stands around a title in a row of names and words, and says whose it is not."""

from __future__ import annotations

import re

from kg.languages.en.rows import Row
from kg.languages.lexicon import read, words


def is_clause(row: Row, first: int, last: int) -> bool:
    """Tell whether words before a name say who was in a group: "members of the delegation were | A"."""
    text = row.text[row.units.starts[first] : row.units.starts[last]].lower().split()
    grouped = not words("en", "known_groups").isdisjoint(text)
    return grouped and text[-1] in read("en", "posts")["predicates"]


def is_line(row: Row, first: int, last: int) -> bool:
    """Tell whether units are a line of their own, behind its mark: "– Rector of X: A"."""
    behind = row.codes[last + 1 :].lstrip(",.")[:1]
    start = _ANOTHER.sub("", row.codes[:first].rstrip("D"))[-1:]  # "Vice Rector and | Secretary of X: A"
    if start == "." and row.codes[last + 1 : last + 2] == ".":  # "Present were these. Rector of X: A. Dean of Y: B."
        between = row.text[row.units.ends[first] : row.units.starts[last]]
        return ":" in between or " – " in between or " — " in between
    return start in {"N", ""} and behind in {"N", ""}


_ANOTHER = re.compile(r"(?<![^N.])[MT]+&$")


def speaks(row: Row, unit: int) -> bool:
    """Tell whether the noun before "from" and a name is of somebody who belongs there: no "graduate from X"."""
    start, end = row.units.span(0, unit)
    said = row.text[start:end].lower().split()
    at = max(k for k, word in enumerate(said) if word == "from")
    return not set(said[max(0, at - 4) : at]) & set(read("en", "posts")["no_voice"])


def is_nationality(row: Row, unit: int) -> bool:
    """Tell whether a word before a name says of which country it is: "A of the Russian | Foundation"."""
    return row.text[row.units.starts[unit] : row.units.ends[unit]].lower() in read("en", "descriptions")["sides"]


def is_of_subject(row: Row, position: int, end: int) -> bool:
    """Tell whether a second title is another's, whom a verb tells of: "With A, Rector of X, | the head of Y met"."""
    return (
        row.codes[position : position + 1] == "d" and row.codes[position - 1] == "," and row.codes[end : end + 1] == "x"
    )


_PARTED = re.compile(r",[hMT]*$")
_BEGINS = re.compile(r"[^.N]*$")
_DOES = re.compile(r"(?:[oar]d?[GU])?(?:&[hT]*P)?[xv]")
_GOVERNED = re.compile(r"(?:[^T]*[owtbafuri]|[xC])d?M*T")


def behind_opening(row: Row, free: int, unit: int) -> int:
    """Give where a title of a subject may begin: behind what the sentence opens with, if that tells of another.

    "At the invitation of the rector of X, | A came" and "After talks with the dean, | Professor A spoke" say nothing of
    A's post; "At the meeting the rector of X, A said", and "With the rector of X, A, came B", do.
    """
    parted = _PARTED.search(row.codes, free, unit)
    if parted is None or _DOES.match(row.codes, unit + 1) is None:
        return free
    opening = _BEGINS.search(row.codes, free, parted.start())
    first = opening.start() if opening is not None else free
    if "," in row.codes[first : parted.start()] or _GOVERNED.match(row.codes, first, parted.start()) is None:
        return free
    if row.text[row.units.starts[first] : row.units.ends[first]].lower() not in words("en", "fronting"):
        return free
    return parted.start() + 1
