"""Where the data that ships with the package lies: beside it in a wheel, above it in a checkout."""

from __future__ import annotations

from pathlib import Path

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
