"""The article pane as its reader meets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from reader.article import Article
from reader.reading import (
    EntityFocus,
    EventFocus,
    Passage,
    QuoteFocus,
    Reading,
    Ready,
)
from reader.tui.article import ArticlePane
from reader.tui.theme import ThemedApp
from tests.tui.readings import HARBOUR, crowd, harbour


class OnePane(ThemedApp):
    """An app that shows nothing but the article."""

    def __init__(self, reading: Reading, measure: int = 72) -> None:
        super().__init__()
        self.pane = ArticlePane(reading, measure)

    def compose(self) -> ComposeResult:
        yield self.pane


@asynccontextmanager
async def opened(
    reading: Reading, *, size: tuple[int, int] = (60, 20), measure: int = 72
) -> AsyncIterator[tuple[ArticlePane, Pilot[None]]]:
    app = OnePane(reading, measure)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app.pane, pilot


def lines(pane: ArticlePane) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.height)]


def styles(pane: ArticlePane, words: str) -> Style:
    """The style in which the words stand on the screen."""
    for y in range(pane.height):
        for segment in pane.render_line(y):
            if segment.text == words and segment.style is not None:
                return segment.style
    raise AssertionError(f"{words!r} is no segment of the screen")


def words_at_caret(reading: Reading, length: int = 8) -> str:
    return reading.article.text[reading.caret : reading.caret + length]


def selected(reading: Reading) -> str:
    assert isinstance(reading.focus, Passage)
    return reading.article.text[reading.focus.start : reading.focus.end]


def long_reading(paragraphs: int = 400) -> Reading:
    text = "\n\n".join(f"Paragraph {n} tells of boats and quays." for n in range(paragraphs))
    return Reading(Article(text))


async def test_sets_paragraphs_apart_with_a_bar_beside_quoted_ones() -> None:
    async with opened(harbour(), size=(51, 30)) as (pane, _):
        assert lines(pane)[:9] == [
            "  Ferry returns to Port Almar after two years",
            "",
            "▎ Mara Olsen, the harbour mistress of Port Almar,",
            "▎ reopened the quay on Friday. “The boats are",
            "▎ back, and they will stay,” Olsen said. She took",
            "▎ over in March 2019.",
            "",
            "▎ Tor Vik, who runs the Almar Line, denied that",
            "▎ the ferry had been sold. He told reporters that",
        ]
        assert lines(pane)[17].startswith("  The Almar Line")


async def test_the_measure_is_centred() -> None:
    async with opened(harbour(), size=(101, 20), measure=40) as (pane, _):
        assert pane.column == 30
        assert max(len(line) for line in lines(pane)) <= 70


async def test_marks_every_annotation_quietly_and_the_focus_strongly() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (pane, pilot):
        assert styles(pane, "Friday").underline
        quiet = styles(pane, "Tor Vik")
        reading.focus_on(EntityFocus("Tor Vik"))
        await pilot.pause()
        strong = styles(pane, "or Vik")  # the caret stands on the first letter
        assert strong.bgcolor == quiet.color
        assert styles(pane, "Mara Olsen").color == quiet.color


async def test_space_and_b_turn_pages() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        await pilot.press("space", "space")
        assert pane.top == 36
        assert words_at_caret(reading, 12) == "Paragraph 18"
        await pilot.press("b")
        assert (pane.top, words_at_caret(reading, 11)) == (18, "Paragraph 9")
        await pilot.press("G")
        assert pane.top + pane.height == pane.rows.last
        assert reading.caret == len(reading.article.text)
        await pilot.press("pageup", "g")
        assert (pane.top, reading.caret) == (0, 0)


async def test_a_step_on_from_the_first_row_does_not_scroll_back() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        await pilot.press("space", "space")
        top = pane.top
        await pilot.press("l", "w", "j")
        assert pane.top == top
        await pilot.press("k", "k")
        assert pane.top < top


async def test_motions_keep_the_caret_on_the_screen() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        for key in ["j"] * 12 + ["ctrl+d"] * 3 + ["k"] * 20 + ["}", "w", "W", "h", "l", "ctrl+u"]:
            await pilot.press(key)
            number = pane.rows.number(reading.caret)
            assert pane.top <= number < pane.top + pane.height


async def test_a_wheel_takes_the_caret_along() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        pane.scroll_to(y=100, animate=False)
        await pilot.pause()
        assert pane.rows.number(reading.caret) == 100


async def test_annotations_are_stops() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (_, pilot):
        found = []
        for _ in range(4):
            await pilot.press("]")
            found.append(words_at_caret(reading, 10))
        assert found == ["Port Almar", "Mara Olsen", "the harbou", "Port Almar"]
        await pilot.press("[")
        assert words_at_caret(reading, 11) == "the harbour"


async def test_enter_goes_through_what_is_under_the_caret() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (_, pilot):
        reading.move_caret(HARBOUR.index("2026") + 1)
        caret, found = reading.caret, []
        for _ in range(3):
            await pilot.press("enter")
            found.append(reading.focus)
        assert QuoteFocus("Q3") in found
        assert reading.caret == caret
        reading.move_caret(HARBOUR.index("Tor Vik"))
        await pilot.press("enter")
        assert reading.focus == EntityFocus("Tor Vik")
        await pilot.press("enter")
        assert reading.focus == QuoteFocus("Q2")


async def test_v_selects_live_and_esc_ends_the_mode_first() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (pane, pilot):
        await pilot.press("}", "v", "w")
        assert selected(reading) == "Mara "
        await pilot.press("w")
        assert selected(reading) == "Mara Olsen, "
        await pilot.press("escape")
        assert not pane.selecting
        assert selected(reading) == "Mara Olsen, "
        await pilot.press("l")
        assert selected(reading) == "Mara Olsen, "


async def test_shift_selects_and_goes_on_from_the_caret() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (_, pilot):
        await pilot.press("shift+right", "shift+right")
        assert selected(reading) == "Fe"
        await pilot.press("shift+left")
        assert selected(reading) == "F"
        await pilot.press("ctrl+shift+right")
        assert selected(reading) == "Ferry "
        await pilot.press("ctrl+a")
        assert selected(reading) == HARBOUR.rstrip()


async def test_a_drag_selects_live() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (pane, pilot):
        x = pane.column
        await pilot.mouse_down(pane, offset=(x, 2))
        await pilot.hover(pane, offset=(x + 3, 2))
        assert selected(reading) == "Mara"
        await pilot.hover(pane, offset=(x + 9, 2))
        assert selected(reading) == "Mara Olsen"
        await pilot.mouse_up(pane, offset=(x + 9, 2))
        assert selected(reading) == "Mara Olsen"


async def test_a_drag_past_the_edge_scrolls() -> None:
    reading = long_reading()
    app = OnePane(reading)
    async with app.run_test(size=(60, 20)) as pilot:
        await app.mount(Static("below", id="below"))
        app.query_one("#below").styles.dock = "bottom"
        app.query_one("#below").styles.height = 4
        await pilot.pause()
        await pilot.mouse_down(app.pane, offset=(10, 4))
        await pilot.hover(app.pane, offset=(12, 10))
        await pilot.hover("#below", offset=(12, 3))
        await pilot.pause(0.4)
        assert app.pane.top > 5
        assert isinstance(reading.focus, Passage)
        assert reading.focus.end > app.pane.on_screen()[0]
        await pilot.mouse_up("#below", offset=(12, 3))
        top = app.pane.top
        await pilot.pause(0.2)
        assert app.pane.top == top


async def test_annotations_that_arrive_are_painted_and_the_place_stays() -> None:
    whole = harbour()
    reading = Reading(whole.article)
    async with opened(reading, size=(90, 30)) as (pane, pilot):
        await pilot.press("j", "j", "l")
        caret = reading.caret
        plain = lines(pane)
        reading.receive(whole.annotations, Ready())
        await pilot.pause()
        assert styles(pane, "March 2019").underline
        assert reading.caret == caret
        assert [line.lstrip("▎ ") for line in lines(pane)] == [line.lstrip() for line in plain]


async def test_another_publication_date_leaves_the_page_alone() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        await pilot.press("space", "space", "space")
        top, shown = pane.top, lines(pane)
        reading.redate(reading.article.with_date(date(2024, 5, 3)))
        await pilot.press("l", "h")
        assert (pane.top, lines(pane)) == (top, shown)


async def test_another_theme_gives_other_colours() -> None:
    async with opened(harbour(), size=(90, 30)) as (pane, pilot):
        dark = styles(pane, "Tor Vik")
        pane.app.theme = "reader-light"
        await pilot.pause()
        assert styles(pane, "Tor Vik").color != dark.color


async def test_the_caret_rests_while_another_pane_has_the_keys() -> None:
    async with opened(harbour(), size=(90, 30)) as (pane, pilot):
        active = styles(pane, "F")
        pane.can_focus = False
        pane.blur()
        await pilot.pause()
        assert styles(pane, "F").bgcolor != active.bgcolor


async def test_history_leads_back_to_a_passage_and_its_place() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        await pilot.press("shift+right", "shift+right")
        await pilot.press("G", "shift+left")
        reading.focus_on(Passage(0, 9))
        await pilot.pause()
        assert pane.top == 0


async def test_clicks_put_the_caret_focus_mentions_and_select_words_and_paragraphs() -> None:
    reading = harbour()
    async with opened(reading, size=(90, 30)) as (pane, pilot):
        x = pane.column
        await pilot.click(pane, offset=(x + 1, 0))
        assert (reading.caret, reading.focus) == (1, None)
        await pilot.click(pane, offset=(x + 1, 2))
        assert reading.focus == EntityFocus("Mara Olsen")
        await pilot.click(pane, offset=(x + 1, 0), times=2)
        assert selected(reading) == "Ferry"
        await pilot.click(pane, offset=(x + 1, 0), times=3)
        assert selected(reading) == "Ferry returns to Port Almar after two years"
        await pilot.pause(0.6)
        await pilot.click(pane, offset=(x + 2, 0))
        assert reading.focus is None


async def test_copies_the_selection_or_else_the_paragraph_without_our_line_breaks() -> None:
    reading = Reading(Article("The ferry is back at the quay.\n\nFive\x1b[31m boats\u202e left.\n"))
    async with opened(reading, size=(12, 20)) as (pane, pilot):
        await pilot.press("y")
        assert pane.app.clipboard == "The ferry is back at the quay."
        await pilot.press("ctrl+a", "y")
        assert pane.app.clipboard == "The ferry is back at the quay.\n\nFive[31m boats left."


async def test_copies_the_words_of_the_quote_in_focus() -> None:
    reading = harbour()
    async with opened(reading, size=(30, 20)) as (pane, pilot):
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.press("y")
        assert pane.app.clipboard == "“The boats are back, and they will stay,”"


@pytest.mark.parametrize(
    "focus", [EntityFocus("e300"), QuoteFocus("q300"), EventFocus("v300")], ids=str
)
async def test_a_focus_from_elsewhere_is_scrolled_to(focus: EntityFocus) -> None:
    reading = crowd(400)
    names = sorted(reading.index.ids)
    kind = {"e": reading.index.entities, "q": reading.index.quotes, "v": reading.index.events}
    wanted = list(kind[focus.id[0]])[300]
    assert wanted in names
    async with opened(reading) as (pane, pilot):
        reading.focus_on(type(focus)(wanted))
        await pilot.pause()
        number = pane.rows.number(reading.caret)
        assert pane.top > 100
        assert pane.top + 2 < number < pane.top + pane.height - 2
        assert reading.under_caret()


async def test_hits_are_shown_and_scrolled_to() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        reading.find("paragraph 250")
        await pilot.pause()
        assert styles(pane, "aragraph 250").bgcolor is not None
        reading.walk_hits(forward=True)
        assert words_at_caret(reading, 13) == "Paragraph 250"


async def test_a_new_width_keeps_the_place_and_the_selection() -> None:
    reading = long_reading()
    async with opened(reading) as (pane, pilot):
        pane.scroll_to(y=300, animate=False)
        await pilot.pause()
        first = next(line for line in lines(pane) if line)
        await pilot.press("shift+down")
        words = selected(reading)
        await pilot.resize_terminal(24, 20)
        await pilot.pause()
        assert next(line for line in lines(pane) if line).split()[:2] == first.split()[:2]
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert next(line for line in lines(pane) if line) == first
        assert selected(reading) == words


async def test_a_page_far_into_a_long_line_is_there_at_once() -> None:
    reading = Reading(Article("A long tale. " * 200_000))
    async with opened(reading) as (pane, pilot):
        await pilot.press("G")
        assert "tale." in lines(pane)[-1]
        await pilot.press("g")
        assert lines(pane)[0].strip().startswith("A long tale.")


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (4, 3), (10, 3), (500, 200)])
async def test_any_size_will_do(size: tuple[int, int]) -> None:
    async with opened(harbour(), size=size) as (_, pilot):
        await pilot.press("space", "G", "j", "v", "k", "[", "b", "g")


@pytest.mark.parametrize("text", ["", " \n ", "a", "\x0c", "\u0301", "\n\n\x1b\n"])
async def test_any_text_will_do(text: str) -> None:
    async with opened(Reading(Article(text))) as (pane, pilot):
        for motion in ("l", "j", "w", "W", "}", "{", "space", "b", "G", "end", "v", "g", "]", "y"):
            await pilot.press(motion)
        lines(pane)


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\x00\x07\x1b\x9b\x7f\u202e\u2066\u200b\ud800]8;52m\t\n "), st.characters()
    )
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
async def test_nothing_hostile_reaches_the_screen(text: str) -> None:
    async with opened(Reading(Article(text)), size=(30, 10)) as (pane, _):
        for y in range(pane.height):
            strip = pane.render_line(y)
            assert not set(strip.text) & set(
                map(chr, [*range(32), *range(0x7F, 0xA0), 0x202E, 0x2066])
            )
            assert cell_len(strip.text) == pane.scrollable_content_region.width
