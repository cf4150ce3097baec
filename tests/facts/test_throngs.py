"""Many who are told of at once, and who is only welcomed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, HIT, PKU = "Jilin University", "Altai State University", "Harbin Institute of Technology", "Peking University"
MET = f"Ivan Sokolov, Rector of {ASU}, welcomed them."


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"On Monday guests from {JLU} came. {MET}", f"{JLU} | visited | {ASU}"),
        (f"{JLU}, {HIT} and {PKU} arrived. {ASU} received them.", f"{PKU} | visited | {ASU}"),
        (f"Experts of {JLU}, {HIT} and {PKU} came. They discussed lasers.", f"{HIT} | negotiatedWith | {JLU}"),
    ],
)
def test_guests_are_received(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"At the forum there were guests from {JLU}, {HIT} and {PKU}. {MET}", f"{JLU} | visited | {ASU}"),
        (f"Experts of {JLU}, {HIT} and {PKU} came to the forum. They discussed lasers.",
         f"{HIT} | negotiatedWith | {JLU}"),
        (f"A delegation of {JLU} came. At the station they were met by Ivan Sokolov, Rector of {ASU}.",
         f"{JLU} | negotiatedWith | {ASU}"),
        (f"Guests from {JLU} and {HIT} came to Omsk. The guests toured {JLU}.", f"{HIT} | visited | {JLU}"),
    ],
)  # fmt: skip
def test_a_crowd_is_not(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()
