"""What the text around a sentence says of it: both sides, what is yet to come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

NAME = "Eurasian Forum of Ecology"
JLU, ASU, OMSU, SOKOLOV = "Jilin University", "Altai State University", "Omsk State University", "Ivan Sokolov"
CAME, SIGNED = f"{JLU} and {ASU} came.", "The memorandum was signed."


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"The {NAME} was held in May. {SOKOLOV} said at the forum that it rained.", "acts-at-event"),
        (f'The {NAME} was held in May. "We are glad," said {SOKOLOV}.', "quoted-at"),
        # it is told of as held, too
        (f"The {NAME} will be held in May. It was held in June. {SOKOLOV} said at the forum that it rained.",
         "acts-at-event"),
        # it is only told of as to come
        (f"The {NAME} will be held in May. {SOKOLOV} said at the forum that it rained.", None),
        (f'The {NAME} will be held in May. "We are glad," said {SOKOLOV}.', None),
        (f"{JLU} plans to hold the {NAME}. {SOKOLOV} said at the forum that it rained.", None),
        (f"The {NAME} will be held in May. It will be held in Omsk. {SOKOLOV} said at the forum that it rained.",
         None),
    ],
)  # fmt: skip
def test_nobody_is_at_what_is_yet_to_come(text: str, rule: str | None, tell: Callable[..., Any]) -> None:
    told = tell(text)
    there = [fact for fact in told.facts() if fact.property == "participatedIn"]
    assert [fact.rule for fact in there] == ([rule] if rule else []), told.written()
    assert len(told.finds(f"{SOKOLOV} | participatedIn | {NAME}")) == len(there)


@pytest.mark.parametrize(
    ("before", "both"),
    [
        (CAME, True),
        # what an agreement is to found is none of the two
        (f"{CAME} The agreement on establishing {OMSU} was read.", True),
        (f"{CAME} The agreement on the creation of {OMSU} was read.", True),
        (f"{CAME} The agreement on opening {OMSU} and Kazan Federal University was read.", True),
        (f"{JLU} came. The agreement on establishing {ASU} was read.", False),
        (f"{JLU} came. The agreement on the creation of {ASU} was read.", False),
        # other things told of it leave it one
        (f"{JLU} came. The agreement on the library of {ASU} was read.", True),
        (f"{JLU} came. The story of visiting {ASU} was read.", True),
        (f"{JLU} came. It established {ASU}.", True),
        (f"{CAME} {OMSU} came.", False),
        (f"{CAME} The agreement on the library of {OMSU} was read.", False),
    ],
)
def test_who_the_two_are(before: str, both: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{before} {SIGNED}")
    signed = [fact for fact in told.facts() if fact.property == "signed" and fact.rule == "by-both"]
    assert len(signed) == (2 if both else 0), told.written()
    assert all(told.finds(f"{one} | signed | memorandum") for one in (JLU, ASU) if both), told.written()


@pytest.mark.parametrize(
    ("before", "both"),
    [
        ("The Ministry of Culture of Russia and the Ministry of Education of China came.", True),
        (f"The Ministry of Culture of Russia and {JLU} came.", False),
        (f"The Association of Polar Schools and {JLU} came.", False),
    ],
)
def test_two_of_a_kind_sign(before: str, both: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{before} {SIGNED}")
    assert sum(fact.rule == "by-both" for fact in told.facts()) == (2 if both else 0), told.written()
