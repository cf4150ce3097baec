"""Posts in clauses behind a name, told in turn, on one side of two, and of other countries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

TSU, JLU, LAW = "Tomsk State University", "Jilin University", "Faculty of Law"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"The guests met Ivan Sokolov, who works at {TSU} as Vice-Rector.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (f"The guests met Ivan Sokolov, who attended as Rector of {TSU}.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (f"The guests met Ivan Sokolov, who was there as Rector of {TSU}.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (
            f"The guests met Ivan Sokolov, who at {TSU} is Vice-Rector for Science.",
            [f"Ivan Sokolov | holdsPost | {TSU}"],
        ),
        (f"The guests met Ivan Sokolov, who comes from {TSU}.", [f"Ivan Sokolov | represents | {TSU}"]),
        (
            f"The guests met Ivan Sokolov, who is at the same time Rector of {TSU}.",
            [f"Ivan Sokolov | holdsPost | {TSU}"],
        ),
        (
            f"He Jianning, director, from the Chinese side, of the Confucius Institute of {TSU}, spoke.",
            ["He Jianning | holdsPost | Confucius Institute"],
        ),
        (
            f"Ivan Sokolov and Anna Petrova, who are Rector and Vice-Rector of {TSU}, spoke.",
            [f"Ivan Sokolov | holdsPost | {TSU}", f"Anna Petrova | holdsPost | {TSU}"],
        ),
        (
            f"Ivan Sokolov and Anna Petrova, Rector and Vice-Rector of {TSU}, spoke.",
            [f"Ivan Sokolov | holdsPost | {TSU}", f"Anna Petrova | holdsPost | {TSU}"],
        ),
        (
            f"The rectors of {TSU} and {JLU}, Ivan Sokolov and Li Weiming, spoke.",
            [f"Ivan Sokolov | holdsPost | {TSU}", f"Li Weiming | holdsPost | {JLU}"],
        ),
        (
            f"Li Weiming and Ivan Sokolov, rectors of {JLU} and {TSU}, spoke.",
            [f"Ivan Sokolov | holdsPost | {TSU}", f"Li Weiming | holdsPost | {JLU}"],
        ),
        (
            f"{TSU} and {JLU} agreed. The Russian university's rector, Ivan Sokolov, spoke.",
            [f"Ivan Sokolov | holdsPost | {TSU}"],
        ),
        (
            f"{JLU} and {TSU} agreed, said Li Weiming, president of the Chinese university.",
            [f"Li Weiming | holdsPost | {JLU}"],
        ),
        (f"Ivan Sokolov, Lecturer ({TSU}), spoke.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        # what else is said of him stands between
        (f"Ivan Sokolov lectures in Omsk and is Rector of {TSU}.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (f"Prof. Sokolov belongs to a choir, and is also a dean at {TSU}.", [f"Sokolov | holdsPost | {TSU}"]),
        (f"Ivan Sokolov lectures in Omsk and is now the Rector of {TSU}.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (
            f"They met Ivan Sokolov, who looks after our guests and is Vice-Rector of {TSU}.",
            [f"Ivan Sokolov | holdsPost | {TSU}"],
        ),
        (
            f"Ivan Sokolov, one of the best experts on ice and snow, who is Rector of {TSU}, spoke.",
            [f"Ivan Sokolov | holdsPost | {TSU}"],
        ),
        (f"Ivan Sokolov ({TSU}, Rector) spoke.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (f"Present were these: Rector of {TSU} – Ivan Sokolov; guests.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (f"Li Weiming, Party chief of {JLU}, spoke.", [f"Li Weiming | holdsPost | {JLU}"]),
        (f"{JLU} Party Secretary Li Weiming spoke.", [f"Li Weiming | holdsPost | {JLU}"]),
        (f"Ivan Sokolov, Research Associate of {TSU}, spoke.", [f"Ivan Sokolov | holdsPost | {TSU}"]),
        (
            "The Russian Defense Ministry sent doctors, as Defense Minister Ivan Sokolov decided.",
            ["Ivan Sokolov | holdsPost | Russian Defense Ministry"],
        ),
        (
            "Ivan Sokolov, Ambassador of Russia to Pakistan, spoke.",
            ["Ivan Sokolov | holdsPost | Embassy of Russia in Pakistan"],
        ),
    ],
)
def test_posts_are_read(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for fact in facts:
        assert told.finds(fact, Status.HELD), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # who heads something is not whoever stands before him in a list
        (
            f"They met Li Weiming, Dean of the {LAW} of {JLU}, and Anna Petrova, who heads {TSU}.",
            f"Li Weiming | holdsPost | {TSU}",
        ),
        (f"They met Ivan Sokolov, who does not work at {TSU} as Vice-Rector.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"They met Ivan Sokolov, who is not from {TSU}.", f"Ivan Sokolov | represents | {TSU}"),
        (f"They met Ivan Sokolov, who praised {TSU} as a lecturer.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"They met Ivan Sokolov, whose brother comes from {TSU}.", f"Ivan Sokolov | represents | {TSU}"),
        (
            f"They met Anna Petrova and Ivan Sokolov, Rector of {TSU} and Dean of its {LAW}.",
            f"Anna Petrova | holdsPost | {TSU}",
        ),
        (f"The rectors of {TSU} and {JLU}, Ivan Sokolov and Li Weiming, spoke.", f"Li Weiming | holdsPost | {TSU}"),
        (f"Li Weiming and Ivan Sokolov, rectors of {JLU} and {TSU}, spoke.", f"Ivan Sokolov | holdsPost | {JLU}"),
        (
            f"{TSU} and {JLU} agreed. The rectors, Ivan Sokolov and Oleg Smirnov, signed it.",
            f"Oleg Smirnov | holdsPost | {TSU}",
        ),
        (
            f"{TSU} and {JLU} agreed. The Russian university's rector, Ivan Sokolov, spoke.",
            f"Ivan Sokolov | holdsPost | {JLU}",
        ),
        (
            f"Vladimir Putin and Miguel Torres, the President of Cuba, spoke of {TSU}.",
            f"Miguel Torres | holdsPost | {TSU}",
        ),
        (
            "Ivan Sokolov, Ambassador of Russia to Pakistan, spoke.",
            "Ivan Sokolov | holdsPost | Embassy of Russia in China",
        ),
        (
            "Ivan Sokolov, Deputy Chairman of the Government of the Amur Oblast and its Minister of Health, spoke.",
            "Ivan Sokolov | holdsPost | Ministry of Health of the Russian Federation",
        ),
        (f"{TSU} Press Director Ivan Sokolov spoke.", f"Ivan Sokolov | holdsPost | {TSU}"),
        # those who did something with the heads of organizations are not these
        (
            f"After lunch with the rectors of {TSU} and {JLU}, Ivan Sokolov and Li Weiming flew home.",
            f"Li Weiming | holdsPost | {JLU}",
        ),
        (f"They honoured the Dean of {TSU} and of {JLU} President Li Weiming.", f"Li Weiming | holdsPost | {TSU}"),
        (f"Anna Petrova and Ivan Sokolov, co-chairs of {TSU} and {JLU}, spoke.", f"Ivan Sokolov | holdsPost | {JLU}"),
        (
            f"Anna Petrova and Li Weiming, professor of {TSU} and visiting professor of {JLU}, spoke.",
            f"Anna Petrova | holdsPost | {TSU}",
        ),
        (
            f"Ivan Sokolov thanked the man who lives in Omsk and is Rector of {TSU}.",
            f"Ivan Sokolov | holdsPost | {TSU}",
        ),
        (f"Sokolov dreams of Omsk and is almost Dean of {TSU}.", f"Sokolov | holdsPost | {TSU}"),
        (f"Ivan Sokolov works in Omsk and is candidate Rector of {TSU}.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"Ivan Sokolov lives in Omsk and is like Dean of {TSU} a hunter.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"They thanked Ivan Sokolov in Omsk and are deans of {TSU}.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (
            f"{TSU} grew. Ivan Sokolov sings in Omsk and is director of the Ice Show.",
            f"Ivan Sokolov | holdsPost | {TSU}",
        ),
        (
            f"Ivan Sokolov, one of the pupils of the man who is Rector of {TSU}, spoke.",
            f"Ivan Sokolov | holdsPost | {TSU}",
        ),
        (
            f"The delegation of {TSU} was headed by Aide to the President of Russia Ivan Sokolov.",
            f"Ivan Sokolov | holdsPost | {TSU}",
        ),
        (
            "Li Weiming is President of the Polar Union. Then came Ivan Sokolov, Aide to the President of the Russian "
            "Federation.",
            "Ivan Sokolov | holdsPost | Polar Union",
        ),
        # what somebody is seen as, was, or did at a place is no post there
        (f"They met Ivan Sokolov, who is spoken of as the next Rector of {TSU}.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"They met Ivan Sokolov, who was removed as Rector of {TSU}.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"They met Ivan Sokolov, who attended {JLU} as a visiting lecturer.", f"Ivan Sokolov | holdsPost | {JLU}"),
        (f"They met Ivan Sokolov, who spoke at {JLU} as a lecturer.", f"Ivan Sokolov | holdsPost | {JLU}"),
        (
            f"{TSU} thanked {JLU}. A Russian university's rector, Ivan Sokolov, spoke.",
            f"Ivan Sokolov | holdsPost | {TSU}",
        ),
        (f"They met Ivan Sokolov, who is retired from {TSU}.", f"Ivan Sokolov | represents | {TSU}"),
        (
            f"Present: Rector, {TSU}, Ivan Sokolov, President, {JLU}, Li Weiming.",
            f"Ivan Sokolov | holdsPost | {JLU}",
        ),
        (f"They met Ivan Sokolov, a friend of the man who is Rector of {TSU}.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"They met Ivan Sokolov, a dean on holiday at {TSU}.", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"The main principle of {TSU}, Ivan Sokolov said, is trust.", f"Ivan Sokolov | holdsPost | {TSU}"),
    ],
)
def test_posts_are_nobody_else_s(text: str, fact: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(fact, Status.HELD), tell(text).written()


def test_each_of_two_has_his_own_title(tell: Callable[..., Any]) -> None:
    told = tell(f"Ivan Sokolov and Anna Petrova, Rector and Vice-Rector of {TSU}, spoke.")
    titles = {fact.subject: fact.title for fact in told.finds(f"Ivan Sokolov | holdsPost | {TSU}")}
    titles |= {fact.subject: fact.title for fact in told.finds(f"Anna Petrova | holdsPost | {TSU}")}
    assert sorted(titles.values()) == ["Rector", "Vice-Rector"]
