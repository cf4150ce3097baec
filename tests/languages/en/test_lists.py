"""The lists of words of English: each is read by the code, and each says what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.languages.lexicon import read

HERE = Path(kg.__file__).parent
CODE = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.rglob("*.py")))
FILES = ("words", "names", "posts", "people", "descriptions")


def lines(file: str) -> list[str]:
    return (HERE / "languages" / "en" / f"{file}.yml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("file", FILES)
def test_every_list_is_read(file: str) -> None:
    assert [key for key in read("en", file) if not re.search(rf"""["']{re.escape(key)}["']""", CODE)] == []


@pytest.mark.parametrize("file", FILES[1:])
def test_every_list_is_told_of_by_its_name(file: str) -> None:
    """A comment is "# name: what it holds", or "# one, other: …" for lists that are told of together."""
    comments = "\n".join(line for line in lines(file) if line.startswith("#"))
    assert [key for key in read("en", file) if not re.search(rf"(?<!\w){key}[:,]", comments)] == []


def test_every_list_of_words_stands_under_a_comment() -> None:
    """A comment tells of the lists below it, up to the next comment or empty line."""
    told, bare = False, []
    for line in lines("words"):
        if line.startswith("#"):
            told = True
        elif not line.strip():
            told = False
        elif (key := re.match(r"([a-z_]+):", line)) and not told:
            bare.append(key[1])
    assert bare == []
