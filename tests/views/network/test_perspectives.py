"""Ready-made ways to look at the network page's drawing, and what is around one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, LU = "organization/spbpu", "organization/zju", "person/lu-zhiyu"
MEMORANDUM, FORUM = "agreement/m1", "event/forum"


@pytest.mark.parametrize(
    ("name", "drawn", "ticked"),
    [
        ("Agreements between universities", {SPBPU, ZJU}, ["university", "agreement"]),
        ("People and posts", {SPBPU, LU}, ["university", "company", "person"]),
        ("Forums and who meets there", {SPBPU, FORUM}, ["university", "company", "person", "event"]),
    ],
)
def test_a_perspective_sets_drawing_and_filters_and_is_left(
    opened: Opened, name: str, drawn: set[str], ticked: list[str]
) -> None:
    before = opened.drawn()
    opened.page.get_by_role("button", name=name).click()
    assert opened.drawn() == drawn
    boxes = opened.page.locator('[data-facet="class"] label:has(input:checked) .what')
    assert set(boxes.all_text_contents()) <= set(ticked)
    assert opened.page.get_by_role("button", name=name).get_attribute("aria-pressed") == "true"
    opened.page.get_by_role("group", name="Perspectives").get_by_role("button", name="All").click()
    assert opened.drawn() == before
    opened.page.go_back()
    assert opened.drawn() == drawn


def test_a_perspective_is_narrowed_down_and_set_back(opened: Opened) -> None:
    opened.page.get_by_role("button", name="People and posts").click()
    opened.page.get_by_role("checkbox", name="represents").uncheck()
    opened.wait_until("location.hash == '#see=people&property=holdsPost.memberOf'")
    opened.page.get_by_role("button", name="Reset").click()
    opened.wait_until("location.hash == '#see=people'")


def test_the_panel_leads_to_what_is_around_a_thing(opened: Opened) -> None:
    before = opened.drawn()
    opened.click_on_node(FORUM)
    opened.page.get_by_role("button", name="Show only around this").click()
    assert opened.drawn() == {FORUM, SPBPU}
    bar = opened.page.get_by_role("group", name="Only around")
    assert bar.locator("a.thing").text_content() == "Форум ректоров"
    bar.get_by_role("button", name="2 steps").click()
    assert opened.drawn() == {FORUM, SPBPU, ZJU, MEMORANDUM, LU}
    opened.wait_until(f"location.hash == '#t={FORUM}&near={FORUM},2'")
    bar.get_by_role("button", name="Show the rest again").click()
    assert opened.drawn() == before
    assert bar.count() == 0


def test_what_is_around_a_thing_fills_the_picture(open_page: Callable[..., Opened]) -> None:
    opened = open_page(f"#near={FORUM},1")
    box = opened.page.locator("#canvas").bounding_box()
    for key in (FORUM, SPBPU):
        spot = opened.page.evaluate("key => kg.spot(key)", key)
        assert 0 < spot["x"] < box["width"]
        assert 0 < spot["y"] < box["height"]
    assert opened.page.evaluate("kg.state().camera") is None
