"""Whom letters spell."""

from __future__ import annotations

from kg.languages.initials import spells


def test_whom_letters_spell() -> None:
    assert spells("RCYR", "Russian Council of Young Rectors")
    assert not spells("OO", "Omsk of Men")
    assert not spells("RUX", "Russian University")
