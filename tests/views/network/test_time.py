"""When things happened: the slider under the network page's drawing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import Store
from kg.records import Analysis, Collection, Document, Entity, Evidence, Fact, Name, NameKind, Status
from kg.views.network import write_network
from tests.views.network.conftest import Opened

pytestmark = pytest.mark.slow

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


def test_the_first_year_of_the_slider_stands_for_all_before(browser: Any, tmp_path: Path) -> None:
    hosts = [Entity(f"organization/u{i}", "University", (Name(f"U{i}", "en", NameKind.PREFERRED),)) for i in range(2)]
    dates = ["1987"] + [str(2014 + i % 6) for i in range(120)]
    deals = [Entity(f"agreement/a{i}", "Agreement", (), kind="agreement", date=date) for i, date in enumerate(dates)]
    text = "Both signed it."
    signed = tuple(
        Fact(host.id, "signed", deal.id, Status.HELD, 0.9, "test.signed", (Evidence(0, len(text), text),))
        for deal in deals
        for host in hosts
    )
    out = tmp_path / "old.html"
    digest = Document("d", "Title", "en", text, (), "2020-05-01")
    write_network(Store.of(Collection((Analysis(digest, facts=signed),), (*hosts, *deals))), out)
    opened = Opened(browser, out, address="#v=whole")
    opened.page.get_by_role("button", name="Play over the years").click()
    assert opened.page.locator("#time output").text_content() == "≤ 2014"
    assert opened.page.get_by_role("slider", name="To year").get_attribute("aria-valuetext") == "≤ 2014"
    assert "agreement/a0" in opened.drawn()
    opened.context.close()
    assert opened.complaints == []


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
