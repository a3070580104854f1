"""The whole window as its reader sees it."""

from __future__ import annotations

import pytest

from reader.analysis import Entity
from reader.reading import EntityFocus
from reader.tui.theme import THEMES

from .test_app import Harbour, ready

SIZES = [(80, 24), (100, 30), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_an_article_with_an_entity_in_focus(snap_compare, theme, size):
    async def look_at_the_harbour_mistress(pilot) -> None:
        await ready(pilot)
        first: Entity = pilot.app.reading.annotations.entities[0]
        pilot.app.reading.move_caret(first.mentions[0].start)
        pilot.app.reading.focus_on(EntityFocus(first.id))
        await pilot.pause()

    app = Harbour(theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=look_at_the_harbour_mistress)


def test_a_narrow_window_shows_one_pane_and_tabs(snap_compare):
    async def go_to_the_timeline(pilot) -> None:
        await ready(pilot)
        await pilot.press("4")

    assert snap_compare(Harbour(), terminal_size=(60, 20), run_before=go_to_the_timeline)


def test_the_help_shows_all_keys(snap_compare):
    async def ask_for_help(pilot) -> None:
        await ready(pilot)
        await pilot.press("question_mark")

    assert snap_compare(Harbour(), terminal_size=(120, 50), run_before=ask_for_help)


@pytest.mark.parametrize("place", ["left", "below"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: "x".join(map(str, size)))
def test_the_other_panes_left_or_below(snap_compare, place, size):
    app = Harbour(theme="reader-light", panes=place)
    assert snap_compare(app, terminal_size=size, run_before=ready)
