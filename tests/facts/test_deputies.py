"""Where those have posts whom a text names beside others of one place: deputies, assistants, counterparts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
TRADE = "Department of Trade"
HEAD = "Ivan Sokolov, Director of the Polar Institute"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"They met {HEAD}, and Anna Petrova, Deputy Director.", "Anna Petrova"),
        (f"They met {HEAD}, Anna Petrova, Deputy Director, and Oleg Orlov, Deputy Director.", "Oleg Orlov"),
        (f"They met {HEAD}, and his assistant Anna Petrova.", "Anna Petrova"),
        (f"They met {HEAD}, his deputy Anna Petrova and others.", "Anna Petrova"),
        (f"They met {HEAD}, and his first deputy, Anna Petrova.", "Anna Petrova"),
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
        f"{HEAD}, greeted the minister of energy. His deputy, Anna Petrova, stayed.",
        f"{HEAD}, came. The guests met a poet and his deputy Anna Petrova.",
        f"{HEAD}, came. His wife, Anna Petrova, stayed.",
        f"{HEAD}, came. It rained. His deputy, Anna Petrova, stayed.",
        "They met Ivan Sokolov, Minister of Education of Russia, and Anna Petrova, Deputy Prime Minister.",
        f"They met {HEAD}, and Anna Petrova, Deputy Rector of {ASU}.",
    ],
)
def test_nobody_else_is_a_deputy_there(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds("Anna Petrova | holdsPost | Polar Institute"), told.written()
    assert not told.finds("Anna Petrova | holdsPost | Ministry of Education of Russia")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (f"{HEAD}, flew to Omsk with his deputy Anna Petrova.", True),
        (f"{HEAD}, met the minister and his deputy Anna Petrova.", False),
        (f"{HEAD}, and the ambassador with her aide Anna Petrova came.", False),
        (f"{HEAD}, met a poet and his assistant Anna Petrova.", False),
        (f"{HEAD}, received Li Weiming and his deputy Anna Petrova.", False),
        (f"{HEAD}, told of his research adviser Anna Petrova.", False),
        (f"{HEAD}, recalled his scientific secretary Anna Petrova, who died in 1999.", False),
        (f"{HEAD}, wrote to his deputy minister Anna Petrova.", False),
    ],
)
def test_whose_deputy_is_his(text: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds("Anna Petrova | holdsPost | Polar Institute")) is there, told.written()


def test_the_deputy_of_a_guest_visits_too(tell: Callable[..., Any]) -> None:
    told = tell(f"Ivan Sokolov, Rector of {ASU}, received Li Weiming and his deputy Wang Lei.")
    assert told.finds(f"Wang Lei | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (f"Ivan Sokolov, Head of the {TRADE} of {ASU}, and Wang Lei, Deputy Head, came.", False),
        (f"Ivan Sokolov, Head of the {TRADE} of {ASU}, and Anna Petrova, Deputy Head, came.", True),
        (f"Ivan Sokolov, Head of the {TRADE} of {ASU}, and Anna Petrova, Deputy Head of the Mission, came.", False),
    ],
)
def test_the_deputy_of_something_else_is_not_there(text: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = told.finds(f"Anna Petrova | holdsPost | {TRADE}") or told.finds(f"Wang Lei | holdsPost | {TRADE}")
    assert bool(found) is there, told.written()


@pytest.mark.parametrize(("comma", "both"), [(",", True), ("", False)])
def test_a_comma_parts_two_titles_from_what_they_are_of(comma: str, both: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"They met Wang Lei, Chair, and Zhao Gang, Vice Dean{comma} of the School of Law of {JLU}.")
    assert told.finds("Zhao Gang | holdsPost | School of Law"), told.written()
    assert bool(told.finds("Wang Lei | holdsPost | School of Law")) is both, told.written()


@pytest.mark.parametrize(
    ("before", "there"),
    [
        ("Wang Lei, Vice President, and Anna Petrova, Rector,", True),
        ("Wang Lei, Governor, and Anna Petrova, Rector,", False),
        ("Wang Lei, Consul General, and Anna Petrova, Rector,", False),
        ("Wang Lei, Vice Mayor, and Anna Petrova, Rector,", False),
        ("Wang Lei, conductor, and Anna Petrova, Rector,", False),
        ("Wang Lei, President, and Anna Petrova, Rector,", False),  # of something else
        ("Wang Lei, Rector, and Anna Petrova, Dean, of the Faculty of Law", False),
        ("Wang Lei, Rector, Oleg Orlov, interpreter, and Anna Petrova, Dean,", False),
    ],
)
def test_only_titles_of_one_house_are_shared(before: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{before} of {ASU} signed it.")
    assert told.finds(f"Anna Petrova | represents | {ASU}"), told.written()
    assert bool(told.finds(f"Wang Lei | represents | {ASU}")) is there, told.written()


def test_those_of_one_title_are_of_one_place(tell: Callable[..., Any]) -> None:
    told = tell(
        f"{JLU} received guests from Omsk. Zhang Hong, head of the Provincial Department of Science, and the Vice"
        " Presidents Wang Lei and Zhao Gang attended."
    )
    for who in ("Wang Lei", "Zhao Gang"):
        assert told.finds(f"{who} | holdsPost | {JLU}"), told.written()


@pytest.mark.parametrize(("second", "there"), [("Zhao Gang", True), ("Ivan Sokolov", False)])
def test_who_is_named_second_may_be_of_another_country(second: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(
        f"{JLU} received guests from Omsk. Zhang Hong, head of the Provincial Department of Science, and the Vice"
        f" Presidents Wang Lei and {second} attended."
    )
    assert told.finds(f"Wang Lei | holdsPost | {JLU}"), told.written()
    assert bool(told.finds(f"{second} | holdsPost | {JLU}")) is there, told.written()


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
