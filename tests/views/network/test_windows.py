"""The network page in windows of every size, at 200 %, under a finger, on paper, and with no hand but the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, FORUM = "organization/spbpu", "organization/zju", "event/forum"
WINDOWS = [(390, 844), (844, 390), (683, 384), (800, 1000), (1024, 768), (1366, 768), (1920, 1080)]


def boxes(opened: Opened, selector: str) -> list[dict[str, float]]:
    """Where things are; those for screen readers alone are a pixel wide."""
    return [box for found in opened.page.locator(selector).all() if (box := found.bounding_box()) and box["width"] > 1]


def apart(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["x"] + one["width"] <= other["x"]
        or other["x"] + other["width"] <= one["x"]
        or one["y"] + one["height"] <= other["y"]
        or other["y"] + other["height"] <= one["y"]
    )


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_nothing_lies_over_anything(open_page: Callable[..., Opened], width: int, height: int, lang: str) -> None:
    opened = open_page(f"#lang={lang}&t={SPBPU}", viewport={"width": width, "height": height})
    bar = boxes(opened, "header :is(.brand, .search, .views, #filters, #lang, #theme, #takeaway):visible")
    assert len(bar) >= 5
    years = boxes(opened, ".ticks b:visible")
    for some in (bar, years):
        assert all(apart(one, other) for one, other in combinations(some, 2))
    assert opened.page.locator("#search").bounding_box()["width"] >= 150
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    (picture,) = boxes(opened, ".picture")
    assert picture["height"] > min(200, height / 2)
    assert opened.page.locator(".brand").bounding_box()["height"] < 50


def test_a_phone_has_nothing_over_its_drawing(open_page: Callable[..., Opened]) -> None:
    for address in ("", f"#near={FORUM},1", f"#pin-whole={FORUM}@10,10"):
        opened = open_page(address, viewport={"width": 390, "height": 844}, has_touch=True)
        (picture,) = boxes(opened, "#canvas")
        buttons = boxes(opened, ".zoom button")
        assert len(buttons) == (4 if "pin" in address else 3)
        for button in buttons:
            assert apart(button, picture)
            assert all(apart(button, bar) for bar in boxes(opened, ".narrow > *, .see"))
            assert min(button["width"], button["height"]) >= 24
    before = opened.page.evaluate("kg.camera().zoom")
    opened.page.get_by_role("button", name="Zoom in").tap()
    assert opened.page.evaluate("kg.camera().zoom") > before


def test_what_a_low_window_has_no_room_for_is_scrolled_to(open_page: Callable[..., Opened]) -> None:
    opened = open_page(viewport={"width": 683, "height": 384})
    opened.page.fill("#search", "spbpu")
    opened.page.keyboard.press("Enter")
    opened.wait_until("document.querySelector('#panel h2').getBoundingClientRect().top < innerHeight")
    opened.page.locator("#panel blockquote").last.scroll_into_view_if_needed()
    assert opened.page.locator("#panel blockquote").last.bounding_box()["y"] < 384


def test_a_finger_sees_what_a_pointer_would_have_to_find(open_page: Callable[..., Opened]) -> None:
    opened = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    opened.page.locator("#filters").tap()
    only = opened.page.get_by_role("button", name="only: signed")
    assert only.evaluate("element => getComputedStyle(element).opacity") == "1"
    only.tap()
    assert opened.drawn() == {"agreement/m1", SPBPU, ZJU}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_drawing_and_all_of_the_panel(open_page: Callable[..., Opened], scheme: str) -> None:
    opened = open_page(f"#t={SPBPU}", color_scheme=scheme)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", opened.page.pdf(format="A4"))) <= 3
    opened.page.emulate_media(media="print")
    assert boxes(opened, "#legend, #time, .zoom, .controls, .search") == []
    panel = opened.page.locator("#panel")
    assert panel.evaluate("element => element.scrollHeight - element.clientHeight") == 0
    ink = "element => getComputedStyle(element).color"
    assert panel.locator("h2").evaluate(ink) == panel.locator("blockquote").first.evaluate(ink) == "rgb(0, 0, 0)"
    (picture,) = boxes(opened, ".picture")
    assert picture["height"] > 300
    assert len(boxes(opened, "#canvas canvas")) == 2


def test_paper_has_the_digest_that_is_read(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#d=d1")
    opened.page.emulate_media(media="print")
    assert boxes(opened, ".picture, #legend, #time") == []
    sheet, panel = opened.page.locator(".sheet").bounding_box(), opened.page.locator("#panel").bounding_box()
    assert apart(sheet, panel)


def test_a_window_says_what_keys_do(opened: Opened) -> None:
    opened.click_on_node(ZJU)
    opened.page.keyboard.press("?")
    help = opened.page.get_by_role("dialog", name="Keys and mouse")
    assert [key.strip() for key in help.locator("dd").all_text_contents()][:2] == ["Search", "Move the picture"]
    # it hears its own keys: nothing behind it is closed or opened
    opened.page.keyboard.press("p")
    opened.page.keyboard.press("Escape")
    assert help.count() == 0
    assert opened.page.locator("#panel h2").text_content() == "Zhejiang University"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel .figures").count() == 1
    opened.page.locator("#panel").get_by_role("button", name="Keys and mouse").click()
    help.get_by_role("button", name="Close").click()
    assert help.count() == 0


def test_keys_move_the_chosen_thing(opened: Opened) -> None:
    opened.click_on_node(FORUM)
    opened.page.locator("#canvas").focus()
    before = opened.page.evaluate("key => kg.spot(key)", FORUM)
    for _ in range(3):
        opened.page.keyboard.press("Shift+ArrowRight")
    opened.page.keyboard.press("Shift+ArrowUp")
    after = opened.page.evaluate("key => kg.spot(key)", FORUM)
    assert after["x"] == pytest.approx(before["x"] + 60, abs=3)
    assert after["y"] == pytest.approx(before["y"] - 20, abs=3)
    opened.wait_until(f"location.hash.includes('pin-whole={FORUM}@')")
    opened.page.get_by_role("button", name="Put back in its place").click()
    assert opened.page.evaluate("key => kg.spot(key)", FORUM) == before


def test_the_whole_page_is_reached_with_the_tab_key(opened: Opened) -> None:
    seen: list[str] = []
    while "play" not in seen and len(seen) < 200:
        opened.page.keyboard.press("Tab")
        seen.append(opened.page.evaluate("document.activeElement.id || document.activeElement.className"))
        outline = opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or "from" in seen[-1] or "to" in seen[-1], seen[-1]
    assert {"search", "lang", "theme", "takeaway", "canvas", "zoomIn", "fit", "play"} <= set(seen)
    assert opened.page.locator("#legend input").first.evaluate("element => element.tabIndex") == 0


def test_what_leaves_nothing_has_a_way_back(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#class=", viewport={"width": 390, "height": 844})
    nothing = opened.page.locator(".nothing")
    assert "nothing to draw" in nothing.text_content()
    assert opened.page.get_by_text("Most joined").count() == 0
    nothing.get_by_role("button", name="Reset").click()
    assert nothing.count() == 0
    assert SPBPU in opened.drawn()
