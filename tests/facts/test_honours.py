"""Whose the honours are that a clause counts up or that somebody is named in honour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
HE = f"Igor Belov works at {JLU}."

SAID = [
    (f"{HE} His awards include the Demidov Prize.", ["Igor Belov | received | Demidov Prize"]),
    (
        f"{HE} Among his distinctions are the Demidov Prize and the Order of Friendship.",
        ["Igor Belov | received | Demidov Prize", "Igor Belov | received | Order of Friendship"],
    ),
    (
        f"{HE} The National Science Award of China is among his earlier distinctions.",
        ["Igor Belov | received | National Science Award of China"],
    ),
    (
        "Igor Belov holds the Popov Prize, the 20th Baikal Prize and the Sayan Prize in Physics.",
        [f"Igor Belov | received | {name} Prize" for name in ("Popov", "Baikal", "Sayan")],
    ),
    (
        f"Silver: Denis Lapin and Oleg Fomin of {ASU}.",
        ["Denis Lapin | received | Silver", "Oleg Fomin | received | Silver"],
    ),
    (
        f"The Ministry of Education of China named {JLU} a demonstration base for talent.",
        [
            f"{JLU} | received | demonstration base",
            "demonstration base | grantedBy | Ministry of Education of China",
        ],
    ),
    (
        "The Russian Academy of Sciences elected Wang Lei a foreign member.",
        ["Wang Lei | received | foreign member", "foreign member | grantedBy | Russian Academy of Sciences"],
    ),
]
GIVEN = [
    (f"Igor Belov received the Medal for Outstanding Contribution of {ASU}.", True),
    (f"Igor Belov was awarded the Medal of Merit of {ASU}.", True),
    (f"Igor Belov was awarded the Prize for Young Students of {ASU}.", False),
    (f"Igor Belov was awarded the Prize for Cooperation with {ASU}.", False),
    (f"Igor Belov received the Medal for Builders of {ASU}.", False),
    (f"Igor Belov received the Award for Criticism of {ASU}.", False),
    (f"Igor Belov received the Medal for Merit of {ASU} by the Governor.", False),
]
UNSAID = [
    f"{HE} His plans include a prize for students.",
    "Among the awards of the festival was the Grand Prix.",
    f"The awards of {JLU} include the Silver Otter Prize.",
    f"{JLU}'s awards include the Silver Otter Prize for schoolchildren.",
    f"{JLU} is large. Its prizes include the Otter Medal.",
    f"{HE} His awards will include the Demidov Prize.",
    "The awards of Igor Belov and Oleg Fomin include the Demidov Prize.",
    f"{HE} The Order of Friendship is among his possible awards.",
    f"{HE} His dream awards include the Demidov Prize.",
    f"{HE} His titles include Honorary Professor.",
    f"{HE} His honours include the Demidov Prize, which is given to students.",
    f"{JLU} named the laboratory after Igor Belov.",
]


@pytest.mark.parametrize(("text", "facts"), SAID)
def test_whose_honours(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert all(told.finds(fact) for fact in facts), told.written()


@pytest.mark.parametrize("text", UNSAID)
def test_no_honours(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not any(" | received | " in fact for fact in told.written()), told.written()


@pytest.mark.parametrize(("text", "given"), GIVEN)
def test_who_gives_what_is_named_for_a_merit(text: str, given: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool([fact for fact in told.facts() if fact.property == "grantedBy"]) is given, told.written()
