"""How pages draw each family of classes, as in style.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from kg.errors import InputError

_PATH: Final = Path(__file__).with_name("style.yaml")
_FIELDS: Final = ("classes", "dark", "light", "organization", "shape")


@cache
def style() -> Mapping[str, Mapping[str, Any]]:
    """Give how each family of classes is drawn.

    Raises:
        InputError: a family lacks a field or has an unknown one.
    """
    families: dict[str, dict[str, Any]] = yaml.safe_load(_PATH.read_text(encoding="utf-8"))["families"]
    for name, row in families.items():
        if set(row) != set(_FIELDS):
            raise InputError(f"family {name}: not as it must be", place=_PATH, remedy=", ".join(_FIELDS))
    return families
