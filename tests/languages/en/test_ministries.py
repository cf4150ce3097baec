"""Ministries of a state under every name that English gives them."""

from __future__ import annotations

import pytest

from kg.languages.en.ministries import also


@pytest.mark.parametrize(
    "name",
    [
        "Russian Foreign Ministry",
        "Foreign Ministry of Russia",
        "Russia's Foreign Affairs Ministry",
        "Ministry of Foreign Affairs of Russia",
    ],
)
def test_forms_of_a_ministry(name: str) -> None:
    assert name in set(also("Ministry of Foreign Affairs of the Russian Federation"))


def test_the_other_state_is_another_ministry() -> None:
    forms = set(also("Ministry of Education of China"))
    assert "China's Education Ministry" in forms
    assert not [form for form in forms if "Russia" in form]


@pytest.mark.parametrize("name", ["Ministry of Health of Tatarstan", "Ministry", "Jilin University of Finance"])
def test_other_bodies_have_no_such_forms(name: str) -> None:
    assert list(also(name)) == []


def test_of_a_ministry_without_its_state_only_the_order_changes() -> None:
    assert list(also("Ministry of Sport")) == ["Sport Ministry", "Sports Ministry"]
