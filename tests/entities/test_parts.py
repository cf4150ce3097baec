"""What names and titles say of organizations by containing them or pointing back to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

TSU, JLU = "Tomsk State University", "Jilin University"

TOLD = [
    # who is meant by "its", "whose", "of the Association"
    (f"{TSU} grew. Its rector, Ivan Sokolov, spoke.", f"Ivan Sokolov | holdsPost | {TSU}"),
    (f"They toured {JLU}, whose president Li Weiming spoke.", f"Li Weiming | holdsPost | {JLU}"),
    (
        f"The Polar Association met at {TSU}. President of the Association Ivan Sokolov spoke.",
        "Ivan Sokolov | holdsPost | Polar Association",
    ),
    (
        f"The Center for Polar Law at {TSU} opened. The center's director, Ivan Sokolov, spoke.",
        "Ivan Sokolov | holdsPost | Center for Polar Law",
    ),
    (
        f"They toured the Institute of Polar Law of {JLU} and its director Li Weiming.",
        "Li Weiming | holdsPost | Institute of Polar Law",
    ),
    # parts in names
    (f"The {JLU} Representative Office in Moscow grew.", f"{JLU} Representative Office in Moscow | unitOf | {JLU}"),
    (f"The {JLU} Representative Office in Moscow grew.", f"{JLU} Representative Office in Moscow | locatedIn | Moscow"),
    # founders in names
    (
        "The JLU-TSU Joint Laboratory opened at Jilin University (JLU) and Tomsk State University (TSU).",
        "TSU | established | JLU-TSU Joint Laboratory",
    ),
    (
        "The JLU-TSU Joint Laboratory opened at Jilin University (JLU) and Tomsk State University (TSU).",
        "JLU | established | JLU-TSU Joint Laboratory",
    ),
    # short forms in names
    (
        "The Northern Polar University (NPMX) grew. The NPMX Academic Committee met.",
        "NPMX Academic Committee | unitOf | Northern Polar University",
    ),
]
UNTOLD = [
    # a Chinese name is not of the Russian one
    (f"{TSU} grew. Li Weiming, Vice-President of the University, came.", f"Li Weiming | holdsPost | {TSU}"),
    (
        f"The Polar Association met at {TSU}. President of the Association Ivan Sokolov spoke.",
        f"Ivan Sokolov | holdsPost | {TSU}",
    ),
    (
        f"They toured the Institute of Polar Law of {JLU} and its director Li Weiming.",
        f"Li Weiming | holdsPost | {JLU}",
    ),
    (f"{TSU} grew. The dean of the Chinese university, Li Weiming, spoke.", f"Li Weiming | holdsPost | {TSU}"),
    (
        f"The Russian-Chinese Laboratory of Ice at {TSU} opened.",
        f"{TSU} | established | Russian-Chinese Laboratory of Ice",
    ),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_told(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(("text", "fact"), UNTOLD)
def test_untold(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


def test_ours_is_the_publishers(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} grew. The rector of our university, Ivan Sokolov, spoke.", publisher="organization/tsu")
    (post,) = [fact for fact in told.facts() if fact.property == "holdsPost"]
    assert (post.object, post.title) == ("organization/tsu", "rector")


def test_units_are_named_by_whose_they_are(tell: Callable[..., Any]) -> None:
    told = tell(f"The International Office of {TSU} grew.")
    (unit,) = [e for e in told.analysis.entities if e.cls == "OrganizationalUnit"]
    assert unit.id == "organization/international-office-of-tsu"
