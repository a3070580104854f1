"""How corrections, highlights and notes look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot

from reader.analysis import Colour
from reader.corrections import Remark
from reader.corrections.types import Merge, Rename
from reader.reading import Ready
from reader.settings import Settings
from reader.tui.app import ReaderApp
from tests.corrections.acts import ENTITIES, at
from tests.tui.readings import harbour, harbour_annotations

WHEN = datetime(2024, 5, 4, tzinfo=UTC)
REMARKS = [
    Remark(id="n1", place=at("reopened the quay"), colour=Colour.GREEN, made=WHEN),
    Remark(
        id="n2",
        place=at("has no plans"),
        colour=Colour.RED,
        text="He said the same last year, before the fares went up.",
        tags=("fares", "ask"),
        made=WHEN,
    ),
    Remark(id="n3", place=at("divers cleared the wreck"), text="Who paid?", made=WHEN),
    Remark(id="n4", place=at("destroyed the old quay"), colour=Colour.BLUE, made=WHEN),
    Remark(id="n5", place=at("Norwegian inspectors"), colour=Colour.YELLOW, made=WHEN),
]
CORRECTIONS = [
    Rename(id="c1", entity=ENTITIES["Almar Line"], name="Almar Ferry Line", made=WHEN),
    Merge(id="c2", entity=ENTITIES["Norwegian"], into=ENTITIES["Port Almar"], made=WHEN),
]
BOTH = pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])


def app(theme: str) -> ReaderApp:
    return ReaderApp(harbour().article, settings=Settings(theme=theme))


def then(*keys: str) -> Callable[[Pilot[None]], object]:
    async def run(pilot: Pilot[None]) -> None:
        shown = pilot.app
        assert isinstance(shown, ReaderApp)
        await pilot.pause(0.3)
        shown.reading.receive(harbour_annotations(), Ready())
        shown.hand.work.load([*REMARKS, *CORRECTIONS])
        await pilot.pause(0.1)
        await pilot.press(*keys)
        await pilot.pause(0.2)

    return run


@BOTH
@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_notes_beside_the_article(snap_compare, size, theme) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=then("5", "j"))


@BOTH
def test_the_menu_of_acts(snap_compare, theme) -> None:
    assert snap_compare(app(theme), terminal_size=(80, 24), run_before=then("2", "c"))


def test_the_colours_of_highlights(snap_compare) -> None:
    assert snap_compare(app("reader-dark"), terminal_size=(80, 24), run_before=then("M"))


def test_without_colours_the_signs_are_there(snap_compare, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app("reader-dark"), terminal_size=(120, 40), run_before=then("5"))


def test_the_editor_of_a_note(snap_compare) -> None:
    keys = ("5", "j", "a")
    assert snap_compare(app("reader-dark"), terminal_size=(80, 24), run_before=then(*keys))
