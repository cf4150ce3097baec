"""How the network page looks: pictures at three sizes, by day and by night, loosely compared and kept in out/pictures.

A picture is compared as 32 × 18 mean colours, so that other fonts pass and a lost panel, theme or drawing does not.
`KG_TAKE_PICTURES=1 python -m pytest tests/views/network/test_pictures.py` takes the wanted ones anew: look at them.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Opened = Any

WANTED = Path(__file__).with_name("pictures.json")
KEPT = Path(__file__).parents[3] / "out" / "pictures"
ACROSS, DOWN = 32, 18
MEAN, MOST = 10.0, 0.12
"""Of 255: how far mean colours may lie apart on average; which share of the fields may differ by more than 48."""
STATES = {"beginning": "", "thing": "#t=organization/spbpu", "documents": "#d=", "digest": "#d=d1"}
SIZES = [(1366, 768), (1920, 1080), (390, 844)]
CASES = [(state, size, scheme) for state in STATES for size in SIZES for scheme in ("light", "dark")]

_SHRINK = """async ([png, across, down]) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(across, down);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, across, down);
    return [...context.getImageData(0, 0, across, down).data].filter((_, i) => i % 4 < 3);
}"""


@pytest.fixture(scope="module")
def shrink(browser: Any) -> Any:
    page = browser.new_page()
    yield lambda png: page.evaluate(_SHRINK, [base64.b64encode(png).decode(), ACROSS, DOWN])
    page.close()


@pytest.mark.parametrize(("state", "size", "scheme"), CASES, ids=[f"{s}-{w}-{c}" for s, (w, _), c in CASES])
def test_it_looks_as_it_did(
    open_page: Callable[..., Opened],
    shrink: Callable[[bytes], list[int]],
    state: str,
    size: tuple[int, int],
    scheme: str,
) -> None:
    name = f"{state}-{size[0]}x{size[1]}-{scheme}"
    opened = open_page(address=STATES[state], color_scheme=scheme, viewport={"width": size[0], "height": size[1]})
    opened.page.wait_for_timeout(300)
    png = opened.page.screenshot()
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{name}.png").write_bytes(png)
    seen = shrink(png)
    wanted = json.loads(WANTED.read_text(encoding="utf-8")) if WANTED.exists() else {}
    if os.environ.get("KG_TAKE_PICTURES"):
        wanted[name] = seen
        WANTED.write_text(json.dumps(wanted, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    apart = [abs(a - b) for a, b in zip(seen, wanted[name], strict=True)]
    assert sum(apart) / len(apart) <= MEAN, f"look at out/pictures/{name}.png"
    assert sum(one > 48 for one in apart) / len(apart) <= MOST, f"look at out/pictures/{name}.png"


def test_a_picture_is_wanted_for_each_case_and_they_differ() -> None:
    wanted = json.loads(WANTED.read_text(encoding="utf-8"))
    assert sorted(wanted) == sorted(f"{s}-{w}x{h}-{c}" for s, (w, h), c in CASES)
    for state in STATES:
        for width, height in SIZES:
            day, night = (wanted[f"{state}-{width}x{height}-{scheme}"] for scheme in ("light", "dark"))
            assert sum(abs(a - b) for a, b in zip(day, night, strict=True)) / len(day) > 5 * MEAN
