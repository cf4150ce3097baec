"""Companies by how their names end: a place before a comma is none of their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They came from Harbin, Weilan Machinery Co., Ltd. from Shenyang came too.", "Weilan Machinery Co., Ltd."),
        ("They saw the city of Dongguan, Weilan Trading Co., Ltd. and others.", "Weilan Trading Co., Ltd."),
        ("Guests from Omsk, Sibir Motors LLC and others came.", "Sibir Motors LLC"),
        ("Weilan Machinery, Heavy Tools Co., Ltd. came.", "Weilan Machinery, Heavy Tools Co., Ltd."),
        ("Harbin Boiler Co., Ltd. came.", "Harbin Boiler Co., Ltd."),
        ("Weilan Machinery (Harbin) Co., Ltd. came.", "Weilan Machinery (Harbin) Co., Ltd."),
    ],
)
def test_where_names_of_companies_begin(text: str, name: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert name in [one.text for entity in told.analysis.entities for one in entity.names], told.written()
