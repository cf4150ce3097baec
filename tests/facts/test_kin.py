"""What names are by the plural that brings them in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
ALLIANCE = "Amur Alliance of Universities"
RAS = "Russian Academy of Sciences"
ICE, SOIL = "Institute of Arid Ice", "Institute of Arid Soil"
LAW, STEEL = "Faculty of Law", "Faculty of Metallurgy"


@pytest.mark.parametrize(
    ("said", "parts", "whole"),
    [
        (f"They came from institutes of the {RAS} such as the {ICE} and the {SOIL}.", {ICE, SOIL}, RAS),
        (f"Among the {RAS} institutes were the {ICE} and the {SOIL}.", {ICE, SOIL}, RAS),
        (f"Two institutes of the {RAS}, the {ICE} and the {SOIL}, sent a ship.", {ICE, SOIL}, RAS),
        (f"Several institutes of the {RAS} joined the work: the {ICE} and the {SOIL}.", {ICE, SOIL}, RAS),
        (f"{JLU} has ten faculties, among them the {LAW} and the {STEEL}.", {LAW, STEEL}, JLU),
        (f"The {LAW}, the {STEEL} and other faculties of {JLU} came.", {LAW, STEEL}, JLU),
        (f"{JLU}'s faculties, including the {LAW} and the {STEEL}, grew.", {LAW, STEEL}, JLU),
    ],
)
def test_parts(said: str, parts: set[str], whole: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only(parts, "unitOf", whole), told.written()


@pytest.mark.parametrize(
    ("said", "members"),
    [
        (f"The {ALLIANCE} has ten members, among them {JLU} and {ASU}.", {JLU, ASU}),
        (f"Universities of the {ALLIANCE} such as {JLU} and {TSU} sent students.", {JLU, TSU}),
        (f"{JLU}, {ASU} and the other universities of the {ALLIANCE} sent students.", {JLU, ASU}),
        (f"Students of the universities of the {ALLIANCE} ({JLU}, {ASU}) sang.", {JLU, ASU}),
        (f"Other members of the {ALLIANCE}, such as {JLU}, sang at {ASU}.", {JLU}),
    ],
)
def test_members(said: str, members: set[str], tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.only(members, "memberOf", ALLIANCE), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"{JLU} has ten partners in Russia, among them {ASU}.",
        f"Partner universities of {JLU}, including {ASU}, took part.",
        f"{JLU} has partner universities in Russia: {ASU}.",
        f"{ASU} and other partners of {JLU} sang.",
    ],
)
def test_partners(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.finds(f"{ASU} | partnerOf | {JLU}"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"Members of {JLU} toured {ASU}.",
        f"Universities of the {ALLIANCE} toured {JLU}.",
        f"{ASU} and universities of the {ALLIANCE} sang.",
        f"Possible partners of {JLU} are {ASU} and {TSU}.",
        f"{JLU} plans to find partners such as {ASU}.",
        f"Partners of {JLU} met {ASU} and {TSU}.",
        f"They went to universities in Harbin, where {JLU} welcomed them.",
        f"Universities in Harbin and Changchun, including {JLU}, slept.",
        f"Barnaul universities are {ASU}'s partners.",
        f"The universities of the {ALLIANCE} such as {JLU}'s partner sang.",
        f"{ASU} wrote to its partners: {JLU} opens a branch in Moscow.",
        f"{ASU} greeted its partners: {JLU} turned 75.",
        f"The members of the {ALLIANCE} spoke online: {ASU} led the session, {JLU} sang.",
        f"{ASU} and other universities in Harbin for the fair sang.",
        f"The {ALLIANCE}'s members and partners, including {ASU}, sang.",
        f"{ALLIANCE} members' partners such as {ASU} sang.",
        f"Non-members of the {ALLIANCE}, such as {ASU}, paid.",
        f"Rivals and partners of {ASU}, such as {TSU}, sang.",
        f"Partners of {JLU} and members of the {ALLIANCE}, including {ASU}, sang.",
        f"Former partners of {ASU}, including {JLU}, sang.",
        f"{JLU} had partner universities such as {ASU} until 2014.",
        f"{ASU} and members of the {ALLIANCE}: Ivan Sokolov and Li Weiming sang.",
    ],
)
def test_not_of_the_plural(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    wrong = {"unitOf", "memberOf", "partnerOf", "locatedIn"}
    assert not [f for f in told.analysis.facts if f.property in wrong and f.status.value == "held"], told.written()
