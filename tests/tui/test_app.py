"""The reading room with a fixed analysis and no worker."""

from __future__ import annotations

import json
import re
import time
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Region, Size
from textual.widgets import Input
from textual.widgets._toast import Toast

from reader.article import Article
from reader.export.registry import FORMATS
from reader.reading import (
    Analysing,
    EntityFocus,
    Failed,
    Passage,
    QuoteFocus,
)
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.lists.inspector import Inspector
from reader.tui.screens.date import DateDialog
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.window.divider import Divider
from reader.tui.window.find_bar import FindBar
from reader.tui.window.footer import Footer
from reader.tui.window.header import Header, minutes_to_read
from reader.tui.window.notice import Notice
from reader.tui.window.too_small import TooSmall

from .readings import HARBOUR, PUBLISHED, harbour_annotations

PANES = ("ArticlePane", "EntitiesPane", "QuotesPane", "TimelinePane")


class Harbour(ReaderApp):
    """The app with the sample article, analysed."""

    def __init__(self, **settings: object) -> None:
        article = Article(HARBOUR, "harbour.txt").with_date(PUBLISHED)
        super().__init__(article, settings=Settings(**settings))
        self.reading.receive(harbour_annotations(), self.reading.status)

    def shown(self) -> set[str]:
        """The panes that can be seen."""
        return {name for name in PANES if self.screen.query_one(name).region.area}

    def line(self, widget: type[Header | Footer | Notice]) -> str:
        """What one of the lines around the panes says."""
        return self.screen.query_one(widget).render_line(0).text


async def ready(pilot) -> None:
    """Wait until everything is there."""
    while not pilot.app.screen.query("TimelinePane"):
        await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((200, 60), set(PANES)),
        ((110, 30), set(PANES)),
        ((109, 30), {"ArticlePane", "EntitiesPane"}),
        ((70, 24), {"ArticlePane", "EntitiesPane"}),
        ((69, 24), {"ArticlePane"}),
        ((30, 8), {"ArticlePane"}),
        ((29, 8), set()),
        ((30, 7), set()),
        ((10, 3), set()),
    ],
)
async def test_the_width_decides_which_panes_are_seen(size, shown):
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        assert pilot.app.shown() == shown
        assert any(request.region.area for request in pilot.app.screen.query(TooSmall)) is not bool(
            shown
        )


async def test_panes_share_the_room_by_what_they_hold_until_the_reader_sizes_them():
    async with Harbour().run_test(size=(120, 46)) as pilot:
        await ready(pilot)
        await pilot.pause()
        panes = [pilot.app.screen.query_one(name) for name in PANES[1:]]
        assert len({pane.size.height for pane in panes}) > 1
        assert all(pane.row_list.max_scroll_y == 0 for pane in panes)
        before = [pane.size.height for pane in panes]
        await pilot.press("2", "f", *"vik", "enter")
        await pilot.pause()
        assert [pane.size.height for pane in panes] == before  # a filter makes nothing dance
        await pilot.press("escape", "plus")
        await pilot.pause()
        after = [pane.size.height for pane in panes]
        assert after[:2] == [before[0] + 1, before[1] - 1]
        assert after[2] >= before[2]


async def test_tab_walks_all_panes_whatever_the_layout():
    for size in ((120, 40), (90, 30), (60, 20)):
        async with Harbour().run_test(size=size) as pilot:
            await ready(pilot)
            seen = []
            for _ in range(4):
                await pilot.press("tab")
                ancestors = pilot.app.focused.ancestors_with_self
                seen.append(next(type(a).__name__ for a in ancestors if type(a).__name__ in PANES))
                assert seen[-1] in pilot.app.shown()
            assert seen == [*PANES[1:], PANES[0]]


async def test_numbers_choose_a_pane_and_z_zooms_it():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("3", "z")
        assert pilot.app.shown() == {"QuotesPane"}
        await pilot.press("4")
        assert pilot.app.shown() == {"TimelinePane"}
        await pilot.press("z")
        assert pilot.app.shown() == set(PANES)


async def test_a_click_on_a_tab_shows_its_pane():
    async with Harbour().run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await pilot.click("#tabs", offset=(28, 0))
        await pilot.pause()
        assert pilot.app.shown() == {"QuotesPane"}


async def test_dragged_and_keyed_sizes_are_kept_over_a_resize():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        article = pilot.app.screen.query_one("ArticlePane")
        before = article.size.width
        divider = pilot.app.screen.query(Divider).first()
        x, y = divider.region.offset
        for event, at in ((MouseDown, x), (MouseMove, x - 6), (MouseUp, x - 6)):
            pilot.app.post_message(_mouse(event, at, y + 3))
            await pilot.pause()
        assert article.size.width == before - 6
        await pilot.press(">")
        assert article.size.width == before - 4
        await pilot.resize_terminal(60, 20)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert article.size.width == before - 4
        quotes = pilot.app.screen.query_one("QuotesPane")
        height = quotes.size.height
        await pilot.press("3", "+", "+")
        assert quotes.size.height == height + 2


def _mouse(kind, x, y):
    return kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)


async def test_the_header_says_where_one_is_and_how_to_go_on():
    async with Harbour().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        assert pilot.app.line(Header).startswith("reader  Ferry returns to Port Almar")
        assert "2024-05-03 set by you   1 min left     0%" in pilot.app.line(Header)
        pilot.app.reading.focus_on(EntityFocus("Mara Olsen"))
        pilot.app.reading.move_caret(HARBOUR.index("Mara"))
        assert "● Mara Olsen · mention 1 of 4 · n next · esc back" in pilot.app.line(Header)
        await pilot.press("n")
        assert "mention 2 of 4" in pilot.app.line(Header)
        await pilot.press("escape")
        pilot.app.reading.move_caret(HARBOUR.index("Mara"))
        assert "● Mara Olsen · person · enter focus" in pilot.app.line(Header)
        pilot.app.reading.focus_on(Passage(0, 13))
        assert "2 words selected" in pilot.app.line(Header)


async def test_without_a_date_the_header_offers_to_set_one():
    async with Harbour().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        reading = pilot.app.reading
        reading.redate(reading.article.with_date(None))
        assert "no publication date · D sets it" in pilot.app.line(Header)


async def test_find_is_live_and_enter_keeps_the_hit():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"almar")
        reading = pilot.app.reading
        assert reading.caret == HARBOUR.index("Almar")
        count = len(reading.search)
        assert f"1 of {count}" in str(pilot.app.screen.query_one("_Count").render())
        await pilot.press("enter", "n")
        assert reading.search.at(reading.caret) == 1
        assert f"“almar” · hit 2 of {count}" in pilot.app.line(Header)
        await pilot.press("N", "N")
        assert reading.search.at(reading.caret) == count - 1
        await pilot.press("escape")
        assert reading.search is None


async def test_leaving_find_returns_to_where_it_began():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        pilot.app.reading.move_caret(40)
        await pilot.press("slash", *"ferry", "escape")
        assert (pilot.app.reading.search, pilot.app.reading.caret) == (None, 40)


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        ("2023-09-04", date(2023, 9, 4)),
        ("4 September 2023", date(2023, 9, 4)),
        ("Sept 4", None),
        ("", None),
    ],
)
async def test_the_date_dialog_takes_a_date_or_clears_it(typed, published):
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("D")
        field = pilot.app.screen.query_one(Input)
        assert field.value == "2024-05-03"
        field.value = typed
        await pilot.press("enter")
        refused = typed == "Sept 4"
        assert isinstance(pilot.app.screen, DateDialog) is refused
        if refused:
            problem = str(pilot.app.screen.query_one(".problem").render())
            assert problem.startswith("“Sept 4” is not a date: write it as 2013-03-22")
            await pilot.press("escape")
            published = PUBLISHED
        assert pilot.app.reading.article.published == published


async def test_export_asks_before_it_replaces(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour.json").write_text("old")
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("e", "enter", "enter")
        assert (tmp_path / "harbour.json").read_text() == "old"
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        export = json.loads((tmp_path / "harbour.json").read_text())
        assert export["document"]["source"] == "harbour.txt"


async def test_the_format_of_an_export_is_chosen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("e", "down", "down", "enter", "enter")
        await pilot.app.workers.wait_for_complete()
        assert (tmp_path / "harbour.md").read_text().startswith("# Ferry returns")


async def test_an_export_with_tokens_is_written_by_another_process(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("e", *["down"] * [*FORMATS].index("conllu"), "enter", "enter")
        await pilot.app.workers.wait_for_complete()
        assert "# newdoc id = harbour.txt" in (tmp_path / "harbour.conllu").read_text()


@pytest.mark.parametrize("name", ["x" * 300, "~nosuchuser/x.json", "a\0b", "\x1b[31m/x", ""])
async def test_a_hostile_name_for_an_export_is_refused_in_a_sentence(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("e", "enter")
        pilot.app.screen.query_one(Input).value = name
        await pilot.press("enter", "enter")
        await pilot.app.workers.wait_for_complete()
        problem = str(pilot.app.screen.query_one(".problem").render())
        assert problem.endswith((".", "another."))
        assert "\x1b" not in problem
    assert not list(tmp_path.iterdir())


async def test_export_waits_for_the_whole_analysis():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        pilot.app.reading.report(Analysing(1, 2))
        await pilot.press("e")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_another_article_is_opened_and_a_wrong_path_refused(tmp_path):
    (tmp_path / "other.txt").write_text("Other news\n\nNothing happened.\n")
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("o")
        field = pilot.app.screen.query_one(Input)
        field.value = str(tmp_path / "absent.txt")
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        assert "There is no file" in str(pilot.app.screen.query_one(".problem").render())
        field.value = str(tmp_path / "ot")
        await pilot.pause(0.2)
        while field.value.endswith("ot"):
            await pilot.press("tab")
            await pilot.pause(0.05)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await ready(pilot)
        assert pilot.app.reading.article.title == "Other news"
        assert pilot.app.line(Header).startswith("reader  Other news")


async def test_the_footer_shows_whole_keys_and_those_that_work_now():
    async with Harbour().run_test(size=(40, 20)) as pilot:
        await ready(pilot)
        assert pilot.app.line(Footer) == "] next   enter focus   ? help    ready"
        await pilot.resize_terminal(120, 40)
        await pilot.press("v")
        await pilot.pause()
        keys = "] next   enter focus   v select   esc end selecting   tab pane   / find"
        assert pilot.app.line(Footer).startswith(keys)
        await pilot.press("escape", "slash")
        await pilot.pause()
        keys = "↑ previous   ↓ next   enter stay here   esc end   tab pane"
        assert pilot.app.line(Footer).removesuffix("ready").strip() == keys


async def test_commands_are_those_that_make_sense_with_their_first_keys():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)

        def commands() -> dict[str, str]:
            listed = pilot.app.get_system_commands(pilot.app.screen)
            return {command.title: command.help for command in listed}

        assert commands()["Back"] == "key esc"
        assert "Analyse again after a failure" not in commands()
        pilot.app.reading.report(Failed("It was killed."))
        assert commands()["Analyse again after a failure"] == "key r"


async def test_copying_takes_what_is_in_focus():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        pilot.app.reading.focus_on(QuoteFocus(pilot.app.reading.annotations.quotes[0].id))
        await pilot.press("y")
        assert pilot.app.clipboard.startswith("“The boats are back")


async def test_the_state_of_the_analysis_is_told():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        reading = pilot.app.reading
        assert pilot.app.line(Footer).rstrip().endswith("ready")
        reading.report(Analysing(50, 100))
        assert pilot.app.line(Footer).rstrip().endswith("50%")
        reading.report(Failed("The analysis was killed [b]by\x1b[31m hand."))
        await pilot.pause()
        assert "analysis failed · r retries" in pilot.app.line(Footer)
        assert pilot.app.line(Notice).startswith("The analysis was killed [b]by␛[31m hand.")


async def test_the_theme_is_toggled():
    async with Harbour(theme="reader-light").run_test() as pilot:
        assert pilot.app.theme == "reader-light"
        await pilot.press("T")
        assert pilot.app.theme == "reader-dark"


async def test_remapped_keys_work_and_are_shown():
    async with Harbour(keys={"app.find": "f3", "app.quit": "x"}).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        assert not pilot.app.screen.query(FindBar)
        await pilot.press("f3")
        assert pilot.app.screen.query_one(FindBar).has_class("-open")
        await pilot.press("escape")
        await pilot.pause()
        assert "f3 find" in pilot.app.line(Footer)
        assert "x quit" in pilot.app.line(Footer)
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = "\n".join(str(part.render()) for part in pilot.app.screen.query("Static"))
        assert re.search("f3 +find words", text)
        assert "slash" not in text


async def test_a_key_for_two_actions_is_told_once():
    keys = {"app.find": "n", "article.select": "ctrl+a"}
    async with Harbour(keys=keys).run_test(size=(120, 40), notifications=True) as pilot:
        await ready(pilot)
        told = "\n".join(notice.message for notice in pilot.app._notifications)
        assert told.count("n for app.find and app.next") == 1
        assert told.count("^a for article.select and article.select-all") == 1


async def test_an_interrupt_names_the_key_that_quits():
    keys = {"app.quit": "f9"}
    async with Harbour(keys=keys).run_test(size=(120, 40), notifications=True) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+c")
        assert [notice.message for notice in pilot.app._notifications] == ["f9 quits."]


async def test_every_key_of_every_widget_can_be_remapped():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for node in (pilot.app, pilot.app.screen, *pilot.app.screen.query("*")):
            for owner in type(node).__mro__:
                if owner.__module__.startswith("reader."):
                    for binding in vars(owner).get("BINDINGS", ()):
                        assert binding.id, (owner, binding)
                        assert pilot.app.keys.name(binding.id), binding.id


async def test_article_names_are_shown_not_obeyed():
    app = ReaderApp(Article("[red]Text[/red]", "[b]na\x1b[31mme.txt"), settings=Settings())
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        assert (
            app.screen.query_one(Header).render_line(0).text.startswith("reader  [b]na␛[31mme.txt")
        )


def test_the_interface_imports_nothing_heavy(tmp_path: Path):
    import subprocess
    import sys

    script = (
        "import sys, reader.cli, reader.tui.launch, reader.tui.app, reader.reading.session\n"
        "import reader.tui.lists.entities, reader.tui.lists.quotes, reader.tui.lists.timeline\n"
        "import reader.tui.window.find_bar, reader.tui.screens.help, reader.tui.screens.export\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    listed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"spacy", "numpy", "thinc", "babel", "dateutil", "pydantic", "torch", "requests"}
    assert heavy & set(listed) == set()


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (238, 1), (2_380, 10), (2_380_000, 10_000)])
def test_the_minutes_follow_the_words_of_an_article_and_of_a_book(words: int, minutes: int):
    assert minutes_to_read("word " * words) == minutes


def test_asking_for_the_interface_does_not_import_textual():
    import subprocess
    import sys

    script = "import sys, reader.tui; print('textual' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


async def test_reading_on_lays_nothing_out_anew():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        layouts = []
        screen = pilot.app.screen
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append)
        await pilot.press("down", "right_square_bracket", "space", "b", "w")
        await pilot.pause()
        assert layouts == []


async def test_the_size_is_followed_even_where_a_timer_is_lost(monkeypatch):
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        monkeypatch.setattr(pilot.app, "set_timer", lambda *_, **__: Mock())
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert pilot.app.shown() == {"ArticlePane"}
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert pilot.app.shown() == set(PANES)


@pytest.mark.parametrize(
    ("size", "region"), [((120, 40), (75, 40 - 1 - 14, 45, 14)), ((80, 24), (0, 15, 80, 8))]
)
async def test_the_reasons_stand_beside_the_article_or_below_it(size, region):
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        focus_on_the_harbour_mistress(pilot.app)
        await pilot.press("i")
        await pilot.pause()
        assert pilot.app.screen.query_one(Inspector).region == region
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen.query_one(Inspector).region == (0, 15, 80, 8)


@pytest.mark.parametrize("key", ["i", "escape"])
async def test_the_reasons_are_closed_before_the_focus_is_left(key):
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        focus_on_the_harbour_mistress(pilot.app)
        await pilot.press("i")
        assert pilot.app.screen.query(Inspector)
        await pilot.press(key)
        assert not pilot.app.screen.query(Inspector)
        assert pilot.app.reading.focus is not None


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (120, "“a long query that ends nowhere” is not in the article · esc back"),
        (80, "“a long query that ends nowhere” is not i"),
    ],
)
async def test_the_date_outlives_a_long_middle(columns, line):
    async with Harbour().run_test(size=(columns, 24)) as pilot:
        await ready(pilot)
        pilot.app.reading.find("a long query that ends nowhere")
        await pilot.pause()
        assert line in pilot.app.line(Header)
        assert "2024-05-03" in pilot.app.line(Header)


def focus_on_the_harbour_mistress(app: Harbour) -> None:
    """Focus the first entity of the sample."""
    app.reading.focus_on(EntityFocus(app.reading.annotations.entities[0].id))


async def test_a_notice_stays_for_its_time_whatever_the_clock_says(monkeypatch):
    async with Harbour().run_test(size=(120, 40), notifications=True) as pilot:
        monkeypatch.setattr("textual.notifications.time", lambda: time.time() + 86_400)
        await pilot.press("y")
        await pilot.pause()
        (notice,) = pilot.app.screen.query(Toast)
        assert "Sent 43 characters" in str(notice.render())


@pytest.mark.parametrize("early", [True, False])
async def test_the_last_size_told_holds_however_late_the_others_come(early):
    app = Harbour()
    async with app.run_test(size=(120, 40)) as pilot:
        if not early:
            await ready(pilot)
        for size in (Size(60, 20), app.size):
            app.screen.post_message(Resize(size, size))
        await ready(pilot)
        assert app.screen.query_one(Footer).region == Region(0, 39, 120, 1)
        assert app.shown() == set(PANES)


@pytest.mark.parametrize("key", ["1", "3"])
async def test_a_window_that_was_tiny_gives_the_keyboard_back(key):
    app = Harbour()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press(key)
        before = app.focused
        await pilot.resize_terminal(28, 7)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert before is app.focused is not None


async def test_find_takes_whole_words_and_regular_expressions():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"port")
        parts = len(pilot.app.reading.search)
        await pilot.press("f2")
        assert 0 < len(pilot.app.reading.search) < parts
        await pilot.press("f2", "f3", *"|(")
        assert "not a regular" in str(pilot.app.screen.query_one("_Count").render())


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_a_click_on_the_date_in_the_header_asks_for_it(size):
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        x = pilot.app.line(Header).index("2024-05-03")
        await pilot.click(Header, offset=(x - 1, 0))
        assert not isinstance(pilot.app.screen, DateDialog)
        await pilot.click(Header, offset=(x + 3, 0))
        await pilot.pause()
        assert isinstance(pilot.app.screen, DateDialog)


@pytest.mark.parametrize("pane", ["2", "3", "4"])
async def test_another_order_is_shown_from_its_beginning(pane):
    async with Harbour().run_test(size=(120, 30)) as pilot:
        await ready(pilot)
        await pilot.press(pane, "G", "s")
        await pilot.pause()
        rows = pilot.app.focused
        first = next(ident for ident in rows._idents if ident)
        assert (rows.cursor, rows.scroll_offset.y) == (first, 0)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_double_click_beside_all_words_selects_nothing(size):
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        pane = pilot.app.screen.query_one("ArticlePane")
        await pilot.click(pane, offset=(pane.column + 3, 1), times=2)
        await pilot.pause()
        assert pilot.app.reading.focus is None
        await pilot.click(pane, offset=(pane.column + 1, 0), times=2)
        assert pilot.app.reading.focus == Passage(0, 5)
