"""Units that a text names without saying whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, LAW = "Jilin University", "Altai State University", "Faculty of Law"


@pytest.mark.parametrize(
    ("text", "unit", "rule"),
    [
        (f"The {LAW} of {JLU} and the Faculty of Chemistry grew.", "Faculty of Chemistry", "unit-in-list"),
        (f"{JLU} opened its doors, and the {LAW} showed a film.", LAW, "unit-after-whole"),
        (f"Guests came to {JLU}. They praised the {LAW}.", LAW, "unit-after-whole"),
        # in the unit's own sentence it is the one named last
        (f"{ASU} thanked {JLU}, and the {LAW} showed a film.", LAW, "unit-after-whole"),
    ],
)
def test_it_is_the_universitys(text: str, unit: str, rule: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {fact.rule for fact in told.finds(f"{unit} | unitOf | {JLU}")} == {rule}, told.written()
    assert not told.finds(f"{unit} | unitOf | {ASU}")


@pytest.mark.parametrize(
    "text",
    [
        f"They praised the {LAW}.",
        f"{JLU} and {ASU} grew. They praised the {LAW}.",  # whose of the two?
        f"{JLU} grew. It rained. They praised the {LAW}.",  # too far
        f"They praised the {LAW}. {JLU} grew.",
        f"{JLU} thanked the Provincial Education Office.",  # the province's
        f"{JLU} thanked the Institute of Polar Law.",
        f"{JLU} met guests. The Ministry of Transport's Railway College sang.",
        f"They met guests from {ASU}, {JLU}, Omsk State University and the {LAW}.",  # listed with them
    ],
)
def test_nobody_says_whose_it_is(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if fact.property == "unitOf"], told.written()


def test_a_ministrys_college_is_none_of_the_publishers(tell: Callable[..., Any]) -> None:
    told = tell(f"{ASU} met guests. The Ministry of Transport's Railway College sang.", publisher="organization/asu")
    assert not [fact for fact in told.facts() if fact.property == "unitOf"], told.written()


def test_what_is_said_comes_first(tell: Callable[..., Any]) -> None:
    told = tell(f"Guests came to {ASU}. They praised the {LAW} of {JLU}.")
    assert told.finds(f"{LAW} | unitOf | {JLU}"), told.written()
    assert not told.finds(f"{LAW} | unitOf | {ASU}"), told.written()


def test_what_was_said_holds_for_what_comes_later(tell: Callable[..., Any]) -> None:
    told = tell(f"They praised the {LAW} of {JLU}. Guests came to {ASU}. They thanked the {LAW}.")
    assert {fact.rule for fact in told.facts() if fact.property == "unitOf"} == {"unit-of-parent"}, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} was represented by Li Weiming, Dean of its {LAW}.",
        f"{JLU} sent Li Weiming, dean of the university's {LAW}.",
        f"{ASU} met {JLU}. It was signed by Ivan Sokolov and Li Weiming, dean of the latter's {LAW}.",
    ],
)
def test_whose_a_possessive_says_it_is(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {fact.rule for fact in told.finds(f"{LAW} | unitOf | {JLU}")} == {"unit-of-owner"}, told.written()
    assert told.finds(f"Li Weiming | holdsPost | {LAW}"), told.written()
    assert told.finds(f"Li Weiming | represents | {JLU}"), told.written()


def test_an_office_that_many_have_is_the_hosts(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} was represented by Li Weiming, director of the International Office.")
    assert told.finds(f"International Office | unitOf | {JLU}"), told.written()


def test_a_clause_about_one_of_a_list_is_about_that_one(tell: Callable[..., Any]) -> None:
    told = tell(
        "They saw Jilin University, the Institute of Frost, which is under the Chinese Academy of Sciences, and the"
        " Boiler Centre."
    )
    assert told.finds("Institute of Frost | unitOf | Chinese Academy of Sciences"), told.written()
    assert len([fact for fact in told.facts() if fact.property == "unitOf"]) == 1, told.written()


def test_a_ministrys_department_is_no_part_of_the_university_that_it_visits(tell: Callable[..., Any]) -> None:
    told = tell(f"Guests came to {JLU}. Wang Fang, head of the Department of Exchange of the Ministry of Trade, spoke.")
    assert not any(f.property in {"unitOf", "represents"} and f.object == "organization/jlu" for f in told.facts())


def test_a_wide_gap_before_a_unit_says_nothing_of_it(tell: Callable[..., Any]) -> None:
    gap = " " * 20
    told = tell(f"{JLU} opened its doors.\n\n{gap}{LAW} showed a film.")
    assert told.finds(f"{LAW} | unitOf | {JLU}"), told.written()


@pytest.mark.parametrize("unit", ["Department of Mathematics", "Press Office"])
def test_a_part_of_a_part_is_its_alone(unit: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} grew. The {unit}, the {LAW} and the Chair of Latin at the School of Arts sent guests.")
    assert not told.finds(f"{unit} | unitOf | School of Arts"), told.written()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (f"Guests came to {ASU}. They liked what is on show. In spring the {LAW} won a cup.", True),
        (f"The {LAW} held a seminar on ice together with {ASU}.", False),
        (f"The {LAW} met {ASU} and thanked it.", False),
        (f"Guests came to {ASU}. They liked what is on show. In spring the {LAW} of a partner won a cup.", False),
        (f"Guests came to {ASU}. They liked what is on show. In spring the {LAW} in Yakutsk won a cup.", False),
        (f"Guests came to {ASU}. They liked what is on show. In spring the {LAW} and {JLU} won a cup.", False),
    ],
)
def test_a_unit_that_deals_with_nobody_is_the_publisher_s(text: str, part: bool, tell: Callable[..., Any]) -> None:
    told = tell(text, publisher="organization/asu")
    assert bool(told.finds(f"{LAW} | unitOf | {ASU}", Status.HELD)) == part, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"People from the Research Institute of Humanities, the {LAW} and the School of Arts of {JLU} came.",
        f"Experts of the {LAW}, the School of Arts and the Research Institute of Humanities of {JLU} came.",
    ],
)
def test_an_institute_listed_with_units_is_of_their_university(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    for unit in ("Research Institute of Humanities", LAW, "School of Arts"):
        assert told.finds(f"{unit} | unitOf | {JLU}"), told.written()


def test_a_unit_whose_name_begins_with_its_whole(tell: Callable[..., Any]) -> None:
    told = tell("The Norsk College Symphony Orchestra played in Omsk. Li Weiming, rector of Norsk College, spoke.")
    assert told.finds("Norsk College Symphony Orchestra | unitOf | Norsk College"), told.written()
    assert told.finds("Li Weiming | holdsPost | Norsk College")
    assert not told.finds("Li Weiming | holdsPost | Norsk College Symphony Orchestra")


def test_two_units_of_one_name_are_two(tell: Callable[..., Any]) -> None:
    told = tell(f"The {LAW} of {JLU} sang. From {ASU} came Ivan Sokolov, Vice Dean of its {LAW}.")
    assert told.finds(f"Ivan Sokolov | represents | {ASU}"), told.written()
    assert {fact.object for fact in told.finds(f"{LAW} | unitOf | {JLU}")} == {"organization/jlu"}
    assert not {f.subject for f in told.finds(f"{LAW} | unitOf | {JLU}")} & {
        f.subject for f in told.finds(f"{LAW} | unitOf | {ASU}")
    }


TOURED = f"Ivan Sokolov, Director of the Polar Law Institute of {ASU}, came to {JLU}."


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            f"{TOURED} With him was Oleg Orlov, Deputy Director of the Institute and head of its Center for Ice.",
            "Polar Law Institute",
        ),
        (f"{TOURED} They praised the library of the town and its Center for Ice.", JLU),
        (f"{TOURED} {JLU} and its Center for Ice grew.", JLU),
    ],
)
def test_its_is_of_whom_the_post_before_is(text: str, whole: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Center for Ice | unitOf | {whole}"), told.written()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        # somebody is named behind a unit as whose it is, whom nothing knows
        (f"A delegation of {JLU} came. Li Weiming, head of the Office of Grants of Omsk Glory, spoke.", False),
        (f"A delegation of {JLU} came. Li Weiming, head of the Office of Grants, spoke of Omsk.", True),
        # no part of a university is called so
        (f"A delegation of {JLU} came. Li Weiming, director of the Zarya Secondary School, spoke.", False),
    ],
)
def test_units_of_others_in_a_delegation(text: str, says: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    units = {e.id for e in told.analysis.entities if e.cls == "OrganizationalUnit"}
    assert bool([f for f in told.facts() if f.property == "unitOf" and f.subject in units]) is says, told.written()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Embassy of China in Russia sang. Li Weiming, head of the Education Department of the Embassy, spoke.",
         "Embassy of China in Russia"),
        ("Li Weiming, secretary of the Education Department of the Embassy of China in Russia, spoke.",
         "Embassy of China in Russia"),
        (f"{ASU} sang. At {JLU} Li Weiming, head of the {LAW} of this university, spoke.", JLU),
        (f"{JLU} grew. Li Weiming, head of the {LAW} of the university, spoke.", JLU),
        ("SPbPU grew. Ivan Sokolov, head of the Education Export Department of SPbPU, spoke.", "SPbPU"),
    ],
)  # fmt: skip
def test_whose_a_noun_behind_it_says_it_is(text: str, whole: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert [f for f in told.facts() if f.property == "unitOf"], told.written()
    assert told.finds(f"{'Ivan Sokolov' if whole == 'SPbPU' else 'Li Weiming'} | represents | {whole}"), told.written()


@pytest.mark.parametrize(
    ("text", "unit", "wholes"),
    [
        (f"{ASU} trains teachers. The delegation saw {JLU} and the {LAW} of that university.", LAW, {JLU}),
        (
            f"{ASU} hosted {JLU}. Omsk State University came. The Institute of Ice of this university grew.",
            "Institute of Ice",
            set(),
        ),
        (f"{ASU} met {JLU} and thanked the Institute of Ice of that university.", "Institute of Ice", set()),
        # another one is named: whose "the university" is nobody can tell
        (f"{ASU} met {JLU}. The Institute of Ice of the university grew.", "Institute of Ice", set()),
        (f"{JLU} grew. The Institute of Ice of the university grew.", "Institute of Ice", {JLU}),
    ],
)
def test_whose_this_universitys_is(text: str, unit: str, wholes: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {one for one in (ASU, JLU, "Omsk State University") if told.finds(f"{unit} | unitOf | {one}")} == wholes, (
        told.written()
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} grew. Li Weiming, head of the Education Department of the province, spoke.",
        f"The Ministry of Ice grew. {JLU} sang. Li Weiming, head of the Education Department of the ministry, spoke.",
    ],
)
def test_a_public_department_is_no_universitys(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Li Weiming | represents | {JLU}"), told.written()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"Ivan Sokolov, Rector of {ASU}, visited the {LAW}. Its dean sang.", None),
        (f"Ivan Sokolov of {ASU} came on a visit to the {LAW}. Its dean sang.", None),
        (f"Ivan Sokolov, Rector of {ASU}, sang. The {LAW} grew.", ASU),
        (f"Guests visited {ASU}. They praised the {LAW}.", ASU),
    ],
)
def test_whose_rector_visits_it_is_not_its_whole(text: str, whole: str | None, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(f"{LAW} | unitOf | {ASU}")) is (whole is not None), told.written()


@pytest.mark.parametrize(
    ("text", "unit", "whole"),
    [
        # a whole behind a comma is of the part named last
        (
            "They met staff of the Chair of Ice of the Faculty of Biology, Altai State University.",
            "Faculty of Biology",
            ASU,
        ),
        ("They met staff of the Chair of Ice, Altai State University.", "Chair of Ice", ASU),
        # a school of languages may be a university's
        (f"They met Li Weiming, Dean of the Russian Language School of {JLU}.", "Russian Language School", JLU),
        # what only says of what kind something is names nobody
        (f"The centre, the first such centre in Omsk, is a part of {JLU}.", "first such centre", None),
    ],
)
def test_whose_parts_they_are(text: str, unit: str, whole: str | None, tell: Callable[..., Any]) -> None:
    told = tell(text)
    facts = [(f.subject, f.object) for f in told.analysis.facts if f.property == "unitOf"]
    assert bool(told.finds(f"{unit} | unitOf | {whole or JLU}")) is (whole is not None), (facts, told.written())
    assert not told.finds(f"Chair of Ice | unitOf | {ASU}") or unit == "Chair of Ice"


@pytest.mark.parametrize(
    "text",
    [
        "Several events took place in Omsk and Barnaul.",
        "Guests of the EU, Japan, Australia and India came to Omsk.",
        "They saw the Great Wall, the Forbidden City and a tower.",
    ],
)
def test_places_listed_lie_in_none_of_the_others(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    places = {one.id for one in told.analysis.entities if one.cls in {"City", "Country", "Region", "Place"}}
    assert not [f for f in told.analysis.facts if f.property == "locatedIn" and f.subject in places], told.written()
