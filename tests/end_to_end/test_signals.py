"""Signals at bad moments, and what becomes of the processes that the reader started."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..tui.readings import HARBOUR
from .processes import below, is_alive
from .terminal import Terminal

FIRST_LINE = "Ferry returns to Port Almar"
NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


@pytest.fixture
def long_article(tmp_path: Path) -> Path:
    """One whose analysis takes long, and two processes."""
    path = tmp_path / "long.txt"
    path.write_text(HARBOUR * 400)
    return path


def crashing(article: Path) -> list[str]:
    """A reader whose footer fails once a key is pressed."""
    code = (
        "import sys\n"
        "from reader.tui.app import ReaderApp\n"
        "def fail(self):\n"
        "    raise RuntimeError('on purpose')\n"
        "ReaderApp.action_help = fail\n"
        "from reader.cli import main\n"
        f"sys.exit(main(['--no-cache', {str(article)!r}]))\n"
    )
    return [sys.executable, "-c", code]


@pytest.mark.parametrize("name", NAMES)
def test_a_signal_just_after_the_terminal_was_taken_gives_it_back(article, name):
    number = getattr(signal, name)
    taking = (
        "import os, sys\n"
        "from reader.tui.platform.driver import TerminalDriver\n"
        "take = TerminalDriver.start_application_mode\n"
        "def take_and_be_hit(self):\n"
        "    take(self)\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "TerminalDriver.start_application_mode = take_and_be_hit\n"
        "from reader.cli import main\n"
        f"sys.exit(main([{str(article)!r}]))\n"
    )
    with Terminal([sys.executable, "-c", taking]) as terminal:
        assert terminal.wait_for_exit() == 128 + number
        assert terminal.left_on() == []


@pytest.mark.parametrize(
    "names", [("SIGTERM", "SIGTERM"), ("SIGHUP", "SIGTERM"), ("SIGINT", "SIGQUIT"), NAMES * 5]
)
def test_of_several_signals_one_ends_it_with_the_terminal_restored(start, article, names):
    with start(article) as terminal:
        terminal.wait_for("ready")
        numbers = [int(getattr(signal, name)) for name in names]
        for number in numbers:
            os.kill(terminal.process.pid, number)
        assert terminal.wait_for_exit() in {128 + number for number in numbers}
        assert terminal.left_on() == []


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_while_it_is_suspended_ends_it_when_it_goes_on(start, article, name):
    number = getattr(signal, name)
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+z")
        terminal.wait_until_stopped()
        os.kill(terminal.process.pid, number)
        os.kill(terminal.process.pid, signal.SIGCONT)
        assert terminal.wait_for_exit() == 128 + number
        assert terminal.left_on() == []


def test_the_terminal_may_go_while_it_is_suspended(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+z")
        terminal.wait_until_stopped()
        terminal.hang_up()  # the system tells a session's leader, and wakes it
        os.kill(terminal.process.pid, signal.SIGCONT)
        assert terminal.process.wait(60) == 128 + signal.SIGHUP


def test_where_nobody_could_wake_it_again_it_is_not_suspended(start, article):
    with start(article, has_shell=False) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+z")
        terminal.wait_for(lambda _: terminal.output.count("\x1b[?1049h") == 2)
        terminal.press("/quay")
        terminal.wait_for("find quay")  # the line settings are the program's own again
        terminal.press("enter")
        terminal.wait_for("hit 1 of 2")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_what_nobody_can_see_coming_stops_it_and_it_goes_on(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        for _ in range(2):
            os.kill(terminal.process.pid, signal.SIGSTOP)
            terminal.wait_until_stopped()
            terminal.screen.reset()
            terminal.reset_line_settings()  # as a shell does
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.wait_for(FIRST_LINE)
        terminal.press("/quay", "enter")
        terminal.wait_for("hit 1 of 2")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_it_may_be_told_to_go_on_though_it_never_stopped(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        for _ in range(20):
            os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.press("/quay", "enter")
        terminal.wait_for("hit 1 of 2")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_it_may_be_suspended_from_outside_while_it_paints(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        for step in range(10):
            terminal.resize(80 + step, 30)
            os.kill(terminal.process.pid, signal.SIGTSTP)
            terminal.wait_until_stopped()
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.wait_for(lambda _: terminal.modes.get(1049, False))
        terminal.wait_for(FIRST_LINE)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize(
    "end",
    [
        lambda terminal: terminal.press("q"),
        lambda terminal: terminal.press("?"),
        lambda terminal: terminal.hang_up(),
        *(
            lambda terminal, name=name: os.kill(terminal.process.pid, getattr(signal, name))
            for name in ("SIGTERM", "SIGHUP", "SIGKILL")
        ),
    ],
    ids=["q", "crash", "gone", "TERM", "HUP", "KILL"],
)
def test_however_it_ends_no_process_of_its_own_is_left(
    long_article: Path, end: Callable[[Terminal], None]
):
    with Terminal(crashing(long_article)) as terminal:
        terminal.wait_for(lambda _: len(below(terminal.process.pid)) == 2)
        started = below(terminal.process.pid)
        end(terminal)
        terminal.process.wait(60)
        terminal.wait_until(lambda: not any(map(is_alive, started)))
