"""Companies by how their names end, and those of lists: a place before a comma is none of their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They came from Harbin, Weilan Machinery Co., Ltd. from Shenyang came too.", "Weilan Machinery Co., Ltd."),
        ("They saw the city of Dongguan, Weilan Trading Co., Ltd. and others.", "Weilan Trading Co., Ltd."),
        ("Guests from Omsk, Sibir Motors LLC and others came.", "Sibir Motors LLC"),
        ("Weilan Machinery, Heavy Tools Co., Ltd. came.", "Weilan Machinery, Heavy Tools Co., Ltd."),
        ("Harbin Boiler Co., Ltd. came.", "Harbin Boiler Co., Ltd."),
        ("OBLAKRON AO came.", "OBLAKRON AO"),
        ("Guests from Omsk, Zarya OOO and others came.", "Zarya OOO"),
        ("Weilan Machinery (Harbin) Co., Ltd. came.", "Weilan Machinery (Harbin) Co., Ltd."),
    ],
)
def test_where_names_of_companies_begin(text: str, name: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert name in [one.text for entity in told.analysis.entities for one in entity.names], told.written()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They work for the enterprises Oblakron, GV Zarya and “Northern Lights”.",
            ["Oblakron", "GV Zarya", "Northern Lights"],
        ),
        ("The corporations Oblakron and Veltis grew.", ["Oblakron", "Veltis"]),
        ("They saw the companies Rosneft and Veltis.", ["Rosneft", "Veltis"]),
        ("The companies Russian and Chinese students visited grew.", []),
        ("The companies Omsk and Harbin need grew.", []),
        ("The companies Ivan Sokolov and Anna Petrova founded grew.", []),
        ("The library holdings Amur Tales and Steppe Annals were shown.", []),
        ("The letter concerns Polar Waters and Steppe Birds.", []),
        ("They saw the companies North and South of the river.", []),
        ("They support the companies Robotics and Space.", []),
        ("Ivan Sokolov, founder of the companies Oblakron and Veltis, sang.", []),
        ("Ivan Sokolov, director of the Tomsk companies Oblakron and Veltis, sang.", []),
        ("The companies of Oblakron and Veltis grew.", []),
    ],
)
def test_companies_in_a_list_behind_their_plural(text: str, names: list[str], english: Language) -> None:
    assert [text[n.start : n.end] for n in english(text)._.names if n.cls == "Company"] == names
