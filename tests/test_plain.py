"""The linear mode: an article and its panes as numbered lines."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.plain.room import ROWS, Room
from reader.reading import Analysing

from .tui.readings import HARBOUR, harbour, reading_of


@pytest.fixture
def room() -> Room:
    return Room(harbour())


def test_it_begins_with_title_length_date_and_what_to_do(room: Room) -> None:
    assert room.begin() == [
        "Ferry returns to Port Almar after two years",
        f"{len(room._blocks)} paragraphs. Published 3 May 2024.",
        "Enter reads on, help tells all commands, quit leaves.",
    ]


def test_enter_reads_on_paragraph_by_paragraph_to_the_end(room: Room) -> None:
    told = []
    while (lines := room.answer("")) != ["That was the end of the article."]:
        told += lines
    assert [int(line.split(".")[0]) for line in told] == list(range(1, len(room._blocks) + 1))
    assert told[0] == "1. Title: Ferry returns to Port Almar after two years"
    words = " ".join(line.split(". ", 1)[1] for line in told)
    for block in room._blocks[1:]:
        assert " ".join(HARBOUR[block.start : block.end].split()) in words


def test_a_number_goes_to_a_paragraph_and_back_returns(room: Room) -> None:
    room.answer("")
    assert room.answer("3")[0].startswith("3. ")
    assert room.answer("previous")[0].startswith("2. ")
    assert room.answer("back")[0].startswith("1. ")
    assert room.answer("back") == ["There is nothing to go back to."]
    assert room.answer("99") == [f"The article has the paragraphs 1 to {len(room._blocks)}."]


def test_what_is_chosen_narrows_the_other_lists_until_one_goes_back(room: Room) -> None:
    lines = room.answer("entities")
    assert lines[0] == "5 entities."
    assert lines[1] == "1. Mara Olsen, person, mentioned 4 times"
    chosen = room.answer("1")
    assert chosen[0] == "Chosen: Mara Olsen. Where it stands:"
    assert all("paragraph" in line for line in chosen[1:-1])
    assert room.answer("timeline")[0] == "2 events with Mara Olsen."
    room.answer("back")
    room.answer("back")
    assert room.reading.focus is None
    assert room.answer("timeline")[0] == "7 events."


def test_quotes_tell_who_by_which_verb_how_and_what(room: Room) -> None:
    lines = room.answer("quotes")
    assert re.match(r"1\. Mara Olsen, said, direct: “The boats are back", lines[1])
    assert any("Somebody unknown" in line or "a fisherman" in line for line in lines)


def test_the_timeline_says_in_words_what_signs_say_elsewhere(room: Room) -> None:
    lines = room.answer("timeline")
    assert lines[1] == "1. 1991: storm destroyed the old quay"
    assert any("possible: Almar Line may buy" in line for line in lines)
    assert any("before then, denied: company has no plans" in line for line in lines)


def test_find_tells_the_paragraphs_whatever_accents_and_capitals(room: Room) -> None:
    lines = room.answer("find QUAY".lower())
    assert "have 'quay'." in lines[0] or "has 'quay'." in lines[0]
    assert all("quay" in line.lower() for line in lines[1:])
    assert room.answer("/zebra") == ["'zebra' is not in the article."]
    assert room.answer("find") == ["Write the words behind find, such as find harbour."]


def test_why_tells_the_reasons_without_signs(room: Room) -> None:
    assert room.answer("why")[0].startswith("Choose something first")
    room.answer("timeline")
    room.answer("7")
    told = "\n".join(room.answer("why"))
    assert "told as: denied" in told
    assert "with: Almar Line" in told
    assert not set("●■▲◆★♪▼§◧¶◇") & set(told)


def test_long_lists_come_in_parts() -> None:
    text = "\n\n".join(f"Paragraph {number} has a word." for number in range(30))
    room = Room(reading_of(text, harbour().annotations.__class__()))
    lines = room.answer("find word")
    assert len(lines) == ROWS + 2
    assert lines[-1] == "20 more: Enter tells the next."
    assert room.answer("")[0].startswith("11. paragraph 11.")
    assert len(room.answer("all")) == ROWS


def test_an_analysis_that_is_not_there_yet_is_told(room: Room) -> None:
    room.reading.report(Analysing(1, 4))
    assert "still under way" in room.answer("where")[0]


def test_every_command_is_in_the_help_and_may_be_shortened(room: Room) -> None:
    told = "\n".join(room.answer("help"))
    for name in room._commands:
        assert name in told
    for short, meant in {"e": "entities", "quo": "quotes", "t": "timeline", "q": "quit"}.items():
        assert room._meant(short) == meant


@given(st.lists(st.text(max_size=12), max_size=20))
def test_nothing_that_is_typed_breaks_it_or_reaches_the_terminal_raw(lines: list[str]) -> None:
    room = Room(harbour())
    for line in lines:
        for told in room.answer(line):
            assert told.isprintable() or "\t" not in told
            assert "\x1b" not in told
            assert "\n" not in told


def test_over_a_pipe_there_is_no_control_sequence_and_no_prompt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("Boats \x1b[2Jare back\n\nSome words to read here.\n")
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path))
    command = [sys.executable, "-m", "reader", "--plain", str(path)]
    done = subprocess.run(command, input="\n\n\nquit\n", capture_output=True, text=True, check=True)
    assert "\x1b" not in done.stdout
    assert done.stdout.splitlines()[-1] == "That was the end of the article."
    again = subprocess.run(command, input="", capture_output=True, text=True, check=True)
    assert "You were at paragraph 2." in again.stdout


def test_it_reads_one_article(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Some words.")
    assert main(["--plain", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 2
    assert "--plain reads one article" in capsys.readouterr().err
