"""Whom plurals mean: the two people of the sentence before, or the two organizations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
WANG, LI, SOKOLOV = "Wang Jun", "Li Na", "Ivan Sokolov"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (f"{ASU} hosted President {WANG} and Professor {LI} of {JLU}.", {WANG, LI}),
        (f"Its guests were {WANG}, Rector of {JLU}, and {LI}, Dean of {JLU}.", {WANG, LI}),
        (f"Rector {SOKOLOV} of {ASU} met the professors {WANG} and {LI} of {JLU}.", {WANG, LI}),
        # organizations that are joined
        (f"{JLU} and {ASU} work together.", {JLU, ASU}),
        (f"{JLU} and {ASU} sent {WANG} and {SOKOLOV}.", {JLU, ASU}),
    ],
)
def test_both_are_those_whom_the_sentence_before_joins(before: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{before} Both visited {OMSU}.")
    named = {name for name in (WANG, LI, SOKOLOV, JLU, ASU) if told.finds(f"{name} | visited | {OMSU}")}
    assert who <= named, told.written()
    assert not named - who - {JLU}, "their university went there with them, nobody else"


def test_two_of_three_people_are_no_both(tell: Callable[..., Any]) -> None:
    told = tell(f"{ASU} hosted {WANG}, {LI} and {SOKOLOV}. Both visited {OMSU}.")
    assert not told.finds(f"{LI} | visited | {OMSU}"), told.written()
