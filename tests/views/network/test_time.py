"""When things happened: the slider under the network page's drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Opened = Any

FORUM, HOSTILE, LU = "event/forum", "organization/hostile", "person/lu-zhiyu"


def test_the_ends_move_with_the_keyboard(opened: Opened) -> None:
    assert opened.page.locator("#time output").text_content() == "All years"
    opened.page.get_by_role("slider", name="From year").focus()
    for _ in range(5):
        opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#time output").text_content() == "2021 – 2022"
    assert {FORUM, HOSTILE, LU} <= opened.drawn()
    opened.page.get_by_role("slider", name="To year").focus()
    opened.page.keyboard.press("ArrowLeft")
    assert opened.page.locator("#time output").text_content() == "2021"
    assert opened.page.get_by_role("slider", name="To year").get_attribute("aria-valuetext") == "2021"
    assert FORUM in opened.drawn()
    assert HOSTILE not in opened.drawn()
    opened.wait_until("location.hash == '#time=2021..2021'")
    opened.page.locator("#time").get_by_role("button", name="All years").click()
    assert HOSTILE in opened.drawn()


def test_the_bars_count_what_the_other_filters_leave(opened: Opened) -> None:
    def bars() -> dict[str, int]:
        titles = opened.page.locator(".bars span").evaluate_all("found => found.map(bar => bar.title)")
        return {year: int(n) for year, n in (title.split(": ") for title in titles)}

    assert bars() == {"2016": 1, "2017": 1, "2018": 1, "2019": 1, "2020": 4, "2021": 3, "2022": 2}
    opened.page.get_by_role("checkbox", name="person").uncheck()
    assert bars() == {"2016": 0, "2017": 0, "2018": 0, "2019": 0, "2020": 2, "2021": 2, "2022": 1}


def test_it_plays_and_stops(open_page: Callable[..., Opened]) -> None:
    opened = open_page(reduced_motion="no-preference")
    opened.page.get_by_role("button", name="Play over the years").click()
    assert opened.page.locator("#time output").text_content() == "2016"
    opened.wait_until("document.querySelector('#time output').textContent == '2016 – 2018'")
    opened.page.get_by_role("button", name="Pause").click()
    opened.page.wait_for_timeout(1100)
    assert opened.page.locator("#time output").text_content() == "2016 – 2018"


def test_playing_ends_with_the_last_year(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#time=..2021", reduced_motion="no-preference")
    opened.page.get_by_role("button", name="Play over the years").click()
    opened.wait_until("document.querySelector('#time output').textContent == 'All years'")
    opened.page.get_by_role("button", name="Play over the years").wait_for()


def test_whoever_wants_less_motion_has_time_to_look(opened: Opened) -> None:
    opened.page.get_by_role("button", name="Play over the years").click()
    opened.page.wait_for_timeout(1200)
    assert opened.page.locator("#time output").text_content() == "2016"
