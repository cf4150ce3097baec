"""The YAML block at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from kg.errors import DocumentError

_FENCE: Final = re.compile(r"---[ \t]*")
_SINGLE: Final = frozenset({"id", "title", "lang", "published", "source"})
_NOTHING: Final = frozenset({"", "~", "null", "none"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields of a document as they are written.

    Attributes:
        fields: key → scalar value, as a string; unknown keys with lists, and keys with nothing, are left out.
        lines: key → number of its line in the file, from 1.
        body: all that stands below, unchanged.
        first: number of the body's first line in the file.
    """

    fields: Mapping[str, str]
    lines: Mapping[str, int]
    body: str
    first: int


def split(text: str, path: Path) -> FrontMatter:
    """Give the front matter and body of a text; one that does not begin with ``---`` is all body.

    Raises:
        DocumentError: the block is not closed, is no YAML, holds no keys, or several values where one belongs.
    """
    lines = text.split("\n")
    opening = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[opening]):
        return FrontMatter({}, {}, text, 1)
    closing = next((n for n, line in enumerate(lines) if n > opening and _FENCE.fullmatch(line)), None)
    if closing is None:
        raise DocumentError(
            "the front matter is not closed",
            place=f"{path}:{opening + 1}",
            remedy="put a line --- below its last key",
        )
    fields, places = _fields("\n".join(lines[opening + 1 : closing]), path, opening + 2)
    return FrontMatter(fields, places, "\n".join(lines[closing + 1 :]), closing + 2)


def _fields(source: str, path: Path, first: int) -> tuple[dict[str, str], dict[str, int]]:
    # Composed, not constructed: scalars stay as written ("no" is Norwegian, 007 keeps its zeros, a date its precision).
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        line = _line(error)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        raise DocumentError(
            f"the front matter is no YAML: {problem}",
            place=f"{path}:{first + line}",
            remedy='write "key: value" on each line, values that contain a colon or quotes in double quotes',
        ) from error
    except RecursionError as error:
        raise DocumentError(
            "the front matter is nested too deeply", place=f"{path}:{first}", remedy='write "key: value" on each line'
        ) from error
    if node is None:
        return {}, {}
    if not isinstance(node, yaml.MappingNode):
        raise DocumentError(
            "the front matter holds no keys", place=f"{path}:{first}", remedy='write "key: value" on each line'
        )
    fields: dict[str, str] = {}
    places: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if isinstance(value, yaml.ScalarNode):
            places[key.value] = first + key.start_mark.line
            if value.value.strip().lower() not in _NOTHING:
                fields[key.value] = value.value.strip()
        elif key.value in _SINGLE:
            raise DocumentError(
                f"“{key.value}” holds several values",
                place=f"{path}:{first + key.start_mark.line}",
                remedy=f'write "{key.value}: " and one value, in double quotes if it begins with [ or {{',
            )
    return fields, places


def _line(error: yaml.YAMLError) -> int:
    """Give the line where the fault is, from 0: where an unfinished key, value or list begins, not where that shows."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0
    # A block begins at its first line, whichever of its lines is at fault.
    began = None if "block" in (error.context or "") else error.context_mark
    mark = began or error.problem_mark
    return mark.line if mark else 0
