"""Where events and bodies are, as sentences say it around them; objects behind what stands between commas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "Eastern Economic Forum"
NLA = "Northern Law Academy"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"The {FORUM} opened on Monday. The venue is Barnaul.", f"{FORUM} | locatedIn | Barnaul"),
        (f"The {FORUM} opened on Monday. Its meeting place was Harbin.", f"{FORUM} | locatedIn | Harbin"),
        (f"In Omsk the {NLA} was the host of the forum.", f"{NLA} | locatedIn | Omsk"),
        (f"In Omsk, the venue was the {NLA}.", f"{NLA} | locatedIn | Omsk"),
        (f"Changchun hosted, on May 2-4, the {FORUM}.", f"{FORUM} | locatedIn | Changchun"),
        (f"In the Chinese city of Harbin, the {NLA} was the venue of the {FORUM}.", f"{NLA} | locatedIn | Harbin"),
        (f"The {NLA} (Omsk, Russia) was host to the {FORUM}.", f"{FORUM} | locatedIn | Omsk"),
        (f"The {FORUM} took place on July 1; its host was the {NLA}, Omsk, Russia.", f"{FORUM} | locatedIn | Omsk"),
        (
            f"Two events took place in Omsk: a laboratory was unveiled at a ceremony, and the {FORUM} was held.",
            f"{FORUM} | locatedIn | Omsk",
        ),
        (
            "Ivan Sokolov came to Barnaul and visited Altai State University.",
            "Altai State University | locatedIn | Barnaul",
        ),
        ("Ivan Sokolov visited, in May 2023, Jilin University.", "Ivan Sokolov | visited | Jilin University"),
        (f"Li Weiming attended, along with Ivan Sokolov, the {FORUM}.", f"Li Weiming | participatedIn | {FORUM}"),
        (
            "Altai State University joined, in 2019, the Association of Polar Schools.",
            "Altai State University | memberOf | Association of Polar Schools",
        ),
    ],
)
def test_told(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "property"),
    [
        (f"The {FORUM} opened on Monday. A venue in the city is Barnaul.", "locatedIn"),
        (f"The {FORUM} opened on Monday. The venue of the next one is Barnaul.", "locatedIn"),
        (f"Two events took place in Omsk: guests came from the {FORUM}.", "locatedIn"),
        (f"Two events took place in Omsk: a club opened, and the {FORUM} was announced.", "locatedIn"),
        (f"Two events took place in Omsk: a club opened, and the {FORUM} will be held in May.", "locatedIn"),
        ("It led to the opening of two centres: in China one of law, in Russia one of ice.", "locatedIn"),
        ("Ivan Sokolov came to Omsk and visited Altai State University.", "locatedIn"),
        (f"In Omsk the {NLA} signed an agreement.", "locatedIn"),
        (f"In Omsk the host of the forum was neither the {NLA} nor Altai State University.", "locatedIn"),
        (f"In Omsk the host of the {FORUM} was neither the {NLA} nor Altai State University.", "organized"),
        ("In Omsk Jilin University was the host of the forum.", "locatedIn"),
        ("Jilin University opened, on May 3, Altai State University wrote.", "established"),
        ("Li Weiming spoke, together with Ivan Sokolov, the rector of Altai State University.", "visited"),
    ],
)
def test_not_told(text: str, property: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if fact.property == property], told.written()
