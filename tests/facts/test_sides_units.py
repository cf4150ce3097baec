"""Whose a part is that both sides have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
OFFICE = "the Law Office"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            f"{JLU} was represented by Zhang Wei, Head of {OFFICE}. Olga Mavrina, Head of {OFFICE} of {ASU}, sang.",
            {JLU, ASU},
        ),
        (
            f"{JLU} was represented by Zhang Wei, Head of {OFFICE}. and {ASU} by Olga Mavrina, Head of {OFFICE}.",
            {JLU, ASU},
        ),
        (
            f"A group of {JLU} led by Zhang Wei, Head of {OFFICE}, came. Head of {OFFICE} of {ASU} Oleg Orlov sang.",
            {JLU, ASU},
        ),
        (
            f"Zhang Wei, Head of {OFFICE} of {JLU}, met with Li Min, Rector of {JLU}. Li Ping, Head of {OFFICE}, sang.",
            {JLU},
        ),
        (
            f"Zhang Wei, Rector of {JLU}, met with Olga Mavrina, Head of {OFFICE}. {ASU} praised {OFFICE} of {ASU}.",
            {ASU},
        ),
        (f"Zhang Wei, Rector of {JLU}; Olga Mavrina, Head of {OFFICE}. {ASU} praised {OFFICE} of {ASU}.", {ASU}),
    ],
)
def test_the_parts_of_both_are_two(text: str, owners: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = {whole for whole in (JLU, ASU) if told.finds(f"Law Office | unitOf | {whole}")}
    assert found == owners, told.written()


def test_who_is_of_the_other_country_is_of_the_other_office(tell: Callable[..., Any]) -> None:
    told = tell(f"Zhang Wei, Head of {OFFICE} of {JLU}, came to {ASU}. Olga Mavrina, Head of {OFFICE}, spoke.")
    assert not told.finds(f"Olga Mavrina | represents | {JLU}"), told.written()
    told = tell(f"Zhang Wei, Head of {OFFICE} of {JLU}, came to {ASU}. Li Ping, Head of {OFFICE}, spoke.")
    assert told.finds(f"Li Ping | represents | {JLU}"), told.written()
