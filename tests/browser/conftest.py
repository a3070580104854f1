"""A real browser: the system's Chromium, driven by playwright, which installs nothing here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


@pytest.fixture(scope="module")  # its event loop must not outlive the module
def browser() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.skip("There is no Chromium on this machine.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
