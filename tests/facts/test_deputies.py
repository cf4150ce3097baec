"""Where those have posts whom a text names beside others of one place: deputies, assistants, counterparts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
HEAD = "Ivan Sokolov, Director of the Polar Institute"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"They met {HEAD}, and Anna Petrova, Deputy Director.", "Anna Petrova"),
        (f"They met {HEAD}, Anna Petrova, Deputy Director, and Oleg Orlov, Deputy Director.", "Oleg Orlov"),
        (f"They met {HEAD}, and his assistant Anna Petrova.", "Anna Petrova"),
        (f"They met {HEAD}, his deputy Anna Petrova and others.", "Anna Petrova"),
    ],
)
def test_deputies_are_where_their_chief_is(text: str, who: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{who} | holdsPost | Polar Institute"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"They met {HEAD}, and his wife Anna Petrova.",
        f"{HEAD}, came. His deputy Anna Petrova stayed.",  # of whoever was named in the sentence
        "They met Ivan Sokolov, Minister of Education of Russia, and Anna Petrova, Deputy Prime Minister.",
        f"They met {HEAD}, and Anna Petrova, Deputy Rector of {ASU}.",
    ],
)
def test_nobody_else_is_a_deputy_there(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds("Anna Petrova | holdsPost | Polar Institute"), told.written()
    assert not told.finds("Anna Petrova | holdsPost | Ministry of Education of Russia")


@pytest.mark.parametrize(("comma", "both"), [(",", True), ("", False)])
def test_a_comma_parts_two_titles_from_what_they_are_of(comma: str, both: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"They met Wang Lei, Chair, and Zhao Gang, Vice Dean{comma} of the School of Law of {JLU}.")
    assert told.finds("Zhao Gang | holdsPost | School of Law"), told.written()
    assert bool(told.finds("Wang Lei | holdsPost | School of Law")) is both, told.written()


def test_those_of_one_title_are_of_one_place(tell: Callable[..., Any]) -> None:
    told = tell(
        f"{JLU} received guests from Omsk. Zhang Hong, head of the Provincial Department of Science, and the Vice"
        " Presidents Wang Lei and Zhao Gang attended."
    )
    for who in ("Wang Lei", "Zhao Gang"):
        assert told.finds(f"{who} | holdsPost | {JLU}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"Rector Ivan Sokolov praised {ASU}.",
        f"Rector Ivan Sokolov signed an agreement with {ASU}.",
        f"Rector Ivan Sokolov said that {ASU} had proposed a course.",
        f"Dean Ivan Sokolov wrote to {ASU} on behalf of the Omsk Institute of Law.",
        f"President Ivan Sokolov of the republic thanked {ASU}.",
        f"President Li Weiming and President Ivan Sokolov spoke by telephone. {ASU} works with {JLU}.",
        f"Delegates from Russia were led by Vice Rector Ivan Sokolov. {ASU} was not among them.",
        f"Tatarstan President Ivan Sokolov spoke. {JLU} and {ASU} are partners.",
    ],
)
def test_nobody_is_of_the_one_university_that_is_named(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Ivan Sokolov | holdsPost | {ASU}"), told.written()
    assert not told.finds(f"Ivan Sokolov | represents | {ASU}")


def test_who_flies_somewhere_to_visit_a_university_visits_it(tell: Callable[..., Any]) -> None:
    told = tell(f"Dean Li Weiming flew to Omsk to visit {ASU}.")
    assert told.finds(f"Li Weiming | visited | {ASU}"), told.written()
