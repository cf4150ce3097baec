"""Talks with a delegation of which only its members tell whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

LI, WANG = "Li Weiming, rector of Jilin University", "Wang Hong, president of Hunan University"
MET = "On 3 May Rector Anna Petrova of Altai State University held negotiations with a delegation from the PRC."


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} Members of the Chinese delegation:\n- {LI};\n- {WANG}.",
        f"{MET} The delegation included {LI}, and {WANG}.",
        f"Altai State University held talks with a Chinese delegation. The delegation included {LI}, and {WANG}.",
        f"Anna Petrova, Rector of Altai State University, met with a group of guests. The group consisted of {LI}, "
        f"and {WANG}.",
    ],
)
def test_members_tell_whose_it_is(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for name in ("Jilin University", "Hunan University"):
        assert told.finds(f"{name} | negotiatedWith | Altai State University"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} The library was built by {LI}, and {WANG}.",
        f"Altai State University plans talks with a Chinese delegation. The delegation includes {LI}.",
        "Altai State University held talks with a delegation of Tomsk State University. The delegation was greeted by "
        f"{LI}.",
        f"Altai State University held talks on a delegation. The delegation included {LI}.",
    ],
)
def test_members_of_no_such_talks(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [f for f in told.facts() if f.rule == "talks-with-unnamed"], told.written()


@pytest.mark.parametrize(
    "other",
    [
        "Pavel Orlov, dean of Tomsk State University, as translator",
        "Pavel Orlov, Consul of Russia in Shanghai",
        "Zhao Min, reporter of Hunan Daily",
    ],
)
def test_who_goes_along_holds_no_talks(other: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{MET} The delegation included {LI}, and {other}.")
    found = {line for line in told.written() if "talks-with-unnamed" in line}
    assert len(found) == 1, told.written()
    assert "Jilin University" in found.pop()


def test_members_of_talks_with_two_hosts(tell: Callable[..., Any]) -> None:
    hosts = "Altai State University met a Chinese delegation. Tomsk State University met a Chinese delegation."
    told = tell(f"{hosts} The delegation included {LI}.")
    assert not [f for f in told.facts() if f.rule == "talks-with-unnamed"], told.written()
