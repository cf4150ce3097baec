"""Which event a sentence says more of: “this is the largest contest”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]
CUP = "The Polar Cup was held in Omsk."
FORUM = "The Polar Forum of Young Scholars took place in Omsk."


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (f"{CUP} This is the largest student competition in Siberia.", 1),
        (f"{CUP} Guests sang. It was the biggest competition of young engineers.", 1),
        (f"{FORUM} It was the biggest conference of its kind.", 1),
        ("The Polar Cup is the largest competition of young engineers.", 1),
        (f"{FORUM} It was not the first conference that Jilin University organized.", 2),
        (f"{CUP} Another event was the biggest competition of young engineers.", 2),
        (f"{CUP} Ivan Sokolov told of the biggest competition of young engineers.", 2),
        ("The Polar Cup began in May, and the Ice Contest ended in Omsk. It was the biggest competition of girls.", 3),
        ("A concert and a seminar were held in Omsk. It was the biggest competition of engineers.", 3),
    ],
)
def test_what_an_event_is_said_to_be(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events
