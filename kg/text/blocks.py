"""What each stretch of a text is: title, heading, prose, caption, credit, metadata or boilerplate.

Decided in this order:

1. Known lines around prose: ``boilerplate.yml``.
2. What the source's markup says: HTML headings, Markdown's ``# …`` (a heading) and ``![…](…)`` (a caption).
3. The title: the first stretch if it repeats the known title or, where none is known, looks like one.
4. Dates alone on a line are headings where prose stands between them (a chronicle), else metadata.
5. Shape. A line that looks like a heading (short, no punctuation at its end, capital first letter, between empty
   lines) and has prose below it is a heading. Of two such lines in a row the upper, if there is prose above it, is
   taken for the caption of a picture that the text lost; three or more in a row are a list, whose last line heads
   what follows. Without prose below, such a line is prose.
6. All else is prose, lists of people included.

Shape cannot tell a heading from a caption that has prose below it: such a caption counts as a heading. Nor can it see
a caption that ends with a full stop.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Final

from kg.records import Block, BlockKind
from kg.text.layout import Stretch, stretches
from kg.text.phrases import PhraseKind, Reading, recognise

_LONGEST_HEADING: Final = 200  # letters; a Han character counts for three
_HAN: Final = re.compile("[\u3400-\u9fff]")
_ENDED: Final = re.compile(r"[.!?…。！？,;:，；：、—–-][»”’\"')\]）」』*_]*$")
_TITLE_ENDED: Final = re.compile(r"[.。,;:，；：、—–-][»”’\"')\]）」』*_]*$")
_ITEM: Final = re.compile(r"[-*•–—·▪►+]\s")
_MARKDOWN_HEADING: Final = re.compile(r"#{1,6}\s+\S")
_MARKDOWN_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_MARKS: Final = re.compile(r"^#{1,6}\s+|\s+#+$")
_EMPHASIS: Final = re.compile(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_AROUND: Final = frozenset({BlockKind.METADATA, BlockKind.CREDIT, BlockKind.BOILERPLATE, BlockKind.CAPTION})
_TITLES: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_NOT_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks of a text and what stands written around its prose.

    Attributes:
        blocks: in order; together they hold every character that is not white space.
        title: what the title block says, without markup; None where there is none.
        readings: what the known lines say, in the order of the text.
    """

    blocks: tuple[Block, ...]
    title: str | None
    readings: tuple[Reading, ...]


def outline(text: str, title: str | None = None, marks: Mapping[int, BlockKind] = MappingProxyType({})) -> Outline:
    """Give the outline of a text.

    Args:
        text: lines ended by ``\\n``.
        title: the document's, where it is known from elsewhere.
        marks: offset of a line → what the source's markup says it is.
    """
    look = functools.cache(recognise)
    units = stretches(text, lambda line: bool(_MARKDOWN_HEADING.match(line) or look(line)))
    contents = [text[unit.start : unit.end] for unit in units]
    readings = [look(said) for said in contents]
    kinds = [
        _by_markup(said, reading, marks.get(unit.start))
        for unit, said, reading in zip(units, contents, readings, strict=True)
    ]
    found = _mark_title(kinds, contents, title) if title is not None else _find_title(kinds, contents, units)
    _head_entries(kinds, readings)
    rosters = [reading is not None and reading.phrase.kind is PhraseKind.ROSTER for reading in readings]
    shapely = [
        kind is None and unit.alone and not roster and _heading_like(said)
        for kind, unit, said, roster in zip(kinds, units, contents, rosters, strict=True)
    ]
    blocks = tuple(
        Block(kind, unit.start, unit.end) for kind, unit in zip(_by_shape(kinds, shapely), units, strict=True)
    )
    return Outline(blocks, found, tuple(reading for reading in readings if reading))


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines differ in nothing but case, punctuation, white space and markup.

    >>> same_words("# **Visit** to Xi'an", "Visit to Xi’an.")
    True
    """
    return _NOT_WORD.sub("", one).casefold() == _NOT_WORD.sub("", other).casefold() != ""


def _by_markup(said: str, reading: Reading | None, mark: BlockKind | None) -> BlockKind | None:
    if reading and reading.phrase.kind is not PhraseKind.ROSTER:
        return BlockKind(reading.phrase.kind.value)
    if mark or _MARKDOWN_HEADING.match(said):
        return mark or BlockKind.HEADING
    return BlockKind.CAPTION if _MARKDOWN_IMAGE.fullmatch(said) else None


def _mark_title(kinds: list[BlockKind | None], contents: list[str], title: str) -> str | None:
    repeats = [n for n, said in enumerate(contents) if same_words(said, title)]
    for n in repeats:
        kinds[n] = BlockKind.HEADING
    if not repeats or any(kind not in _AROUND for kind in kinds[: repeats[0]]):
        return None
    kinds[repeats[0]] = BlockKind.TITLE
    return title


def _find_title(kinds: list[BlockKind | None], contents: list[str], units: tuple[Stretch, ...]) -> str | None:
    first = next((n for n, kind in enumerate(kinds) if kind not in _AROUND), None)
    if first is None or first == len(units) - 1:
        return None
    if kinds[first] is not BlockKind.HEADING and not (units[first].alone and _title_like(contents[first])):
        return None
    kinds[first] = BlockKind.TITLE
    return " ".join(_EMPHASIS.sub(r"\2", _MARKS.sub("", contents[first])).split())


def _head_entries(kinds: list[BlockKind | None], readings: list[Reading | None]) -> None:
    prose = [n for n, kind in enumerate(kinds) if kind is None]
    bare = [n for n, reading in enumerate(readings) if reading and reading.is_bare_date and kinds[n] not in _TITLES]
    if any(prose[0] < n < prose[-1] for n in bare if prose):
        for n in bare:
            if n < prose[-1]:
                kinds[n], readings[n] = BlockKind.HEADING, None


def _title_like(said: str) -> bool:
    return _short(said) and not _TITLE_ENDED.search(said) and not _ITEM.match(said)


def _heading_like(said: str) -> bool:
    letter = next((char for char in said if char.isalnum()), "")
    return _short(said) and not _ENDED.search(said) and not _ITEM.match(said) and bool(letter) and not letter.islower()


def _short(said: str) -> bool:
    return said.count("\n") <= 1 and len(said) + 2 * len(_HAN.findall(said)) <= _LONGEST_HEADING


def _by_shape(kinds: list[BlockKind | None], shapely: list[bool]) -> list[BlockKind]:
    shaped = [kind or BlockKind.PARAGRAPH for kind in kinds]
    for run in _runs(shapely):
        below = next((n for n in range(run.stop, len(kinds)) if kinds[n] not in _AROUND), None)
        if below is None or kinds[below] is not None:
            continue
        shaped[run[-1]] = BlockKind.HEADING
        if len(run) == 2:
            prose_above = run.start > 0 and shaped[run.start - 1] is BlockKind.PARAGRAPH
            shaped[run[0]] = BlockKind.CAPTION if prose_above else BlockKind.HEADING
    return shaped


def _runs(flags: list[bool]) -> Iterator[range]:
    start = 0
    for flag, group in groupby(flags):
        stop = start + sum(1 for _ in group)
        if flag:
            yield range(start, stop)
        start = stop
