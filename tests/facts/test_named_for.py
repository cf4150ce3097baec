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
        (f"Those who came to the opening of {ASU} were Li Weiming and Wang Lei.", f"Wang Lei | represents | {ASU}"),
        (f"Among those at the jubilee of {ASU} were Li Weiming and Wang Lei.", f"Li Weiming | represents | {ASU}"),
        (f"The participants in the fair of {ASU} were Li Weiming and Wang Lei.", f"Wang Lei | represents | {ASU}"),
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


TSU = "Tomsk State University"
TWO = "Pavel Orlov and Anna Belova"


@pytest.mark.parametrize(
    "text",
    [
        # what others did for, to or with its people
        f"The participants from {ASU} were welcomed by Pavel Orlov.",
        f"Those representing {ASU} were greeted by the mayor Pavel Orlov.",
        f"Students of {ASU} were taught by Pavel Orlov.",
        f"The speaker from {ASU} was introduced by Pavel Orlov.",
        f"Participants from {ASU} were the guests of {TWO}.",
        f"The people of {ASU} are proud of Pavel Orlov.",
        f"The hosts of {ASU} were in Harbin with Pavel Orlov.",
        f"Those expelled from {ASU} were {TWO}.",
        f"The people missing from {ASU} were {TWO}.",
        f"On behalf of {ASU}, Pavel Orlov and Li Weiming were thanked.",
        # what is from it, and journeys that begin there
        f"From {ASU}, Pavel Orlov travelled to Harbin.",
        f"From {ASU}, Pavel Orlov went on to Tomsk.",
        f"For {ASU}, Pavel Orlov is a legend.",
        f"From {ASU} there was a letter to Pavel Orlov.",
        f"From {ASU} there was great interest in the work of Pavel Orlov.",
        f"On the part of {ASU} there were complaints about Pavel Orlov.",
        f"The deal was important for {JLU}, but for {ASU} Pavel Orlov's plan was better.",
        f"For {ASU} the hall was painted by Pavel Orlov.",
        # where somebody is
        f"The speakers at {ASU} were {TWO}.",
        f"At {ASU} there were {TWO}, both of {TSU}.",
        f"The team was ahead, while at {ASU} Pavel Orlov waited.",
        f"Lectures, at {ASU} by Pavel Orlov and at {TSU} by Anna Belova, were given.",
        f"Contact person at {ASU}: Pavel Orlov",
        # headlines, and lists of others
        f"News from {ASU}: Pavel Orlov wins a medal.",
        f"Interview at {ASU}: Pavel Orlov on the future of physics.",
        f"The prize for {ASU}: Pavel Orlov.",
        f"Participants from {ASU} met with the following: Pavel Orlov, Anna Belova.",
        f"The participants from {ASU} attended lectures by leading scientists: Pavel Orlov, Anna Belova.",
        f"The management of {ASU} invited well-known scientists: Pavel Orlov, Anna Belova.",
        f"Participants from {ASU} were divided into groups: Pavel Orlov led the first.",
        f"Attendees from {ASU} were impressed: Pavel Orlov sang.",
        f"The staff of {ASU} talked to the stars: Pavel Orlov, Anna Belova.",
        f"The delegation of {ASU} met the heads of the city: Pavel Orlov, Anna Belova.",
        f"The representatives of {ASU} thanked the organizers: Pavel Orlov, Anna Belova.",
        # who does something else
        f"From {ASU}, the forum was attended by Anna Belova, and Pavel Orlov sent a letter.",
    ],
)
def test_a_countryman_is_nobody_s_spokesman_by_being_named_behind(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Pavel Orlov | represents | {ASU}"), told.written()


def test_a_preposition_behind_a_name_ends_the_list(tell: Callable[..., Any]) -> None:
    told = tell(
        f"The agreement was signed on the part of {JLU} by Li Weiming and on the part of {ASU} by Pavel Orlov,"
        " in the presence of Igor Petrov."
    )
    assert told.finds(f"Pavel Orlov | represents | {ASU}"), told.written()
    assert not told.finds(f"Igor Petrov | represents | {ASU}"), told.written()


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"On behalf of {ASU}, Pavel Orlov sent a letter from Barnaul.", False),
        (f"From {ASU}, Pavel Orlov watched online.", False),
        (f"On behalf of {ASU}, Pavel Orlov attended the talks.", True),
        (f"The participants from {ASU} were Pavel Orlov and Igor Petrov.", True),
    ],
)
def test_who_is_named_for_a_delegation_travels_with_it_if_he_was_there(
    text: str, visits: bool, tell: Callable[..., Any]
) -> None:
    told = tell(f"A delegation of {ASU} visited {JLU}. {text}")
    assert bool(told.finds(f"Pavel Orlov | visited | {JLU}")) is visits, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{ASU} Rector and {TSU} Vice-Rector Igor Petrov met.",
        f"{ASU} Rector and Professor Igor Petrov of {TSU} met.",
        f"{ASU} Vice-Rector and Dean of the Faculty of Law of {TSU} Igor Petrov met.",
        f"The talks were between {ASU}'s rector and Dean of {TSU} Igor Petrov.",
        f"They met the {ASU} Rector and President of the Academy of Sciences Igor Petrov.",
        f"The forum was opened by the Rector of {ASU} and the President of the Academy of Sciences Igor Petrov.",
        f"They met {ASU}'s Rector and Governor of Altai Krai Igor Petrov.",
        f"{ASU} Rector and Minister of Education Igor Petrov signed it.",
        f"The talks were attended by the Rector of {ASU}, and Professor of {TSU} Igor Petrov.",
        f"For {ASU} the talks were opened by the mayor Igor Petrov.",
        # whose home only others in the list tell
        f"Governor Igor Petrov, Pavel Orlov and Anna Belova of {ASU} sang.",
        f"Consul General Igor Petrov and Anna Belova from {ASU} opened the exhibition.",
        f"The cosmonaut Igor Petrov and Anna Belova from {ASU} opened the exhibition.",
        f"Besides Igor Petrov, Pavel Orlov and Anna Belova from {ASU} spoke.",
        f"Instead of Igor Petrov, Pavel Orlov and Anna Belova from {ASU} spoke.",
        # the other of two
        f"From {ASU} there were Pavel Orlov and Igor Petrov ({TSU}).",
    ],
)
def test_a_post_is_at_no_other_s_home(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Igor Petrov | holdsPost | {ASU}"), told.written()
    assert not told.finds(f"Igor Petrov | represents | {ASU}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"Vice-President of {ASU} and chairman of the board of Barnaul Northern University Igor Petrov spoke.",
        f"{ASU} Vice-Rector and Leader of the NICA project Prof. Igor Petrov spoke.",
    ],
)
def test_titles_joined_before_a_name_are_one_s(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Igor Petrov | holdsPost | {ASU}"), told.written()


def test_a_ministry_named_later_is_no_minister_s(tell: Callable[..., Any]) -> None:
    told = tell(f"Vice-Minister Pavel Orlov opened the forum at {ASU}. The next day guests saw the Ministry of Rivers.")
    assert not told.finds("Pavel Orlov | holdsPost | Ministry of Rivers"), told.written()
    assert not told.finds("Ministry of Rivers | participatedIn | forum"), told.written()


def test_a_shared_home_is_no_stated_one(tell: Callable[..., Any]) -> None:
    told = tell(f"Igor Petrov, Pavel Orlov and Anna Belova from {ASU} spoke.")
    (shared,) = told.finds(f"Igor Petrov | represents | {ASU}")
    (stated,) = told.finds(f"Anna Belova | represents | {ASU}")
    assert shared.confidence < stated.confidence
