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
from reader.reading.handwork import Handwork

from .tui.readings import HARBOUR, harbour, reading_of


@pytest.fixture
def room() -> Room:
    return Room(harbour())


def test_it_begins_with_title_length_date_and_what_to_do(room: Room) -> None:
    assert room.begin() == [
        "Ferry returns to Port Almar after two years",
        f"{room._numbering.count} paragraphs. Published 3 May 2024.",
        "Enter reads on, help lists all commands, quit ends.",
    ]


def test_enter_reads_on_paragraph_by_paragraph_to_the_end(room: Room) -> None:
    told = []
    while (lines := room.answer("")) != ["That was the end of the article."]:
        told += lines
    assert told[0] == "Title: Ferry returns to Port Almar after two years"
    numbers = [int(found[0]) for line in told if (found := re.match(r"\d+(?=\. )", line))]
    assert numbers == list(range(1, room._numbering.count + 1))
    words = " ".join(told)
    for block in room._blocks[1:]:
        assert " ".join(HARBOUR[block.start : block.end].split()) in words


def test_a_number_goes_to_a_paragraph_and_back_returns(room: Room) -> None:
    room.answer("")
    assert room.answer("3")[0].startswith("3. ")
    assert room.answer("previous")[0].startswith("2. ")
    assert room.answer("back")[0].startswith("Title: ")
    assert room.answer("back") == ["There is nothing to go back to."]
    assert room.answer("99") == [f"The article has paragraphs 1 to {room._numbering.count}."]


def test_what_is_chosen_narrows_the_other_lists_until_one_goes_back(room: Room) -> None:
    lines = room.answer("entities")
    assert lines[0] == "5 entities."
    assert lines[1] == "1. Mara Olsen, person, mentioned 4 times"
    chosen = room.answer("1")
    assert chosen[0] == "Chosen: Mara Olsen. Found in:"
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
    assert room.answer("find") == ["Write the words after find, such as: find harbour."]


def test_why_tells_the_reasons_without_signs(room: Room) -> None:
    assert room.answer("why")[0].startswith("Choose something first")
    room.answer("timeline")
    room.answer("7")
    told = "\n".join(room.answer("why"))
    assert "status: denied" in told
    assert "with: Almar Line" in told
    assert not set("●■▲◆★♪▼§◧¶◇") & set(told)


def test_long_lists_come_in_parts() -> None:
    text = "\n\n".join(f"Paragraph {number} has a word." for number in range(30))
    room = Room(reading_of(text, harbour().annotations.__class__()))
    lines = room.answer("find word")
    assert len(lines) == ROWS + 2
    assert lines[-1] == "20 more: Enter lists the next."
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
    reading = harbour()
    reading.handwork = Handwork(reading)
    room = Room(reading)
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
    assert "You were at paragraph 1." in again.stdout


def test_it_reads_one_article(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Some words.")
    assert main(["--plain", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 2
    assert "--plain reads one article" in capsys.readouterr().err


# Notes and corrections


@pytest.fixture
def working() -> Room:
    reading = harbour()
    reading.handwork = Handwork(reading)
    return Room(reading)


def test_a_note_stands_behind_its_paragraph_and_in_the_list(working: Room) -> None:
    working.answer("2")
    assert working.answer("note ask the harbour office") == []
    told = working.answer("article")
    assert told[1].startswith("Your note on “")
    assert told[1].endswith("”: ask the harbour office")
    working.answer("highlight blue")
    assert working.answer("notes")[0] == "1 note or highlight."
    assert working.answer("1")[0] == "Chosen: a highlight. Found in:"
    working.answer("note ask them again")
    assert "blue highlight on" in working.answer("why")[0]
    assert working.answer("why")[0].endswith(": ask them again")
    working.answer("remove")
    assert working.answer("notes") == ["No notes and highlights."]
    working.answer("undo")
    assert working.answer("no")[0] == "1 note or highlight."


def test_a_second_note_on_the_same_words_is_added_to_the_first(working: Room) -> None:
    for words in ("one", "two"):
        working.answer("1")
        working.answer(f"note {words}")
    assert working.answer("article")[1].endswith(": one two")


def test_corrections_are_made_of_what_is_chosen_and_taken_back(working: Room) -> None:
    working.answer("entities")
    working.answer("1")
    working.answer("rename Captain Olsen")
    assert working.answer("entities")[1] == (
        "1. Captain Olsen, person, mentioned 4 times, corrected by you"
    )
    working.answer("kind org")
    assert "organization" in working.answer("entities")[1]
    assert working.answer("undo") == []
    assert "person" in working.answer("entities")[1]
    working.answer("redo")
    assert "organization" in working.answer("entities")[1]


def test_two_names_of_one_are_joined(working: Room) -> None:
    working.answer("entities")
    working.answer("2")
    working.answer("same mara olsen")
    assert working.answer("entities")[0] == "4 entities with Mara Olsen."


def test_quotes_and_events_are_corrected(working: Room) -> None:
    working.answer("quotes")
    working.answer("1")
    working.answer("speaker a passer-by")
    assert "a passer-by, said, direct, corrected by you" in working.answer("quotes")[1]
    working.answer("back")
    working.answer("back")
    working.answer("timeline")
    working.answer("1")
    working.answer("date March 1999")
    working.answer("rename the quay fell")
    assert any(
        line.endswith("1999, corrected by you: the quay fell") for line in working.answer("t")
    )
    working.answer("remove")
    assert not any("the quay fell" in line for line in working.answer("t"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("note", "Write the text after the command"),
        ("highlight pink", "'pink' is not known. Write one of: yellow"),
        ("rename X", "Choose an entity or an entry of the timeline first."),
        ("kind person", "Choose an entity first."),
        ("speaker X", "Choose a quote first"),
        ("date 1999", "Choose an entry of the timeline first."),
        ("remove", "First choose what to remove"),
        ("undo", "There is nothing to undo."),
        ("redo", "There is nothing to redo."),
    ],
)
def test_what_cannot_be_made_is_said(working: Room, line: str, told: str) -> None:
    assert working.answer(line)[0].startswith(told)


def test_what_is_gone_is_said(working: Room) -> None:
    working.answer("entities")
    working.answer("2")
    working.answer("remove")
    working.answer("back")
    assert working.answer("2") == ["That is no longer there: ask for the list again."]


def test_notes_and_corrections_are_kept_and_told_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    path = tmp_path / "boats.txt"
    path.write_text("The boats are back in the harbour.\n\nThey sail again.\n")
    command = [sys.executable, "-m", "reader", "--plain", str(path)]

    def tell(lines: str, *more: str) -> list[str]:
        done = subprocess.run(
            [*command, *more], input=lines, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    assert "Noted. undo reverts it." in tell("2\nnote at what time?\nq\n")
    told = tell("2\nundo\nundo\nq\n")
    assert "You have one note here: notes lists them." in told
    assert "Your note on “They sail again.”: at what time?" in told
    assert "Undone: noted." in told
    assert "There is nothing to undo." in told
    assert not any("You have" in line for line in tell("q\n"))
    assert "Noted. undo reverts it." in tell("note here\nq\n", "--no-state")
    assert not any("You have" in line for line in tell("q\n"))
