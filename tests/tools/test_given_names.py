"""The file of Russian given names: what ships is what the package gives, and what is in it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

from kg.languages.origins import given_names
from tools import given_names as module


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["given_names", *arguments])
    return module.main()


def test_what_ships_is_what_the_package_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    before = module.TARGET.read_bytes()
    assert run(monkeypatch, "--check") == 0, "run python -m tools.given_names"
    assert module.TARGET.read_bytes() == before


def test_the_file_is_written_once_and_says_the_same_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "given.yml"
    target.write_text("[ivan]\n", encoding="utf-8")
    monkeypatch.setattr(module, "TARGET", target)
    assert run(monkeypatch, "--check") == 1
    assert target.read_text(encoding="utf-8") == "[ivan]\n", "--check writes nothing"
    assert run(monkeypatch) == 0
    assert run(monkeypatch, "--check") == 0
    written = target.read_bytes()
    assert run(monkeypatch) == 0
    assert target.read_bytes() == written


def test_the_file_says_the_names_in_short_lines() -> None:
    text = module.text()
    assert text.startswith(module.HEAD)
    assert yaml.safe_load(text) == module.names()
    assert all(line == line.rstrip() and len(line) <= 120 for line in text.splitlines())


def test_names_are_whole_words_in_order() -> None:
    names = module.names()
    assert names == sorted(set(names))
    assert len(names) > 500
    assert all(re.fullmatch("[a-z]{4,}", name) for name in names)


@pytest.mark.parametrize("name", ["dmitry", "dmitriy", "dmitrii", "yury", "iurii", "ekaterina", "sergei", "sergey"])
def test_each_spelling_is_known(name: str) -> None:
    assert name in module.names()
    assert name in given_names()


@pytest.mark.parametrize("word", [*sorted(module.WORDS), "yan", "li", "june", "university"])
def test_words_and_short_names_are_left_out(word: str) -> None:
    assert word not in module.names()


def test_left_out_words_are_names_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORDS", frozenset())
    assert {"vera", "mark"} <= set(module.names())
