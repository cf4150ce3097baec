"""Of which organizations a group was that visited somebody, told apart from the visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, JLU, HIT = "Altai State University", "Jilin University", "Harbin Institute of Technology"
VISIT = f"Guests from China visited {ASU}."


@pytest.mark.parametrize(
    "text",
    [
        f"{ASU} was visited by 12 people from China. The delegation came from {JLU} and {HIT}.",
        f"{VISIT} The delegation, which Wang Fang led, came from {JLU} and {HIT}.",
        f"{VISIT} It included the President of {JLU} and heads of departments of {HIT}.",
        f"{VISIT} Their group was made up of people from {JLU} and {HIT}.",
        f"{VISIT} Among them were professors of {JLU} and of {HIT}.",
        f"{VISIT} In the delegation were two teachers from {JLU} and the Rector of {HIT}.",
        f"{VISIT} They represented {JLU} and {HIT}.",
        f"{VISIT} {JLU} and {HIT} were represented in the delegation.",
    ],
)
def test_all_were_where_their_group_was(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for guest in (JLU, HIT):
        assert told.finds(f"{guest} | visited | {ASU}"), told.written()


def test_so_were_those_beside_whom_it_names_first(tell: Callable[..., Any]) -> None:
    told = tell(f"On 1 May a delegation from {JLU} visited Omsk. The group was made up of people from {HIT} and {JLU}.")
    assert told.finds(f"{HIT} | visited | Omsk"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"They came to know {JLU}.",
        f"It included a lecture on {JLU}.",
        f"They were glad of the agreement with {JLU}.",
        f"The Union is old. Its members include {JLU}.",
        f"Students met them. They came from {JLU} for a term.",
        f"It included the former President of {JLU}.",
        f"The group was included in the list of partners of {JLU}.",
        f"Among the guests of the concert were teachers of {JLU}.",
        f"The delegation came from Moscow, where it had met teachers of {JLU}.",
        f"A group of students left for China. The group included people of {JLU}.",
        f"The delegation included everybody except the Dean of {JLU}.",
        f"The delegation included sponsors of {JLU}.",
        f"The delegation included singers invited by {JLU}, and teachers taught by {JLU}.",
        f"Among them were graduates who had studied at {JLU}.",
        f"The delegation will include the Rector of {JLU}.",
        f"The delegation did not include the Rector of {JLU}.",
    ],
)
def test_others_were_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{VISIT} {said}")
    assert not told.finds(f"{JLU} | visited | {ASU}"), told.written()
