"""Where posts are held whose organization is not said, and whom those who hold them speak for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
LAW = "Faculty of Law"


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} was visited by Vice-President Li Weiming and Dean Ivan Sokolov.",
        f"{JLU} was visited on 4 May by Professor Zhang Hui, Vice-President Li Weiming and Dean Ivan Sokolov.",
        f"{JLU} received Vice-President Li Weiming.",
        f"Vice-President Li Weiming was glad to be at {JLU}.",
        f"Vice-President Li Weiming arrived at {JLU} on 4 May.",
        f"Vice-President Li Weiming paid a visit to {JLU} on 4 May.",
        f"Vice-President Li Weiming was received at {JLU} by Professor Zhang Hui.",
    ],
)
def test_whom_somebody_visits_is_not_his_home(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Li Weiming | holdsPost | {JLU}"), told.written()
    assert not told.finds(f"Li Weiming | represents | {JLU}")
    assert told.finds(f"Li Weiming | visited | {JLU}")


@pytest.mark.parametrize(
    "text",
    [
        f"At {JLU} the guests were received by Vice-President Li Weiming.",
        f"The guests of {ASU} were met at {JLU} by Vice-President Li Weiming.",
    ],
)
def test_whoever_receives_guests_is_at_home(text: str, tell: Callable[..., Any]) -> None:
    assert tell(text).finds(f"Li Weiming | holdsPost | {JLU}")


@pytest.mark.parametrize(
    "said",
    [
        "The guests were received by Vice-Rector Erik Larsson.",
        "The delegation was greeted by Dr. Erik Larsson, Vice-Rector; Dr. Anders Holm, Dean.",
        "Vice-Rector Erik Larsson met the visitors at the campus.",
        "Vice-Rector Erik Larsson welcomed the arrival of the delegation.",
    ],
)
def test_whoever_receives_guests_is_none_of_them(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {JLU} headed by Li Weiming visited {TSU}. {said}")
    assert told.finds(f"Erik Larsson | holdsPost | {TSU}"), told.written()
    assert not told.finds(f"Erik Larsson | represents | {JLU}")


@pytest.mark.parametrize(
    "said", ["Vice-Rector Erik Larsson thanked the hosts.", "Vice-Rector Erik Larsson met a poet."]
)
def test_whoever_meets_others_may_be_a_guest(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {JLU} visited a theatre. {said}")
    assert told.finds(f"Erik Larsson | holdsPost | {JLU}"), told.written()


def test_a_unit_of_guests_is_none_of_their_hosts(tell: Callable[..., Any]) -> None:
    told = tell(f"On 4 May guests from Mongolia came to {JLU}: Bold Erdene, Head of Foreign Relations Department.")
    assert not told.finds(f"Foreign Relations Department | unitOf | {JLU}"), told.written()
    assert not told.finds(f"Bold Erdene | represents | {JLU}")


@pytest.mark.parametrize(
    "text",
    [
        f"A delegation of the {LAW} of {ASU} headed by its Dean Ivan Sokolov visited {JLU}.",
        f"A delegation of the {LAW} of {ASU} visited {JLU}. The delegation included Dean Ivan Sokolov.",
        f"On 4 May {JLU} was visited by a delegation of the {LAW} of {ASU}: Dean Ivan Sokolov and Anna Petrova.",
        f"A delegation of the {LAW} at {ASU}, to which its Dean Ivan Sokolov belonged, visited {JLU}.",
    ],
)
def test_a_unit_that_sends_people_is_whom_they_speak_for(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Ivan Sokolov | holdsPost | {LAW}"), told.written()
    assert told.finds(f"Ivan Sokolov | represents | {LAW}")
    assert not told.finds(f"Ivan Sokolov | represents | {ASU}")


def test_the_head_of_a_delegation_heads_not_whose_it_is(tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {ASU} headed by Ivan Sokolov, Dean of the {LAW}, visited {JLU}.")
    assert not told.finds(f"Ivan Sokolov | holdsPost | {ASU}"), told.written()
    assert told.finds(f"Ivan Sokolov | represents | {ASU}")


@pytest.mark.parametrize(
    "text",
    [
        f"The talks were attended by Rector Ivan Sokolov for {ASU} and by Vice-President Li Weiming for {JLU}.",
        f"The meeting was attended by Rector Ivan Sokolov for {ASU} and, for {JLU}, its President Li Weiming.",
        f"The paper was signed by Rector Ivan Sokolov for {ASU} and President Li Weiming for {JLU}.",
    ],
)
def test_for_whom_each_attends(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for person, home in (("Ivan Sokolov", ASU), ("Li Weiming", JLU)):
        assert told.finds(f"{person} | holdsPost | {home}"), told.written()
        assert told.finds(f"{person} | represents | {home}")


@pytest.mark.parametrize(
    "text",
    [
        f"The laboratory was founded by Professor Ivan Sokolov for {ASU}.",
        f"The talks were attended by Professor Ivan Sokolov for the first time since {ASU} opened.",
    ],
)
def test_what_somebody_makes_for_an_organization_is_no_home(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(f"Ivan Sokolov | represents | {ASU}")


def test_who_speaks_for_one_is_not_of_those_who_sent_the_delegation(tell: Callable[..., Any]) -> None:
    told = tell(
        f"A delegation of {TSU} came to Harbin. In the Russian delegation, two people spoke for {ASU}: "
        f"Head of the {LAW} Ivan Sokolov and Head of Immunology Anna Petrova."
    )
    assert told.finds(f"{LAW} | unitOf | {ASU}"), told.written()
    assert told.finds(f"Anna Petrova | holdsPost | {ASU}")
    assert not told.finds(f"Anna Petrova | holdsPost | {TSU}")


def test_guests_listed_behind_a_colon_are_of_whom_they_come_from(tell: Callable[..., Any]) -> None:
    told = tell(
        f"{JLU} was visited by guests from the Polar Institute for the Development of Trade: its President "
        "Ivan Sokolov and Anna Petrova, Director of the Management Department."
    )
    home = "Polar Institute for the Development of Trade"
    assert told.finds(f"Ivan Sokolov | holdsPost | {home}"), told.written()
    assert told.finds(f"Anna Petrova | represents | {home}")
    assert not told.finds(f"Management Department | unitOf | {JLU}")


@pytest.mark.parametrize(
    "text",
    [
        f"Li Weiming, who is at the head of the {LAW} of {JLU}, came to Omsk.",
        f"At the head of the {LAW} of {JLU} stands Li Weiming.",
        f"They thanked the {LAW} with Li Weiming at its head for help.",
    ],
)
def test_who_is_at_the_head(text: str, tell: Callable[..., Any]) -> None:
    assert tell(text).finds(f"Li Weiming | holdsPost | {LAW}")


@pytest.mark.parametrize(
    "text",
    [
        f"A delegation of {JLU} with Li Weiming at its head came to Omsk.",
        f"A delegation came to {JLU} with Li Weiming at its head.",
        f"A procession went from {JLU} with Li Weiming at its head.",
        f"Li Weiming stood at the head of the column of {JLU}.",
    ],
)
def test_who_is_at_the_head_of_something_else(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(f"Li Weiming | holdsPost | {JLU}")


@pytest.mark.parametrize(
    ("who", "title"),
    [
        (f"Ivan Sokolov, whose post is Head of the {LAW} of {ASU},", "Head"),
        (f"Ivan Sokolov, whose title is Dean of the {LAW} of {ASU},", "Dean"),
    ],
)
def test_a_clause_names_a_post(who: str, title: str, tell: Callable[..., Any]) -> None:
    found = tell(f"{who} spoke.").finds(f"Ivan Sokolov | holdsPost | {LAW}")
    assert [fact.title for fact in found] == [title]


def test_a_title_of_two_is_of_each(tell: Callable[..., Any]) -> None:
    told = tell(f"The two rectors, Li Weiming of {JLU} and Ivan Sokolov of {ASU}, spoke.")
    assert told.finds(f"Li Weiming | holdsPost | {JLU}"), told.written()
    assert told.finds(f"Ivan Sokolov | holdsPost | {ASU}")


def test_a_professor_is_of_the_university_set_behind_him(tell: Callable[..., Any]) -> None:
    assert tell(f"Prof. Ivan Sokolov, {ASU}, supervised it.").finds(f"Ivan Sokolov | represents | {ASU}")
    assert not tell(f"Prof. Ivan Sokolov, {ASU}, {JLU} and others wrote.").finds(f"Ivan Sokolov | represents | {JLU}")


def test_who_leads_the_party_s_people_speaks_for_the_whole(tell: Callable[..., Any]) -> None:
    told = tell(
        f"On the side of {JLU} there were Zhang Hui, Director of the Institute of Music; Li Weiming, who is Deputy "
        "Secretary of the Party Organisation."
    )
    assert told.finds(f"Li Weiming | represents | {JLU}"), told.written()
    assert not told.finds("Li Weiming | represents | Party Organisation")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (f"Guests saw the {LAW} of {JLU}. Faculty Dean Li Weiming met them.", LAW),
        (f"The Centre for Frost Studies of {JLU} grew. Centre Director Li Weiming spoke.", "Centre for Frost Studies"),
        # who is of another country is not at what was named last, nor is what has no such noun meant
        (f"Guests saw {TSU}. University President Li Weiming spoke.", None),
        (f"Guests saw the {LAW} of {TSU}. Laboratory Head Li Weiming met them.", None),
    ],
)
def test_the_noun_before_a_title_says_where_it_is_held(text: str, home: str | None, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for one in (JLU, TSU, LAW, "Centre for Frost Studies"):
        assert bool(told.finds(f"Li Weiming | holdsPost | {one}")) is (one == home), told.written()


COMPANY = "Li Wei, President of Jilin University, came to Altai State University. "


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (f"{COMPANY}With him came Wang Fang, Head of the International Office.", "Jilin University"),
        (f"{COMPANY}He was accompanied by Wang Fang, Dean of the Law School.", "Jilin University"),
        (f"{COMPANY}With him came Wang Fang, Dean of the Law School of Fudan University.", "Fudan University"),
    ],
)
def test_who_comes_with_somebody_is_of_his_organization(text: str, home: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Wang Fang | represents | {home}"), told.written()


def test_who_receives_somebody_is_not_of_his_organization(tell: Callable[..., Any]) -> None:
    told = tell(f"{COMPANY}Wang Fang, Dean of the Law School, received him.")
    assert not told.finds("Wang Fang | represents | Jilin University"), told.written()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Li Chun, Dean of the Law School of Jilin University, with Deputy Deans Wang Jun and Ma Hui came.", True),
        ("Present were Li Chun, Dean of the Law School of Jilin University, and Vice Dean Wang Jun.", True),
        ("Present were Li Chun, Dean of the Law School of Jilin University, with Vice Rector Wang Jun.", False),
        ("Present were Li Chun, Deputy Dean of the Law School of Jilin University, with Dean Wang Jun.", False),
    ],
)
def test_deputies_named_with_their_chief_are_of_his_unit(text: str, unit: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds("Wang Jun | holdsPost | Law School")) == unit, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{COMPANY}He was accompanied by Vice-Rector Olga Petrova.",
        f"{COMPANY}He was accompanied around the campus by Dean Olga Petrova.",
    ],
)
def test_a_host_who_goes_along_is_none_of_the_guests(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds("Olga Petrova | represents | Jilin University"), told.written()
    assert not told.finds("Olga Petrova | visited | Altai State University")


@pytest.mark.parametrize(
    ("line", "came"),
    [
        ("The university was represented by:", True),
        ("Altai State University was represented by", True),
        ("Jilin University was represented by:", False),
        ("Altai State University thanked:", False),
    ],
)
def test_who_is_listed_below_as_speaking_for_visitors_came(line: str, came: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {ASU} visited {JLU}.\n\n{line}\n\n- Ivan Petrov, Vice-Rector;\n- Oleg Orlov, Dean.")
    assert bool(told.finds(f"Oleg Orlov | visited | {JLU}")) == came, told.written()


@pytest.mark.parametrize(
    ("line", "there"),
    [("The forum was attended by:", True), ("It was attended by", True), ("The forum was condemned by:", False)],
)
def test_who_is_listed_below_as_attending_was_there(line: str, there: bool, tell: Callable[..., Any]) -> None:
    rows = f"- Ivan Petrov, Rector of {ASU};\n- Li Wei, President of {JLU}."
    told = tell(f"The Forum on Ice was held in Tomsk.\n\n{line}\n\n{rows}")
    assert bool(told.finds("Li Wei | participatedIn | Forum on Ice")) == there, told.written()


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (f"{COMPANY[:-2]} accompanied by Wang Fang, Dean of the Law School, and Ma Hui, a lawyer.", JLU),
        (f"{COMPANY[:-2]} together with Wang Fang, Dean of the Law School, and Ma Hui, a lawyer.", JLU),
        (f"{COMPANY}Also on the trip were Wang Fang, Dean of the Law School, and Ma Hui, a lawyer.", JLU),
        (f"{COMPANY[:-2]} accompanied by Wang Fang, Dean of the Law School of Fudan University.", "Fudan University"),
    ],
)
def test_who_came_along_is_of_whoever_came(text: str, home: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Wang Fang | represents | {home}"), told.written()
    assert not told.finds(f"Wang Fang | represents | {ASU}")
    assert told.finds(f"Wang Fang | visited | {ASU}")


@pytest.mark.parametrize(
    "text",
    [
        f"{COMPANY[:-2]} accompanied by Olga Petrova, Dean of the Law School.",
        f"{COMPANY[:-2]} and sang together with Olga Petrova, Dean of the Law School.",
        f"{COMPANY}Also on the stage were Olga Petrova, Dean of the Law School, and Oleg Makarov, a lawyer.",
    ],
)
def test_whoever_is_of_the_other_country_did_not_come_along(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Olga Petrova | represents | {JLU}"), told.written()


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (f"{TSU} sent Oleg Makarov, Head of the Siberian Eye Institute, to Harbin.", True),
        (
            f"{TSU} sent to the forum Oleg Makarov, Deputy Director of the Siberian Eye Institute, and Ivan Sokolov.",
            True,
        ),
        (f"{TSU} sent a letter to Oleg Makarov, Head of the Siberian Eye Institute.", False),
        (f"{TSU} sent greetings for Oleg Makarov, Head of the Siberian Eye Institute.", False),
    ],
)
def test_whom_a_university_sent_speaks_for_it(text: str, sent: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"Oleg Makarov | represents | {TSU}")) is sent, told.written()


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("The Ministry of Agriculture of the Russian Federation spoke up: Deputy Minister Ivan Sokolov did.", True),
        ("The Ministry of Agriculture of the Russian Federation spoke up. Vice Minister Li Weiming was glad.", False),
        ("The Ministry of Trade of the Russian Federation grew. Ivan Sokolov, Deputy Prime Minister, sang.", False),
        ("The Embassy of China in the Russian Federation grew. Minister-Counselor Li Weiming spoke.", True),
    ],
)
def test_whose_minister_is_of_the_body_that_was_named(text: str, ours: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert any(fact.property == "represents" for fact in told.facts()) is ours, told.written()


def test_the_ministry_of_a_minister_acts_though_no_name_says_it(tell: Callable[..., Any]) -> None:
    told = tell("Li Weiming, Minister of Education of China, met Ivan Sokolov, Minister of Education of Russia.")
    assert told.finds("Ministry of Education of China | negotiatedWith | Ministry of Education of Russia")


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("deputy director of the cardiology ward", False),
        ("coordinator of the ITG", False),
        ("chief designer of the KR12", False),
        ("deputy director", True),
        ("Vice-Rector of Studies", True),
        ("Secretary of the Party Committee", True),
    ],
)
def test_a_title_that_says_of_what_it_is_is_no_guess(title: str, held: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"The guests toured Altai State University. Ivan Sokolov, {title}, spoke with them.")
    assert bool(told.finds("Ivan Sokolov | holdsPost | Altai State University")) is held, told.written()
