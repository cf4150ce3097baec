"""What signed agreements are to create, and what is called by those who founded it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MET = "Hunan Transport University (HTU) and Altai Polytechnic University (APU) met."


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Students of the HTU-APU Dual Degree Program came.", {"HTU", "APU"}),
        ("The APU-HTU Chemistry Undergraduate Program has grown.", {"HTU", "APU"}),
        ("The APU–HTU master's programme in law has grown.", {"HTU", "APU"}),
        ("Students of the HTU Dual Degree Program came.", set()),
        ("Students of the HTU-XYZ Dual Degree Program came.", set()),
        ("Students of HTU-APU came to the Dual Degree Program.", set()),
    ],
)
def test_programmes_are_called_by_who_made_them(text: str, founders: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{MET} {text}")
    found = {fact.subject for fact in told.facts() if fact.property == "established"}
    assert {name for name in ("HTU", "APU") if any(name.casefold() in told.names[one] for one in found)} == founders
