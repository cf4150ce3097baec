"""What the network page gives to take away: pictures, a table, Turtle and the link, out of a file opened from disk."""

from __future__ import annotations

import csv
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rdflib

from kg.graph.export import export
from kg.graph.store import Store
from kg.records import Collection
from kg.schema import PROPERTIES
from kg.views.network import write_network
from tests.views.conftest import ATTACK, DENIAL, HOSTILE, LONG, PLAN

pytestmark = pytest.mark.slow
Opened = Any
SRAC = "https://w3id.org/srac/ontology#"


def taken(opened: Opened, what: str, into: Path) -> bytes:
    """Saves what an entry of the menu gives, and says what is in it."""
    opened.page.get_by_role("button", name="Take away").click()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("menuitem", name=what).click()
    path = into / waiting.value.suggested_filename
    waiting.value.save_as(path)
    # the download is the only thing that the page asked for, and it asked itself
    assert all(request.startswith("blob:") for request in opened.complaints)
    opened.complaints.clear()
    return path.read_bytes()


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def pixels(png: bytes) -> tuple[int, int, int]:
    """Width, height, and how many different lines of pixels there are."""
    width, height = struct.unpack(">II", png[16:24])
    at, data = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    raw = zlib.decompress(data)
    step = len(raw) // height
    return width, height, len({raw[i * step : (i + 1) * step] for i in range(height)})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_sharp_and_bears_a_head_and_a_legend(
    open_page: Callable[..., Opened], tmp_path: Path, scheme: str
) -> None:
    opened = open_page("#t=organization/spbpu", color_scheme=scheme)
    box = opened.page.locator("#canvas").bounding_box()
    width, height, different = pixels(taken(opened, "Picture (PNG)", tmp_path))
    assert width == 2 * box["width"]
    assert 2 * box["height"] + 200 < height < 2 * box["height"] + 500
    assert different > height / 4
    assert opened.page.get_by_role("status").filter(has_text="Saved").count() == 1


def test_the_drawing_is_svg_with_title_dates_legend_and_names(opened: Opened, tmp_path: Path) -> None:
    svg = ElementTree.fromstring(taken(opened, "Drawing (SVG)", tmp_path))
    texts = ["".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[-7:-5] == ["Sino-Russian academic cooperation", "Everything  ·  7 shown, 6 links  ·  2016 – 2022"]
    assert texts[-5:] == ["university", "company", "person", "agreement", "event"]
    assert "Zhejiang University" in texts
    # texts stay texts, in fonts that other programs know
    faces = [face for element in svg.iter() if (face := element.get("font-family"))]
    assert [face.rpartition(", ")[2] for face in faces] == ["sans-serif"]
    assert "system-ui" not in faces[0]
    assert any(text.startswith("</script><script>") for text in texts)
    assert {element.tag.partition("}")[2] for element in svg.iter()} == {"svg", "title", "g", "rect", "path", "text"}
    assert not any(name.startswith("on") for element in svg.iter() for name in element.keys())  # noqa: SIM118


def test_the_table_has_what_is_shown(opened: Opened, tmp_path: Path) -> None:
    table = taken(opened, "Table (CSV)", tmp_path)
    assert table.startswith(b"\xef\xbb\xbf")
    found = rows(table)
    assert list(found[0]) == [
        "subject", "property", "object", "date", "status", "confidence", "document", "source", "quotation",
    ]  # fmt: skip
    assert len(found) == 8
    post = next(row for row in found if row["property"] == "holds a post at")
    assert (post["subject"], post["date"], post["confidence"], post["source"]) == (
        "Lu Zhiyu", "2016", "0.90", "https://example.org/d1",
    )  # fmt: skip
    hostile = next(row for row in found if row["subject"] in (HOSTILE, LONG))
    assert (hostile["quotation"], hostile["source"]) == (ATTACK, "")
    assert {PLAN, DENIAL}.isdisjoint(row["quotation"] for row in found)
    opened.page.get_by_role("checkbox", name="planned").check()
    opened.page.select_option("#lang", "zh")
    opened.page.locator("#takeaway").click()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("menuitem", name="CSV").click()
    chinese = rows(Path(waiting.value.path()).read_bytes())
    opened.complaints.clear()
    assert PLAN in {row["引文"] for row in chinese}


def test_turtle_says_what_the_store_says_of_what_is_shown(opened: Opened, store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "facts.ttl", facts=True)
    everything = rdflib.Graph().parse(tmp_path / "facts.ttl")
    shown = rdflib.Graph().parse(data=taken(opened, "Graph (Turtle)", tmp_path), format="turtle")
    assert set(shown) <= set(everything)
    plain = {(s, p, o) for s, p, o in everything if p in {rdflib.URIRef(SRAC + name) for name in PROPERTIES}}
    assert len(plain) == 7
    assert plain <= set(shown)
    # of what is drawn all is said: only what no fact joins is missing, and what only that refers to
    left = {str(s).rpartition("/id/")[2] for s, _, _ in set(everything) - set(shown)}
    assert {key for key in left if "topic" not in key} == {
        "organization/tsinghua",
        "person/lu-zhiyu-2",
        "place/nowhere",
    }
    opened.page.get_by_role("checkbox", name="agreement").uncheck()
    less = rdflib.Graph().parse(data=taken(opened, "Graph (Turtle)", tmp_path), format="turtle")
    assert set(shown) > set(less)
    assert rdflib.URIRef(SRAC + "signed") not in set(less.predicates())


def test_strange_names_and_other_bases_are_turtle_too(
    browser: Any, collection: Collection, open_page: Callable[..., Opened], tmp_path: Path
) -> None:
    store = Store.of(collection, base="https://example.org/kg#")
    write_network(store, tmp_path / "page.html")
    export(store, tmp_path / "facts.ttl", facts=True)
    opened = open_page(file=tmp_path / "page.html")
    shown = rdflib.Graph().parse(data=taken(opened, "Graph (Turtle)", tmp_path), format="turtle")
    assert len(shown) > 40
    assert set(shown) <= set(rdflib.Graph().parse(tmp_path / "facts.ttl"))


def test_the_link_opens_the_same_view(opened: Opened, open_page: Callable[..., Opened]) -> None:
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.click_on_node("organization/zju")
    opened.page.get_by_role("button", name="Take away").click()
    opened.page.get_by_role("menuitem", name="Copy link").click()
    opened.page.get_by_role("status").filter(has_text="Link copied").wait_for()
    link = opened.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith("file://")
    again = open_page("#" + link.partition("#")[2])
    assert again.page.locator("#panel h2").text_content() == "Zhejiang University"


def test_the_menu_is_used_with_the_keyboard(opened: Opened) -> None:
    opened.page.locator("#takeaway").focus()
    opened.page.keyboard.press("Enter")
    active = "document.activeElement.textContent"
    opened.wait_until(f"{active}.includes('PNG')")
    opened.page.keyboard.press("ArrowDown")
    assert "SVG" in opened.page.evaluate(active)
    opened.page.keyboard.press("End")
    assert "link" in opened.page.evaluate(active)
    opened.page.keyboard.press("Escape")
    assert opened.page.get_by_role("menu").count() == 0
    assert opened.page.evaluate("document.activeElement.id") == "takeaway"
    opened.page.keyboard.press("Enter")
    opened.page.locator("#search").click()
    assert opened.page.get_by_role("menu").count() == 0
