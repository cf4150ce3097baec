"""Which files are read."""

from __future__ import annotations

import os
from collections import Counter
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


def left_alone(paths: Iterable[Path], *, apart_from: Path | None = None) -> dict[str, int]:
    """Give how many files of other extensions the folders among the paths hold, by extension, the most first.

    What is hidden is not counted, nor what linked folders hold; a file without an extension is counted under "".

    Args:
        apart_from: a folder whose files are no texts of the user, such as the store.
    """
    store = apart_from.resolve() if apart_from else None
    files = {
        file.resolve()
        for path in paths
        if path.is_dir()
        for file in _visible(path)
        if file.suffix.lower() not in SUFFIXES and file.is_file()
    }
    counts = Counter(file.suffix.lower() for file in files if store is None or store not in file.parents)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


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
    for file in _visible(folder):
        if file.suffix.lower() in SUFFIXES and file.is_file():
            yield file


def _visible(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                yield Path(parent, name)
