"""For whom people are named: behind "on behalf of X", "from X:", on a side; and whose title a list gives to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, JLU = "Altai State University", "Jilin University"
CAME = f"A delegation of {JLU} came to {ASU} on Monday."
NAMES = "Ivan Sokolov, Anna Petrova and Oleg Smirnov"
HOSTS = ("Ivan Sokolov", "Anna Petrova", "Oleg Smirnov")


@pytest.mark.parametrize(
    "text",
    [
        f"On behalf of {ASU} there were {NAMES}.",
        f"For {ASU} the talks were attended by {NAMES}.",
        f"From {ASU}, {NAMES} took part.",
        f"In the name of {ASU} they were welcomed by {NAMES}.",
        f"Those present from {ASU} were {NAMES}.",
        f"The guests were met by people from {ASU}: {NAMES}.",
        f"The people on {ASU}'s side were {NAMES}.",
        f"On the {ASU} side the event was attended by {NAMES}.",
        f"Participants: from {JLU} – Li Weiming; from {ASU} – {NAMES}.",
    ],
)
def test_who_is_named_for_an_organization_speaks_for_it(text: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{CAME} {text}")
    for person in HOSTS:
        assert told.finds(f"{person} | represents | {ASU}"), told.written()
        assert not told.finds(f"{person} | represents | {JLU}"), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"On behalf of {ASU}, Ivan Sokolov welcomed Li Weiming.", f"Li Weiming | represents | {ASU}"),
        (f"From {ASU} the guests went to the museum, where Oleg Smirnov sat.", f"Oleg Smirnov | represents | {ASU}"),
        (f"Guests of {ASU} were Ivan Sokolov and Anna Petrova.", f"Ivan Sokolov | represents | {ASU}"),
        (f"For {ASU} this is the first agreement; Ivan Sokolov praised it.", f"Ivan Sokolov | represents | {ASU}"),
        (f"For {ASU} the talks were attended by Li Weiming.", f"Li Weiming | represents | {ASU}"),
    ],
)  # fmt: skip
def test_who_is_named_for_nobody(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


def test_one_home_is_shared_in_a_list(tell: Callable[..., Any]) -> None:
    told = tell(f"Attending were Li Weiming and Wang Lei from {JLU}, as well as Ivan Sokolov and Anna Petrova ({ASU}).")
    for person, home in (("Li Weiming", JLU), ("Wang Lei", JLU), ("Ivan Sokolov", ASU), ("Anna Petrova", ASU)):
        assert told.finds(f"{person} | represents | {home}"), told.written()
    told = tell(f"Attending were Ivan Sokolov and Li Weiming from {JLU}.")
    assert not told.finds(f"Ivan Sokolov | represents | {JLU}"), told.written()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"The guests were Galina Kulikova, Chairwoman of the Northern Friendship Association, and the Dean of the"
            f" Faculty of Law of {ASU} Anna Petrova.",
            ["Galina Kulikova | holdsPost | Northern Friendship Association",
             "Anna Petrova | holdsPost | Faculty of Law"],
        ),
        (f"{ASU} Vice-Rector and Dean of the Faculty of Law Ivan Sokolov spoke.",
         [f"Ivan Sokolov | holdsPost | {ASU}", "Ivan Sokolov | holdsPost | Faculty of Law"]),
        (f"On behalf of {ASU} there were RAS Academician Ivan Sokolov, First Vice-Rector, and Anna Petrova.",
         [f"Ivan Sokolov | holdsPost | {ASU}"]),
        (f"Present were:\n\nRector of {ASU} – Ivan Sokolov\n\nDean of the Faculty of Law: Anna Petrova",
         [f"Ivan Sokolov | holdsPost | {ASU}", "Anna Petrova | holdsPost | Faculty of Law"]),
        (f"Present were:\n\nIvan Sokolov: Rector of {ASU}\n\nAnna Petrova: Dean of the Faculty of Law",
         [f"Ivan Sokolov | holdsPost | {ASU}", "Anna Petrova | holdsPost | Faculty of Law"]),
        (f"Wang Lei, who is Vice President of {JLU}, and the Vice Rector of {ASU}, Anna Petrova, spoke.",
         [f"Wang Lei | holdsPost | {JLU}", f"Anna Petrova | holdsPost | {ASU}"]),
    ],
)  # fmt: skip
def test_titles_go_to_whom_they_stand_beside(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert all(told.finds(fact) for fact in facts), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"The guests were Galina Kulikova, Chairwoman of the Northern Friendship Association, and the Dean of the"
         f" Faculty of Law of {ASU} Anna Petrova.", "Galina Kulikova | holdsPost | Faculty of Law"),
        (f"Wang Lei, who is Vice President of {JLU}, and the Vice Rector of {ASU}, Anna Petrova, spoke.",
         f"Wang Lei | holdsPost | {ASU}"),
        (f"With Ivan Sokolov, Rector of {ASU}, the head of {JLU} met in May.", f"Ivan Sokolov | holdsPost | {JLU}"),
        (f"They heard Ivan Sokolov, Leader of the {JLU} project.", f"Ivan Sokolov | holdsPost | {JLU}"),
        (f"Ivan Sokolov: The rector of {ASU} told us so.", f"Ivan Sokolov | holdsPost | {ASU}"),
        (f"Ivan Sokolov, Chairman of the journal's Editorial Board and Rector of {ASU}, spoke.",
         "Ivan Sokolov | represents | Editorial Board"),
        (f"Li Weiming, Dean of the School of Law of {JLU} and Director of the Centre for Polar Studies, spoke.",
         "Li Weiming | represents | Centre for Polar Studies"),
    ],
)  # fmt: skip
def test_titles_go_to_nobody_else(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


def test_the_ambassador_extraordinary_is_at_his_embassy(tell: Callable[..., Any]) -> None:
    told = tell(
        "The forum was opened by Ivan Sokolov, Rector of Altai State University, and by Zhang Hanhui, Ambassador"
        " Extraordinary and Plenipotentiary of the People's Republic of China to the Russian Federation."
    )
    (held,) = told.finds("Zhang Hanhui | holdsPost | Embassy of China in Russia")
    assert held.title == "Ambassador Extraordinary and Plenipotentiary"
