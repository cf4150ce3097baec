"""For what an event is held, which is no event beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"An exhibition was opened for the anniversary of the victory. {JLU} was its organizer.", "exhibition"),
        (f"A concert was given for the jubilee of Omsk. It was organized by {JLU}.", "concert"),
        # nothing else is held for it
        (f"Guests came for the anniversary of the victory. It was organized by {JLU}.", "anniversary of the victory"),
    ],
)
def test_what_is_held_for_an_anniversary(text: str, event: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{JLU} | organized | {event}"), told.written()
    assert sum(fact.property == "organized" for fact in told.facts()) == 1, told.written()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A concert was given for the jubilee of Omsk.", 1),
        ("A concert was given at the jubilee of Omsk.", 2),  # which is held itself
        ("A concert was given for the jubilee of Omsk. The jubilee was held in Harbin.", 2),
        (f"{JLU} marked its anniversary with a concert. {ASU} organized the anniversary dinner.", 2),
    ],
)
def test_what_is_an_event_of_its_own(text: str, count: int, understand: Callable[..., Any]) -> None:
    assert len(understand(text).of("event")) == count


def test_two_that_celebrate_as_many_years(tell: Callable[..., Any]) -> None:
    years = "celebrated its 15th anniversary with a"
    told = tell(f"{JLU} {years} concert. In June, {ASU} {years} forum. Li Wei attended the concert.")
    assert told.finds("Li Wei | participatedIn | concert")
    assert told.finds(f"{ASU} | organized | forum")
    assert not told.finds(f"{ASU} | organized | concert"), told.written()
