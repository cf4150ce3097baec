"""Events of which only their title in quotation marks is told."""

from __future__ import annotations

import pytest

from kg.languages.en.quoted_events import quoted_events


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('Today the "Two Banks: Young Cities of the Amur" was held in Omsk.', ["Two Banks: Young Cities of the Amur"]),
        ('"Hand in Hand" took place at the university.', ["Hand in Hand"]),
        ('On 5 May 2020 "The Roads of Tea" has been successfully organized in Harbin.', ["Roads of Tea"]),
        ('In Omsk, "Ice Garden in the Polar Park" kicked off.', ["Ice Garden in the Polar Park"]),
        # a noun says what bears the title
        ('The band "Two Banks" was hosted by the university.', []),
        ('The forum "Two Banks" was held in Omsk.', []),
        # it is no event, or was not held
        ('"Two Banks" was held up as an example.', []),
        ('The "Polar Optics Laboratory" was organized in May.', []),
        ('He said: "The seminar was good" and left.', []),
        ('"Hand in Hand" was sung.', []),
        ('"Friendship" was held in Omsk.', []),
    ],
)
def test_titles_that_were_held(text: str, titles: list[str]) -> None:
    assert [text[name.start : name.end] for name in quoted_events(text)] == titles
