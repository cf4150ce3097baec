"""Annotated documents: the files of a folder, the set each belongs to, and where their texts lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.resources import decoded
from kg.views.evaluation.gold import Gold, load_gold

DEVELOPMENT: Final = "development"
"""The set of what belongs to a folder that names no sets."""
HELDOUT: Final = "heldout"
"""The set that teaches nothing, neither people nor models: it tells how texts are read that nobody has seen."""
LEARNING: Final = "learning"
"""The set that models learn from, and of which who writes rules sees no more than lists of names that are not met: for
models such a text is like a user's."""
UNREAD: Final = frozenset({HELDOUT, LEARNING})
"""The sets whose errors are shown to those only who ask for them by name."""
SETS: Final = "sets.yml"

Sets = Mapping[str, tuple[str, ...]]
"""Name of a set → patterns of document ids."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation made by hand, and the set that its document belongs to."""

    gold: Gold
    set: str


def load_annotations(paths: Iterable[Path]) -> tuple[Annotation, ...]:
    """Give the annotations in files, and in folders of .json files, ordered by document.

    Raises:
        InputError: there is no such path, a folder holds none, a file is no annotation, two are of one document,
            or a document belongs to no set.
    """
    files = {file.resolve(): file for path in paths for file in _files(path)}
    sets = {folder: load_sets(folder) for folder in {file.parent for file in files.values()}}
    found: dict[str, Annotation] = {}
    for file in sorted(files.values(), key=lambda file: file.as_posix()):
        gold = load_gold(file)
        one = Annotation(gold, set_of(gold.id, sets[file.parent], file.parent / SETS))
        if (known := found.setdefault(gold.id, one)) is not one:
            raise InputError(f"annotates {gold.id}, as {known.gold.path} does", place=file, remedy="name one of them")
    return tuple(found[key] for key in sorted(found))


def load_sets(folder: Path) -> Sets:
    """Give the sets that a folder's `sets.yml` names, in its order; one of everything where there is no such file.

    Raises:
        InputError: the file cannot be read or is not as its head comment says.
    """
    path = folder / SETS
    if not path.exists():
        return {DEVELOPMENT: ("*",)}
    sets: Sets = decoded(
        path, dict[str, tuple[str, ...]], "sets", "write the name of each set with the list of its documents"
    )
    return sets


def set_of(document: str, sets: Sets, place: Path) -> str:
    """Give the first set that a document belongs to.

    >>> set_of("en-2", {"heldout": ("en-1",), "development": ("en-*",)}, Path("sets.yml"))
    'development'

    Raises:
        InputError: it belongs to none.
    """
    for name, patterns in sets.items():
        if any(fnmatchcase(document, pattern) for pattern in patterns):
            return name
    raise InputError(f"{document} belongs to no set", place=place, remedy="add it to one, or a pattern that takes it")


def digest(annotations: Iterable[Annotation]) -> str:
    """Give the SHA-256 of annotations: what `sha256sum FILE… | sha256sum` says of their files in order."""
    files = sorted((Path(one.gold.path or one.gold.id).name, one.gold.sha256) for one in annotations)
    return hashlib.sha256("".join(f"{sha256}  {name}\n" for name, sha256 in files).encode()).hexdigest()


def texts_beside(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the folders in which the texts of annotations lie where nobody says otherwise: `digests` beside theirs.

    Raises:
        InputError: there is no such folder.
    """
    homes = dict.fromkeys((path if path.is_dir() else path.parent).absolute() for path in paths)
    for home in homes:
        if not (home.parent / "digests").is_dir():
            raise InputError("there is no folder digests beside it", place=home, remedy="say where the texts are")
    return tuple(dict.fromkeys(home.parent / "digests" for home in homes))


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(
            "there is no such file or folder", place=path, remedy="name a folder of annotations, or files of them"
        )
    if not path.is_dir():
        return [path]
    files = [file for file in sorted(path.glob("*.json")) if not file.name.startswith(".")]
    if not files:
        raise InputError("the folder holds no annotation", place=path, remedy="annotations are .json files")
    return files
