"""Gatherings that reports tell of behind their first sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SPEECHES = "\n\nSpeeches were made by Zhao Guo and Ivan Petrov, Rector of Altai State University."


@pytest.mark.parametrize(
    ("report", "event"),
    [
        ("Li Wei, professor of Jilin University, was awarded a medal. The ceremony took place in Omsk.", "ceremony"),
        ("Jilin University opened a museum. The opening ceremony was held on May 5.", "opening ceremony"),
    ],
)
def test_speeches_at_what_was_held(report: str, event: str, tell: Callable[..., Any]) -> None:
    told = tell(report + SPEECHES)
    assert told.finds(f"Ivan Petrov | participatedIn | {event}"), told.written()


@pytest.mark.parametrize(
    "report",
    [
        "Li Wei received a prize. The award ceremony will be held on May 5.",
        "Li Wei received a prize. He is a chemist. He lives in Omsk.",
    ],
)
def test_speeches_at_nothing_told_of(report: str, tell: Callable[..., Any]) -> None:
    told = tell(report + SPEECHES)
    assert not [fact for fact in told.written() if fact.startswith("held") and "participatedIn" in fact], told.written()
