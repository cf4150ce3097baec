"""Digests read in the network page: what they say, what is marked in it, and the ways to the facts and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import Store
from kg.records import Analysis, Collection, Document, Entity, Evidence, Fact, Name, NameKind, Status
from kg.views.network import write_network
from kg.views.network.documents import documents
from kg.views.reading import ask, read
from tests.views.conftest import AGAIN, ATTACK, DENIAL, FORUM, HOSTILE, LONG, PLAN, POST, SIGNING

pytestmark = pytest.mark.slow
Opened = Any

SENTENCE = '🎓 Альфа \u202eRTL\u202c and Beta 𠮷野 University <b>signed</b> "it".'
STRANGE = f"🤝𠮷野 {HOSTILE}\n\n{SENTENCE}\r\n\r\n{LONG} & Beta 𠮷野 University.\n"


def shown_text(opened: Opened) -> list[str]:
    """The lines of the open digest as its reader sees them, without the buttons that are set into them."""
    lines: list[str] = opened.page.evaluate(
        "[...document.querySelectorAll('.sheet > :is(h2, h3, p)')].map((line) => {"
        "const copy = line.cloneNode(true); copy.querySelectorAll('button').forEach((b) => b.remove());"
        "return copy.textContent })"
    )
    return lines


def marked(opened: Opened) -> list[str]:
    passages: list[str] = opened.page.evaluate(
        "[...document.querySelectorAll('.sheet mark:not(.sample)')].map((mark) => {"
        "const copy = mark.cloneNode(true); copy.querySelectorAll('button').forEach((b) => b.remove());"
        "return copy.textContent })"
    )
    return passages


def titles(opened: Opened) -> list[str]:
    found: list[str] = opened.page.locator("#reading tbody a").all_text_contents()
    return found


def test_the_digests_are_listed_searched_and_ordered(opened: Opened) -> None:
    opened.page.get_by_role("button", name="Documents").click()
    assert titles(opened) == ["Title of d3", "Title of d2", "Title of d1"]
    rows = opened.page.locator("#reading tbody tr").all_text_contents()
    assert [" ".join(row.split()) for row in rows] == [
        "2022Title of d3English12",
        "2021-02-10Title of d2Русский34",
        "2020-07-01Title of d1Peter the Great St. Petersburg Polytechnic UniversityEnglish65",
    ]
    opened.page.get_by_role("button", name="Facts").click()
    assert titles(opened)[0] == "Title of d1"
    opened.page.get_by_role("button", name="Date").click()
    opened.page.get_by_role("button", name="Date").click()
    assert titles(opened)[0] == "Title of d1"
    opened.page.get_by_label("Search titles and publishers").fill("polytechnic D1")
    assert titles(opened) == ["Title of d1"]
    opened.page.get_by_role("link", name="Title of d1").click()
    assert opened.page.locator(".sheet h2").text_content() == "Title of d1"
    opened.page.get_by_role("button", name="All documents").click()
    assert len(titles(opened)) == 3


def test_a_digest_reads_as_it_is_stored_with_what_facts_rest_on(open_page: Callable[..., Opened], store: Store) -> None:
    texts = dict(ask(store, "SELECT ?id ?text WHERE { ?d dcterms:identifier ?id ; srac:text ?text }"))
    for id, passages in (("d1", [SIGNING, POST, PLAN, DENIAL]), ("d2", [AGAIN, FORUM]), ("d3", [ATTACK])):
        opened = open_page(f"#d={id}")
        lines = [line for line in texts[id].splitlines() if line.strip()] if id != "d3" else [ATTACK]
        assert shown_text(opened) == [f"Title of {id}", *lines]
        assert marked(opened) == passages


def test_from_a_passage_to_its_facts_to_a_thing_and_back(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#d=d1")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").text_content() == "What it reports 6"
    planned = panel.locator("li", has=opened.page.locator(".status.planned"))
    status, into = planned.locator(".status").bounding_box(), planned.locator(".into").bounding_box()
    assert into["x"] - status["x"] - status["width"] > 2
    opened.page.locator("mark", has_text="plans to become").get_by_role("button").click()
    assert opened.page.locator("mark.lit").count() == 1
    assert panel.locator(".said").all_text_contents()[0].startswith("Peter the Great")
    assert panel.locator(".status").all_text_contents() == ["planned"]
    opened.page.locator("mark.lit a.mention", has_text="Tsinghua").click()
    assert panel.locator("h2").text_content() == "Tsinghua University"
    assert opened.page.locator("a.mention.here").all_text_contents() == ["Tsinghua University", "Tsinghua University"]
    assert opened.page.evaluate("kg.chosen()") == "organization/tsinghua"
    opened.page.go_back()
    assert panel.locator(".kind").text_content() == "Passage"
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("Escape")
    opened.page.locator("#reading").wait_for(state="detached")


def test_what_was_chosen_in_a_digest_is_in_the_drawing_afterwards(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#d=d1&class=-Person")
    opened.page.locator("a.mention", has_text="Lu Zhiyu").first.click()
    assert "person/lu-zhiyu" not in opened.drawn()
    opened.page.locator(".reader").get_by_role("button", name="Back to the network").click()
    assert "person/lu-zhiyu" in opened.drawn()
    assert "person/lu-zhiyu" in opened.page.evaluate("kg.lit()")["things"]
    assert opened.page.locator("#panel h2").text_content() == "Lu Zhiyu"


def test_a_click_into_a_passage_chooses_it_too(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#d=d2")
    opened.page.get_by_text("участвовал в Форуме").click(position={"x": 150, "y": 10})
    assert opened.page.locator("#panel .kind").text_content() == "Passage"
    assert opened.page.locator("#panel .said").count() == 1


def test_from_a_quotation_to_its_passage(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#t=organization/zju", viewport={"width": 1366, "height": 300})
    quotation = opened.page.locator("#panel figure", has_text="never visited")
    quotation.get_by_role("link", name="In the text").click()
    lit = opened.page.locator("mark.lit")
    assert DENIAL in lit.text_content()
    opened.wait_until(
        "((a, b) => a.top >= b.top && a.bottom <= b.bottom)"
        "(document.querySelector('mark.lit').getBoundingClientRect(), "
        "document.getElementById('reading').getBoundingClientRect())"
    )
    assert opened.page.locator("#panel h2").text_content() == "Zhejiang University"
    again = open_page(opened.page.evaluate("location.hash"))
    assert DENIAL in again.page.locator("mark.lit").text_content()


def test_the_keyboard_reaches_passages_and_names(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#d=d1")
    opened.page.locator("a.mention", has_text="Zhejiang University").first.focus()
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "rests"
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel .said").count() == 2
    opened.page.keyboard.press("Shift+Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("kg.chosen()") == "organization/zju"


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    start = STRANGE.index(SENTENCE)
    evidence = (Evidence(start, start + len(SENTENCE), SENTENCE),)
    alpha, beta = "organization/alpha", "organization/beta"
    entities = (
        Entity(alpha, "University", (Name("Альфа", "ru", NameKind.PREFERRED),)),
        Entity(beta, "University", (Name("Beta 𠮷野 University", "en", NameKind.PREFERRED),)),
        Entity("organization/long", "Company", (Name(LONG, "en", NameKind.PREFERRED),)),
        Entity("organization/hostile", "Company", (Name(HOSTILE, "en", NameKind.PREFERRED),)),
    )
    facts = (
        Fact(alpha, "partnerOf", beta, Status.HELD, 0.9, "test.partner", evidence),
        Fact("organization/hostile", "partnerOf", "organization/long", Status.HELD, 0.9, "test.partner", evidence),
    )
    digest = Document("d", f"🤝𠮷野 {HOSTILE}", "en", STRANGE, (), "2024")
    out: Path = tmp_path_factory.mktemp("strange") / "strange.html"
    write_network(Store.of(Collection((Analysis(digest, facts=facts),), entities)), out)
    return out


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080)])
def test_strange_texts_are_only_shown_and_marked_where_they_are(
    open_page: Callable[..., Opened], strange: Path, width: int, height: int
) -> None:
    opened = open_page("#d=d", file=strange, viewport={"width": width, "height": height})
    assert marked(opened) == [SENTENCE]
    first, second, third = shown_text(opened)
    assert (first, second) == (f"🤝𠮷野 {HOSTILE}", SENTENCE)
    assert third == f"{LONG} & Beta 𠮷野 University."
    names = opened.page.locator("a.mention").all_text_contents()
    assert names == [HOSTILE, "Альфа", "Beta 𠮷野 University", LONG, "Beta 𠮷野 University"]
    assert opened.page.locator("#reading :is(script, img, iframe, b)").count() == 0
    assert opened.page.evaluate("typeof window.pwned") == "undefined"
    for element in ("document.documentElement", "document.getElementById('reading')"):
        assert opened.page.evaluate(f"(e => e.scrollWidth - e.clientWidth)({element})") == 0
    opened.page.get_by_role("button", name="All documents").click()
    assert titles(opened) == [f"🤝𠮷野 {HOSTILE}"]
    assert opened.page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.getElementById('reading'))") == 0


def test_a_digest_speaks_of_what_it_mentions_and_of_what_its_facts_are_about(store: Store) -> None:
    reading = read(store)
    keys = [thing.key for thing in reading.things.values()]
    spoken = [{keys[thing] for thing in things} for _, things in documents(reading, store)]
    assert spoken[1] == {"organization/spbpu", "organization/zju", "agreement/m1", "event/forum"}
    assert spoken[2] == {"organization/hostile", "organization/long"}
