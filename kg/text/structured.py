"""JSON and JSON Lines → drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kg.errors import DocumentError
from kg.text.decoding import normalise
from kg.text.drafts import Draft, known_field

_SHAPE: Final = 'write an object like {"id": …, "title": …, "lang": …, "published": …, "source": …, "text": …}'


def objects(source: str, path: Path) -> Iterator[Draft | DocumentError]:
    """Give the drafts of a JSON file, which holds one object or an array of them.

    The draft without id of an array is named after the file and its position there, from 1. What cannot be used
    comes as an error in its place.

    Raises:
        DocumentError: the file is no JSON.
    """
    try:
        content = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise _no_json(error, path, _line(source, error)) from error
    if not isinstance(content, list):
        yield _draft(content, path, path.stem, str(path))
        return
    if not content:
        raise DocumentError("the array is empty", place=path, remedy=_SHAPE)
    for number, item in enumerate(content, start=1):
        yield _draft(item, path, f"{path.stem}-{number}", f"{path}, object {number}")


def lines(source: str, path: Path) -> Iterator[Draft | DocumentError]:
    """Give the drafts of a JSON Lines file, one object a line; what cannot be used comes as an error in its place.

    A draft without id is named after the file and its line, from 1.
    """
    for number, line in enumerate(source.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _no_json(error, path, number)
        else:
            yield _draft(content, path, f"{path.stem}-{number}", f"{path}:{number}")


def _line(source: str, error: ValueError | RecursionError) -> int | None:
    """Give the line of the fault: the last with anything in it where the end came too early."""
    if not isinstance(error, json.JSONDecodeError):
        return None
    return source.count("\n", 0, min(error.pos, len(source.rstrip()))) + 1


def _no_json(error: ValueError | RecursionError, path: Path, line: int | None) -> DocumentError:
    # A ValueError that is no JSONDecodeError: a number of more digits than Python reads.
    reason = "nested too deeply" if isinstance(error, RecursionError) else getattr(error, "msg", "a number is too long")
    return DocumentError(f"no JSON: {reason}", place=f"{path}:{line}" if line else path, remedy=_SHAPE)


def _draft(content: object, path: Path, name: str, place: str) -> Draft | DocumentError:
    if not isinstance(content, dict):
        return DocumentError("it is no JSON object", place=place, remedy=_SHAPE)
    fields: dict[str, str] = {}
    for key, value in content.items():
        if value is None or value == "" or not known_field(key):
            continue
        said = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if not isinstance(said, str):
            return DocumentError(f"“{key}” is not a string", place=place, remedy=f"write it in double quotes; {_SHAPE}")
        try:
            fields[key] = normalise(said, path)
        except DocumentError as error:
            return DocumentError(f"“{key}”: {error.reason}", place=place, remedy=error.remedy)
    draft = Draft("", fields, name, path, place)
    text = draft.get("text")
    return replace(draft, text=text) if text else DocumentError("it has no text", place=place, remedy=_SHAPE)
