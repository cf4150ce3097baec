"""Who is what a noun says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
FORUM, ALLIANCE = "Eurasian Forum of Ecology", "Amur Alliance"


@pytest.mark.parametrize(
    ("said", "property", "pairs"),
    [
        (f"{ASU} is a partner of {JLU}.", "partnerOf", {(ASU, JLU)}),
        (f"{ASU} became, in 2015, a member of the {ALLIANCE}.", "memberOf", {(ASU, ALLIANCE)}),
        (f"{JLU} regards {ASU} as a partner.", "partnerOf", {(ASU, JLU)}),
        (f"{JLU} was accepted as a member of the {ALLIANCE}.", "memberOf", {(JLU, ALLIANCE)}),
        (f"{ASU} was called a partner of {JLU} by the newspaper.", "partnerOf", set()),
        # who is made a member is one; who is thought one, or made the host of what is to come, is not
        (f"{ASU} was elected a member of the {ALLIANCE}.", "memberOf", {(ASU, ALLIANCE)}),
        (f"{ASU} was considered a member of the {ALLIANCE}.", "memberOf", set()),
        (f"{ASU} was appointed the organizer of the next {FORUM}.", "organized", set()),
        (f"Harbin was named the venue of the {FORUM}.", "locatedIn", set()),
        (f"They met at {ASU}, one of the oldest partners of {JLU}.", "partnerOf", {(ASU, JLU)}),
        (f"They met at {ASU}, one of the oldest friends of education.", "partnerOf", set()),
        # what belongs to two is no part of the first
        (f"The Joint Institute is an institute of {JLU} and {ASU}.", "unitOf", set()),
    ],
)
def test_what_somebody_is(said: str, property: str, pairs: set[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(said)
    found = [fact for fact in told.facts() if fact.property == property]
    assert len(found) == len(pairs), told.written()
    assert all(told.finds(f"{one} | {property} | {other}") for one, other in pairs), told.written()


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        (f"{ASU} was appointed the organizer of the next {FORUM}.", f"{ASU} | organized | {FORUM}"),
        (f"Harbin was named the venue of the {FORUM}.", f"{FORUM} | locatedIn | Harbin"),
    ],
)
def test_who_is_made_the_host_is_yet_to_be_it(said: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.finds(fact, Status.PLANNED), told.written()
    assert not told.finds(fact), told.written()
