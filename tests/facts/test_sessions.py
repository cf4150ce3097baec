"""Which meetings are sessions that somebody holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.facts.sessions import TALKS, is_of
from kg.records import Entity, Name


@pytest.mark.parametrize(
    ("name", "talks"),
    [
        ("3rd meeting of the Polar Board", False),
        ("XVII session", False),
        ("second meeting", False),
        ("plenary session", False),
        ("meeting of the Standing Committee", False),
        ("meeting", True),
        ("working meeting", True),
        ("second meeting with guests of Jilin University", True),
        ("meeting of rectors", True),
        ("talks on ecology", True),
    ],
)
def test_sessions_are_no_talks(name: str, talks: bool) -> None:
    assert is_of(Entity("event/one", "Meeting", (Name(name, "en"),)), TALKS) is talks


def test_other_classes_are_as_they_are() -> None:
    forum = Entity("event/one", "Conference", (Name("forum", "en"),))
    assert not is_of(forum, TALKS)
    assert is_of(forum, "Event")
    assert not is_of(Entity("event/two", "Meeting", (Name("second meeting", "ru"),)), "Conference")


@pytest.mark.parametrize(
    ("text", "fact", "held"),
    [
        ("Jilin University hosted the second meeting of the Polar Alliance.", "organized", True),
        ("Jilin University held the annual meeting of the Polar Board.", "organized", True),
        ("Jilin University hosted a meeting with guests from Omsk.", "organized", False),
        ("Jilin University held a working meeting with Altai State University.", "organized", False),
        ("Jilin University came to Omsk for the third meeting of the Polar Commission.", "participatedIn", True),
        ("Jilin University came to Omsk for a meeting with Li Weiming.", "participatedIn", False),
    ],
)
def test_who_holds_a_session_or_comes_to_it(text: str, fact: str, held: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert any(f"Jilin University | {fact} |" in line for line in told.written()) is held, told.written()
