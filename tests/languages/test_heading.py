"""Who is at the head of a group."""

from __future__ import annotations

import pytest

from kg.languages import load
from kg.languages.heading import at_its_head


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A delegation of Jilin University with Ivan Sokolov at its head came.", "Ivan Sokolov"),
        ("A delegation, with Ivan Sokolov, rector, as its leader, came.", "Ivan Sokolov, rector"),
        ("A delegation came with Ivan Sokolov at its head.", None),
        ("A delegation of Jilin University with Ivan Sokolov came.", None),
        ("A delegation and Ivan Sokolov at the head of the table waited.", None),
        ("A delegation.", None),
    ],
)
def test_heads(text: str, head: str | None) -> None:
    (group,) = [token for token in load("en")(text) if token.text == "delegation"]
    found = at_its_head(group)
    assert (found.text if found is not None else None) == head
