"""Who goes along with one person, and whose posts are none of that person's organization."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

WHO = "Rector Pavel Orlov of Altai State University"


@pytest.mark.parametrize("verb", ["toured", "visited"])
def test_hosts_accompany_and_do_not_come(verb: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{WHO} {verb} Jilin University, accompanied by translator Irina Belova and host Zhao Min.")
    assert told.finds("Irina Belova | visited | Jilin University"), told.written()
    assert not told.finds("Zhao Min | visited | Jilin University"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} came to Harbin together with Consul General Ivan Sokolov and reporter Irina Belova.",
        f"{WHO} visited Jilin University. Also on the trip were reporters Ivan Sokolov and Irina Belova.",
    ],
)
def test_consuls_and_journalists_go_along(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for name in ("Ivan Sokolov", "Irina Belova"):
        assert not told.finds(f"{name} | holdsPost | Altai State University"), told.written()
        assert not told.finds(f"{name} | represents | Altai State University"), told.written()
