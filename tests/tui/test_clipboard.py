"""The ways to a clipboard: which there are, what they get, and what is said of it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from reader.tui.clipboard import CopyCommandError, put, put_by_command, ways
from reader.tui.lists.row_list import RowList

from .test_app import Harbour, ready

ALL = {"tmux", "wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"}


def names(environment: dict[str, str], there: set[str] = ALL, platform: str = "linux") -> list:
    found = ways(environment, lambda name: name if name in there else None, platform)
    return [[way.command[0] for way in reach] for reach in found]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, []),
        ({"TMUX": "x"}, [["tmux"]]),
        ({"DISPLAY": ":0"}, [["xclip", "xsel"]]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, [["wl-copy", "xclip", "xsel"]]),
        ({"TMUX": "x", "DISPLAY": ":0"}, [["tmux"], ["xclip", "xsel"]]),
        ({"TMUX": "x", "DISPLAY": ":0", "SSH_CONNECTION": "1"}, [["tmux"]]),
        ({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, []),
        ({"WSL_DISTRO_NAME": "Debian"}, [["clip.exe"]]),
    ],
)
def test_the_clipboards_of_an_environment(environment, expected) -> None:
    assert names(environment) == expected


def test_a_clipboard_without_its_program_is_none() -> None:
    assert names({"DISPLAY": ":0"}, {"xsel"}) == [["xsel"]]
    assert names({"DISPLAY": ":0"}, set()) == []
    assert names({}, platform="darwin") == [["pbcopy"]]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes programs that are found before all others; `taken` is what they were given."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    def make(name: str, body: str) -> Path:
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{body}\n".replace("TAKEN", str(tmp_path / "taken")))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return tmp_path / "taken"

    return make


def test_words_reach_the_program_whole(programs) -> None:
    taken = programs("xclip", "cat > TAKEN")
    words = "“Läßt 猫 go”\n\nand on" * 40_000
    assert put(words, ways({"DISPLAY": ":0"})) == ["the clipboard (xclip)"]
    assert taken.read_text("utf-8") == words


def test_an_old_tmux_gets_the_words_without_the_switch_it_does_not_know(programs) -> None:
    taken = programs("tmux", '[ "$2" = -w ] && exit 1; cat > TAKEN')
    assert put("words", ways({"TMUX": "x"})) == ["the tmux buffer"]
    assert taken.read_text() == "words"


def test_a_program_that_fails_leaves_the_words_to_the_next(programs) -> None:
    programs("xclip", "exit 1")
    taken = programs("xsel", "cat > TAKEN")
    assert put("words", ways({"DISPLAY": ":0"})) == ["the clipboard (xsel)"]
    assert taken.read_text() == "words"


def test_a_program_that_stays_behind_holds_nobody_up(programs) -> None:
    programs("xclip", "cat > TAKEN; sleep 20 &")
    assert put("words", ways({"DISPLAY": ":0"})) == ["the clipboard (xclip)"]


def test_the_users_command_is_split_and_runs_without_a_shell(programs, tmp_path) -> None:
    taken = programs("take", 'printf "%s|" "$@" > TAKEN; cat >> TAKEN')
    assert put_by_command("words", "take 'two words' '$HOME' ; true") == "take"
    assert taken.read_text() == "two words|$HOME|;|true|words"


@pytest.mark.parametrize(
    ("line", "body", "reason"),
    [
        ("take 'open", "", "cannot be split"),
        ("", "", "is empty"),
        ("no-such-program-here", "", "was not found"),
        ("take", "exit 3", "ended with code 3"),
        ("take", "exec sleep 30", "took longer than 2 seconds"),
    ],
)
def test_a_command_of_ones_own_that_fails_is_told(programs, line, body, reason) -> None:
    programs("take", body)
    with pytest.raises(CopyCommandError, match=reason) as error:
        put_by_command("words", line)
    assert "copy_command in the settings" in str(error.value)


def said(app: Harbour) -> list[str]:
    return [notice.message for notice in app._notifications]


async def settled(pilot) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_was_sent_to_the_terminal_is_not_called_copied() -> None:
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("v", *["l"] * 4, "y")
        assert pilot.app.clipboard == "Ferr"
        assert said(pilot.app) == ["Sent 4 characters to the terminal, which may not accept them"]


async def test_what_a_program_took_is_told_with_its_place(programs, monkeypatch) -> None:
    taken = programs("xclip", "cat > TAKEN")
    monkeypatch.setenv("DISPLAY", ":0")
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("2", "y")
        await settled(pilot)
        assert taken.read_text() == "Mara Olsen"
        assert said(pilot.app) == ["Copied 10 characters to the clipboard (xclip)"]


async def test_a_failing_command_of_the_settings_is_told(programs) -> None:
    programs("take", "exit 3")
    async with Harbour(copy_command="take").run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("2", "y")
        await settled(pilot)
        assert said(pilot.app) == [
            "Nothing was copied: take ended with code 3. Look at copy_command in the settings."
        ]


@pytest.mark.parametrize(
    ("keys", "plain", "markdown"),
    [
        (
            "2",
            "Mara Olsen",
            "- **Mara Olsen** (person, mentioned 4 times): the harbour mistress of Port Almar  \n"
            "  — *Ferry returns to Port Almar after two years*, harbour.txt, Friday 3 May 2024",
        ),
        (
            "3",
            "“The boats are back, and they will stay,”\n"
            "— Mara Olsen, Ferry returns to Port Almar after two years, Friday 3 May 2024",
            "> “The boats are back, and they will stay,”\n>\n> — **Mara Olsen**, "
            "*Ferry returns to Port Almar after two years*, harbour.txt, Friday 3 May 2024",
        ),
        (
            "4",
            "1991: storm destroyed the old quay",
            "- **1991**: storm destroyed the old quay  \n"
            "  — *Ferry returns to Port Almar after two years*, harbour.txt, Friday 3 May 2024",
        ),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_row_under_the_cursor_is_copied_as_text_and_as_markdown(
    keys, plain, markdown, size
) -> None:
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press(keys, "y")
        assert pilot.app.clipboard == plain
        await pilot.press("Y")
        assert pilot.app.clipboard == markdown


async def test_a_selection_becomes_a_citation() -> None:
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("v", "}", "}", "Y")
        assert pilot.app.clipboard.startswith(
            "> Ferry returns to Port Almar after two years\n>\n> Mara Olsen, the harbour"
        )
        assert pilot.app.clipboard.endswith(
            "\n>\n> — *Ferry returns to Port Almar after two years*, harbour.txt, Friday 3 May 2024"
        )


async def test_every_list_copies_its_row() -> None:
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("2", "enter", "i")
        await pilot.pause()
        pilot.app.screen.query_one("Inspector").row_list.focus()
        await pilot.pause()
        await pilot.press("j", "y")
        row = pilot.app.clipboard
        assert row
        await pilot.press("Y")
        assert pilot.app.clipboard.startswith("- ")
        await pilot.press("V")
        await pilot.pause()
        assert isinstance(pilot.app.focused, RowList)
        await pilot.press("y")
        assert pilot.app.clipboard == "Tor Vik 21"
        assert not set("▁▂▃▄▅▆▇█") & set(pilot.app.clipboard)
