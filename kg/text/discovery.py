"""Which files are read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kg.errors import DocumentError

SUFFIXES: Final = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
"""Extensions of the files that can be read, in any case."""

_REMEDY: Final = f"files that can be read end in {', '.join(SUFFIXES)}"


def discover(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give every readable file that the paths name or, in folders, hold at any depth: each once, ordered by path.

    In folders, hidden files and folders, linked folders, and files of other extensions are passed over.

    Raises:
        DocumentError: a path does not exist; a file has another extension; a folder holds nothing readable.
    """
    found: dict[Path, Path] = {}
    for file in sorted({file for path in paths for file in _files(path)}, key=lambda file: file.as_posix()):
        found.setdefault(file.resolve(), file)
    return tuple(found.values())


def unknown_kind(path: Path) -> DocumentError:
    """Give the error for a file whose extension is not known."""
    return DocumentError(f"“{path.suffix or path.name}” is no kind of file known here", place=path, remedy=_REMEDY)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        inside = list(_walk(path))
        if not inside:
            raise DocumentError("the folder holds no file that can be read", place=path, remedy=_REMEDY)
        yield from inside
    elif not path.exists():
        raise DocumentError("there is no such file or folder", place=path, remedy="check the spelling of the path")
    elif path.suffix.lower() not in SUFFIXES:
        raise unknown_kind(path)
    else:
        yield path


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in SUFFIXES and file.is_file():
                yield file
