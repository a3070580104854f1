"""Choosing an entity in the HTML report of a larger text, in a real browser where there is one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from reader.analysis import Analysis
from reader.export.registry import FORMATS
from tests.browser.conftest import CHROMIUM

from .books import book
from .figures import Figure

_LARGER, _SHOULD_TAKE = 1_000_000, 0.050
_REST = 500
_WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
_CHOOSE = """
place => {
  document.querySelectorAll("section li")[place].click();
  document.body.getBoundingClientRect();
}
"""
"""From a click until everything has its new look and place."""


@cache
def _times() -> list[float]:
    """Processor seconds for one entity after the other, the most mentioned first."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "report.html"
        path.write_bytes(FORMATS["html"].write(Analysis.of(*book(_LARGER))))
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(bypass_csp=True)
        page.goto(path.as_uri())
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def worked() -> float:
            found = session.send("Performance.getMetrics")["metrics"]
            return float(sum(one["value"] for one in found if one["name"] in _WORK))

        taken = []
        for place in range(12):
            page.wait_for_timeout(_REST)  # until all marks are lit
            before = worked()
            page.evaluate(_CHOOSE, place)
            taken.append(worked() - before)
        browser.close()
    return taken


def figures() -> list[Figure]:
    """Nothing where there is no browser."""
    if CHROMIUM is None:
        return []
    return [
        Figure(
            "choose an entity in the report of a larger text, in the browser",
            "50 ms of processor time until it is laid out",
            1.0,
            lambda: median(_times()),
            lambda: _SHOULD_TAKE,
            1,
        )
    ]
