"""Lists in lines: who is on them, under what heads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OLA = "Jilin University", "Altai State University", "Omsk Law Academy"
LEAGUE = "Amur League of Law Schools"
TOLD = f"The {LEAGUE} was created in 2015."


@pytest.mark.parametrize(
    "lines",
    [
        f"Members:\n\n- {JLU}\n- {ASU}",
        f"## Members\n\n### China\n\n- {JLU}, Changchun (founded in 1946)\n\n### Russia\n\n- {ASU}",
        f"Members of the League\n\nFrom China:\n\n1. {JLU}\n\nFrom Russia:\n\n1. {ASU}",
        f"List of members\n\n{JLU}, Changchun, China\n{ASU}, Barnaul, Russia",
        f"The members of the {LEAGUE} are:\n\n{JLU}\n\n{ASU}",
        f"The League unites the following universities:\n\n• {JLU};\n\n• {ASU}.",
        f"The following universities are its members:\n\n- {JLU}\n- {ASU}",
        f"Members are:\n\nChangchun: {JLU}\nBarnaul: {ASU}",
        f"| Member | City |\n| --- | --- |\n| {JLU} | Changchun |\n| {ASU} | Barnaul |",
    ],
)
def test_members(lines: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{TOLD}\n\n{lines}\n\n{OLA} sent ten students to Moscow.")
    for member in (JLU, ASU):
        assert told.finds(f"{member} | memberOf | {LEAGUE}"), told.written()
    assert not told.finds(f"{OLA} | memberOf | {LEAGUE}"), told.written()


@pytest.mark.parametrize(
    "head",
    [
        "A delegation came.\n\nMembers of the delegation:",
        "Members of the jury:",
        "Former members:",
        "Candidates for members:",
        "Partners:",
        "Letters were sent to its members by:",
    ],
)
def test_no_members(head: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{TOLD} {head}\n\n- {JLU}\n- {ASU}")
    assert not [fact for fact in told.facts() if fact.property == "memberOf"], told.written()


def test_founders_and_partners(tell: Callable[..., Any]) -> None:
    told = tell(f"The Centre for Polar Law opened in Omsk.\n\nFounders:\n\n- {JLU}\n- {ASU}")
    for founder in (JLU, ASU):
        assert told.finds(f"{founder} | established | Centre for Polar Law"), told.written()
    told = tell(f"It rained.\n\nPartners of the {OLA}\n\n- {JLU}\n- {ASU}")
    assert len([fact for fact in told.facts() if fact.property == "partnerOf"]) == 2, told.written()


@pytest.mark.parametrize(
    ("text", "property"),
    [
        (f"{OLA} signed a memorandum with the following universities:\n\n- %s\n- %s", "signed"),
        (f"The delegation of {OLA} visited three universities:\n\n%s\n%s", "visited"),
        ("In May the forum was attended by the following universities:\n\n1. %s, Changchun;\n2. %s.", "participatedIn"),
    ],
)
def test_lines_behind_a_plural(text: str, property: str, tell: Callable[..., Any]) -> None:
    told = tell(text % (JLU, ASU) + f"\n\n{LEAGUE} wrote a letter.")
    ends = {end for fact in told.facts() if fact.property == property for end in (fact.subject, fact.object)}
    assert {"organization/jlu", "organization/asu"} <= ends, told.written()
    assert "organization/amur-league-of-law-schools" not in ends, told.written()


def test_those_on_a_list_are_not_yet_there_or_stay_away(tell: Callable[..., Any]) -> None:
    lines = f"universities:\n\n- {JLU}\n- {ASU}"
    told = tell(f"The Polar Forum will be held in Omsk.\n\nParticipating {lines}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()
    planned = [fact for fact in told.facts(Status.PLANNED) if fact.property == "participatedIn"]
    assert len(planned) == 2, told.written()
    told = tell(f"The Polar Forum was held in Omsk.\n\nNot participating {lines}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()
