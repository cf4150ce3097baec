"""Talks that travellers had on their way, where the text names only the other side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, KFU = "Jilin University", "Altai State University", "Kazan Federal University"
VISIT = f"A delegation of {JLU} visited Moscow."
TALKS = f"{JLU} | negotiatedWith | {ASU}"


@pytest.mark.parametrize(
    "said",
    [
        f"Talks were held with {ASU}.",
        f"A meeting with Ivan Sokolov, Rector of {ASU}, took place on the second day.",
        f"The rich programme of the stay included meetings with the heads of {ASU}.",
        f"The visit began with talks with representatives of {ASU}.",
        f"Questions of cooperation were discussed with the leaders of {ASU}.",
        f"An exchange of students was discussed with Ivan Sokolov, Rector of {ASU}.",
    ],
)
def test_they_talked(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{VISIT} {said}")
    assert told.finds(TALKS), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"Talks with {ASU} are planned.",
        f"The programme of the delegation will include talks with {ASU}.",
        f"Talks of {KFU} with {ASU} were held at the same time.",
        f"An exchange was discussed by {KFU} with {ASU}.",
        f"The programme included a concert with {ASU}.",
        f"It was agreed with {ASU} that students will be exchanged.",
        f"Joint courses had been discussed with teachers of {ASU}.",
        f"Earlier, joint courses were discussed with teachers of {ASU}.",
    ],
)
def test_they_did_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{VISIT} {said}")
    assert not told.finds(TALKS), told.written()
