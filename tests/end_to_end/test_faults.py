"""Memory, clock and folders taken away while the reader runs, in a real terminal."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ..patience import seconds
from ..tui.readings import HARBOUR
from .processes import as_anybody, below
from .terminal import Terminal, reader

FIRST_LINE = "Ferry returns to Port Almar"
_JUMPING = """
import sys, time
real, began = time.time, time.monotonic()
def jumping():
    return real() + 86_400 * (int(20 * (time.monotonic() - began)) % 3 - 1)
time.time = jumping
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process: Linux alone")
def test_a_worker_without_memory_is_told_and_r_tries_again(start, tmp_path):
    import resource

    path = tmp_path / "long.txt"
    path.write_text(HARBOUR * 60)
    with start(path, "--no-cache") as terminal:
        terminal.wait_for("analysing")
        terminal.wait_for(lambda _: bool(below(terminal.process.pid)))
        worker = below(terminal.process.pid)[0]
        resource.prlimit(worker, resource.RLIMIT_AS, (1_000_000, 1_000_000))
        terminal.wait_for("tries again.")
        assert FIRST_LINE in terminal.text
        terminal.press("r")
        terminal.wait_for("ready", patience=seconds(120))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({0}, {0}))
from reader.__main__ import run
sys.exit(run())
"""


def limited(megabytes: int, *arguments: str | Path) -> list[str]:
    """The command in so little address space."""
    code = _LIMITED.format(megabytes * 1_000_000)
    return [sys.executable, "-c", code, *map(str, arguments)]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of address space: Linux alone")
@pytest.mark.parametrize("megabytes", [30, 50, 60, 90, 160, 200, 300])
def test_with_little_memory_it_shows_the_article_or_says_one_sentence(tmp_path, megabytes):
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR)
    with Terminal(limited(megabytes, "--no-cache", path), size=(160, 30)) as terminal:
        refused = "reader: There is not enough memory"
        terminal.wait_for(lambda text: "r tries again." in text or refused in text)
        if refused not in terminal.text:
            assert FIRST_LINE in terminal.text
            terminal.press("q")
            assert terminal.wait_for_exit() in {0, 2}
        else:
            assert terminal.wait_for_exit() == 2
        assert "Traceback" not in terminal.output
        assert terminal.left_on() == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits of address space: Linux alone")
@pytest.mark.parametrize("megabytes", [30, 60, 90, 160, 300])
def test_an_export_with_little_memory_says_one_sentence(article, megabytes):
    command = limited(megabytes, "--export", "json", article)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("reader: There is not enough memory")


def test_a_worker_that_hangs_is_told_and_r_tries_again(start, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(HARBOUR * 60)
    impatient = (
        "import sys\n"
        "from reader.reading import session\n"
        "session.AnalysisSession.__init__.__kwdefaults__['patience'] = 10.0\n"
        "from reader.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    with Terminal([sys.executable, "-c", impatient, "--no-cache", str(path)]) as terminal:
        terminal.wait_for("analysing")
        terminal.wait_for(lambda _: bool(below(terminal.process.pid)))
        os.kill(below(terminal.process.pid)[0], signal.SIGSTOP)
        terminal.wait_for("no sign of life for 10 s")
        terminal.press("r")
        terminal.wait_for("ready", patience=seconds(120))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_clock_that_jumps_by_days_disturbs_nothing(article, tmp_path):
    with Terminal([sys.executable, "-c", _JUMPING, str(article)], size=(120, 40)) as terminal:
        terminal.wait_for("ready")
        terminal.press("y")
        terminal.wait_for("43 characters")
        terminal.wait_for(lambda text: "43 characters" not in text)
        terminal.press("D2024-05-04\r")
        terminal.wait_for("2024-05-04 set by you")
        terminal.wait_for("ready")
        terminal.press("/quay\r")
        terminal.wait_for("hit 1 of 2")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []
    with Terminal(reader(article), size=(120, 40)) as terminal:
        terminal.wait_for("2024-05-04 set by you")
        terminal.wait_for("ready")


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write")
def test_a_home_that_cannot_be_written_is_said_and_does_no_harm(tmp_path, article):
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    env = {"HOME": str(home)}
    env |= {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "STATE", "CONFIG")}
    with Terminal([*as_anybody(), *reader(article)], env=env, size=(160, 40)) as terminal:
        terminal.wait_for("ready")
        terminal.wait_for("cannot be saved for next time")
        terminal.press("G", "q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []
    assert list(home.iterdir()) == []


@pytest.mark.skipif(not shutil.which("unshare"), reason="no way to cut the network")
def test_it_reads_and_exports_with_the_network_cut(article):
    cut = [shutil.which("unshare") or "", "--user", "--map-root-user", "--net"]
    if subprocess.run([*cut, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this user may not cut the network")
    with Terminal([*cut, *reader("--no-cache", article)]) as terminal:
        terminal.wait_for(lambda text: FIRST_LINE in text and "ready" in text)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    done = subprocess.run(
        [*cut, *reader("--export", "json", article)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_crash_in_a_handler_names_its_log_and_shows_no_word_of_the_article(article, tmp_path):
    crashing = (
        "import sys\n"
        "from reader.tui.app import ReaderApp\n"
        "def fail(self):\n"
        "    raise RuntimeError(self.reading.article.text)\n"
        "ReaderApp.action_help = fail\n"
        "from reader.cli import main\n"
        f"sys.exit(main([{str(article)!r}]))\n"
    )
    with Terminal([sys.executable, "-c", crashing]) as terminal:
        terminal.wait_for("ready")
        terminal.press("?")
        assert terminal.wait_for_exit() == 1
        assert terminal.left_on() == []
        (log,) = (tmp_path / "XDG_STATE_HOME").rglob("*.log")
        assert log.name in "".join(terminal.text.split("\n"))
        afterwards = terminal.output.rpartition("\x1b[?1049l")[2]
        assert "Mara" not in log.read_text() + afterwards
