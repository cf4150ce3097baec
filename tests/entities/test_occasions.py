"""For what an event is held, and by what it is then called."""

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
    ("text", "called"),
    [
        (f"{JLU} celebrated its 15th anniversary on 25 October with a ceremony.", True),
        (f"{JLU} marked the 15th anniversary with a gala concert.", True),
        (f"{JLU} marked the 15th anniversary. On Friday it held a concert.", False),
        (f"{JLU} marked the 15th year with a gala concert.", False),
    ],
)
def test_what_celebrates_an_anniversary_is_called_by_it(text: str, called: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"{JLU} | organized | 15th anniversary")) is called, told.written()
