"""Who is at two events that a clause tells of together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, LI = "Jilin University", "Altai State University", "Li Weiming"
FORUM, FAIR = "Eurasian Forum of Ecology", "Polar Fair"
HELD = f"The {FORUM} and the {FAIR} were held in Omsk in May."


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"{HELD} The hosts were {JLU} and {ASU}.", {f"{JLU} | organized", f"{ASU} | organized"}),
        (f"{HELD} Organizers of both: {JLU} and {ASU}.", {f"{JLU} | organized", f"{ASU} | organized"}),
        (f"{HELD} Li Weiming said that ties would grow.", {"Li Weiming | participatedIn"}),
        (f"The {FORUM}, together with the {FAIR}, took place in Omsk. {LI} spoke.", {f"{LI} | participatedIn"}),
        (f"Omsk was the venue of the {FORUM} and of the 2021 {FAIR}. The host was {JLU}.", {f"{JLU} | organized"}),
        (f"Omsk hosted the {FORUM}, followed by the {FAIR}. {JLU} and {ASU} attended.", {f"{JLU} | participatedIn"}),
    ],
)  # fmt: skip
def test_who_is_at_both(text: str, facts: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for fact in facts:
        for event in (FORUM, FAIR):
            assert told.finds(f"{fact} | {event}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD} The {FORUM} was opened on Monday. Li Weiming spoke.",
        f"{HELD} At the fair Li Weiming spoke.",
        f"The {FORUM} and the {FAIR} will be held in Omsk. Li Weiming spoke.",
        f"The {FORUM}, the {FAIR} and the Amur Congress were held in Omsk. Li Weiming spoke.",
        f"The {FORUM} was held in Omsk on the eve of the {FAIR}. Li Weiming spoke.",
        f"The {FORUM} was held in Omsk. The {FAIR} was held in Tomsk. Li Weiming spoke.",
    ],
)
def test_who_is_at_one_alone(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    both = [told.finds(f"Li Weiming | participatedIn | {event}") for event in (FORUM, FAIR)]
    assert not all(both), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD} The organizers were {JLU} and {ASU} respectively.",
        f"{HELD} The organizer of the latter was {JLU}.",
        f"{HELD} The organizer of the former was {JLU}.",
        f"{HELD} The organizer of the fair was {JLU}.",
        f"The {FORUM} and the {FAIR} were held in Omsk in May and in Harbin in June. The hosts were {JLU} and {ASU}.",
        f"The {FORUM} and the {FAIR} were held in Omsk and Harbin. The organizers were {JLU} and {ASU}.",
    ],
)
def test_who_organized_one_alone(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    both = [told.finds(f"{JLU} | organized | {event}") for event in (FORUM, FAIR)]
    assert not all(both), told.written()


@pytest.mark.parametrize(
    "said", [f"organizers were {JLU} and {ASU} respectively", f"organizer of the latter was {JLU}"]
)
def test_nobody_organized_what_is_not_told(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{HELD} The {said}.")
    assert not [line for line in told.written() if "organized" in line], told.written()
