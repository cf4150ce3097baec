"""What stands together: with asides, brackets and dates between, as instances, as company; and who is left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, TSU, FAIR = "Jilin University", "Altai State University", "Tomsk State University", "Eurasian Fair"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"Nankai University works with such universities as {JLU}, {ASU} and {TSU}.",
            [f"Nankai University | partnerOf | {TSU}", f"{JLU} | partnerOf | Nankai University"],
        ),
        (
            f"Nankai University works with universities that teach law, among them {ASU} and {TSU}.",
            [f"Nankai University | partnerOf | {TSU}"],
        ),
        (f"{ASU}, along with {TSU}, took part in the {FAIR}.", [f"{TSU} | participatedIn | {FAIR}"]),
        (
            f"Ivan Sokolov visited {JLU} in May, Nankai University in June and Tsinghua University in July.",
            ["Ivan Sokolov | visited | Nankai University", "Ivan Sokolov | visited | Tsinghua University"],
        ),
        (f"{ASU}, but not {JLU}, took part in the {FAIR}.", [f"{ASU} | participatedIn | {FAIR}"]),
        (f"Not {JLU} but {TSU} took part in the {FAIR}.", [f"{TSU} | participatedIn | {FAIR}"]),
        (f"{ASU} (not {JLU}) took part in the {FAIR}.", [f"{ASU} | participatedIn | {FAIR}"]),
        (
            f"{ASU} signed agreements with {JLU} (on exchanges), {TSU} (on tests) and Nankai University (on ice).",
            [f"{TSU} | signed | agreement: {ASU}, {TSU}", f"{JLU} | signed | agreement: {ASU}, {JLU}"],
        ),
    ],
)
def test_together(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for fact in facts:
        assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{ASU}, but not {JLU}, took part in the {FAIR}.", f"{JLU} | participatedIn | {FAIR}"),
        (f"Not {JLU} but {TSU} took part in the {FAIR}.", f"{JLU} | participatedIn | {FAIR}"),
        (f"Neither {JLU} nor {TSU} took part in the {FAIR}.", f"{JLU} | participatedIn | {FAIR}"),
        (f"{JLU}, not {TSU}, organized the {FAIR}.", f"{TSU} | organized | {FAIR}"),
        (f"{JLU}, not Nankai University, worked with {TSU}.", f"Nankai University | partnerOf | {TSU}"),
        (f"{ASU} works together with {JLU}, not with {TSU}.", f"{ASU} | partnerOf | {TSU}"),
    ],
)
def test_left_out(text: str, fact: str, tell: Callable[..., Any]) -> None:
    assert not [found for found in tell(text).finds(fact) if found.status == "held"]


def test_names_are_all_that_a_plural_means(tell: Callable[..., Any]) -> None:
    told = tell(f"The rector of {JLU} visited two laboratories: the Laser Laboratory and the Soil Laboratory.")
    visited = {fact.object for fact in told.facts() if fact.property == "visited"}
    assert visited == {"organization/laser-laboratory", "organization/soil-laboratory"}, told.written()
