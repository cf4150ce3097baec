"""Titles of events given in sentences of their own, and events shown again: “this large forum”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Polar Forum opened in Omsk."
TITLE = "Ice and People of the North"


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (f"“{TITLE}” was the theme.", True),
        (f"The theme of the forum was “{TITLE}”.", True),
        (f"“{TITLE}” was the title of the gathering, which lasted two days.", True),
        (f"The topic of the first report was “{TITLE}”.", False),
        (f"Ivan Sokolov, whose name is known, read the book “{TITLE}”.", False),
    ],
)
def test_titles_in_sentences_of_their_own(said: str, named: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said} Li Weiming spoke at the forum.")
    assert bool(told.finds(f"Li Weiming | participatedIn | {TITLE}")) is named, told.written()


@pytest.mark.parametrize("said", ["this large international conference", "such a large forum"])
def test_the_event_told_of_is_shown_again(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} Li Weiming spoke at {said}.")
    assert told.finds("Li Weiming | participatedIn | Polar Forum"), told.written()
