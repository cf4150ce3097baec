"""Titles of events given in sentences of their own, and events shown again: “this large forum”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
FORUM = "The Polar Forum opened in Omsk."
TITLE = "Ice and People of the North"


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (f"“{TITLE}” was the theme.", True),
        (f"The theme of the forum was “{TITLE}”.", True),
        (f"Its subject was “{TITLE}”.", True),
        (f"“{TITLE}” was the title of the gathering, which lasted two days.", True),
        (f"Ivan Sokolov read a paper there. Its title was “{TITLE}”.", False),
        (f"{JLU} launched a new journal. The title is “{TITLE}”.", False),
        (f"{JLU} and {ASU} set up a joint laboratory. Its name is “{TITLE}”.", False),
        (f"Anna Orlova's motto is “{TITLE}”.", False),
        (f"Wang Wei showed a film. “{TITLE}” was its title.", False),
        ("The topic was raised by Wang Wei: “Who is to pay for it”, he asked.", False),
        (f"The theme was close to Wang Wei: “{TITLE},” he said.", False),
        (f"The section's theme was “{TITLE}”.", False),
        (f"The first day's topic was “{TITLE}”.", False),
        (f"The topic of the first report was “{TITLE}”.", False),
        (f"Ivan Sokolov, whose name is known, read the book “{TITLE}”.", False),
    ],
)
def test_titles_in_sentences_of_their_own(said: str, named: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said} Li Weiming spoke at the forum.")
    assert bool(told.finds(f"Li Weiming | participatedIn | {TITLE}")) is named, told.written()


def test_a_title_may_have_a_colon(tell: Callable[..., Any]) -> None:
    """Where a parser sees the beginning of another sentence."""
    title = "Tuva in the 20th century and Tuvan-Mongolian relations: Law and Economics"
    told = tell(f"{FORUM} Its subject was “{title}”. Li Weiming spoke at the forum.")
    assert told.finds(f"Li Weiming | participatedIn | {title}"), told.written()


@pytest.mark.parametrize(
    ("between", "meant"), [(f"Then {ASU} opened a gym.", False), ("The gym was then unveiled.", False), ("", True)]
)
def test_the_opening_of_what_is_told_of(between: str, meant: bool, tell: Callable[..., Any]) -> None:
    """Unless something else was opened in between."""
    told = tell(f"A conference took place at {JLU}. {between} The opening was attended by Wang Wei.")
    assert bool(told.finds("Wang Wei | participatedIn | conference")) is meant, told.written()


@pytest.mark.parametrize("said", ["this large international conference"])
def test_the_event_told_of_is_shown_again(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} Li Weiming spoke at {said}.")
    assert told.finds("Li Weiming | participatedIn | Polar Forum"), told.written()
