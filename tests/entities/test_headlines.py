"""What titles, headings and first sentences say of events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Understand = Callable[..., Any]


def test_what_is_unveiled_at_the_beginning_has_an_opening(understand: Understand) -> None:
    begins = "The Laser Laboratory of Jilin University was unveiled on Sunday. Guests came. It rained. They left."
    (ceremony,) = understand(begins).of("event")
    assert ceremony.cls == "Ceremony"
    assert "opening of Laser Laboratory" in {name.text for name in ceremony.names}
    late = "Guests came. It rained. They left. The Laser Laboratory of Jilin University was unveiled on Sunday."
    assert understand(late).of("event") == []


def test_a_headlines_plural_names_nothing(understand: Understand) -> None:
    text = "Agreements signed\nJilin University grew."
    assert understand(text, title=True).of("agreement") == []


def test_a_headlines_event_is_the_one_below(understand: Understand) -> None:
    text = "Polar Forum opens in Omsk\nThe Eurasian Forum of Northern Research opened. Guests came."
    assert len(understand(text, title=True).of("event")) == 1
    assert len(understand(text).of("event")) == 2


def test_two_of_its_kind_below_leave_it_alone(understand: Understand) -> None:
    text = (
        "Polar Forum opens in Omsk\n"
        "The Eurasian Forum of Northern Research opened. Then the Baikal Forum of Ecology opened."
    )
    assert len(understand(text, title=True).of("event")) == 3


def test_a_heading_looks_no_further_than_the_next(understand: Understand) -> None:
    text = (
        "News\nPolar Forum opens in Omsk\nGuests came.\nOther matters\nThe Eurasian Forum of Northern Research opened."
    )
    assert len(understand(text, title=True, headings=("Polar Forum opens in Omsk", "Other matters")).of("event")) == 2
    assert len(understand(text, title=True, headings=("Polar Forum opens in Omsk",)).of("event")) == 1


def test_what_a_title_describes_is_what_the_text_names(understand: Understand) -> None:
    text = (
        "Congress of chemists on the lake\n"
        "The Sixth Congress of Young Chemists opened. The Seventh Congress is due in Omsk. The Congress was long."
    )
    assert len(understand(text, title=True).of("event")) == 2
    assert len(understand(text.replace("chemists on", "doctors on"), title=True).of("event")) == 3
