"""Events that are only the time, honour or frame of what a text tells of have nobody at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.facts.backdrops import backdrops
from kg.languages.backdrops import is_to_come
from kg.records import Entity, Mention, Name

CUP = "Northern Chess Cup"


@pytest.mark.parametrize(
    ("text", "apart", "framing"),
    [
        (f"The rectors met on the eve of the {CUP}.", True, True),
        (f"The dinner was timed to the traditional {CUP}.", True, True),
        (f"Li Wei congratulated Omsk State University on its {CUP}.", True, True),
        (f"Guests went home. Ahead of the {CUP} rectors met. Before the {CUP} they dined.", True, True),
        (f"The lecture, part of the {CUP}, was short.", False, True),
        (f"Within the framework of the {CUP} a lecture was given.", False, True),
        # what is told of
        (f"The {CUP} opened.", False, False),
        (f"On the eve of the {CUP} rectors met. The {CUP} opened on Friday.", False, False),
        (f"The guests came to the {CUP}.", False, False),
        (f"Before dinner the {CUP} was opened.", False, False),
        (f"Congratulations were many. On Friday the {CUP} opened.", False, False),
    ],
)
def test_what_is_only_mentioned(text: str, apart: bool, framing: bool) -> None:
    starts = [k for k in range(len(text)) if text.startswith(CUP, k)]
    mentions = [Mention(k, k + len(CUP), "Competition", "event/cup", "pattern", "by hand", 0.9) for k in starts]
    found = backdrops(text, "en", [Entity("event/cup", "Competition", (Name(CUP, "en"),))], mentions)
    assert (bool(found.apart), bool(found.framing)) == (apart, framing)


def test_language_without_such_phrases_has_none() -> None:
    mention = Mention(0, 5, "Event", "event/year", "pattern", "by hand", 0.9)
    assert not backdrops("Форум", "ru", [], [mention]).framing


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"The Polar Ecology Forum opened on the eve of the {CUP}. Ivan Sokolov attended.", "Polar Ecology Forum"),
        (f"The Polar Ecology Forum, part of the {CUP}, opened. Ivan Sokolov stressed its role.", "Polar Ecology Forum"),
        (
            "The Polar Ecology Forum falls in the Year of Chess in Mongolia. Ivan Sokolov attended.",
            "Polar Ecology Forum",
        ),
        (f"Rectors dined ahead of the {CUP}. Ivan Sokolov attended.", None),
        (
            "Omsk State University congratulated Jilin University on its anniversary. Ivan Sokolov stressed its role.",
            None,
        ),
        ("The Polar Ecology Forum opened. Ivan Sokolov attended.", "Polar Ecology Forum"),
    ],
)
def test_who_attends_is_at_what_the_text_tells_of(text: str, event: str | None, tell: Callable[..., Any]) -> None:
    told = tell(text)
    there = [fact for fact in told.facts() if fact.property == "participatedIn"]
    assert len(there) == (event is not None), told.written()
    assert event is None or told.finds(f"Ivan Sokolov | participatedIn | {event}"), told.written()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"Rectors came to a seminar on the eve of the {CUP}. It was organized by Altai State University.", "seminar"),
        (f"Rectors came to the {CUP}. It was organized by Altai State University.", CUP),
        (f"A seminar, part of the {CUP}, was held. It was organized by Altai State University.", "seminar"),
    ],
)
def test_it_is_not_the_backdrop(text: str, event: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == "organized"]) == 1, told.written()
    assert told.finds(f"Altai State University | organized | {event}"), told.written()


def test_who_acts_before_an_event_is_not_at_it_for_that(tell: Callable[..., Any]) -> None:
    forum = "On the eve of the Polar Forum, Ivan Sokolov stressed its role. The forum was attended by Li Weiming."
    told = tell(forum)
    assert told.only({"Li Weiming"}, "participatedIn", "Polar Forum"), told.written()
    told = tell(forum.replace("On the eve of", "During"))
    assert told.only({"Li Weiming", "Ivan Sokolov"}, "participatedIn", "Polar Forum"), told.written()


@pytest.mark.parametrize(
    ("behind", "coming"),
    [
        (" is set for July.", True),
        (", which is due to open in May, is known.", True),
        (" of all the rectors in Omsk will be held on Friday.", True),
        (" itself is scheduled for June.", True),
        (" was held on Friday.", False),
        (" is a set of games.", False),
        (" opened. The fair will be held on Friday.", False),
        (" on the fair that will be held on Friday grew.", False),
        (" heard that the fair will be held on Friday.", False),
    ],
)
def test_what_is_still_to_come(behind: str, coming: bool) -> None:
    assert is_to_come(f"The {CUP}{behind}", len(f"The {CUP}"), "en") is coming
    assert not is_to_come(f"The {CUP}{behind}", len(f"The {CUP}"), "ru")


def test_year_is_at_no_place_of_its_name(tell: Callable[..., Any]) -> None:
    told = tell("They spoke of the Year of the Steppe Language in Mongolia. The Laser Laboratory in Harbin grew.")
    assert [fact.property for fact in told.facts()] == ["locatedIn"], told.written()
    assert told.finds("Laser Laboratory | locatedIn | Harbin"), told.written()
