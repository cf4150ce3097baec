"""Events told of by two nouns under one article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def _held(told: Any) -> set[str]:
    return {f.subject for f in told.analysis.facts if f.property == "locatedIn" and f.rule != "place-in-place"}


@pytest.mark.parametrize(
    "said",
    [
        "The founding congress and first assembly took place in Moscow.",
        "Its inaugural meeting and founding conference took place in Moscow.",
        "The annual meeting and academic conference was held in Moscow.",
    ],
)
def test_one_event(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert len(_held(told)) == 1, told.written()


@pytest.mark.parametrize(
    "said",
    [
        "The founding congress and the first assembly took place in Moscow.",
        "An exhibition and a seminar were held in Moscow.",
        "The launch ceremony and academic seminar were held in Moscow.",
        "A photo exhibition and student seminar took place in Moscow.",
    ],
)
def test_two_events(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert len(_held(told)) != 1, told.written()
