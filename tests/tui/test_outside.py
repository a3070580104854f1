"""Other programs beside the reader: commands that get words, files that change."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from reader.article import Article
from reader.article.parts import Origin
from reader.reading import EntityFocus, Passage, Ready
from reader.settings import Settings
from reader.sources.sought import Found, Opening
from reader.tui.app import ReaderApp
from reader.tui.commands import COMMANDS
from reader.tui.outside.editor import NoEditorError, command_for, editor, to_edit
from reader.tui.outside.pager import PagerScreen, broken
from reader.tui.outside.running import MOST_BYTES, CommandError, Running

from .readings import HARBOUR, harbour_annotations
from .test_app import Harbour, ready


def test_a_command_gets_the_words_and_no_shell_is_asked() -> None:
    output = Running("cat").run("“Läßt go” $HOME ; true\n")
    assert (output.text, output.ending) == ("“Läßt go” $HOME ; true\n", "done")
    assert Running("echo '$HOME' ; rm").run("").text == "$HOME ; rm\n"


def test_a_command_that_reads_nothing_is_no_fault() -> None:
    assert Running("true").run("x" * 5_000_000).ending == "done"


@pytest.mark.parametrize(
    ("line", "ending"),
    [("sh -c 'echo said; exit 3'", "ended with code 3"), ("sleep 60", "stopped after 0 seconds")],
)
def test_how_a_command_ended_is_told(line: str, ending: str) -> None:
    assert Running(line).run("", seconds=0.3).ending == ending


def test_output_without_end_is_cut_and_the_command_stopped() -> None:
    begun = time.monotonic()
    output = Running("yes").run("")
    assert len(output.text) == MOST_BYTES
    assert output.ending == "cut after 2,000,000 bytes"
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("line", ["", "cat 'open"])
def test_a_line_that_is_no_command_is_refused(line: str) -> None:
    with pytest.raises(CommandError):
        Running(line)


def test_a_command_that_is_not_there_is_told() -> None:
    with pytest.raises(CommandError, match="There is no command no-such"):
        Running("no-such-program").run("")


def test_output_reaches_the_screen_harmless_and_within_the_width() -> None:
    hostile = "\x1b[31mred\x1b[0m \x1b]52;c;aGk=\x07b\x08bold \u202eevil\x07\ttab\r\n" + "猫" * 30
    rows = list(broken(hostile, 10))
    assert "".join(rows).startswith("red bold ")
    assert not {"\x1b", "\x07", "\x08", "\u202e", "\r", "\t"} & set("".join(rows))
    assert all(sum(2 if sign == "猫" else 1 for sign in row) <= 10 for row in rows)


async def piped(pilot, line: str) -> None:
    await pilot.press("|")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = line
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def page(pilot) -> str:
    rows = pilot.app.screen.query_one("_Rows")
    return "\n".join(rows.render_line(y).text.rstrip() for y in range(rows.size.height)).strip()


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_selection_goes_to_a_command_and_its_output_to_a_page(size) -> None:
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        pilot.app.reading.focus_on(Passage(0, 13))
        await piped(pilot, "tr a-z A-Z")
        assert isinstance(pilot.app.screen, PagerScreen)
        assert page(pilot) == "FERRY RETURNS"
        hint = str(pilot.app.screen.query_one(".hint", Static).render())
        assert hint.startswith("done · 1 line ·")
        await pilot.press("y")
        assert pilot.app.clipboard == "FERRY RETURNS"
        await pilot.press("escape", "escape")
        await piped(pilot, "wc -l")
        assert page(pilot) == str(HARBOUR.count("\n"))


async def test_a_long_output_is_paged_by_the_usual_keys() -> None:
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await piped(pilot, "seq 500")
        rows = pilot.app.screen.query_one("_Rows")
        for key, first in (("ctrl+e", 1), ("ctrl+y", 0), ("space", 21), ("b", 0), ("ctrl+d", 10)):
            await pilot.press(key)
            assert rows.scroll_offset.y == first, key
        await pilot.press("G")
        assert page(pilot).endswith(" 500")
        await pilot.press("g", "q")
        await pilot.pause()
        assert pilot.app.screen is pilot.app.get_default_screen()


async def test_esc_gives_a_command_up() -> None:
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("|")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = "sleep 600"
        await pilot.press("enter")
        await pilot.pause()
        begun = time.monotonic()
        await pilot.press("escape")
        await pilot.app.workers.wait_for_complete()
        assert time.monotonic() - begun < 5
        assert pilot.app.screen is pilot.app.get_default_screen()


@pytest.mark.parametrize("name", ["app.edit", "app.pipe", "app.reload"])
def test_none_of_this_is_there_for_a_visitor(name: str) -> None:
    assert COMMANDS[name].for_owner


# The editor


def test_the_editor_is_the_one_that_is_named() -> None:
    assert editor({"VISUAL": "cat -n", "EDITOR": "sh"}) == ["cat", "-n"]
    assert editor({"VISUAL": " ", "EDITOR": "sh"}) == ["sh"]
    with pytest.raises(NoEditorError, match="not installed"):
        editor({"EDITOR": "no-such-editor"})
    with pytest.raises(NoEditorError, match="split"):
        editor({"EDITOR": "vi 'open"})


def test_the_line_is_the_one_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\ntwo\nthree\n")
    opened = to_edit(Article("one\ntwo\nthree\n"), str(path), 9, tmp_path)
    assert (opened.path, opened.line, opened.sentence) == (path, 3, "")
    assert command_for(["vi"], opened) == ["vi", "+3", str(path)]
    assert command_for(["/usr/bin/code"], opened)[1:] == ["--wait", "--goto", f"{path}:3"]
    traced = Article("three", origin=(Origin(0, 5, 8, 13),))
    assert to_edit(traced, str(path), 2, tmp_path).line == 3


@pytest.mark.parametrize("head", [b"%PDF-1.7 words", b"PK\x03\x04words", b"a\0b"])
def test_what_is_no_text_is_edited_as_a_copy_and_that_is_said(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(head)
    opened = to_edit(Article("one\ntwo\n", "a.pdf"), str(path), 5, tmp_path)
    assert opened.path.read_text() == "one\ntwo\n"
    assert (opened.path.parent, opened.line) == (tmp_path, 2)
    assert "gets a copy of its text, which is not kept" in opened.sentence
    assert "no file" in to_edit(Article("one"), "https://a.org/b", 0, tmp_path).sentence


# The file


def of_file(path: Path) -> ReaderApp:
    article = Article(path.read_text(), path.name)
    opening = Opening(Found(article, str(path)))
    app = ReaderApp(article, settings=Settings(), opening=opening)
    app.reading.receive(harbour_annotations(), app.reading.status)
    return app


async def until(pilot, passes) -> None:
    for _ in range(400):
        if passes():
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not happen")


def said(app: ReaderApp) -> str:
    return " | ".join(notice.message for notice in app._notifications)


async def test_a_changed_file_is_told_and_read_again_where_one_was(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR * 5)
    app = of_file(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.pause()
        place = len(HARBOUR) * 2 + HARBOUR.index("Tor Vik")
        app.reading.focus_on(EntityFocus("Tor Vik"))
        app.reading.find("quay")
        app.reading.move_caret(HARBOUR.index("He told"))
        app.hand.work.annotate(0, 5, "my note", ())
        app.hand.mark("a")
        before = app.reading
        place = app.reading.caret
        app.hand.watch.look()
        assert "has changed" not in said(app)
        await pilot.press("R")
        assert app.reading is before
        path.write_text("A new line above all.\n\n" + HARBOUR * 5)
        os.utime(path, (1, 1))
        app.post_message(__import__("textual.events").events.AppFocus())
        await pilot.pause()
        assert "The file has changed: R reads it again." in said(app)
        assert app.reading is before
        await pilot.press("R")
        await until(pilot, lambda: app.reading is not before and "read again" in said(app))
        assert app.reading.caret == place + 23
        assert app.reading.search is not None
        assert app.reading.bookmarks == {"a": place + 23}
        assert [remark.text for remark in app.hand.work.remarks] == ["my note"]
        app.reading.receive(harbour_annotations(), Ready())
        assert app.reading.focus == EntityFocus("Tor Vik")
        assert app.reading.caret == place + 23
        assert not app.hand.watch.has_changed


async def test_a_file_that_is_gone_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR)
    app = of_file(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.pause()
        path.unlink()
        app.hand.watch.look()
        await pilot.pause()
        assert "changed" not in said(app)
        assert app.reading.article.text == HARBOUR


async def test_a_file_read_again_keeps_the_way_and_what_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR)
    app = of_file(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.pause()
        quoted, end = HARBOUR.index("“The boats"), HARBOUR.index(" Olsen said")
        app.reading.focus_on(EntityFocus("Tor Vik"))
        app.reading.move_caret(HARBOUR.index("He told"))
        app.reading.find("quay")
        app.reading.focus_on(Passage(quoted, end))
        app.reading.jump(HARBOUR.index("She took over"))
        app.reading.back()
        work = app.hand.work
        work.annotate(0, 5, "first", ())
        work.annotate(6, 13, "second", ())
        work.undo()
        before, shift = app.reading, len("A new line above all.\n\n")
        path.write_text("A new line above all.\n\n" + HARBOUR)
        os.utime(path, (1, 1))
        app.hand.watch.look()
        await pilot.press("R")
        await until(pilot, lambda: app.reading is not before and "read again" in said(app))
        reading = app.reading
        reading.receive(harbour_annotations(), Ready())
        assert reading.focus == Passage(quoted + shift, end + shift)
        assert reading.search is not None
        reading.forward()
        assert reading.caret == HARBOUR.index("She took over") + shift
        for _ in range(2):
            reading.back()
        assert (reading.focus, reading.search.query) == (EntityFocus("Tor Vik"), "quay")
        reading.back()
        assert (reading.focus, reading.search) == (EntityFocus("Tor Vik"), None)
        assert reading.caret == HARBOUR.index("He told") + shift
        assert reading.back()
        assert reading.focus is None
        assert not reading.back()
        reading.jump(0)
        assert reading.back()
        assert [one.text for one in app.hand.work.remarks] == ["first"]
        assert app.hand.work.redo() is not None
        assert [one.text for one in app.hand.work.remarks] == ["first", "second"]
        assert app.hand.work.undo() is not None
        assert app.hand.work.undo() is not None
        assert app.hand.work.remarks == []
