"""Dates in running English, as precise as the words are."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages.dates import find

# expression → what it is in a text of 20 November 2019
SAID = [
    ("on 5 June 2018", "2018-06-05"),
    ("June 5, 2018", "2018-06-05"),
    ("JUNE 5, 2018", "2018-06-05"),
    ("June 5th, 2018", "2018-06-05"),
    ("the 5th of June 2018", "2018-06-05"),
    ("5 June, 2018", "2018-06-05"),
    ("Sept. 5, 2018", "2018-09-05"),
    ("Dec 31, 2018", "2018-12-31"),
    ("2018-06-05", "2018-06-05"),
    ("05.06.2018", "2018-06-05"),
    ("5.6.2018", "2018-06-05"),
    ("2018.06.05", "2018-06-05"),
    ("29 February 2020", "2020-02-29"),
    ("June 3-5, 2018", "2018-06-03/2018-06-05"),
    ("June 3 – 5, 2018", "2018-06-03/2018-06-05"),
    ("June 3 to 5, 2018", "2018-06-03/2018-06-05"),
    ("3-5 June 2018", "2018-06-03/2018-06-05"),
    ("from 3 to 5 June 2018", "2018-06-03/2018-06-05"),
    ("on June 5 and 6, 2018", "2018-06-05/2018-06-06"),
    ("from June 30 to July 2, 2018", "2018-06-30/2018-07-02"),
    ("in June 2018", "2018-06"),
    ("in June of 2018", "2018-06"),
    ("in summer 2018", "2018"),
    ("in the autumn of 2018", "2018"),
    ("in 2018", "2018"),
    ("since 1999", "1999"),
    ("by 2025", "2025"),
    ("the agreement (2018)", "2018"),
    ("the 2018 agreement", "2018"),
    # the year is that of the last such day before publication
    ("on 5 June", "2019-06-05"),
    ("On Monday, June 5,", "2019-06-05"),
    ("November 20", "2019-11-20"),
    ("November 21", "2018-11-21"),
    ("December 20", "2018-12-20"),
    ("3–5 June", "2019-06-03/2019-06-05"),
    ("in November", "2019-11"),
    ("in December", "2018-12"),
    ("last June", "2019-06"),
    ("in early June", "2019-06"),
    ("at the end of May", "2019-05"),
    ("June of last year", "2018-06"),
    ("June of this year", "2019-06"),
    ("this year", "2019"),
    ("last year", "2018"),
    ("this month", "2019-11"),
    ("last month", "2019-10"),
    ("today", "2019-11-20"),
    ("yesterday", "2019-11-19"),
    ("on Monday", "2019-11-18"),
    ("on Wednesday", "2019-11-20"),
    ("last Thursday", "2019-11-14"),
    ("next month", "2019-12"),
    ("next year", "2020"),
    ("next May", "2020-05"),
    ("tomorrow", "2019-11-21"),
    ("1999, 6 August", "1999-08-06"),
    ("from the 3rd to the 5th of June 2018", "2018-06-03/2018-06-05"),
]
NOT_YET = [
    ("June this year", "2019-06"),
    ("in mid-June", "2019-06"),
    ("30 June – 2 July 2018", "2018-06-30/2018-07-02"),
    ("founded in 1899", "1899"),
]
NO_DATES = [
    "May I ask",
    "the 5th conference",
    "2019 students",
    "tel. 05.06.20191",
    "over 2018 people",
    "in 2019%",
    "Professor May spoke",
    "room 2018-5",
    "99.99.2018",
    "on Mondays",
    "on the 5th floor",
    "on the 25th",
    "the next day",
]


def test_how_many_expressions_there_are() -> None:
    assert len(SAID) == 57


@pytest.mark.parametrize(("text", "iso"), SAID)
def test_dates(text: str, iso: str) -> None:
    for sentence in (text, f"It was so {text}", f"“{text}” they said."):
        assert [span.iso for span in find(sentence, "en", "2019-11-20")] == [iso], sentence


@pytest.mark.xfail(strict=True, reason="such an expression is not read")
@pytest.mark.parametrize(("text", "iso"), NOT_YET)
def test_dates_that_are_not_read_yet(text: str, iso: str) -> None:
    assert [span.iso for span in find(text, "en", "2019-11-20")] == [iso]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert not find(text, "en", "2019-11-20")


def test_a_day_that_does_not_exist_leaves_its_month() -> None:
    assert [span.iso for span in find("on 31 June 2018", "en")] == ["2018-06"]


@pytest.mark.parametrize("text", ["on 5 June", "in June", "this year", "yesterday", "last month"])
def test_without_publication_what_needs_it_is_left_out(text: str) -> None:
    assert not find(text, "en")


@pytest.mark.parametrize(
    ("published", "text", "iso"),
    [
        ("2019", "in June", "2019-06"),
        ("2019", "last year", "2018"),
        ("2019-01", "last month", "2018-12"),
        ("2019-03", "in June", "2018-06"),
        ("2019-03", "on 31 March", "2019-03-31"),
        ("2019-03-01", "yesterday", "2019-02-28"),
        ("2020-03-01", "yesterday", "2020-02-29"),
        ("2019-12-30/2020-01-02", "in December", "2019-12"),
    ],
)
def test_publication_as_precise_as_known(published: str, text: str, iso: str) -> None:
    assert [span.iso for span in find(text, "en", published)] == [iso]


@pytest.mark.parametrize(("published", "text"), [("2019", "last month"), ("2019-03", "yesterday"), ("2019", "today")])
def test_no_more_precise_than_publication(published: str, text: str) -> None:
    assert not find(text, "en", published)


SAID_WITH = """
    January May june Sept. Dec 5 31 99 5th 2019 1999 2 of , - – to and in on last this year month today yesterday . ( )
"""
PIECES = st.sampled_from(SAID_WITH.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))
PUBLISHED = st.one_of(
    st.none(),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(lambda day: day.isoformat()[:4]),
)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("They met on 3 June 2018. On the 5th, they left.", ["2018-06-03", "2018-06-05"]),
        ("They met on 3 June 2018 and left the next morning.", ["2018-06-03", "2018-06-04"]),
        (
            "They met on 3 June 2018. A day earlier they had come. The same day it rained.",
            ["2018-06-03", "2018-06-02", "2018-06-02"],
        ),
        ("They met in June 2018. The next day they left.", ["2018-06"]),
        ("2018. They met.\n2019 – They left.\n2020 guests came.", ["2018", "2019"]),
    ],
)
def test_dates_told_from_others_and_of_chronicles(text: str, isos: list[str]) -> None:
    assert [span.iso for span in find(text, "en", "2019-11-20")] == isos


@pytest.mark.parametrize(
    ("text", "ahead"),
    [("in June", "2020-06"), ("on 21 November", "2019-11-21"), ("in November", None), ("in June 2018", None)],
)
def test_what_a_date_without_a_year_is_where_it_has_not_come(text: str, ahead: str | None) -> None:
    assert [span.ahead for span in find(text, "en", "2019-11-20")] == [ahead]


@given(TEXTS, PUBLISHED)
def test_any_text_gives_good_dates_within_it(text: str, published: str | None) -> None:
    found = find(text, "en", published)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for span in found:
        ends = span.iso.split("/")
        assert len(ends) in {1, 2}
        for end in ends:
            date.fromisoformat(end + "-01-01"[len(end) - 4 :] if len(end) < 10 else end)
        assert ends == sorted(ends)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0}"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert [span.iso for span in find(f"It opened on {form.format(day)}.", "en")] == [day.isoformat()]
