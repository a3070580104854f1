"""Every screen over one article, at four sizes, dark and light.

Where a picture has changed on purpose, `pytest --snapshot-update` renews it: look at each.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.reading import Failed, Ready
from reader.settings import Settings
from reader.tui.app import ReaderApp

from .hand.test_snapshots import CORRECTIONS, REMARKS
from .readings import HARBOUR, harbour, harbour_annotations
from .test_app_snapshots import SIZES

SCREENS = {
    "article": (),
    "selection": ("}", "v", "}"),
    "find": ("/", *"ferry", "enter"),
    "find-nothing": ("/", *"xyz"),
    "why-a-quote": ("3", "j", "i"),
    "why-an-entity": ("2", "i"),
    "quotes-by-speaker": ("3", "s", "z"),
    "all-times": ("4", "t"),
    "filtered": ("2", "f", *"al"),
    "menu-of-acts": ("3", "c"),
    "who-said-it": ("3", "c", "s"),
    "note": ("}", "A"),
    "highlight": ("}", "M"),
    "help": ("question_mark",),
    "help-search": ("question_mark", "slash", *"mark"),
    "command-line": (":", *"over"),
    "palette": ("ctrl+p", *"pane"),
    "date": ("D",),
    "export": ("e",),
    "outline": ("O",),
    "labels": ("J",),
}


def _then(*keys: str, failed: bool = False, mine: bool = False) -> Callable[[Pilot[None]], object]:
    async def run(pilot: Pilot[None]) -> None:
        shown = pilot.app
        assert isinstance(shown, ReaderApp)
        while not shown.screen.query("NotesPane"):
            await pilot.pause(0.05)
        status = Failed("The analysis ended early.") if failed else Ready()
        shown.reading.receive(harbour_annotations(), status)
        if mine:
            shown.hand.work.load([*REMARKS, *CORRECTIONS])
        await pilot.pause(0.1)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause(0.2)

    return run


BOTH = pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
FOUR = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))


def app(theme: str) -> ReaderApp:
    return ReaderApp(harbour().article, settings=Settings(theme=theme, reduced_motion=True))


@BOTH
@FOUR
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen(snap_compare, name: str, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=_then(*SCREENS[name]))


@BOTH
@FOUR
def test_notes(snap_compare, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=_then("5", mine=True))


@BOTH
@FOUR
def test_a_failure(snap_compare, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=_then(failed=True))


@BOTH
@FOUR
def test_the_library(
    snap_compare, size: tuple[int, int], theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    kept = ReaderApp(harbour().article, settings=Settings(theme=theme), keeps_library=True)
    keys = ("}", "A", *HARBOUR[:9], "ctrl+s", "B")
    assert snap_compare(kept, terminal_size=size, run_before=_then(*keys))
