"""Whether a Latin word can be Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages.pinyin import is_given_name, is_surname, syllables

SYLLABLES = ("zhi", "yu", "xiao", "ming", "li", "wei", "guang", "hai")


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("Zhiyu", ("zhi", "yu")),
        ("ZHIYU", ("zhi", "yu")),
        ("Zhi-yu", ("zhi", "yu")),
        ("Xian", ("xian",)),
        ("Chengliang", ("cheng", "liang")),
        ("Heilongjiang", ("hei", "long", "jiang")),
    ],
)
def test_syllables(word: str, divided: tuple[str, ...]) -> None:
    assert syllables(word) == divided


@pytest.mark.parametrize("word", ["Zhiyui", "Dmitry", "Petrov", "Vladivostok", "清华", "", "--", "Smith"])
def test_no_syllables(word: str) -> None:
    assert syllables(word) == ()
    assert not is_given_name(word)


def test_surnames_and_given_names() -> None:
    assert is_surname("Ouyang")
    assert is_surname("LI")
    assert not is_surname("Weiming")
    assert is_given_name("Weiming")
    assert not is_given_name("Heilongjiangsheng")


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4))
def test_what_is_made_of_syllables_is_divided(parts: list[str]) -> None:
    word = "".join(parts)
    found = syllables(word.capitalize())
    assert "".join(found) == word
    assert len(found) <= len(parts)


@given(st.text())
def test_a_division_gives_back_the_word(word: str) -> None:
    found = syllables(word)
    assert not found or "".join(found) == word.lower().replace("'", "").replace("’", "").replace("-", "")
