"""Who is on a delegation or side by a list in lines below what only a pronoun or a side names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

BEFORE = "A delegation of Altai State University visited Jilin University on 3 May."
LIST = "\n- Ivan Sokolov, vice-rector;\n- Anna Petrova, dean of the Faculty of Law."
CEREMONY = "The signing ceremony of Altai State University and Jilin University took place online."
CHINESE = "\n- Li Weiming, President of Jilin University;\n- Wang Hong, vice-president."


@pytest.mark.parametrize(
    "line",
    ["It was made up of:", "It included:", "It consisted of:", "Its members:", "Its members were:", "Among them:"],
)
def test_a_pronoun_means_the_delegation(line: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{BEFORE} {line}{LIST}")
    for name in ("Ivan Sokolov", "Anna Petrova"):
        assert told.finds(f"{name} | visited | Jilin University"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE} It did not include:{LIST}",
        f"{BEFORE} It thanked:{LIST}",
        f"{BEFORE} They were met by:{LIST}",
        f"{BEFORE} They met the academic council there. It includes:{LIST}",
        f"The library opened in May. It included:{LIST}",
        f"{BEFORE} Scientists whose papers lie in the library were honoured. Among them:{LIST}",
        f"{BEFORE} Pupils of the Lyceum sang for them. Among them:{LIST}",
        f"{BEFORE} The laureates of the prize were announced. Among them were:{LIST}",
        f"{BEFORE} They saw the staff of the clinic. It was made up of:{LIST}",
        f"{BEFORE} A medal was handed to a party. It consisted of:{LIST}",
        f"{BEFORE} The commission on grants sat. Members:{LIST}",
        f"{BEFORE} The organizing committee sat. Members: Ivan Sokolov, Anna Petrova.",
        f"{BEFORE} The expert board sat. Members: Ivan Sokolov, Anna Petrova.",
        f"{BEFORE} A working group was set up. Members: Ivan Sokolov, Anna Petrova.",
    ],
)
def test_a_pronoun_means_something_else(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds("Ivan Sokolov | visited | Jilin University"), told.written()


@pytest.mark.parametrize(
    "line", ["The Chinese side was made up of:", "The Chinese side included:", "On the Chinese side were:"]
)
def test_a_side_was_at_the_event(line: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{CEREMONY} {line}{CHINESE}")
    event = "signing ceremony of Altai State University and Jilin University"
    for name in ("Li Weiming", "Wang Hong"):
        assert told.finds(f"{name} | participatedIn | {event}"), told.written()


@pytest.mark.parametrize(
    "line",
    ["The Chinese side thanked:", "The documents of the Chinese side included:", "On the Chinese side were not:"],
)
def test_a_side_was_not(line: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{CEREMONY} {line}{CHINESE}")
    assert not [f for f in told.facts() if f.property == "participatedIn"], told.written()


@pytest.mark.parametrize(
    "before",
    [
        "The negotiations were about the Polar Forum.",
        "The Polar Forum is the subject of the negotiations.",
        "The negotiations dealt with plans of the Polar Forum.",
        "The Polar Forum was discussed.",
    ],
)
@pytest.mark.parametrize("line", ["The Chinese side was made up of:", "Those present:"])
def test_nobody_was_at_what_is_only_talked_about(before: str, line: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{before} {line}{CHINESE}")
    assert not [f for f in told.facts() if f.property == "participatedIn"], told.written()
    told = tell(f"{line}{CHINESE}\n{before}")
    assert not [f for f in told.facts() if f.property == "participatedIn"], told.written()


@pytest.mark.parametrize(
    ("whose", "guests"),
    [("Dean of our university", False), ("Consul General of China in Barnaul", True)],
)
def test_hosts_who_go_with_guests_are_none(whose: str, guests: bool, tell: Callable[..., Any]) -> None:
    text = f"A delegation of Jilin University visited Altai State University. They were accompanied by Li Wei, {whose}."
    told = tell(text, publisher="organization/asu")
    assert bool(told.finds("Li Wei | visited | Altai State University")) is guests, told.written()
    assert not told.finds("Li Wei | represents | Jilin University"), told.written()
