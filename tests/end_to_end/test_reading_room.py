"""The whole program as its reader meets it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time

import pytest

from ..patience import seconds
from ..tui.readings import HARBOUR
from .processes import below, children, is_alive
from .terminal import Terminal

FIRST_LINE = "Ferry returns to Port Almar"


def test_an_article_is_read_focused_and_left(start, article):
    with start(article, size=(120, 40)) as terminal:
        terminal.wait_for(FIRST_LINE)
        terminal.wait_for("ready")
        terminal.wait_for("Mara Olsen")
        terminal.press("2", "j", "enter")
        terminal.wait_for("esc back")
        terminal.press("esc")
        terminal.wait_for(lambda text: "esc back" not in text)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_what_another_program_wrote_on_the_screen_goes_by_a_key(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.scribble("\x1b[5;5HMAIL HAS COME")
        terminal.wait_for("MAIL HAS COME")
        terminal.press("\x0c")
        terminal.wait_for(lambda text: "MAIL HAS COME" not in text and FIRST_LINE in text)


def test_the_window_is_named_after_the_article_without_obeying_it(start, tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_text("Boats \x1b]2;stolen\x07 are back\n\nSome words to read here.\n")
    with start(path) as terminal:
        terminal.wait_for("Some words")
        terminal.press("q")
        terminal.wait_for_exit()
        assert terminal.title == "Boats ␛]2;stolen␇ are back - reader"


def test_a_piped_article_leaves_the_keys_to_the_terminal(start):
    with start("-", piped=HARBOUR.encode()) as terminal:
        terminal.wait_for(FIRST_LINE)
        terminal.press("/")
        terminal.wait_for("words, then enter")
        terminal.press("quay", "enter")
        terminal.wait_for("hit 1 of 2")
        terminal.press("esc")
        terminal.wait_for(lambda text: "hit 1" not in text)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_ends_it_with_the_terminal_restored(start, article, name):
    number = getattr(signal, name)
    with start(article) as terminal:
        terminal.wait_for("ready")
        os.kill(terminal.process.pid, number)
        assert terminal.wait_for_exit() == 128 + number
        assert terminal.left_on() == []


def test_a_signal_ends_it_even_while_the_terminal_takes_no_output(start, article):
    with start(article, size=(200, 60)) as terminal:
        terminal.wait_for("ready")
        for _ in range(400):  # more output than the terminal and the queue before it can hold
            os.write(terminal.master, b"  b b")
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.process.wait(60) == 128 + signal.SIGTERM


def test_it_ends_when_its_terminal_is_gone(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.hang_up()
        assert terminal.process.wait(60) == 128 + signal.SIGHUP


def test_it_is_suspended_and_comes_back(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+z")
        terminal.wait_until_stopped()
        terminal.wait_for(lambda _: terminal.left_on() == [])
        terminal.screen.reset()
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.wait_for(FIRST_LINE)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize("size", [(10, 3), (29, 20), (30, 8), (60, 15), (90, 20), (500, 200)])
def test_every_size_is_survived(start, article, size):
    with start(article, size=size) as terminal:
        small = size[0] < 30 or size[1] < 8
        terminal.wait_for("larger" if small else "Ferry")
        terminal.resize(100, 30)
        terminal.wait_for("ready")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_size_of_the_window_counts_whatever_the_environment_says(start, article):
    with start(article, size=(60, 20), env={"COLUMNS": "150", "LINES": "50"}) as terminal:
        terminal.wait_for(lambda text: "1 Article" in text and "ready" in text)
        terminal.resize(120, 40)
        terminal.wait_for(lambda text: "Entities" in text and "Timeline" in text)


def test_the_last_size_counts_where_one_change_interrupts_another(article):
    interrupting = (
        "import fcntl, struct, sys, termios, time\n"
        "from reader.tui.platform.driver import TerminalDriver\n"
        "read = TerminalDriver._get_terminal_size\n"
        "def read_slowly(self):\n"
        "    size = read(self)\n"
        "    if size == (60, 20):\n"
        "        time.sleep(0.2)\n"
        "        wider = struct.pack('HHHH', 40, 120, 0, 0)\n"
        "        fcntl.ioctl(1, termios.TIOCSWINSZ, wider)\n"
        "    return size\n"
        "TerminalDriver._get_terminal_size = read_slowly\n"
        "from reader.cli import main\n"
        f"sys.exit(main([{str(article)!r}]))\n"
    )
    with Terminal([sys.executable, "-c", interrupting]) as terminal:
        terminal.wait_for("ready")
        terminal.resize(60, 20)
        terminal.screen.resize(40, 120)
        terminal.wait_for("Timeline  7")


def test_a_storm_of_sizes_keeps_the_reader_going(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        for step in range(60):
            terminal.resize(20 + 7 * (step % 19), 5 + step % 40)
        terminal.resize(120, 40)
        terminal.wait_for("Timeline")
        terminal.wait_for(FIRST_LINE)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_whatever_is_typed_or_pasted_it_goes_on(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.type(b"\x1b[200~" + b"pasted words \x1b[31m\n" * 50_000 + b"\x1b[201~")
        terminal.type(
            b"\xff\xfe\x80 \xc3"
            + b"\x1b[99;99;99~\x1b[99999999999;1u\x1b[<999;999;999M\x1bOZ\x1bP1$r\x1b\\"
        )
        terminal.type(b"]" * 200)
        terminal.wait_for("Outline")  # an unknown sequence is read as the letters in it
        terminal.press("esc")
        terminal.wait_for(lambda text: "Outline" not in text)
        terminal.press("/quay", "enter", "q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/quay\rn", "“quay” · hit 2 of 2"),
        ("2jj\r", "■ Almar Line · mention"),
        ("D2023-09-04\r2j\r", "2023-09-04 set by you"),
        ("o{other}\r", "Nothing happened"),
        ("\x10dark\r\r/quay\r", "hit 1 of 2"),
    ],
)
def test_what_is_typed_at_once_does_what_it_does_when_typed_slowly(
    start, article, tmp_path, typed, shown
):
    other = tmp_path / "other.txt"
    other.write_text("Other news\n\nNothing happened.\n")
    with start(article, size=(140, 40)) as terminal:
        terminal.wait_for("Tor Vik")
        terminal.press(typed.format(other=other))
        terminal.wait_for(shown)
        terminal.press("/ferry\rq")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_keys_typed_while_it_starts_are_kept(start, article):
    with start(article, size=(140, 40)) as terminal:
        terminal.press("2", "j", "/quay")
        terminal.wait_for("1 of 2")
        terminal.press("\rq")
        assert terminal.wait_for_exit() == 0


def test_a_terminal_of_ascii_gets_ascii(start, article):
    with start(article, env={"LC_ALL": "C", "LANG": "C"}, size=(120, 40)) as terminal:
        terminal.wait_for("ready")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.output.isascii()


def test_the_dead_worker_is_reported_and_r_starts_another(start, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(HARBOUR * 40)
    with start(path, "--no-cache") as terminal:
        terminal.wait_for(lambda text: re.search(r"analysing .*\d%", text) is not None)
        for worker in reversed(below(terminal.process.pid)):
            os.kill(worker, signal.SIGKILL)
        terminal.wait_for("The analysis was killed")
        terminal.press("r")
        terminal.wait_for("ready", patience=seconds(120))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_quitting_leaves_no_process_behind(start, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(HARBOUR * 200)
    with start(path, "--no-cache") as terminal:
        workers = _workers(terminal)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        # Killed before the command ended, but the system takes its time to bury the dead.
        terminal.wait_until(lambda: not any(map(is_alive, workers)))


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_places_is_refused_in_one_sentence(start, article, term):
    with start(article, env={"TERM": term}) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "set TERM" in " ".join(terminal.text.split())
        assert terminal.modes == {}


def test_a_crash_names_its_log_and_shows_no_word_of_the_article(article, tmp_path):
    crashing = (
        "import sys\n"
        "from reader.tui.window.header import Header\n"
        "def line(self, width):\n"
        "    raise RuntimeError(self._reading.article.text)\n"
        "Header.line = line\n"
        "from reader.cli import main\n"
        f"sys.exit(main([{str(article)!r}]))\n"
    )
    with Terminal([sys.executable, "-c", crashing]) as terminal:
        assert terminal.wait_for_exit() == 1
        assert terminal.left_on() == []
        said = "".join(terminal.text.split("\n"))
        assert "because of a fault in this program" in said
        (log,) = (tmp_path / "XDG_STATE_HOME").rglob("*.log")
        assert log.name in said
        assert log.stat().st_mode & 0o077 == 0
        written = log.read_text()
        assert "builtins.RuntimeError" in written
        assert "in line" in written
        assert "Mara" not in written + terminal.output


def _workers(terminal: Terminal) -> list[int]:
    """The processes that analyse, once they have been started."""
    terminal.wait_for(lambda _: bool(children(terminal.process.pid)))
    return children(terminal.process.pid)


def test_a_pasted_million_that_no_terminal_marks_never_blocks_q(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.type(b"the boats sail again, q or not " * 33_000)
        time.sleep(0.8)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert not terminal.left_on()


def test_a_pasted_million_in_the_line_to_find_with_can_be_left(start, article):
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.press("/")
        terminal.wait_for("whole words")
        terminal.type(b"the boats sail again " * 50_000)
        terminal.wait_for("not found")
        for key in ("esc", "q"):
            time.sleep(0.8)
            terminal.press(key)
        assert terminal.wait_for_exit() == 0
