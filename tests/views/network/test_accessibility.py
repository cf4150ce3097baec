"""The network page under axe: in its main states, by day and by night, on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tools import frontend

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, MEMORANDUM = "organization/spbpu", "organization/zju", "agreement/m1"
STATES = {
    "beginning": "",
    "thing": f"#t={SPBPU}",
    "line": f"#e={SPBPU}~{MEMORANDUM}",
    "between": f"#b={SPBPU}~{ZJU}&e={SPBPU}~{ZJU}",
    "around": f"#near={SPBPU},1&t={SPBPU}",
    "perspective": "#see=people&time=2016..2020",
    "communities": f"#colour=community&c={SPBPU}",
    "nothing": "#class=",
    "path": "#p=person/lu-zhiyu~organization/zju",
    "documents": "#d=",
    "digest": "#d=d1",
}


@pytest.fixture(scope="module")
def axe() -> str:
    frontend.install()
    return (frontend.FRONTEND / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_axe_finds_nothing(open_page: Callable[..., Opened], axe: str, scheme: str, width: int, height: int) -> None:
    opened = open_page(color_scheme=scheme, viewport={"width": width, "height": height})
    opened.page.evaluate(axe)
    opened.page.locator("#filters").dispatch_event("click")  # on a phone the filters are behind a button
    found = {}
    for state, address in [*STATES.items(), ("help", "")]:
        opened.page.evaluate("address => { location.hash = address }", address)
        opened.wait_until(f"decodeURIComponent(location.hash) === {address!r}")
        opened.page.wait_for_timeout(100)
        if state == "help":
            opened.page.locator("#canvas").press("?")
        violations = opened.page.evaluate("axe.run().then(({ violations }) => violations)")
        for violation in violations:
            found[state, violation["id"]] = violation["nodes"][0]["html"], violation["nodes"][0]["failureSummary"]
    assert found == {}
