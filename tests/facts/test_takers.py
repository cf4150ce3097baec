"""Who was at talks or a meeting that nothing but those who were there make an event of, and inversions that say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, JLU = "Altai State University", "Jilin University"
IVAN, LI, WANG = "Ivan Sokolov", "Li Weiming", "Wang Wei"
FORUM = "The Eurasian Forum of Ecology was held in Kazan on 12 May 2024."


def at(told: Any) -> dict[str, set[str]]:
    """Give who took part in what, by the class of the event."""
    found: dict[str, set[str]] = {}
    for fact in told.facts():
        if fact.property == "participatedIn" and fact.status.value == "held":
            found.setdefault(fact.object, set()).add(fact.subject)
    return found


@pytest.mark.parametrize(
    ("text", "who", "event"),
    [
        # talks whose people are told
        (f"The talks were chaired by {IVAN}.", {IVAN}, "talks"),
        (f"The negotiations were attended by {IVAN} and {LI}.", {IVAN, LI}, "negotiations"),
        (f"{IVAN} and {LI} took part in the talks.", {IVAN, LI}, "talks"),
        (f"{IVAN} moderated the discussion on northern logistics.", {IVAN}, "discussion"),
        (f"The consultations were held under the chairmanship of {LI}.", {LI}, "consultations"),
        (f"The talks, chaired by {IVAN}, were joined by {LI} and {WANG}.", {IVAN, LI, WANG}, "talks"),
        # nobody before the verb
        (f"In the meeting took part {IVAN}, {LI} and {WANG}.", {IVAN, LI, WANG}, "meeting"),
        (f"In the work of the seminar took part scientists of {ASU} and {JLU}.", {ASU, JLU}, "seminar"),
        (f"{FORUM} From the Chinese side took part {LI} and {WANG}.", {LI, WANG}, "Eurasian Forum of Ecology"),
    ],
)
def test_they_are_there(text: str, who: set[str], event: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for one in who:
        assert told.finds(f"{one} | participatedIn | {event}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"The talks were held in May. {LI} said the talks were fruitful.",
        "Talks were led on a new agreement.",
        f"The talks will be attended by {LI}.",
        f"Conversations were joined by {LI} in the chat.",
        f"{FORUM} Invited to lecture at home were {LI} and {WANG}.",
        f"{FORUM} Invited to attend it were {LI} and {WANG}.",
        f"In the forum took part neither {IVAN} nor {LI}.",
        f"From the library took part of the books {LI}.",
    ],
)
def test_others_are_not(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not at(told), told.written()


def test_the_discussion_is_of_the_gathering_told_of_last(tell: Callable[..., Any]) -> None:
    told = tell(
        f"A congress was held in Riga. The session on optics was chaired by {IVAN}. {LI} took part in the discussion."
    )
    assert told.finds(f"{LI} | participatedIn | session"), told.written()


def test_talks_are_no_forum(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} Two scientists met. Also present at the talks was {LI}.")
    assert told.finds(f"{LI} | participatedIn | talks"), told.written()
    assert not told.finds(f"{LI} | participatedIn | Eurasian Forum of Ecology"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"A working meeting was held at {JLU}. The talks in Moscow were attended by {LI}.",
        f"A working meeting was held at {JLU}. Meanwhile, in Beijing, {LI} attended the talks.",
    ],
)
def test_talks_elsewhere_are_not_those_of_the_meeting(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"{LI} | participatedIn | working meeting"), told.written()


def test_talks_are_no_session_of_a_commission(tell: Callable[..., Any]) -> None:
    told = tell(
        f"The two recorded it at the 32nd session of the Polar Commission. {JLU} was visited by guests. "
        f"The talks were chaired by {LI}."
    )
    assert told.finds(f"{LI} | participatedIn | talks"), told.written()


MET = f"On 21 February the rectors of {ASU} and {JLU} met online."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{MET} On the Chinese side there took part {LI} and {WANG}.", {ASU, JLU, LI, WANG}),
        (f"{MET} On the Russian side, {IVAN} took part.", {ASU, JLU, IVAN}),
    ],
)
def test_those_who_met_had_a_meeting_where_its_sides_are_told(
    text: str, who: set[str], tell: Callable[..., Any]
) -> None:
    told = tell(text)
    for one in who:
        assert told.finds(f"{one} | participatedIn | meeting of the two sides"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} On the Chinese side the costs were paid by {JLU}.",
        f"The two never met. On the Chinese side {LI} took part in a survey.",
        f"The standard meets the needs of both. On the Chinese side {LI} took part in its drafting.",
        f"The rectors of {ASU} and {JLU} met the deadline. On the Chinese side {LI} took part.",
        f"{MET} On the Chinese side {LI} took part in the tender.",
        f"{FORUM} The rectors met there. On the Chinese side {LI} took part.",
    ],
)
def test_else_they_had_none(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if "two sides" in str(fact)], told.written()
    assert "meeting of the two sides" not in str(told.written())
