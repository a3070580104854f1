"""The list under all panes: cursor, scrolling, painting no more than the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from textual.app import ComposeResult

from reader.tui.line import Line
from reader.tui.lists.row_list import RowList
from reader.tui.theme import ThemedApp


class Numbers:
    """Rows that are numbers; those below zero are headings. Every third takes two lines."""

    def __init__(self) -> None:
        self.asked = 0

    def idents(self, rows: Sequence[int]) -> list[str | None]:
        return [str(row) if row >= 0 else None for row in rows]

    def heights(self, rows: Sequence[int], width: int) -> Iterable[int]:
        return (2 if row > 0 and row % 3 == 0 else 1 for row in rows)

    def lines(self, row: int, width: int, *, opened: bool) -> list[Line]:
        self.asked += 1
        lines = [Line(width).add(f"row {row}" if row >= 0 else "heading")]
        if row > 0 and row % 3 == 0:
            lines.append(Line(width).add("  second"))
        if opened:
            lines.append(Line(width).add("more"))
        return lines


class ListApp(ThemedApp):
    AUTO_FOCUS = None

    def __init__(self, rows: Sequence[int]) -> None:
        super().__init__()
        self.painter = Numbers()
        self.rows = RowList(self.painter)
        self.first_rows = rows
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.show(self.first_rows)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.ident)

    def lines(self) -> list[str]:
        shown = (self.rows.render_line(y).text.strip() for y in range(self.rows.size.height))
        return [line for line in shown if line]


async def test_rows_follow_each_other_with_their_heights() -> None:
    app = ListApp(range(5))
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        assert app.lines() == ["row 0", "row 1", "row 2", "row 3", "second", "row 4"]


async def test_the_row_under_the_cursor_opens_while_the_list_has_the_keyboard() -> None:
    app = ListApp(range(4))
    async with app.run_test(size=(20, 10)) as pilot:
        app.rows.focus()
        await pilot.press("j")
        assert app.lines() == ["row 0", "row 1", "more", "row 2", "row 3", "second"]
        app.set_focus(None)
        await pilot.pause()
        assert "more" not in app.lines()


async def test_the_row_under_the_cursor_has_a_bar_that_shows_without_colours_too() -> None:
    class Indented(Numbers):
        def lines(self, row: int, width: int, *, opened: bool) -> list[Line]:
            return [Line(width).add(f" row {row}")]

    app = ListApp(range(3))
    app.rows = RowList(Indented())
    async with app.run_test(size=(20, 10)) as pilot:
        app.rows.focus()
        await pilot.press("j")
        assert app.lines() == ["row 0", "▎row 1", "row 2"]


async def test_keys_move_over_headings_and_stop_at_the_ends() -> None:
    app = ListApp([-1, 0, 1, -1, 2, 4])
    async with app.run_test(size=(20, 20)) as pilot:
        app.rows.focus()
        seen = [app.rows.cursor]
        for key in ("up", "down", "j", "down", "down", "k", "g", "G"):
            await pilot.press(key)
            seen.append(app.rows.cursor)
        assert seen == ["0", "0", "1", "2", "4", "4", "2", "0", "4"]


async def test_pages_go_through_all_rows_and_back() -> None:
    app = ListApp(range(100))
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.focus()
        await pilot.press("pagedown")
        first = app.rows.cursor
        for _ in range(20):
            await pilot.press("pagedown")
        assert (first, app.rows.cursor) == ("8", "99")
        for _ in range(20):
            await pilot.press("pageup")
        assert app.rows.cursor == "0"
        assert app.lines()[0] == "row 0"


async def test_the_row_under_the_cursor_keeps_its_place_when_rows_stream_in() -> None:
    app = ListApp(range(50, 100))
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.focus()
        for _ in range(15):
            await pilot.press("j")
        before = app.lines()
        assert app.rows.cursor == "65"
        app.rows.show(range(200))
        await pilot.pause()
        assert app.rows.cursor == "65"
        assert app.lines() == before


async def test_a_list_at_its_top_stays_there_when_rows_and_headings_stream_in() -> None:
    app = ListApp([5, 7])
    async with app.run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        app.rows.show([-1, 4, 5, 7])
        await pilot.pause()
        assert app.rows.cursor == "5"
        assert app.lines() == ["heading", "row 4", "row 5", "row 7"]


async def test_a_list_scrolled_by_wheel_stays_there_when_rows_stream_in() -> None:
    app = ListApp(range(60))
    async with app.run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        app.rows.scroll_to(y=30, animate=False)
        await pilot.pause()
        before = app.lines()
        app.rows.show(range(90))
        await pilot.pause()
        assert app.rows.cursor == "0"
        assert app.lines() == before


async def test_the_cursor_goes_to_the_first_row_when_its_own_is_gone() -> None:
    app = ListApp(range(9))
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.focus()
        await pilot.press("G")
        app.rows.show([-1, 3, 4])
        assert app.rows.cursor == "3"


async def test_the_chosen_row_comes_to_sight() -> None:
    app = ListApp(range(100))
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.show(range(100), chosen="70")
        await pilot.pause()
        assert app.rows.cursor == "70"
        assert "row 70" in app.lines()


async def test_enter_and_clicks_choose_but_headings_cannot_be() -> None:
    app = ListApp([-1, 7, 8])
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.focus()
        await pilot.press("enter")
        await pilot.click(app.rows, offset=(2, 0))
        await pilot.click(app.rows, offset=(2, 3))
        await pilot.click(app.rows, offset=(2, 9))
        await pilot.pause()
        assert app.chosen == ["7", "8"]


async def test_no_rows_show_a_message_and_keys_do_nothing() -> None:
    app = ListApp([])
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.show([], message="No rows. esc shows all.")
        app.rows.focus()
        await pilot.press("j", "k", "g", "G", "pagedown", "pageup", "enter")
        assert app.lines() == ["No rows. esc", "shows all."]
        assert app.chosen == []


async def test_only_rows_on_the_screen_are_painted() -> None:
    app = ListApp(range(50_000))
    async with app.run_test(size=(20, 12)) as pilot:
        app.rows.focus()
        await pilot.pause()
        app.painter.asked = 0
        await pilot.press("G")
        await pilot.pause()
        assert 0 < app.painter.asked < 60


async def test_a_narrower_screen_keeps_the_row_at_its_height() -> None:
    class Wide(Numbers):
        def heights(self, rows: Sequence[int], width: int) -> Iterable[int]:
            return repeat(1 if width > 30 else 2, len(rows))

        def lines(self, row: int, width: int, *, opened: bool) -> list[Line]:
            return [Line(width).add(f"row {row}")]

    app = ListApp(range(100))
    app.rows = RowList(Wide())
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.focus()
        for _ in range(40):
            await pilot.press("j")
        at = app.lines().index("row 40")
        await pilot.resize_terminal(20, 12)
        await pilot.pause()
        shown = [app.rows.render_line(y).text.strip() for y in range(12)]
        assert shown.index("row 40") == at or "row 40" in shown
        assert app.rows.cursor == "40"
