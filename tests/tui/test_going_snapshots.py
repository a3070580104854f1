"""Labels, the command line, marks and the header, as their reader sees them."""

from __future__ import annotations

import pytest

from reader.reading import EntityFocus

from .test_app import Harbour, ready

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (200, 60)], ids=lambda size: "x".join(map(str, size))
)


def typed(*keys: str):
    async def type_them(pilot) -> None:
        await ready(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return type_them


@SIZES
@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
def test_labels_stand_on_everything_that_can_be_looked_at(snap_compare, size, theme):
    assert snap_compare(Harbour(theme=theme), terminal_size=size, run_before=typed("J"))


def test_labels_are_told_apart_without_colours(snap_compare, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(Harbour(), terminal_size=(80, 24), run_before=typed("J"))


@SIZES
def test_the_command_line_offers_actions(snap_compare, size):
    assert snap_compare(Harbour(), terminal_size=size, run_before=typed(":", *"pan"))


@SIZES
def test_marks_are_shown_with_their_words(snap_compare, size):
    run = typed("}", "m", "a", "}", "}", "m", "b", "G", "'")
    assert snap_compare(Harbour(), terminal_size=size, run_before=run)


@SIZES
def test_the_header_holds_a_focus_and_the_search_before_it(snap_compare, size):
    async def search_and_look(pilot) -> None:
        await typed("/", *"ferry", "enter")(pilot)
        pilot.app.reading.focus_on(EntityFocus("Mara Olsen"))
        await pilot.pause()

    assert snap_compare(Harbour(), terminal_size=size, run_before=search_and_look)
