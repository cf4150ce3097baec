"""Other drawings of the same network: by communities, between two things, with nodes where the reader put them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, LU = "organization/spbpu", "organization/zju", "person/lu-zhiyu"
MEMORANDUM, FORUM = "agreement/m1", "event/forum"


def colour_at(opened: Opened, key: str, beside: str | None = None, layer: str = "ground") -> str:
    """The colour of the middle of a node, or half the way to another, on a layer; "" where nothing is painted."""
    return opened.page.evaluate(
        """([key, beside, layer]) => {
            const [a, b] = [key, beside].map(kg.spot);
            const canvas = document.querySelector(`#canvas canvas.${layer}`);
            if (canvas.hidden) return '';
            const ratio = canvas.width / canvas.clientWidth;
            const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
            copy.drawImage(canvas, -(a.x + b.x) / 2 * ratio, -(a.y + b.y) / 2 * ratio);
            const found = copy.getImageData(0, 0, 1, 1).data;
            return found[3] ? found.slice(0, 3).join() : '';
        }""",
        [key, beside or key, layer],
    )


def test_nodes_are_coloured_by_kind_or_by_community(opened: Opened) -> None:
    opened.page.mouse.move(5, 5)
    assert colour_at(opened, SPBPU) != colour_at(opened, MEMORANDUM)
    opened.page.get_by_role("button", name="Community").click()
    opened.wait_until("location.hash == '#colour=community'")
    name = "Peter the Great St. Petersburg Polytechnic University"
    assert colour_at(opened, SPBPU) == colour_at(opened, FORUM) == colour_at(opened, LU)
    assert colour_at(opened, SPBPU) != colour_at(opened, ZJU) == colour_at(opened, MEMORANDUM)
    listed = opened.page.get_by_role("list", name="Communities, each by its most central member")
    assert listed.locator(".what").all_text_contents() == ["Zhejiang University", name, "smaller ones"]
    listed.get_by_role("button", name=name).click()
    assert opened.page.locator("#panel .kind").text_content() == "Community around"
    members = opened.page.locator("#panel ol.most .thing").all_text_contents()
    assert members[0] == name
    assert len(members) == 3
    opened.wait_until(f"location.hash == '#c={SPBPU}&colour=community'")


def test_a_community_has_a_ground_of_its_colour_and_bears_a_name(opened: Opened) -> None:
    opened.page.mouse.move(5, 5)
    assert colour_at(opened, SPBPU, FORUM, "areas") == ""
    opened.page.get_by_role("button", name="Community").click()
    opened.wait_until("!document.querySelector('#canvas .areas').hidden")
    assert colour_at(opened, SPBPU, FORUM, "areas") == colour_at(opened, SPBPU)
    assert colour_at(opened, ZJU, MEMORANDUM, "areas") == colour_at(opened, ZJU) != colour_at(opened, SPBPU)
    assert colour_at(opened, "organization/hostile", layer="areas") == ""
    strong = [name["text"] for name in opened.page.evaluate("kg.named()") if name["strong"]]
    assert strong == ["Peter the Great St. Petersburg Polytechnic…", "Zhejiang University"]
    opened.page.get_by_role("button", name="Kind").click()
    opened.wait_until("document.querySelector('#canvas .areas').hidden")
    assert not any(name["strong"] for name in opened.page.evaluate("kg.named()"))


def test_names_stand_in_the_picture_and_not_over_each_other(large: Opened, opened: Opened) -> None:
    large.page.get_by_role("button", name="Everything").click()
    for page in (large.page, opened.page):
        box = page.locator("#canvas").bounding_box()
        page.wait_for_timeout(100)
        names = page.evaluate("kg.named()")
        assert len(names) > 4
        for one in names:
            assert 0 <= one["left"] < one["right"] <= box["width"]
            assert 0 <= one["top"] < one["bottom"] <= box["height"]
        for one, other in combinations(names, 2):
            beside = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert beside or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


def test_nodes_are_sized_by_their_lines_or_by_what_they_stand_between(opened: Opened) -> None:
    def wide(key: str) -> float:
        return opened.page.evaluate("key => kg.radius(key)", key)

    assert wide(ZJU) > wide(FORUM)
    opened.page.get_by_role("button", name="In between").click()
    opened.wait_until("location.hash == '#size=between'")
    assert wide(FORUM) == 6
    assert wide(SPBPU) == 36


def test_from_a_line_down_to_what_lies_between_and_back(large: Opened) -> None:
    large.page.evaluate("location.hash = '#e=organization/u3~organization/u4'")
    large.wait_until("document.querySelector('#panel h2') !== null")
    before = large.drawn()
    large.page.get_by_role("button", name="Draw what lies between them").click()
    assert large.drawn() == {"organization/u3", "organization/u4", "agreement/a3"}
    bar = large.page.get_by_role("group", name="What lies between two")
    assert bar.locator(".amounts").text_content() == "agreement 1"
    assert large.quotations() == ["Both signed it."]
    large.click_on_node("agreement/a3")
    assert large.page.locator("#panel .kind").text_content() == "agreement"
    assert len(large.drawn()) == 3
    bar.get_by_role("button", name="Back").click()
    assert large.drawn() == before
    assert large.page.locator("#panel .kind").text_content() == "Why these two are joined"
    large.page.go_back()
    assert len(large.drawn()) == 3


def test_a_node_stays_where_it_is_dragged_until_it_is_put_back(opened: Opened) -> None:
    before = opened.page.evaluate("key => kg.spot(key)", FORUM)
    drag(opened, FORUM, 60, 40)
    moved = opened.page.evaluate("key => kg.spot(key)", FORUM)
    assert moved["x"] == pytest.approx(before["x"] + 60, abs=2)
    assert moved["y"] == pytest.approx(before["y"] + 40, abs=2)
    opened.wait_until(f"location.hash.startsWith('#pin-whole={FORUM}@')")
    opened.page.get_by_role("button", name="Put back what was dragged").click()
    assert opened.page.evaluate("key => kg.spot(key)", FORUM) == before
    assert opened.page.get_by_role("button", name="Put back what was dragged").count() == 0


def test_one_of_several_is_put_back(opened: Opened) -> None:
    drag(opened, FORUM, 50, 30)
    drag(opened, LU, -40, 30)
    opened.click_on_node(FORUM)
    opened.page.get_by_role("button", name="Put back in its place").click()
    opened.wait_until("location.hash.includes('pin-whole')")
    opened.wait_until(f"!location.hash.split('pin-whole')[1].includes('{FORUM}')")
    assert LU in opened.page.evaluate("location.hash")


def test_a_link_reproduces_the_view(opened: Opened, open_page: Callable[..., Opened]) -> None:
    opened.page.get_by_role("button", name="Forums and who meets there").click()
    opened.page.get_by_role("checkbox", name="Saint Petersburg").check()
    opened.page.get_by_role("button", name="Community").click()
    opened.page.get_by_role("button", name="In between").click()
    opened.page.get_by_role("slider", name="From year").focus()
    for _ in range(4):
        opened.page.keyboard.press("ArrowRight")
    drag(opened, FORUM, 70, -30)
    opened.click_on_node(FORUM)
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("+")
    opened.page.keyboard.press("ArrowLeft")
    opened.page.mouse.move(5, 5)
    opened.wait_until("location.hash.includes('at=')")
    again = open_page(opened.page.evaluate("location.hash"))
    for asked in ("kg.drawn()", "kg.chosen()", "location.hash", f"kg.radius('{FORUM}')"):
        assert again.page.evaluate(asked) == opened.page.evaluate(asked)
    for asked in ("kg.camera()", f"kg.spot('{FORUM}')", f"kg.spot('{SPBPU}')"):
        assert again.page.evaluate(asked) == pytest.approx(opened.page.evaluate(asked), abs=3)
    for part in ("#legend", "#panel", "#time", ".viewbar"):
        assert again.page.locator(part).text_content() == opened.page.locator(part).text_content()


def drag(opened: Opened, key: str, dx: float, dy: float) -> None:
    box, spot = opened.page.locator("#canvas").bounding_box(), opened.page.evaluate("key => kg.spot(key)", key)
    x, y = box["x"] + spot["x"], box["y"] + spot["y"]
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + dx / 2, y + dy / 2)
    opened.page.mouse.move(x + dx, y + dy)
    opened.page.mouse.up()
    opened.page.mouse.move(5, 5)
