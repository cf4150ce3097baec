"""Write ``kg/languages/en/given.yml``: Russian given names in Latin letters, out of a maintained package.

The names come from mimesis (MIT); each is written by the romanizations in use on pages and in passports, since a text
may follow any of them. Names that are common English words or shorter than four letters are left out.

    python -m tools.given_names            writes the file
    python -m tools.given_names --check    only says whether it would change
"""

from __future__ import annotations

import json
import re
import sys
from importlib.resources import files
from pathlib import Path

import iuliia  # type: ignore[import-untyped]

TARGET = Path(__file__).resolve().parent.parent / "kg" / "languages" / "en" / "given.yml"
SCHEMES = (
    iuliia.WIKIPEDIA, iuliia.BGN_PCGN, iuliia.ICAO_DOC_9303, iuliia.TELEGRAM, iuliia.MOSMETRO, iuliia.ALA_LC_ALT
)  # fmt: skip
WORDS = frozenset(["august", "milan", "felix", "karp", "luka", "vera", "donat", "frol", "sila", "mark"])
LEAST = 4
HEAD = """\
# Russian given names in Latin letters, written by tools/given_names.py out of mimesis (MIT); not edited by hand.
# Further names stand in people.yml.
"""


def names() -> list[str]:
    """Give the names, lower case, in alphabetical order."""
    data = json.loads(files("mimesis").joinpath("datasets/ru/person.json").read_text(encoding="utf-8"))
    cyrillic = {name for group in data["names"].values() for name in group}
    found = {scheme.translate(name).lower() for name in cyrillic for scheme in SCHEMES}
    return sorted(n for n in found if len(n) >= LEAST and re.fullmatch("[a-z]+", n) and n not in WORDS)


def text() -> str:
    """Give the file's text."""
    lines, line = [], "["
    for name in names():
        if len(line) + len(name) > 116:
            lines.append(line.rstrip())
            line = " "
        line += f"{name}, "
    return HEAD + "\n".join([*lines, line.rstrip(", ") + "]"]) + "\n"


def main() -> int:
    """Write the file, or with --check tell whether it would change."""
    wanted = text()
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != wanted)
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
