from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.dates import parse


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020-10-05", "2020-10-05"),
        ("2020/10/5", "2020-10-05"),
        ("2020.10.05", "2020-10-05"),
        ("05.10.2020", "2020-10-05"),
        ("5.10.2020 г.", "2020-10-05"),
        ("05-10-2020", "2020-10-05"),
        ("2020-10-05T09:30:00+03:00", "2020-10-05"),
        ("2020-10-05 09:30", "2020-10-05"),
        ("5 October 2020", "2020-10-05"),
        ("5th of October, 2020", "2020-10-05"),
        ("October 5, 2020", "2020-10-05"),
        ("Sept. 13, 2017", "2017-09-13"),
        ("October 2020", "2020-10"),
        ("5 октября 2020 года", "2020-10-05"),
        ("5 окт. 2020, 12:30", "2020-10-05"),
        ("Октябрь 2020", "2020-10"),
        ("2020年10月5日", "2020-10-05"),
        ("2020 年 10 月 5 号", "2020-10-05"),
        ("2020年10月", "2020-10"),
        ("2020年", "2020"),
        ("2021-04", "2021-04"),
        ("2021", "2021"),
        ("Monday, 5 October 2020", "2020-10-05"),
        ("понедельник, 5 октября 2020 г.", "2020-10-05"),
        ("2020年10月5日 星期一", "2020-10-05"),
        ("2020.10.05 (Mon)", "2020-10-05"),
    ],
)
def test_written_dates(written: str, iso: str) -> None:
    assert parse(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "5 October",
        "2020-13-01",
        "30.02.2020",
        "5 Brumaire 2020",
        "Monday",
        "Harbin, 5 October 2020",
        "12345",
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert parse(written) is None


def test_slashes_leave_day_and_month_open_unless_a_number_decides() -> None:
    assert parse("05/10/2020") == "2020"
    assert parse("25/10/2020") == parse("10/25/2020") == "2020-10-25"
    assert parse("10/10/2020") == "2020-10-10"


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_day_is_read_back_from_every_form(day: datetime.date) -> None:
    forms = (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
    )
    assert {parse(form) for form in forms} == {day.isoformat()}
