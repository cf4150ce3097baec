"""The command line: a command parses, calls one function and prints.

`app` holds what all commands share; `building`, `asking`, `looking`, `curating`, `validating`, `writing` and
`evaluating` the commands; `output` how they print.
"""

from __future__ import annotations

from kg.cli import asking, building, curating, evaluating, looking, validating, writing
from kg.cli.app import app, main

__all__ = ["app", "asking", "building", "curating", "evaluating", "looking", "main", "validating", "writing"]
