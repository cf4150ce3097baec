"""Words of a language stand in ``kg/languages``: the stages that read its sentences ask for lists by name."""

from __future__ import annotations

import ast
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


def _parts(side: ast.expr) -> list[ast.expr]:
    return list(side.elts) if isinstance(side, ast.Tuple | ast.Set | ast.List) else [side]


@pytest.mark.parametrize("path", STAGES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_stage_holds_words_of_a_language(path: Path) -> None:
    assert list(literal_words(ast.parse(path.read_text(encoding="utf-8")))) == []


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
