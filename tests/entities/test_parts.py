"""What names and titles say of organizations by containing them or pointing back to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

TSU, JLU = "Tomsk State University", "Jilin University"

TOLD = [
    # who is meant by "its", "whose", "of the Association"
    (f"{TSU} grew. Its rector, Ivan Sokolov, spoke.", f"Ivan Sokolov | holdsPost | {TSU}"),
    (f"They toured {JLU}, whose president Li Weiming spoke.", f"Li Weiming | holdsPost | {JLU}"),
    (
        f"The Polar Association met at {TSU}. President of the Association Ivan Sokolov spoke.",
        "Ivan Sokolov | holdsPost | Polar Association",
    ),
    (
        f"The Center for Polar Law at {TSU} opened. The center's director, Ivan Sokolov, spoke.",
        "Ivan Sokolov | holdsPost | Center for Polar Law",
    ),
    (
        f"They toured the Institute of Polar Law of {JLU} and its director Li Weiming.",
        "Li Weiming | holdsPost | Institute of Polar Law",
    ),
    # parts in names
    (f"The {JLU} Representative Office in Moscow grew.", f"{JLU} Representative Office in Moscow | unitOf | {JLU}"),
    (f"The {JLU} Representative Office in Moscow grew.", f"{JLU} Representative Office in Moscow | locatedIn | Moscow"),
    ("The Standing Council of the Polar Association met.", "Standing Council | unitOf | Polar Association"),
    (f"Li Weiming, Secretary of the CPC {JLU} Committee, spoke.", f"CPC {JLU} Committee | unitOf | {JLU}"),
    ("The BRICS Business Council met.", "BRICS Business Council | unitOf | BRICS"),
    ("The SCO Secretariat met.", "SCO Secretariat | unitOf | SCO"),
    ("The Polar Ice Institute FEB RAS grew.", "Polar Ice Institute FEB RAS | unitOf | FEB RAS"),
    (
        "The Polar Institute of the Far Eastern Branch of the Russian Academy of Sciences grew.",
        "Far Eastern Branch of the Russian Academy of Sciences | unitOf | Russian Academy of Sciences",
    ),
    ("The Northern Law University of Ukraine grew.", "Northern Law University of Ukraine | locatedIn | Ukraine"),
    # an office of a city lies there
    ("The Education Department of Novosibirsk met.", "Education Department of Novosibirsk | locatedIn | Novosibirsk"),
    (
        "The Consulate General of China in Irkutsk grew.",
        "Consulate General of China in Irkutsk | locatedIn | Irkutsk",
    ),
    # a unit is of whom a possessive names, whom nothing else knows
    (
        "Ivan Sokolov, chairman of Oblakron University's Academic Council, spoke.",
        "Academic Council | unitOf | Oblakron University",
    ),
    # founders in names
    (
        "The JLU-TSU Joint Laboratory opened at Jilin University (JLU) and Tomsk State University (TSU).",
        "TSU | established | JLU-TSU Joint Laboratory",
    ),
    (
        "The JLU-TSU Joint Laboratory opened at Jilin University (JLU) and Tomsk State University (TSU).",
        "JLU | established | JLU-TSU Joint Laboratory",
    ),
    (
        "The Ryazan State University Confucius Institute grew.",
        "Ryazan State University Confucius Institute | unitOf | Ryazan State University",
    ),
    # short forms in names
    (
        "The Northern Polar University (NPMX) grew. The NPMX Academic Committee met.",
        "NPMX Academic Committee | unitOf | Northern Polar University",
    ),
]
UNTOLD = [
    # who rules a city, and a university that bears its country's name
    ("The Administration of Novosibirsk met.", "Administration of Novosibirsk | locatedIn | Novosibirsk"),
    (
        "The Education Ministry of Novosibirsk Region met.",
        "Education Ministry of Novosibirsk Region | locatedIn | Novosibirsk",
    ),
    ("The Permanent Mission of Novosibirsk met.", "Permanent Mission of Novosibirsk | locatedIn | Novosibirsk"),
    ("The Representation Bureau of Novosibirsk met.", "Representation Bureau of Novosibirsk | locatedIn | Novosibirsk"),
    ("The Representative Bureau of Novosibirsk met.", "Representative Bureau of Novosibirsk | locatedIn | Novosibirsk"),
    ("The Embassy of Novosibirsk met.", "Embassy of Novosibirsk | locatedIn | Novosibirsk"),
    ("The Consulate of Novosibirsk met.", "Consulate of Novosibirsk | locatedIn | Novosibirsk"),
    # that of another city, which works for this one
    (
        "The Beijing Bureau of Investment of Novosibirsk met.",
        "Beijing Bureau of Investment of Novosibirsk | locatedIn | Novosibirsk",
    ),
    ("The National University of Mongolia grew.", "National University of Mongolia | locatedIn | Mongolia"),
    # a Chinese name is not of the Russian one
    (f"{TSU} grew. Li Weiming, Vice-President of the University, came.", f"Li Weiming | holdsPost | {TSU}"),
    (
        f"The Polar Association met at {TSU}. President of the Association Ivan Sokolov spoke.",
        f"Ivan Sokolov | holdsPost | {TSU}",
    ),
    (
        f"They toured the Institute of Polar Law of {JLU} and its director Li Weiming.",
        f"Li Weiming | holdsPost | {JLU}",
    ),
    (
        f"Li Weiming, Secretary of the CPC {JLU} Committee, spoke.",
        f"CPC {JLU} Committee | unitOf | Communist Party of China",
    ),
    # what a body studies or works for is not whose it is
    (f"The UNESCO Chair of {TSU} grew.", "UNESCO Chair | unitOf | UNESCO"),
    ("The UNESCO Institute for Polar Law grew.", "UNESCO Institute for Polar Law | unitOf | UNESCO"),
    ("The SCO Trade Institute (Omsk) grew.", "SCO Trade Institute | unitOf | SCO"),
    ("Ivan Sokolov, head of the SCO Trade Institute, spoke.", "Ivan Sokolov | represents | SCO"),
    # letters that tell of nobody's branch
    ("The Polar Ice Institute FEB RAS grew.", "FEB RAS | unitOf | Russian Academy of Sciences"),
    (f"The BRICS Studies Centre of {TSU} grew.", "BRICS Studies Centre | unitOf | BRICS"),
    ("The BRICS Research Department grew.", "BRICS Research Department | unitOf | BRICS"),
    (f"{TSU} grew. The dean of the Chinese university, Li Weiming, spoke.", f"Li Weiming | holdsPost | {TSU}"),
    (
        f"The Russian-Chinese Laboratory of Ice at {TSU} opened.",
        f"{TSU} | established | Russian-Chinese Laboratory of Ice",
    ),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_told(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(("text", "fact"), UNTOLD)
def test_untold(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


KNOWN = [
    ("Shenyang's Northeastern University came.", "organization/neu"),
    ("Northeastern University (Shenyang) came. Northeastern University left.", "organization/neu"),
    ("Northwest University (Xi'an) came.", "organization/nwu"),
    ("China University of Petroleum (Beijing) came. China University of Petroleum left.", "organization/cup-beijing"),
]


@pytest.mark.parametrize(("text", "entity"), KNOWN)
def test_the_city_beside_a_name_says_whose_it_is(text: str, entity: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {e.id for e in told.analysis.entities if e.cls == "University"} == {entity}
    assert sum(m.entity == entity for m in told.analysis.mentions) == text.count("University")


@pytest.mark.parametrize(
    "text", ["Northeastern University in Boston came.", "Shenyang grew. Later Northeastern University came."]
)
def test_a_city_elsewhere_says_nothing(text: str, tell: Callable[..., Any]) -> None:
    # at most one of this text alone
    found = {e.id for e in tell(text).analysis.entities if e.cls == "University"}
    assert all(id.startswith("organization/northeastern-university") for id in found)


def test_a_part_of_one_is_not_that_of_another(tell: Callable[..., Any]) -> None:
    told = tell(
        f"The Institute of Physics of the Chinese Academy of Sciences came. The Institute of Physics of {TSU} agreed."
    )
    assert told.finds(f"Institute of Physics | unitOf | {TSU}"), told.written()
    assert not [f for f in told.facts() if f.subject == "organization/iop-cas" and f.object == "organization/tsu"]


def test_places_lie_in_the_next(tell: Callable[..., Any]) -> None:
    told = tell("They flew to Zibo, Shandong province, China, and rested.")
    assert told.finds("Zibo | locatedIn | Shandong province")
    assert not told.finds("Zibo | locatedIn | China"), told.written()


def test_units_are_named_by_whose_they_are(tell: Callable[..., Any]) -> None:
    told = tell(f"The International Office of {TSU} grew.")
    (unit,) = [e for e in told.analysis.entities if e.cls == "OrganizationalUnit"]
    assert unit.id == "organization/international-office-of-tsu"


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("Students of the Faculty of Law of Tomsk State University in Harbin came.", False),
        ("They toured the Representative Office of Tomsk State University in Harbin.", True),
        ("They toured the Faculty of Law of Tomsk State University in Tomsk.", True),
    ],
)
def test_a_faculty_is_where_its_university_is(text: str, lies: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    units = {e.id for e in told.analysis.entities if e.cls == "OrganizationalUnit"}
    assert any(f.property == "locatedIn" and f.subject in units for f in told.facts()) is lies, told.written()


@pytest.mark.parametrize(
    ("university", "parent"),
    [("Jilin University", "organization/jlu"), ("China's Jilin University", "organization/jlu"), ("China", None)],
)
def test_units_of_a_countrys_university(university: str, parent: str | None, understand: Callable[..., Any]) -> None:
    found = understand(f"The Institute of Chemistry of {university} grew.")
    units = [related.object for related in found.found.related if related.property == "unitOf"]
    assert units == ([parent] if parent else [])
