"""One page in a fresh browser: `python -m benchmarks.page.measure PAGE (ours|stock) NODES FRAGMENT LIMIT`.

Prints a line of JSON for each figure when it is known, so that those before stay where a page hangs. Times count from
the beginning of the navigation, in seconds; there is no network.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

FLAGS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_CLICKS: Final = 12
_PATIENCE: Final = 5.0
"""Seconds that a click gets to be answered."""
_PANNING: Final = 3.0
"""Seconds."""
_PROMPT: Final = 100
"""Milliseconds within which an interactive page must have painted after the mouse was moved."""
_WATCH: Final = """
    (() => {
        const seen = globalThis.bench = {arcs: 0, drawn: 0, at: "", frames: 0, full: null, prompt: null, up: null};
        const context = CanvasRenderingContext2D.prototype;
        for (const name of ["arc", "rect", "lineTo", "fill", "stroke", "fillText", "drawImage", "putImageData"]) {
            const real = context[name];
            context[name] = function (...given) {
                seen.drawn += 1;
                seen.arcs += name === "arc" ? 1 : 0;
                return real.apply(this, given);
            };
        }
        const tick = () => {
            // A picture moves by being drawn anew, or as it is by its style.
            const at = [...document.querySelectorAll("canvas")].map(({style}) => style.transform).join();
            if (seen.drawn || at !== seen.at) seen.frames += 1;
            seen.at = at;
            if (seen.full === null && seen.arcs >= NODES / 2) setTimeout(() => { seen.full = performance.now(); });
            seen.drawn = seen.arcs = 0;
            requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
        addEventListener("pointermove", ({timeStamp}) => requestAnimationFrame(() => setTimeout(() => {
            if (performance.now() - timeStamp < PROMPT) seen.prompt ??= performance.now();
        })), true);
        addEventListener("pointerup", ({timeStamp}) => { seen.up = timeStamp; }, true);
    })();
"""
# Ours says itself when the first picture is complete. Of pyvis' that is so when half of the nodes are in one frame.
_PAINTED: Final = {
    "ours": "performance.getEntriesByName('kg:painted')[0]?.startTime ?? null",
    "stock": "bench.full",
}
_ANSWERED: Final = {
    "ours": "performance.getEntriesByName('kg:panel').find((m) => m.startTime > (bench.up ?? 1e9))?.startTime ?? null",
    "stock": "bench.up && bench.answered > bench.up ? bench.answered : null",
}
_SPOTS: Final = {
    "ours": "kg.drawn().map((key) => kg.spot(key))",
    "stock": "Object.values(network.getPositions()).map((at) => network.canvasToDOM(at))",
}


class _LateError(Exception):
    """Something did not happen in time."""


def main() -> None:
    path, kind, nodes, fragment, limit = sys.argv[1:]
    with _opened(int(nodes)) as page:
        until = time.monotonic() + float(limit)
        page.goto(Path(path).as_uri() + fragment, wait_until="commit", timeout=0)
        with suppress(_LateError):
            tell("painted", _asked(page, _PAINTED[kind], until) / 1000)
            page.evaluate("bench.prompt = null")
            tell("interactive", _moved(page, until) / 1000)
            tell("frames", _panned(page))
            tell("click", _clicked(page, kind))


def tell(name: str, value: float) -> None:
    print(json.dumps({name: value}), flush=True)


@contextmanager
def _opened(nodes: int) -> Iterator[Page]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.add_init_script(_WATCH.replace("NODES", str(nodes)).replace("PROMPT", str(_PROMPT)))
        yield page
        browser.close()


def _asked(page: Page, expression: str, until: float) -> float:
    """Give the value of an expression once it has one; the page's policy forbids Playwright's own way of waiting.

    Raises:
        _LateError: it has none in time.
    """
    while (found := page.evaluate(expression)) is None:
        if time.monotonic() > until:
            raise _LateError(expression)
        page.wait_for_timeout(20)
    return float(found)


def _moved(page: Page, until: float) -> float:
    """Give when a frame followed promptly on a movement of the mouse."""
    x = 0
    while (at := page.evaluate("bench.prompt")) is None:
        if time.monotonic() > until:
            raise _LateError("a prompt frame")
        x = (x + 7) % 200
        page.mouse.move(600 + x, 400)
        page.wait_for_timeout(50)
    return float(at)


def _clicked(page: Page, kind: str) -> float:
    """Give how many milliseconds after the button was released the page has answered: the median of some nodes."""
    if kind == "stock":
        page.evaluate(
            "void network.on('selectNode', () => requestAnimationFrame(() => setTimeout(() => "
            "{ bench.answered = performance.now(); })))"
        )
    box = page.locator("canvas:visible").first.bounding_box()
    assert box is not None
    inside = [
        s for s in page.evaluate(_SPOTS[kind]) if 30 < s["x"] < box["width"] - 30 and 30 < s["y"] < box["height"] - 30
    ]
    took: list[float] = []
    for spot in inside[:: max(1, len(inside) // _CLICKS)][:_CLICKS]:
        page.evaluate("bench.up = null")
        page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
        try:
            answered = _asked(page, _ANSWERED[kind], time.monotonic() + _PATIENCE)
        except _LateError:
            continue  # another thing lies there
        took.append(answered - float(page.evaluate("bench.up")))
        page.keyboard.press("Escape")
        page.wait_for_timeout(500)
    if not took:
        raise _LateError("an answer to a click")
    return median(took)


def _panned(page: Page) -> float:
    """Give how many frames a second are drawn while the picture is dragged."""
    box: Any = page.locator("canvas:visible").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("bench.frames = 0")
    begun, turn = time.monotonic(), 0
    while time.monotonic() < begun + _PANNING:
        turn += 1
        page.mouse.move(x + 4 * (turn % 50), y + 3 * (turn % 60))
    frames = int(page.evaluate("bench.frames"))
    took = time.monotonic() - begun
    page.mouse.up()
    return frames / took


if __name__ == "__main__":
    main()
