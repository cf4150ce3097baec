"""The data that ships with the package: its place (beside it in a wheel, above it in a checkout) and its reading."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from kg.errors import InputError

_Content = TypeVar("_Content")

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE / "_data", _PACKAGE.parent)


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder, such as ``resource("ontology", "srac.ttl")``.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    for home in _HOMES:
        path = home.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"{'/'.join(parts)} is missing from this installation of kg; install the wheel again")


def decoded(path: Path, content: type[_Content], what: str, remedy: str) -> _Content:
    """Give what a YAML file holds, or a JSON file by its suffix.

    Args:
        content: the type that it must have.
        what: the file is none of, where it has another shape: "floors".

    Raises:
        InputError: the file cannot be read, or is not of that type.
    """
    decode = msgspec.json.decode if path.suffix == ".json" else msgspec.yaml.decode
    try:
        return decode(path.read_bytes(), type=content)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=path, remedy=remedy) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"no {what}: {error}", place=path, remedy=remedy) from error
