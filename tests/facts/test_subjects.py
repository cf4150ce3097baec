"""What agreements and events are about: the examples beside the patterns, and what counts as a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.languages.lexicon import read

DATA = read("en", "subjects")
ROWS = [*DATA["patterns"], {"id": "within", **DATA["within"]}]
LIKE = [(row["id"], number, example) for row in ROWS for number, example in enumerate(row["like"])]
UNLIKE = [(row["id"], text) for row in ROWS for text in row["unlike"]]


def read_in(told: Any) -> list[str]:
    """Give what is said to be about what, as "words of the thing | field", for every name of the thing."""
    labels = {entity.id: entity.names[0].text for entity in told.analysis.entities if entity.cls == "Topic"}
    return [
        f"{name} | {labels[subject]}"
        for entity in told.analysis.entities
        for subject in entity.subjects
        for name in told.names[entity.id]
    ]


def test_each_pattern_has_examples() -> None:
    assert len(DATA["patterns"]) >= 7
    assert all(row["like"] and row["unlike"] for row in ROWS)


@pytest.mark.parametrize(("id", "number", "example"), LIKE, ids=[f"{id}-{number}" for id, number, _ in LIKE])
def test_like(id: str, number: int, example: dict[str, Any], tell: Callable[..., Any]) -> None:
    told = tell(example["text"])
    said = {pair.casefold() for pair in read_in(told)}
    wanted = {pair.casefold() for pair in example["says"]}
    assert wanted <= said, (said, told.written())
    fields = {pair.split(" | ")[1] for pair in said}
    assert fields == {pair.split(" | ")[1] for pair in wanted}


@pytest.mark.parametrize(("id", "text"), UNLIKE, ids=[f"{id}-{number}" for number, (id, _) in enumerate(UNLIKE)])
def test_unlike(id: str, text: str, tell: Callable[..., Any]) -> None:
    assert read_in(tell(text)) == []
