"""Who only opens what others founded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, LAB = "Jilin University", "Altai State University", "Joint Laboratory of Ice"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"The {LAB} was opened by Ivan Petrov, Rector of {ASU}.", f"{ASU} | established | {LAB}"),
        (
            f"The Ministry of Education of Altai Krai opened the {LAB}.",
            f"Ministry of Education of Altai Krai | established | {LAB}",
        ),
        (f"{JLU} launched the {LAB} in 2012.", f"{JLU} | established | {LAB}"),
        (f"{JLU} and {ASU} unveiled the {LAB}.", f"{ASU} | established | {LAB}"),
    ],
)
def test_founders(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"The {LAB} was opened by Olga Azarova, Deputy Minister of Education of Altai Krai.",
        f"The {LAB} was unveiled by the Governor of Altai Krai, Ivan Petrov.",
        f"{JLU} was represented at the opening of the {LAB} by Ivan Petrov, Vice-Rector.",
        f"{JLU} took part in the opening of the {LAB}.",
        f"The forum was held at {JLU}. Ivan Petrov, Rector of {ASU}, opened it.",
        f"{JLU} and {ASU} concluded an agreement, TASS reports. It starts the two universities on a new path.",
        f"As {JLU} has told us, a ceremony took place, and with it the {LAB} was unveiled.",
    ],
)
def test_no_founders(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if fact.property == "established"], told.written()
