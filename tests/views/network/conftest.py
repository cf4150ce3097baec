"""The network page in Chromium: opened from disk, with the network cut off, and watched for whatever it must not do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import Store
from kg.records import Analysis, Collection, Document, Entity, Evidence, Fact, Name, NameKind, Status
from kg.views.network import write_network

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
Page = Any

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield opened
        opened.close()


class Opened:
    """A page, and whatever it did that it must not do: messages, errors, requests."""

    def __init__(self, browser: Any, path: Path, *, address: str = "", **context: Any) -> None:
        settings = {"viewport": {"width": 1366, "height": 768}, "reduced_motion": "reduce", **context}
        self.context = browser.new_context(offline=True, **settings)
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.complaints.append(request.url))
        self.page.goto(path.as_uri() + address)
        self.page.wait_for_selector("html[data-ready=true]")
        assert self.complaints.pop(0).startswith("file:")

    def click_on_node(self, key: str) -> None:
        self._click("kg.spot(key)", key)

    def click_between(self, one: str, other: str) -> None:
        """Clicks on the line, where no name lies over it."""
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            point = f"((a, b) => ({{x: a.x + (b.x - a.x) * {share}, y: a.y + (b.y - a.y) * {share}}}))"
            self._click(f"{point}(...key.split('~').map(kg.spot))", f"{one}~{other}")
            if self.page.locator("#panel .kind").text_content() == "Why these two are joined":
                return
        raise AssertionError(f"no line to click on between {one} and {other}")

    def _click(self, spot: str, key: str) -> None:
        self.page.locator("#canvas").click(position=self.page.evaluate(f"(key) => {spot}", key))

    def wait_until(self, expression: str, seconds: float = 5) -> None:
        """Waits for an expression to hold; the page's own policy forbids Playwright's way."""
        for _ in range(int(seconds * 20)):
            if self.page.evaluate(expression):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"after {seconds} s still not: {expression}")

    def drawn(self) -> set[str]:
        return set(self.page.evaluate("kg.drawn()"))

    def quotations(self) -> list[str]:
        return [text.strip() for text in self.page.locator("#panel blockquote").all_text_contents()]


@pytest.fixture(scope="session")
def path(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("network") / "network page.html"
    write_network(store, out)
    return out


@pytest.fixture
def opened(browser: Any, path: Path) -> Iterator[Opened]:
    made = Opened(browser, path)
    yield made
    made.context.close()
    assert made.complaints == []


@pytest.fixture
def open_page(browser: Any, path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page, or that of another file, at an address, in a window as described; complaints fail the test."""
    made: list[Opened] = []

    def opening(address: str = "", *, file: Path = path, **context: Any) -> Opened:
        made.append(Opened(browser, file, address=address, **context))
        return made[-1]

    yield opening
    for opened in made:
        opened.context.close()
        assert opened.complaints == []


@pytest.fixture(scope="module")
def large(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    text = "Both signed it."
    digest = Document("d", "Title", "en", text, (), "2024-05-01")
    passage = (Evidence(0, len(text), text),)
    hosts = [
        Entity(f"organization/u{i}", "University", (Name(f"University {i}", "en", NameKind.PREFERRED),))
        for i in range(40)
    ]
    deals = [Entity(f"agreement/a{i}", "Agreement", (), kind="agreement", date="2023") for i in range(39)]
    signed = [
        Fact(f"organization/u{i + side}", "signed", f"agreement/a{i}", Status.HELD, 0.9, "test.signed", passage)
        for i in range(39)
        for side in (0, 1)
    ]
    out = tmp_path_factory.mktemp("large") / "large.html"
    collection = Collection((Analysis(replace(digest, sha256=""), facts=tuple(signed)),), (*hosts, *deals))
    write_network(Store.of(collection), out)
    opened = Opened(browser, out)
    yield opened
    opened.context.close()
    assert opened.complaints == []
