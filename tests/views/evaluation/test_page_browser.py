"""The page of errors as its readers meet it: opened from disk in Chromium, with the network cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.views import pages
from kg.views.evaluation import Evaluation
from kg.views.evaluation.page import page as render

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.slow
Page = Any


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        opened = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def path(evaluation: Evaluation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("errors") / "errors of today.html"
    pages.write(out, render(evaluation, evaluation.documents))
    return out


@pytest.fixture
def settings() -> dict[str, Any]:
    return {}


@pytest.fixture
def opened(browser: Any, path: Path, settings: dict[str, Any]) -> Iterator[Page]:
    """The page; what it says on the console, fails at or asks for is a failure."""
    context = browser.new_context(offline=True, **{"viewport": {"width": 1366, "height": 900}, **settings})
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert complaints == [path.as_uri()]


def lit(page: Page, selector: str) -> list[str]:
    texts: list[str] = page.locator(f"article:first-of-type .text {selector}.lit").all_text_contents()
    return texts


def fact(page: Page, verdict: str, property_: str) -> Any:
    selector = f'article:first-of-type section[data-verdict="{verdict}"] li[data-property="{property_}"]'
    return page.locator(selector).first


def test_texts_are_only_shown(opened: Page, hostile: str) -> None:
    assert opened.evaluate("typeof window.pwned") == "undefined"
    assert opened.locator("h2").first.text_content() == f"en-1 A title {hostile}"
    assert opened.locator("script").count() == 1
    assert opened.locator("img, iframe").count() == 0
    assert hostile in opened.locator(".b-paragraph").first.text_content()
    assert hostile in opened.locator(".text mark").first.get_attribute("title")


def test_facts_stand_under_their_verdicts(opened: Page) -> None:
    headings = opened.locator("article:first-of-type h3").all_text_contents()
    assert headings == ["missed 2", "invented 1", "trap 1", "right 2", "optional 1"]
    trap = fact(opened, "trap", "partnerOf")
    assert [" ".join(text.split()) for text in trap.locator("button, p, blockquote").all_text_contents()] == [
        "HIT partnerOf SPbPU",
        "intended",
        "rule <b>partnerOf</b>, confidence 0.30",
        "SPbPU may become a partner of HIT.",
    ]
    assert "was not found" in fact(opened, "missed", "partnerOf").text_content()
    assert "taken for planned" in fact(opened, "missed", "visited").text_content()


def test_pointing_at_a_fact_shows_where_it_was_read(opened: Page) -> None:
    fact(opened, "right", "signed").hover()
    signing = "SPbPU and HIT signed a memorandum with the School of Law at SPbPU."
    assert lit(opened, ".passage") == [signing]
    assert "memorandum" in lit(opened, "mark")
    assert "School of Law at SPbPU" not in lit(opened, "mark")
    fact(opened, "trap", "partnerOf").hover()
    assert lit(opened, ".passage") == ["SPbPU may become a partner of HIT."]
    opened.locator("h1").hover()
    assert lit(opened, ".passage") == []


def test_a_missed_fact_shows_its_ends_wherever_they_are_named(opened: Page) -> None:
    fact(opened, "missed", "partnerOf").hover()
    assert lit(opened, ".passage") == []
    assert set(lit(opened, "mark")) == {"HIT"}


def test_a_chosen_fact_stays_lit_until_it_is_let_go(opened: Page) -> None:
    chosen = fact(opened, "trap", "partnerOf")
    chosen.locator("button").click()
    opened.locator("h1").hover()
    assert lit(opened, ".passage") == ["SPbPU may become a partner of HIT."]
    opened.keyboard.press("Escape")
    assert lit(opened, ".passage") == []


def test_keys_reach_the_facts(opened: Page) -> None:
    fact(opened, "trap", "partnerOf").locator("button").focus()
    assert lit(opened, ".passage") == ["SPbPU may become a partner of HIT."]
    opened.keyboard.press("Enter")
    assert opened.locator("li.chosen").count() == 1


def test_pointing_at_a_passage_shows_what_was_read_in_it(opened: Page) -> None:
    opened.locator(".b-paragraph .passage").first.hover(position={"x": 60, "y": 8})
    facts = [" ".join(t.split()) for t in opened.locator("li.lit button").all_text_contents()]
    assert sorted(f.split()[0] for f in facts) == ["HIT", "SPbPU", "School"]


def test_facts_can_be_filtered(opened: Page) -> None:
    opened.select_option("#property", "signed")
    assert opened.locator(".facts li:visible").count() == 2
    assert opened.locator("article:visible").count() == 1
    opened.get_by_role("checkbox", name="right").uncheck()
    assert opened.locator("article:visible").count() == 0
    opened.select_option("#property", "")
    assert opened.locator("article:visible").count() == 2


@pytest.mark.parametrize("settings", [{"color_scheme": "light"}, {"color_scheme": "dark"}])
def test_the_theme_follows_the_system_and_the_button(opened: Page, settings: dict[str, Any]) -> None:
    shade = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + Number(b), 0) < 384"
    dark = settings["color_scheme"] == "dark"
    assert opened.evaluate(shade) == dark
    opened.locator("#theme").click()
    assert opened.evaluate(shade) != dark


@pytest.mark.parametrize("settings", [{"viewport": {"width": w, "height": 844}} for w in (360, 800, 1366, 1920)])
def test_nothing_sticks_out(opened: Page, settings: dict[str, Any]) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth") == settings["viewport"]["width"]
    fact(opened, "trap", "partnerOf").locator("button").click()
    assert opened.locator(".passage.lit").first.is_visible()
