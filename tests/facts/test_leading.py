"""Who heads a group and who belongs to it, told before it, behind it or apart from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
CAME = f"A delegation of {JLU} came to {ASU}."


@pytest.mark.parametrize(
    "text",
    [
        f"Headed by Professor Li Weiming, a delegation of {JLU} came to {ASU}.",
        f"Li Weiming is at the head of a delegation of {JLU} which has come to {ASU}.",
        f"At the head of the delegation of {JLU} that visited {ASU} was Li Weiming.",
        f"Heading the delegation of {JLU} which called at {ASU} was Li Weiming.",
        f"{CAME} Its leader was Professor Li Weiming.",
        f"A team of {JLU} stayed at {ASU} for a week. Li Weiming headed the team.",
        f"A delegation came to {ASU} from {JLU}; Li Weiming led it.",
        f"{CAME} Li Weiming and Zhang Hui belonged to it.",
        f"{CAME} To the delegation belonged Zhang Hui and Li Weiming.",
        f"{CAME} Other members of the delegation were Zhang Hui, dean; and Li Weiming, professor.",
        f"{CAME} On the trip were Zhang Hui and Li Weiming.",
        f"There came to {ASU} in May a delegation of two: Li Weiming, Rector of {JLU}, and Zhang Hui, dean.",
        f"Representatives of {JLU} were received at {ASU}: Zhang Hui and Li Weiming.",
        f"{ASU} hosted a delegation from {JLU} on Monday: Zhang Hui and Li Weiming.",
        f"Three people from {JLU} visited {ASU}. They were headed by Li Weiming.",
    ],
)
def test_who_is_on_it_goes_where_it_goes(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Li Weiming | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{CAME} At the head of the laboratory was Li Weiming.",
        f"{CAME} Li Weiming is not at the head of the delegation.",
        f"{CAME} The book belonged to Li Weiming.",
        f"{CAME} On the tour of the campus were Li Weiming and Ivan Sokolov.",
        f"Zhang Hui of {JLU} visited {ASU}. Li Weiming accompanied him on a walk over the campus.",
        f"A delegation of {JLU} was welcomed at {ASU}: Li Weiming spoke of lasers.",
        f"{CAME} The guests were met by: Li Weiming, Ivan Sokolov.",
        f"Headed by Li Weiming, the laboratory works with {ASU}.",
    ],
)
def test_who_is_not_on_it(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Li Weiming | visited | {ASU}"), told.written()


def test_who_heads_a_part_of_another_university_speaks_for_that(tell: Callable[..., Any]) -> None:
    told = tell(f"{CAME} It also included Ivan Sokolov, who heads the Department of Optics of Omsk State University.")
    assert told.finds("Ivan Sokolov | represents | Omsk State University"), told.written()
    assert not told.finds(f"Ivan Sokolov | represents | {JLU}"), told.written()


@pytest.mark.parametrize(("some", "went"), [("Seven people", True), ("People", False)])
def test_people_act_for_an_organization_where_their_number_is_told(
    some: str, went: bool, tell: Callable[..., Any]
) -> None:
    told = tell(f"{some} from {JLU} came to {ASU} in May.")
    assert bool(told.finds(f"{JLU} | visited | {ASU}")) is went, told.written()
