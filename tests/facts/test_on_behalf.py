"""Whom people with a post elsewhere speak for: an association of which theirs is a member."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, UNION = "Jilin University", "Association of Polar Universities"


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        (f"Li Weiming, Rector of {JLU}, spoke at the Polar Forum on behalf of the {UNION}.", True),
        (f"Li Weiming, Rector of {JLU}, took part and gave, on behalf of the {UNION}, a keynote report.", True),
        (f"On behalf of the {UNION}, Rector Li Weiming of {JLU} greeted the guests of the Polar Forum.", True),
        (f"Li Weiming, Rector of {JLU}, will speak on behalf of the {UNION}.", False),
        (f"Li Weiming, Rector of {JLU}, thanked the {UNION}.", False),
        (f"Li Weiming, Rector of {JLU}, spoke of the {UNION} at the Polar Forum.", False),
    ],
)
def test_an_association_beside_ones_own(text: str, speaks: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"Li Weiming | represents | {UNION}")) is speaks, told.written()
    assert told.finds(f"Li Weiming | represents | {JLU}")


def test_another_university_needs_more_than_that(tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming, Rector of {JLU}, thanked the rector on behalf of Altai State University.")
    assert not told.finds("Li Weiming | represents | Altai State University"), told.written()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Vice-Rector Li Weiming represented {JLU} at the Polar Forum.", "Vice-Rector"),
        (f"Li Weiming, dean of law, and Wang Jun represented {JLU}.", "dean of law"),
        (f"Vice-Rector Li Weiming, representing {JLU}, thanked all.", "Vice-Rector"),
        (f"Ambassador Li Weiming represented {JLU}.", None),
        (f"Vice-Rector Li Weiming will represent {JLU}.", None),
        (f"Vice-Rector Li Weiming did not represent {JLU}.", None),
        (f"Vice-Rector Li Weiming thanked all who represented {JLU}.", None),
    ],
)
def test_who_represents_an_organization_has_his_post_there(
    text: str, title: str | None, tell: Callable[..., Any]
) -> None:
    told = tell(text)
    found = told.finds(f"Li Weiming | holdsPost | {JLU}")
    assert bool(found) is (title is not None), told.written()
