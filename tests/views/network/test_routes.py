"""How two things are connected, asked of the network page: by search, by the drawing, by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.views.conftest import AGAIN, PLAN, POST, SIGNING

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, TSINGHUA = "organization/spbpu", "organization/zju", "organization/tsinghua"
LU, MEMORANDUM = "person/lu-zhiyu", "agreement/m1"


def name_end(opened: Opened, end: int, name: str) -> None:
    """Types the name of an end into its box, which the page has gone to by itself."""
    opened.wait_until(f"document.activeElement.id === 'end-{end}'")
    opened.page.keyboard.insert_text(name)
    opened.page.keyboard.press("Enter")


def steps(opened: Opened) -> list[list[str]]:
    """Of each way: what it leads over."""
    ways = opened.page.locator("#panel .route").all()
    return [way.locator(".chain > li > .thing bdi").all_text_contents() for way in ways]


def test_the_panel_of_a_thing_leads_to_its_paths(opened: Opened) -> None:
    opened.click_on_node(LU)
    opened.page.get_by_role("button", name="How is it connected with").click()
    name_end(opened, 1, "浙江")
    assert opened.page.locator(".found").text_content() == "Shortest ways: 1, steps: 2"
    spbpu = "Peter the Great St. Petersburg Polytechnic University"
    assert steps(opened) == [["Lu Zhiyu", spbpu, "Zhejiang University"]]
    assert opened.page.locator(".step .verb").all_text_contents() == ["holds a post at", "represents", "partner of"]
    # the post is told with its title and years, and apart from that what else the passage says
    assert opened.quotations() == [POST, POST, AGAIN]
    assert opened.page.evaluate("kg.lit()") == {"things": [SPBPU, ZJU, LU], "lines": 2}


def test_a_path_is_asked_for_by_keys_and_clicks(opened: Opened) -> None:
    opened.page.keyboard.press("p")
    opened.wait_until("document.activeElement.id === 'end-0'")
    opened.click_on_node(ZJU)
    opened.click_on_node(LU)
    assert len(steps(opened)) == 1
    opened.page.get_by_role("button", name="Swap").click()
    assert steps(opened)[0][0] == "Lu Zhiyu"
    opened.page.get_by_role("button", name="Change: Zhejiang University").click()
    name_end(opened, 1, "memorandum")
    assert opened.quotations() == [POST, POST, SIGNING, AGAIN]
    opened.page.go_back()
    opened.page.go_back()
    assert steps(opened)[0][-1] == "Zhejiang University"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel h2").count() == 0


def test_plans_connect_where_nothing_else_does_and_are_marked(open_page: Callable[..., Opened]) -> None:
    opened = open_page(f"#p={TSINGHUA}~{SPBPU}")
    assert opened.page.locator(".found").text_content() == "Connected only by what is planned: 1, steps: 1"
    assert opened.page.locator(".step .status").first.text_content() == "planned"
    assert opened.quotations() == [PLAN]
    chosen = open_page()
    chosen.page.keyboard.press("p")
    for end, name in enumerate(("Tsinghua", "SPbPU")):
        name_end(chosen, end, name)
    assert chosen.page.evaluate("kg.lit()") == {"things": [SPBPU, TSINGHUA], "lines": 1}


def test_what_nothing_connects_is_said(open_page: Callable[..., Opened]) -> None:
    opened = open_page(f"#p={SPBPU}~organization/hostile")
    assert "Nothing that is known connects them." in opened.page.locator("#panel").text_content()


def test_paths_are_found_beyond_what_the_filters_and_the_overview_show(large: Opened) -> None:
    large.page.get_by_role("button", name="Organizations").click()
    large.page.get_by_role("checkbox", name="agreement").uncheck()
    large.page.keyboard.press("Escape")
    large.page.keyboard.press("p")
    for end, name in enumerate(("University 3", "University 6")):
        name_end(large, end, name)
    assert large.page.locator(".found").text_content() == "Shortest ways: 1, steps: 6"
    assert large.page.evaluate("kg.state().view") == "overview"
    between = [f"organization/u{i}" for i in range(3, 7)]
    assert large.page.evaluate("kg.lit()") == {"things": between, "lines": 3}
    assert large.page.locator(".step details[open]").count() == 0
    large.page.get_by_text("Evidence (1)").first.click()
    large.page.locator("#panel blockquote").wait_for()
    assert large.quotations() == ["Both signed it."]


def test_one_way_of_several_is_lit_alone(open_page: Callable[..., Opened]) -> None:
    opened = open_page(f"#p={ZJU}~{SPBPU}")
    assert steps(opened) == [["Zhejiang University", "Peter the Great St. Petersburg Polytechnic University"]]
    several = open_page(f"#p={MEMORANDUM}~{LU}")
    assert len(steps(several)) == 1


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080)])
def test_paths_fit(open_page: Callable[..., Opened], width: int, height: int) -> None:
    opened = open_page(f"#p={LU}~{ZJU}", viewport={"width": width, "height": height})
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    assert opened.page.evaluate("(p => p.scrollWidth - p.clientWidth)(document.getElementById('panel'))") == 0
    # the steps stand under each other
    lefts = "new Set([...document.querySelectorAll('.chain > li')].map((li) => li.getBoundingClientRect().left)).size"
    assert opened.page.locator(".chain > li").count() == 3
    assert opened.page.evaluate(lefts) == 1
