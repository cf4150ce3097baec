"""Lines of a text → stretches that are one unit of prose each.

In digests a line is a paragraph. Some texts, though, were wrapped by an editor or mail programme, so that a paragraph
runs over several lines. They betray themselves: no line is long, and nearly every line is so full that the first
word of the next one would not have fitted. In such a text a stretch spans the lines of a paragraph, otherwise one line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LINE: Final = re.compile(r"[^\n]+")
_FIRST_WORD: Final = re.compile(r"[\u3000-\u9fff\uff00-\uffef]{1,2}|\S[^\s\u3000-\u9fff]*")
_ITEM: Final = re.compile(r"(?:[-*•–—·▪►]|\d{1,3}[.)、])\s*\S")

_WIDTHS: Final = range(40, 121)  # columns; a Han character takes two
_FULL_SHARE: Final = 0.8
_LEAST_FULL: Final = 2
_RUNNING_ON_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text, without white space around it; `alone` if empty lines stand on both sides."""

    start: int
    end: int
    alone: bool


def stretches(text: str, stands_apart: Callable[[str], bool]) -> tuple[Stretch, ...]:
    """Give the stretches of a text, in order, that together hold all that is not white space.

    Args:
        text: lines ended by ``\\n``.
        stands_apart: tells of a line that it is no prose and thus never part of a wrapped paragraph.
    """
    lines = tuple(_lines(text))
    joints = [
        (above, below)
        for above, below in pairwise(lines)
        if below.run == above.run
        and not _ITEM.match(below.text)
        and not stands_apart(above.text)
        and not stands_apart(below.text)
    ]
    width = max((_columns(line.text) for line in lines if not stands_apart(line.text)), default=0)
    wrapped = _wrapped(joints, width)
    joined = {below.start for above, below in joints if wrapped and _full(above, below, width)}
    sizes: dict[int, int] = {}
    groups: list[list[_Line]] = []
    for line in lines:
        if line.start in joined:
            groups[-1].append(line)
        else:
            groups.append([line])
            sizes[line.run] = sizes.get(line.run, 0) + 1
    # Where no empty line parts anything, each line is as much alone as the next.
    dense = len(groups) > 1 and len(sizes) == 1
    return tuple(Stretch(group[0].start, group[-1].end, dense or sizes[group[0].run] == 1) for group in groups)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    end: int
    run: int  # number of the run of lines without an empty one between them


def _lines(text: str) -> Iterator[_Line]:
    run, last = 0, 0
    for found in _LINE.finditer(text):
        line = found[0]
        content = line.strip()
        if not content:
            continue
        start = found.start() + len(line) - len(line.lstrip())
        if text.count("\n", last, start) > 1:
            run += 1
        last = start + len(content)
        yield _Line(content, start, last, run)


def _wrapped(joints: list[tuple[_Line, _Line]], width: int) -> bool:
    if width not in _WIDTHS:
        return False
    full = [(above, below) for above, below in joints if _full(above, below, width)]
    running_on = sum(not below.text[0].isupper() for _, below in full)
    return len(full) >= max(_LEAST_FULL, _FULL_SHARE * len(joints)) and running_on >= _RUNNING_ON_SHARE * len(full)


def _full(above: _Line, below: _Line, width: int) -> bool:
    word = _FIRST_WORD.match(below.text)
    return _columns(above.text) + 1 + _columns(word[0] if word else "") > width


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
