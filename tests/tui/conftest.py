"""All interface tests paint the same signs, whatever terminal they run in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.tui.glyphs import glyphs


@pytest.fixture(autouse=True)
def full_signs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr("locale.getpreferredencoding", lambda do_setlocale=True: "UTF-8")
    glyphs.cache_clear()
    yield
    glyphs.cache_clear()
