"""The plain view: as long as the text, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.languages.view import plain


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("“Polytech” and «Политех»", '"Polytech" and "Политех"'),
        ("Xi’an, Xi‘an, Xi`an", "Xi'an, Xi'an, Xi'an"),
        ("Vice‑Rector", "Vice-Rector"),
        ("Russia–China", "Russia-China"),
        ("Moscow – capital", "Moscow – capital"),
        ("a\u00a0b\u200bc", "a b c"),
        ("*very* **much** so", " very    much   so"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case", "snake_case"),
        ("# Heading\n- point", "  Heading\n  point"),
        ("one\r\ntwo", "one\n\ntwo"),
        ("\u202bעברית\u202c", " עברית "),
        ("清华大学", "清华大学"),
        ("🎓 𝒳 done", "🎓 𝒳 done"),
    ],
)
def test_plain(text: str, seen: str) -> None:
    assert plain(text) == seen


MARKUP = st.text("ab *_#->\n\r\t“”’–—·🎓𝒳שلم", max_size=40)


@given(st.one_of(st.text(), MARKUP, st.text(st.characters(min_codepoint=0x10000))))
@example("👩\u200d🔬 and \u202ereversed\u202c e\u0301")
@example("***")
def test_the_length_stays(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.one_of(st.text(), MARKUP))
def test_letters_and_digits_stay_where_they_are(text: str) -> None:
    seen = plain(text)
    assert all(seen[at] == char for at, char in enumerate(text) if char.isalnum())


@given(MARKUP)
def test_no_line_is_lost(text: str) -> None:
    assert all(char == "\n" for char, was in zip(plain(text), text, strict=True) if was == "\n")
