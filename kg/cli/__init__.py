"""The command line: a command parses, calls one function and prints.

`app` holds what all commands share; `building`, `asking`, `looking`, `writing` and `evaluating` the commands; `output`
how they print.
"""

from __future__ import annotations

from kg.cli import asking, building, evaluating, looking, writing
from kg.cli.app import app, main

__all__ = ["app", "asking", "building", "evaluating", "looking", "main", "writing"]
