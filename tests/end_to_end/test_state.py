"""What one run of the program leaves to the next."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from ..tui.readings import HARBOUR

LINES = "\n\n".join(f"Line {number} of the long report." for number in range(400))


def state_folder(tmp_path: Path) -> Path:
    return tmp_path / "XDG_STATE_HOME" / "reading-room"


def quit_it(terminal) -> None:
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_on() == []


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(LINES)
    return path


@pytest.mark.parametrize("end", [None, "SIGTERM", "SIGHUP"])
def test_an_article_opens_where_it_was_left(start, report, tmp_path, end):
    with start(report) as terminal:
        terminal.wait_for("Line 0 of")
        terminal.press("G")
        terminal.wait_for("Line 399 of")
        if end is None:
            quit_it(terminal)
        else:
            os.kill(terminal.process.pid, getattr(signal, end))
            terminal.wait_for_exit()
    kept = json.loads((state_folder(tmp_path) / "state.json").read_text())
    assert [article["caret"] for article in kept["articles"].values()] == [len(LINES)]
    with start(report) as terminal:
        terminal.wait_for("Line 399 of")
        quit_it(terminal)


def test_the_place_is_kept_even_where_the_reader_is_killed(start, report):
    with start(report) as terminal:
        terminal.wait_for("Line 0 of")
        terminal.press("G")
        state = state_folder(report.parent) / "state.json"
        terminal.wait_for(lambda _: state.exists() and '"caret"' in state.read_text())
        terminal.process.kill()
    with start(report) as terminal:
        terminal.wait_for("Line 399 of")


def test_a_date_that_was_set_wins_next_time_and_can_be_taken_back(start, article):
    with start(article, size=(170, 40)) as terminal:
        terminal.wait_for("ready")
        terminal.press("D")
        terminal.wait_for("Publication date")
        terminal.press("\x15", "2013-03-22", "enter")
        terminal.wait_for(lambda text: "2013-03-22" in text.split("\n")[0])
        quit_it(terminal)
    with start(article, size=(170, 40)) as terminal:
        terminal.wait_for(lambda text: "2013-03-22" in text.split("\n")[0])
        terminal.press("D")
        terminal.wait_for("removes the date you set")
        terminal.press("\x15", "enter")
        terminal.wait_for("2024-05-03")
        quit_it(terminal)
    with start(article, size=(170, 40)) as terminal:
        terminal.wait_for("ready")
        assert "2024-05-03" in terminal.text.split("\n")[0]


def test_the_theme_and_the_sizes_come_back(start, article, tmp_path):
    with start(article, size=(120, 40), env={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for("ready")
        terminal.press("T", "<", "<")
        quit_it(terminal)
    kept = json.loads((state_folder(tmp_path) / "state.json").read_text())
    assert kept["look"] == {"theme": "reader-light", "settings": "reader-dark"}
    assert kept["sizes"]["side"] > 0.375
    with start(article, size=(120, 40), env={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for("ready")
        assert "48;2;250;249;245" in terminal.output  # the surface of the light theme


@pytest.mark.parametrize("off", ["option", "setting"])
def test_nothing_is_kept_where_that_is_switched_off(start, report, tmp_path, off):
    options = ["--no-state"] if off == "option" else []
    if off == "setting":
        settings = tmp_path / "XDG_CONFIG_HOME" / "reading-room" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text("remember = false\n")
    with start(*options, report) as terminal:
        terminal.wait_for("Line 0 of")
        terminal.press("G")
        terminal.wait_for("Line 399 of")
        quit_it(terminal)
    assert not state_folder(tmp_path).exists()


def test_damaged_state_is_set_aside_and_said(start, report, tmp_path):
    state = state_folder(tmp_path) / "state.json"
    state.parent.mkdir(parents=True)
    state.write_text("{ damaged")
    with start(report, size=(160, 40)) as terminal:
        terminal.wait_for("Line 0 of")
        terminal.press("G")
        terminal.wait_for("set aside as")
        quit_it(terminal)
    assert state.with_name("state.json.1.aside").read_text() == "{ damaged"
    assert stat.S_IMODE(state.stat().st_mode) == 0o600


@pytest.mark.parametrize("cause", ["file in the way", "full disk"])
def test_state_that_cannot_be_written_is_said_once_and_does_no_harm(start, report, cause):
    options: dict[str, object] = {"size": (160, 40)}
    if cause == "file in the way":
        report.parent.joinpath("XDG_STATE_HOME").write_text("")
    else:
        options["file_size_limit"] = 0
    with start(report, "--no-cache", **options) as terminal:
        terminal.wait_for("Line 0 of")
        terminal.press("G")
        terminal.wait_for("Your place in the article cannot be saved for next time")
        terminal.press("g")
        terminal.wait_for("Line 0 of")
        quit_it(terminal)
        assert terminal.output.count("cannot be saved") <= 5  # painted with the line below it


def test_two_readers_of_two_articles_keep_both_places(start, report, article, tmp_path):
    article.write_text(HARBOUR * 30)
    with start(report) as first, start(article, "--no-cache") as second:
        first.wait_for("Line 0 of")
        second.wait_for("Ferry returns")
        first.press("G")
        second.press("G")
        first.wait_for("Line 399 of")
        second.wait_for("100%")
        quit_it(first)
        quit_it(second)
    kept = json.loads((state_folder(tmp_path) / "state.json").read_text())
    assert len(kept["articles"]) == 2
    assert [recent["title"] for recent in kept["recent"]].count(
        "Ferry returns to Port Almar after two years"
    ) == 1
    assert subprocess.run(["grep", "-rl", "Olsen", state_folder(tmp_path)], check=False).returncode
