"""What all pages share: they are one file that opens from disk, runs only our scripts and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError


def source(path: Path) -> str:
    """Give a script or style sheet as it stands in a page."""
    return path.read_text(encoding="utf-8").strip()


def look() -> str:
    """Give the style sheet that all pages begin with: colours by day and by night, type, links, focus."""
    return source(Path(__file__).with_name("look.css"))


def policy(scripts: Iterable[str], sheet: str) -> str:
    """Give the Content-Security-Policy that allows these scripts and this sheet, to the letter, and nothing else."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(map(_digest, scripts)),
            "style-src " + _digest(sheet),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def write(path: Path, html: str) -> int:
    """Write a page, whole or not at all, and give its size in bytes.

    Raises:
        InputError: the file cannot be written.
    """
    content = html.encode()
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", place=path, remedy="give a file in a folder that you may write to"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return len(content)


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
