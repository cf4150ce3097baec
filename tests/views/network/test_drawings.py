"""Other drawings of the same network: by communities, between two things, with nodes where the reader put them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, LU = "organization/spbpu", "organization/zju", "person/lu-zhiyu"
MEMORANDUM, FORUM = "agreement/m1", "event/forum"


_PIXEL = """([layer, x, y]) => {
    const canvas = document.querySelector(`#canvas canvas.${layer}`);
    if (canvas.hidden) return '';
    const ratio = canvas.width / canvas.clientWidth;
    const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, -x * ratio, -y * ratio);
    const found = copy.getImageData(0, 0, 1, 1).data;
    return found[3] ? found.slice(0, 3).join() : '';
}"""


def colour_at(opened: Opened, key: str, beside: str | None = None, layer: str = "ground") -> str:
    """The colour of the middle of a node, or half the way to another, on a layer; "" where nothing is painted."""
    a, b = (opened.page.evaluate("key => kg.spot(key)", one) for one in (key, beside or key))
    return colour(opened, (a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2, layer)


def colour(opened: Opened, x: float, y: float, layer: str = "ground") -> str:
    found: str = opened.page.evaluate(_PIXEL, [layer, x, y])
    return found


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


def test_nodes_are_told_apart_by_shape_too(opened: Opened) -> None:
    """Of a square the corner is filled, of a circle it is not."""

    def corner(key: str) -> str:
        spot = opened.page.evaluate("key => kg.spot(key)", key)
        out = opened.page.evaluate("key => kg.radius(key) * kg.camera().zoom * 0.82", key)
        return colour(opened, spot["x"] + out, spot["y"] + out)

    opened.page.mouse.move(5, 5)
    assert corner("organization/long")
    assert not corner(SPBPU)


def strokes(opened: Opened) -> tuple[int, list[float]]:
    """How many heads of arrows the drawing has, and how wide its lines are."""
    opened.page.get_by_role("button", name="Take away").click()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("menuitem", name="SVG").click()
    svg = ElementTree.parse(waiting.value.path())
    opened.complaints.clear()  # the page asked itself for it
    edge = opened.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--edge')")
    paths = list(svg.iter("{http://www.w3.org/2000/svg}path"))
    heads = sum(path.get("d", "").count("z") for path in paths if path.get("fill") == edge)
    lines = [path for path in paths if path.get("stroke") == edge]
    return heads, sorted(
        float(line.get("stroke-width", 0)) for line in lines for _ in range(line.get("d", "").count("M"))
    )


def test_lines_point_from_subject_to_object(opened: Opened) -> None:
    # two signed, one takes part, one represents and holds a post; partners have no direction
    heads, widths = strokes(opened)
    assert (heads, len(widths)) == (4, 6)
    opened.page.get_by_role("checkbox", name="signed").uncheck()
    heads, widths = strokes(opened)
    assert (heads, len(widths)) == (2, 4)


def test_lines_are_the_wider_the_more_joins_two(open_page: Callable[..., Opened]) -> None:
    # two universities have a memorandum and are partners, two companies are partners
    _, (one, two) = strokes(open_page("#v=overview"))
    assert two > one


def test_what_joins_is_said_on_its_line(opened: Opened) -> None:
    opened.click_on_node(FORUM)
    opened.wait_until("kg.named().some(({ onEdge }) => onEdge)")
    assert [n["text"] for n in opened.page.evaluate("kg.named()") if n["onEdge"]] == ["took part in"]


def test_what_is_around_the_pointer_stands_out(opened: Opened) -> None:
    dim = "document.querySelector('#canvas .ground').classList.contains('dim')"
    box = opened.page.locator("#canvas").bounding_box()
    spot = opened.page.evaluate("key => kg.spot(key)", ZJU)
    opened.page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    opened.wait_until(dim)
    named = {name["text"] for name in opened.page.evaluate("kg.named()") if not name["onEdge"]}
    assert named == {"Zhejiang University", "Peter the Great St. Petersburg Polytechnic…", "memorandum, 2020-06"}
    assert opened.page.evaluate("kg.chosen()") is None
    opened.page.mouse.move(box["x"] + 3, box["y"] + 3)
    opened.wait_until(f"!{dim}")


def test_the_picture_is_dragged_and_zoomed_where_the_pointer_is(opened: Opened) -> None:
    box = opened.page.locator("#canvas").bounding_box()
    before = opened.page.evaluate("kg.camera()")
    opened.page.mouse.move(box["x"] + 8, box["y"] + 8)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 58, box["y"] + 38, steps=3)
    opened.page.mouse.up()
    after = opened.page.evaluate("kg.camera()")
    assert (after["x"] - before["x"]) * after["zoom"] == pytest.approx(-50)
    assert (after["y"] - before["y"]) * after["zoom"] == pytest.approx(-30)
    spot = opened.page.evaluate("key => kg.spot(key)", SPBPU)
    opened.page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    opened.page.mouse.wheel(0, -300)
    opened.wait_until(f"kg.camera().zoom > {after['zoom'] * 1.2}")
    kept = opened.page.evaluate("key => kg.spot(key)", SPBPU)
    assert kept["x"] == pytest.approx(spot["x"], abs=1)
    assert kept["y"] == pytest.approx(spot["y"], abs=1)
    opened.wait_until("location.hash.includes('at=')")


def test_nodes_stand_still_at_once_where_the_layout_put_them(open_page: Callable[..., Opened]) -> None:
    opened = open_page(reduced_motion="no-preference")
    spots = "JSON.stringify(kg.drawn().map(kg.spot))"
    first = opened.page.evaluate(spots)
    opened.page.wait_for_timeout(500)
    assert opened.page.evaluate(spots) == first
    again = open_page(reduced_motion="no-preference")
    assert again.page.evaluate(spots) == first


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
