"""The folder of a store: generations, of which one is current, so that a build is seen whole or not at all.

```
kg-store/
  CURRENT               name of the generation that readers open; replaced in one step
  .lock                 held by the one process that writes; the system frees it when that dies
  generation-000007/
    manifest.json       format of the store, base of its IRIs
    analyses.jsonl.gz   the analysed documents, a record a line, by id
    curation.json       what the user's analysts decided, where they decided anything
    oxigraph/           the quads
```
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec
from filelock import FileLock, Timeout

from kg.errors import StoreError

FORMAT: Final = 1
"""Version of this layout and of the records in it; a store of another one is built anew."""

_CURRENT: Final = "CURRENT"
_LOCK: Final = ".lock"
_GENERATION = re.compile(r"generation-(\d{6,})")
REBUILD: Final = "delete the folder and build again from the texts: kg build"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What has to be known before anything else of a generation is read."""

    format: int
    base: str


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Hold the right to write a store; may be entered again by whoever holds it already.

    Hold it from reading the old analyses to writing the new store, or two builds lose each other's documents.

    Raises:
        StoreError: another process holds it, or the folder is something else than a store.
    """
    _check_ours(directory)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(directory.resolve() / _LOCK, timeout=0, is_singleton=True)
        lock.acquire()
    except Timeout as error:
        raise StoreError(
            "another build is writing this store",
            place=directory,
            remedy="wait until it has finished, or name another --store",
        ) from error
    except OSError as error:
        raise StoreError(
            f"cannot be written: {error.strerror}", place=directory, remedy="name another --store"
        ) from error
    try:
        yield
    finally:
        lock.release()


def current(directory: Path) -> Path | None:
    """Give the folder of the current generation, None where nothing was built yet.

    Raises:
        StoreError: the folder is damaged or was written in another format.
    """
    try:
        name = (directory / _CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("the store cannot be read", place=directory / _CURRENT, remedy=REBUILD) from error
    generation = directory / name
    if not _GENERATION.fullmatch(name) or not generation.is_dir():
        raise StoreError("the store is damaged: its current generation is missing", place=directory, remedy=REBUILD)
    return generation


def manifest(generation: Path) -> Manifest:
    """Give the manifest of a generation.

    Raises:
        StoreError: it is missing, damaged, or of another format.
    """
    place = generation.parent
    try:
        fields = msgspec.json.decode((generation / "manifest.json").read_bytes())
        version = fields["format"]
        if version == FORMAT:
            return msgspec.convert(fields, Manifest)
    except (OSError, msgspec.MsgspecError, KeyError, TypeError) as error:
        raise StoreError("the store is damaged: its manifest cannot be read", place=place, remedy=REBUILD) from error
    raise StoreError(
        f"the store has format {version}, this version of kg reads format {FORMAT}", place=place, remedy=REBUILD
    )


@contextmanager
def next_generation(directory: Path, base: str) -> Iterator[Path]:
    """Give an empty folder to fill; when the block ends without an error it is the current generation.

    Whatever happens inside the block, the power failing included, readers see the previous generation until then.
    Must be called while `writing`.
    """
    _remove_all_but(directory, _name(directory))
    taken = [int(found[1]) for path in directory.iterdir() if (found := _GENERATION.fullmatch(path.name))]
    generation = directory / f"generation-{max(taken, default=0) + 1:06d}"
    generation.mkdir()
    try:
        yield generation
        encoded = msgspec.json.encode(Manifest(FORMAT, base))
        _write_durably(generation / "manifest.json", encoded + b"\n")
        _sync(generation)
        _write_durably(directory / f"{_CURRENT}.new", f"{generation.name}\n".encode())
        (directory / f"{_CURRENT}.new").replace(directory / _CURRENT)
        _sync(directory)
    except BaseException:
        if _name(directory) != generation.name:
            shutil.rmtree(generation, ignore_errors=True)
        raise
    _remove_all_but(directory, generation.name)


def _name(directory: Path) -> str | None:
    try:
        return (directory / _CURRENT).read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None


def _remove_all_but(directory: Path, kept: str | None) -> None:
    # Readers that have an older generation open keep its files until they close them.
    for path in directory.iterdir():
        if _GENERATION.fullmatch(path.name) and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


def _check_ours(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise StoreError("is a file, not a folder", place=directory, remedy="name a new or empty folder with --store")
    names = {path.name for path in directory.iterdir()}
    if _CURRENT not in names and any(not _GENERATION.fullmatch(name) for name in names - {_LOCK, f"{_CURRENT}.new"}):
        raise StoreError(
            "is no store and holds other files", place=directory, remedy="name a new or empty folder with --store"
        )


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(directory: Path) -> None:
    # Without it a power cut may forget a rename that has already been reported; not every system can do it.
    try:
        handle = os.open(directory, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
