"""Names that two organizations begin, joined by a dash."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, JLU = "Altai State University", "Jilin University"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"The {ASU} – {JLU} Testing Centre was unveiled.", f"{ASU} – {JLU} Testing Centre"),
        (f"Guests saw the {JLU} - {ASU} College of Rail Transit.", f"{JLU} - {ASU} College of Rail Transit"),
        (f"{ASU} — {JLU} Joint Laboratory of Lasers opened.", f"{ASU} — {JLU} Joint Laboratory of Lasers"),
    ],
)
def test_both_founded_it(text: str, name: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.only({ASU, JLU}, "established", name), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{ASU} – {JLU} Faculty of Law: a new agreement",
        f"The rector of {ASU} – {JLU} Faculty of Law was the host – smiled.",
        f"The {JLU} Testing Centre was unveiled.",
        f"Doctors saw the {ASU} – {JLU} Hospital team.",
        f"The {ASU} - {JLU} Testing Centre agreement was a success.",
    ],
)
def test_a_dash_that_parts(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.written() if "| established |" in fact], told.written()
