"""Names of days that are held."""

from __future__ import annotations

import pytest

from kg.languages.en.days import days


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The International Graduates' Day of Russian Universities was celebrated.", ["International Graduates' Day"]),
        ("Guests came to the Polar Explorers’ Day of the Academy.", ["Polar Explorers’ Day"]),
        ("They came to the Day of Russian Science.", ["Day of Russian Science"]),
        # those of the calendar, and whose day is nobody's
        ("The International Women's Day of this year was cold.", []),
        ("It was International Women's Day of China.", []),
        ("The Judith Ann Day of Omsk is a film.", []),
        ("On International Graduates' Day of Omsk the students ran.", []),
    ],
)
def test_days_that_are_held(text: str, names: list[str]) -> None:
    assert [text[name.start : name.end] for name in days(text, set())] == names
