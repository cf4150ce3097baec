"""Whom "they" means behind a plural that already meant two, and what is no pair of universities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

BOTH = ["Altai State University", "Jilin University"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Jilin University and Altai State University are friends. It was in 1993 that our two universities became "
            "friends: that year they signed an agreement.",
            BOTH,
        ),
        (
            "Jilin University and Altai State University are friends. Guests came from the Omsk City Administration "
            "and the Ministry of Culture of Russia. The two universities met in 1993: then they signed an agreement.",
            BOTH,
        ),
        (
            "Jilin University and Altai State University are friends. The two universities met. The agreement between "
            "the Kirov Law Academy and Kazan Federal University expired, as they did not sign it anew.",
            [],
        ),
    ],
)
def test_those_who_act_just_above(text: str, parties: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for party in BOTH:
        assert bool(told.finds(f"{party} | signed | agreement")) is (party in parties), told.written()
    assert not told.finds("Omsk City Administration | signed | agreement"), told.written()
