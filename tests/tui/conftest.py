"""All interface tests paint the same signs, whatever terminal they run in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.tui.glyphs import glyphs


@pytest.fixture(autouse=True)
def full_signs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)  # no test writes to a real clipboard
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr("locale.getpreferredencoding", lambda do_setlocale=True: "UTF-8")
    glyphs.cache_clear()
    yield
    glyphs.cache_clear()


@pytest.fixture(autouse=True)
def folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What an interface exports without being told where goes to a folder of the test."""
    monkeypatch.chdir(tmp_path)
