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
