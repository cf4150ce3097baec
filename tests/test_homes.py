"""Words of a language stand in ``kg/languages``: the stages that read its sentences ask for lists by name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

HERE = Path(kg.__file__).parent
STAGES = sorted([*(HERE / "facts").rglob("*.py"), *(HERE / "entities").glob("*.py")])
PRINTED = frozenset({"lower_", "lemma_", "norm_", "orth_"})


def literal_words(tree: ast.AST) -> Iterator[str]:
    """Give the words that a token's print or lemma is compared with in the code itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(isinstance(part, ast.Attribute) and part.attr in PRINTED for side in sides for part in _parts(side)):
                values = [part.value for side in sides for part in _parts(side) if isinstance(part, ast.Constant)]
                yield from (v for v in values if isinstance(v, str) and any(ch.isalpha() for ch in v))


NOTATION = frozenset({"not "})  # of the frames: "not Visit" excludes a class
KEYS = re.compile(r"https\??:|[a-z-]+/$")  # of addresses and things
CUTS = frozenset(
    {"split", "rsplit", "partition", "rpartition", "startswith", "endswith", "removeprefix", "removesuffix"}
)


def cut_words(tree: ast.AST) -> Iterator[str]:
    """Give the words by which texts are cut, begin or end in the code itself, or that its patterns hold."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        patterns = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if not patterns and node.func.attr not in CUTS:
            continue
        for literal in _literals(node.args[0]):
            said = re.sub(r"\\.|\[[^\]]*\]|\(\?P?<\w+>|\(\?\(\w+\)", " ", literal) if patterns else literal
            if re.search(r"[^\W\d_]{2,}", KEYS.sub(" ", said)) and literal not in NOTATION:
                yield literal


def _literals(value: ast.expr) -> Iterator[str]:
    """Give the strings that a value is made of, but not the names by which it looks something up."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif not isinstance(value, ast.Call | ast.Subscript | ast.FormattedValue):
        for part in ast.iter_child_nodes(value):
            if isinstance(part, ast.expr):
                yield from _literals(part)


def _parts(side: ast.expr) -> list[ast.expr]:
    return list(side.elts) if isinstance(side, ast.Tuple | ast.Set | ast.List) else [side]


@pytest.mark.parametrize("path", STAGES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_stage_holds_words_of_a_language(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [*literal_words(tree), *cut_words(tree)] == []


def test_the_stages_were_found() -> None:
    assert len(STAGES) > 35


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('token.lower_ == "of"', ["of"]),
        ('(child.dep_, child.lower_) == ("conj", "by")', ["conj", "by"]),
        ('token.lemma_ in {"be", "have"}', ["be", "have"]),
        ('token.lower_ == "," or token.dep_ == "pobj"', []),
    ],
)
def test_words_in_code_are_seen(code: str, found: list[str]) -> None:
    assert sorted(literal_words(ast.parse(code))) == sorted(found)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('re.split(r" of the |,", name)', [" of the |,"]),
        ('re.compile(rf"(?:{title}) and")', [") and"]),
        ('name.partition(" of ")[0]', [" of "]),
        ('name.startswith(("the ", "an "))', ["the ", "an "]),
        ('name.lower().removesuffix(" university")', [" university"]),
        ('re.compile(r"[a-z]+\\bof\\b")', [r"[a-z]+\bof\b"]),
        # shapes, keys, notation, and what is looked up
        ('re.compile(r"(?P<first>[A-Z][a-z]+)\\s\\d")', []),
        ('entity.startswith("person/")', []),
        ('cls.startswith("not ")', []),
        ('re.compile(row["pattern"])', []),
        ('name.split(", ")', []),
    ],
)
def test_words_that_cut_texts_are_seen(code: str, found: list[str]) -> None:
    assert list(cut_words(ast.parse(code))) == found
