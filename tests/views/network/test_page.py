"""The network page as its readers meet it: opened from disk in Chromium, with the network cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import Store
from kg.records import Collection
from kg.views.reading import read
from kg.views.show import Card, show
from tests.views.conftest import AGAIN, SIGNING

pytestmark = pytest.mark.slow
Opened = Any

MEMORANDUM = "agreement/m1"


def test_it_opens_offline_without_a_word(opened: Opened) -> None:
    assert opened.page.title() == "Sino-Russian academic cooperation"
    assert opened.page.locator(".figures b").all_text_contents() == ["3", "12", "7", "10"]
    assert opened.page.locator("#canvas canvas:visible").count() == 2


def test_a_click_on_a_node_shows_what_the_store_says(opened: Opened, store: Store) -> None:
    opened.click_on_node("organization/spbpu")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").text_content() == "Peter the Great St. Petersburg Polytechnic University"
    assert "圣彼得堡彼得大帝理工大学" in panel.text_content()
    panel.get_by_text("Why these spellings are one").click()
    panel.get_by_text("“SPbPU” stands in brackets").wait_for()
    assert "“SPbPU” stands in brackets after the full name" in panel.text_content()
    assert panel.get_by_role("link", name="ROR 02x91aj62").get_attribute("href") == "https://ror.org/02x91aj62"
    assert panel.locator(".kind").first.text_content() == "university"
    assert panel.locator(".names").first.locator("li").all_text_contents() == [
        "ruСанкт-Петербургский политехнический университет Петра Великого",
        "zh圣彼得堡彼得大帝理工大学",
    ]
    where = panel.locator("dl div", has_text="Place").locator("dd > *")
    assert where.all_text_contents() == ["Saint Petersburg", "Russia"]
    signed = panel.locator("section[data-property=signed]")
    assert signed.locator(".line time").all_text_contents() == ["2020-06"]
    assert signed.locator("figcaption .when").all_text_contents() == [" 2020-07-01", " 2021-02-10"]
    card = show(store, "SPbPU")
    assert isinstance(card, Card)
    statements = (*card.facts, *card.unconfirmed)
    assert sorted(opened.quotations()) == sorted(q.exact for s in statements for c in s.claims for q in c.quotations)
    assert panel.get_by_role("link", name="Title of d1").first.get_attribute("href") == "https://example.org/d1"
    assert panel.locator("section:not(section section) > h3").all_text_contents() == [
        "signed1",
        "represented by1",
        "posts held by1",
        "took part in1",
        "partner of1",
        "Not reported as done",
    ]


@pytest.mark.parametrize(
    "name", ["Zhejiang University", "Tsinghua University", "Форум ректоров", "memorandum, 2020-06", "Lu Zhiyu"]
)
def test_whatever_is_chosen_is_told_as_the_store_tells_it(opened: Opened, store: Store, name: str) -> None:
    opened.page.fill("#search", name)
    opened.page.keyboard.press("Enter")
    card = show(store, opened.page.evaluate("kg.chosen()"))
    assert isinstance(card, Card)
    told = [q for s in (*card.facts, *card.unconfirmed) for c in s.claims for q in c.quotations]
    assert sorted(opened.quotations()) == sorted(quotation.exact for quotation in told)
    titles = opened.page.locator("#panel figcaption :is(a:not(.into), bdi:not(a bdi))").all_text_contents()
    assert set(titles) == {read(store).digests[quotation.digest].title for quotation in told}


def test_a_click_on_an_edge_shows_why_two_are_joined(opened: Opened) -> None:
    opened.click_between("organization/spbpu", "agreement/m1")
    panel = opened.page.locator("#panel")
    assert panel.locator(".kind").text_content() == "Why these two are joined"
    assert opened.quotations() == [
        "SPbPU and Zhejiang University signed a memorandum in June 2020.",
        "СПбПУ и Чжэцзянский университет подписали меморандум.",
    ]
    assert panel.locator("figcaption .when").all_text_contents() == [" 2020-07-01", " 2021-02-10"]
    # each digest is as sure as 0.90, both together are surer
    assert panel.locator(".said .how").all_text_contents() == ["confidence 0.99"]


def test_what_joins_two_is_told_oldest_first(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#v=overview&e=organization/spbpu~organization/zju")
    # signed in 2020 through a memorandum, partners by a digest of 2021
    assert opened.page.locator("#panel section h3").all_text_contents() == ["Through memorandum, 2020-06"]
    assert opened.quotations() == [SIGNING, AGAIN, SIGNING, AGAIN]
    assert opened.page.locator("#panel section").last.locator("h3").count() == 0
    assert opened.page.locator("#panel section").last.locator(".verb").text_content() == "partner of"


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("спбпу", "organization/spbpu"),
        ("zhejiang univ", "organization/zju"),
        ("浙江", "organization/zju"),
        ("zhe jiang da xue", "organization/zju"),
        ("LÜ ZHIYU", "person/lu-zhiyu"),
        ("university tsinghua", "organization/tsinghua"),
        ("ФОРУМ ректоров", "event/forum"),
        ("politech", "organization/spbpu"),
    ],
)
def test_search_finds_names_in_every_script(opened: Opened, asked: str, key: str) -> None:
    opened.page.keyboard.press("/")
    opened.page.keyboard.insert_text(asked)
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("kg.chosen()") == key


def test_what_was_found_is_gone_through_by_keys(opened: Opened) -> None:
    opened.page.fill("#search", "university")
    found = opened.page.locator("#search-hits").get_by_role("option")
    hits = found.all_text_contents()
    assert len(hits) == 3
    opened.page.keyboard.press("ArrowDown")
    assert found.nth(1).get_attribute("aria-selected") == "true"
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("Enter")
    assert str(opened.page.locator("#panel h2").text_content()) in hits[2]
    opened.page.keyboard.press("/")
    opened.page.keyboard.insert_text("uni")
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#search-hits").is_visible()


def test_search_says_when_nothing_bears_the_name(opened: Opened) -> None:
    opened.page.fill("#search", "qqqq")
    assert opened.page.locator("#search-hits").text_content() == "Nothing bears a name like that"
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("kg.chosen()") is None


def test_texts_are_only_shown(opened: Opened, collection: Collection) -> None:
    (hostile,) = (e.names[0].text for e in collection.entities if e.id == "organization/hostile")
    opened.page.fill("#search", "script script window pwned")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").text_content() == hostile
    assert hostile in opened.quotations()[0]
    assert "W" * 10_000 in opened.quotations()[0]
    assert opened.page.locator("#panel :is(img, script, iframe)").count() == 0
    assert opened.page.locator("#panel a[href^='javascript']").count() == 0
    assert opened.page.evaluate("typeof window.pwned") == "undefined"
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert opened.page.evaluate(width) == 0
    assert opened.page.evaluate("(p => p.scrollWidth - p.clientWidth)(document.getElementById('panel'))") == 0


def test_its_policy_lets_nothing_out_and_nothing_in(opened: Opened) -> None:
    tried = """async () => {
        const refused = [];
        document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        await fetch('https://example.org/').catch(() => {});
        const wait = (element, place) => new Promise((done) => {
            element.onerror = element.onload = done;
            place.append(element);
        });
        await wait(Object.assign(new Image(), { src: 'https://example.org/x.png' }), document.body);
        await wait(Object.assign(document.createElement('script'), { src: 'https://example.org/x.js' }), document.head);
        const inline = document.createElement('script');
        inline.textContent = 'window.pwned = 1';
        document.head.append(inline);
        await new Promise((done) => setTimeout(done, 50));
        return [refused, typeof window.pwned];
    }"""
    refused, pwned = opened.page.evaluate(tried)
    assert refused == ["connect-src", "img-src", "script-src-elem", "script-src-elem"]
    assert pwned == "undefined"
    assert all("Content Security Policy" in said for said in opened.complaints if said.startswith("error"))
    opened.complaints.clear()


def test_what_is_planned_is_off_at_first_and_named_when_on(opened: Opened) -> None:
    tsinghua = "organization/tsinghua"
    assert tsinghua not in opened.drawn()
    opened.page.get_by_role("checkbox", name="planned").check()
    assert tsinghua in opened.drawn()
    opened.click_between(tsinghua, "organization/spbpu")
    assert opened.page.locator("#panel .status").all_text_contents() == ["planned"]


def test_planned_and_denied_are_named_in_the_panel(opened: Opened) -> None:
    opened.page.fill("#search", "Tsinghua")
    opened.page.keyboard.press("Enter")
    unsure = opened.page.locator("#panel .unsure")
    assert unsure.locator("h3").first.text_content() == "Not reported as done"
    assert sorted(unsure.locator(".status").all_text_contents()) == ["denied", "planned"]
    assert "The filters hide it in the drawing." in opened.page.locator("#panel").text_content()


def test_the_legend_counts_and_filters(opened: Opened) -> None:
    classes = opened.page.locator('[data-facet="class"] label')
    assert [" ".join(text.split()) for text in classes.all_text_contents()] == [
        "university2",
        "company2",
        "person1",
        "agreement1",
        "event1",
    ]
    agreement = "agreement/m1"
    assert agreement in opened.drawn()
    opened.page.get_by_role("checkbox", name="agreement").uncheck()
    assert agreement not in opened.drawn()
    opened.page.get_by_role("checkbox", name="agreement").check()
    opened.page.get_by_role("checkbox", name="signed").uncheck()
    assert agreement not in opened.drawn()
    opened.page.get_by_role("button", name="only: signed").click()
    assert opened.drawn() == {agreement, "organization/spbpu", "organization/zju"}
    opened.page.locator('[data-facet="property"] .every').get_by_text("None").click()
    assert opened.drawn() == set()
    assert opened.page.locator(".nothing").is_visible()


def test_the_interface_changes_its_language(opened: Opened) -> None:
    opened.page.select_option("#lang", "ru")
    assert opened.page.locator("h1").text_content() == "Российско-китайское академическое сотрудничество"
    assert opened.page.locator("html").get_attribute("lang") == "ru"
    opened.click_on_node("organization/spbpu")
    name = opened.page.locator("#panel h2").text_content()
    assert name == "Санкт-Петербургский политехнический университет Петра Великого"
    opened.page.select_option("#lang", "zh")
    assert opened.page.locator("#panel h2").text_content() == "圣彼得堡彼得大帝理工大学"


def test_things_lead_to_things_and_back(opened: Opened) -> None:
    opened.click_on_node("organization/zju")
    opened.page.locator("#panel .line a.thing").first.click()
    assert opened.page.locator("#panel h2").text_content() == "memorandum, 2020-06"
    opened.page.go_back()
    assert opened.page.locator("#panel h2").text_content() == "Zhejiang University"
    opened.page.locator("#panel").get_by_role("button", name="Forward").click()
    opened.wait_until("document.querySelector('#panel h2').textContent === 'memorandum, 2020-06'")
    opened.page.locator("#panel").get_by_role("button", name="Back").click()
    opened.wait_until("document.querySelector('#panel h2').textContent === 'Zhejiang University'")


def test_an_address_opens_its_thing(open_page: Callable[..., Opened]) -> None:
    opened = open_page("#t=person%2Flu-zhiyu")
    assert opened.page.locator("#panel h2").text_content() == "Lu Zhiyu"
    assert opened.page.locator("#panel .post").text_content() == "Director, 2016"


def test_a_strange_address_is_ignored(open_page: Callable[..., Opened]) -> None:
    for address in ("#t=%zz", "#t=nobody/x", "#e=a~b", "#<script>"):
        opened = open_page(address)
        assert opened.page.locator("#panel h2").count() == 0


def test_keys_move_zoom_and_close(opened: Opened) -> None:
    opened.click_on_node("organization/zju")
    opened.page.locator("#canvas").focus()
    before = opened.page.evaluate("kg.camera()")
    opened.page.keyboard.press("+")
    opened.page.keyboard.press("ArrowRight")
    after = opened.page.evaluate("kg.camera()")
    assert after["zoom"] == pytest.approx(before["zoom"] * 1.4)
    assert after["x"] > before["x"]
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel h2").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_and_the_button(open_page: Callable[..., Opened], scheme: str) -> None:
    opened = open_page(color_scheme=scheme)
    shade = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + Number(b), 0) < 384"
    assert opened.page.evaluate(shade) == (scheme == "dark")
    opened.page.locator("#theme").click()
    assert opened.page.evaluate(shade) == (scheme == "light")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080)])
def test_nothing_sticks_out(open_page: Callable[..., Opened], width: int, height: int) -> None:
    opened = open_page(viewport={"width": width, "height": height})
    opened.page.fill("#search", "spbpu")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    assert opened.page.locator("#canvas").bounding_box()["height"] > 200
    assert opened.page.locator("#panel h2").is_visible()


def test_a_small_graph_opens_whole(opened: Opened) -> None:
    assert opened.page.evaluate("kg.state().view") == "whole"
    assert {MEMORANDUM, "event/forum", "person/lu-zhiyu"} <= opened.drawn()


def test_a_large_graph_opens_on_organizations(large: Opened, open_page: Callable[..., Opened]) -> None:
    fresh = open_page(file=Path(large.page.evaluate("decodeURIComponent(location.pathname)")))
    assert fresh.page.evaluate("kg.state().view") == "overview"
    assert fresh.drawn() == {f"organization/u{i}" for i in range(40)}
    large.page.get_by_role("button", name="Organizations").click()
    assert len(large.drawn()) == 40
    large.page.fill("#search", "university 3")
    large.page.keyboard.press("Enter")
    large.page.locator("#canvas").focus()
    for _ in range(3):  # near enough for the line to be longer than a name
        large.page.keyboard.press("+")
    large.click_between("organization/u3", "organization/u4")
    assert large.page.locator("#panel h3").text_content() == "Through agreement, 2023"
    assert large.page.locator("#panel .said").count() == 2
    assert large.quotations() == ["Both signed it."]


def test_everything_is_one_click_away(large: Opened) -> None:
    large.page.get_by_role("button", name="Everything").click()
    assert len(large.drawn()) == 79
    assert large.page.get_by_role("button", name="Everything").get_attribute("aria-pressed") == "true"
    large.page.get_by_role("button", name="Organizations").click()
    large.page.fill("#search", "agreement")
    large.page.keyboard.press("Enter")
    assert large.page.evaluate("kg.state().view") == "whole"
