"""Short forms that a text introduces, where another organization is known by the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# a text, the name that the short form stands for, the organization otherwise known by it
TAKEN_OVER = [
    ("Hubei Institute of Technology (HIT) grew. HIT sent ten students.", "Hubei Institute of Technology", "HIT"),
    ("Ural State Mining University (USMU, Yekaterinburg) grew. USMU agreed.", "Ural State Mining University", "USMU"),
    ("Nanjing Polar University (NPU) grew. NPU agreed.", "Nanjing Polar University", "NPU"),
]
KEPT = [
    ("Harbin Institute of Technology (HIT) grew. HIT agreed.", "organization/hit"),
    ("Northwest Polytechnical University (NPU) grew. NPU agreed.", "organization/nwpu"),
    ("Jilin University and HIT agreed.", "organization/hit"),
]


@pytest.mark.parametrize(("text", "name", "short"), TAKEN_OVER)
def test_a_short_form_means_what_the_text_introduces(
    text: str, name: str, short: str, tell: Callable[..., Any]
) -> None:
    told = tell(text)
    (bearer,) = [e for e in told.analysis.entities if name in {n.text for n in e.names}]
    meant = [m.entity for m in told.analysis.mentions if text[m.start : m.end] == short]
    assert meant == [bearer.id] * text.count(short)
    assert len([e for e in told.analysis.entities if e.cls in {"University", "ResearchOrganization"}]) == 1


@pytest.mark.parametrize(("text", "entity"), KEPT)
def test_a_known_short_form_of_a_known_name(text: str, entity: str, tell: Callable[..., Any]) -> None:
    assert entity in {e.id for e in tell(text).analysis.entities}


def test_an_abbreviation_before_a_unit_says_whose_it_is(tell: Callable[..., Any]) -> None:
    told = tell("The Northern Polar University (NPMX) grew. The NPMX Faculty of Ice met.")
    assert told.finds("NPMX Faculty of Ice | unitOf | Northern Polar University"), told.written()


@pytest.mark.parametrize(
    ("text", "institutes"),
    [
        ("The Institute of Deep Frost of the Chinese Academy of Sciences grew. IDF CAS sent ten students.", 1),
        ("The P. P. Ivanov Centre of Ice Physics of the Russian Academy of Sciences grew. CIP RAS agreed.", 1),
        # other letters, another academy, either of two
        ("The Institute of Deep Frost of the Chinese Academy of Sciences grew. IDG CAS sent ten students.", 2),
        ("The Institute of Deep Frost of the Chinese Academy of Sciences grew. IDF RAS sent ten students.", 2),
        (
            "The Institute of Deep Frost of the Chinese Academy of Sciences and the Institute of Dry Fodder of the"
            " Chinese Academy of Sciences grew. IDF CAS sent ten students.",
            3,
        ),
    ],
)
def test_initials_of_an_institute_before_those_of_its_academy(
    text: str, institutes: int, tell: Callable[..., Any]
) -> None:
    told = tell(text)
    found = {e.id for e in told.analysis.entities if e.cls == "ResearchOrganization"}
    assert len(found - {"organization/cas", "organization/ras"}) == institutes, told.analysis.entities
    assert {m.entity for m in told.analysis.mentions} <= {e.id for e in told.analysis.entities}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        # letters that are known for one mean whom the text names and they spell
        ("Sichuan International Studies University came. SISU sang.", "organization/sisu-cq"),
        ("Sichuan Islands Soil University came. SISU sang.", "organization/sichuan-islands-soil-university"),
        # unless that one is named otherwise as well, they spell nobody else, or it is its own news
        (
            "Sichuan International Studies University came. Shanghai International Studies University came. SISU sang.",
            "organization/shisu",
        ),
        # … is named only afterwards, has other letters or no known land, or the city of the known one is told of
        ("Sichuan International Studies University came. It is no part of Shanghai. SISU sang.", "organization/shisu"),
        ("SISU sang. Sichuan International Studies University wrote. SISU left.", "organization/shisu"),
        ("Sichuan Islands Soil University (SichISU) came. SISU sang.", "organization/shisu"),
        ("Siberian Islands Soil University came. SISU sang.", "organization/shisu"),
        ("Shimsk Islands Soil University came. SISU sang.", "organization/shisu"),
        ("Altai State University came. SISU sang.", "organization/shisu"),
        ("Shimsk Islands Soil Academy for SISU students grew. SISU sang.", "organization/shisu"),
    ],
)
def test_known_letters_of_another(text: str, entity: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    (meant,) = {
        m.entity for m in told.analysis.mentions if text[m.start : m.end] == "SISU" and m.start > text.rfind(". ")
    }
    assert meant == entity
