"""In real tmux and screen: sizes, suspension, detaching, and what is left when they end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .terminal import Terminal, reader

FIRST_LINE = "Ferry returns to Port Almar"
ENV = {"PS1": "$ ", "ENV": "", "SHELL": "/bin/sh"}
RUN = """\
before=$(stty -g)
{command} "$@"
echo "ended with $?"
[ "$before" = "$(stty -g)" ] && echo "settings restored"
"""


@dataclass(frozen=True)
class Multiplexer:
    """How one is used; `folder` is where its socket is, which has to have a short name."""

    name: str
    folder: Path

    def begin(self) -> list[str]:
        """The command that starts a session with a shell in it."""
        if self.name == "tmux":
            return [*self._tmux(), "new-session", "sh"]
        return ["screen", "-U", "-c", os.devnull, "-S", "reading", "sh"]

    def attach(self) -> list[str]:
        """The command that comes back to the session."""
        if self.name == "tmux":
            return [*self._tmux(), "attach"]
        return ["screen", "-U", "-c", os.devnull, "-r", "reading"]

    def detach(self) -> str:
        """The keys that leave the session running."""
        return "\x02d" if self.name == "tmux" else "\x01d"

    def kill(self) -> None:
        """End the session with all that runs in it, as far as it is there."""
        if self.name == "tmux":
            command = [*self._tmux(), "kill-server"]
        else:
            command = ["screen", "-S", "reading", "-X", "quit"]
        subprocess.run(command, capture_output=True, check=False, env={**os.environ, **self.env})

    def buffer(self) -> str:
        """What tmux would paste."""
        command = [*self._tmux(), "show-buffer"]
        return subprocess.run(command, capture_output=True, check=False, text=True).stdout

    @property
    def env(self) -> dict[str, str]:
        """What it needs to know."""
        return {**ENV, "SCREENDIR": str(self.folder)}

    def _tmux(self) -> list[str]:
        return ["tmux", "-u", "-S", str(self.folder / "socket"), "-f", os.devnull]


@pytest.fixture(params=["tmux", "screen"])
def multiplexer(request) -> Iterator[Multiplexer]:
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        made = Multiplexer(request.param, Path(folder))
        yield made
        made.kill()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A short command that runs the reader and says how it left the terminal."""
    monkeypatch.chdir(tmp_path)
    Path("run").write_text(RUN.format(command=" ".join(reader())))
    return "sh run"


def opened(command: list[str], multiplexer: Multiplexer, **options: object) -> Terminal:
    return Terminal(
        [shutil.which(command[0]) or "", *command[1:]],
        env=multiplexer.env,
        **options,  # type: ignore[arg-type]
    )


def test_it_is_read_resized_suspended_left_and_come_back_to(multiplexer, run, article):
    with opened(multiplexer.begin(), multiplexer, size=(80, 24)) as terminal:
        terminal.wait_for("$")
        terminal.press(f"{run} {article.name}\r")
        terminal.wait_for(FIRST_LINE)
        terminal.resize(130, 40)
        terminal.wait_for("Timeline  7")
        terminal.resize(10, 3)
        terminal.wait_for("larger")
        terminal.resize(100, 30)
        terminal.wait_for(lambda text: FIRST_LINE in text and "ready" in text)
        terminal.press("ctrl+z")
        terminal.wait_for("$")
        terminal.press("fg\r")
        terminal.wait_for(FIRST_LINE)
        terminal.press(multiplexer.detach())
        terminal.wait_for_exit()
        assert "line settings" not in terminal.left_on()
    with opened(multiplexer.attach(), multiplexer, size=(90, 28)) as terminal:
        terminal.wait_for(FIRST_LINE)
        terminal.press("/quay\r")
        terminal.wait_for("hit 1 of 2")
        terminal.press("q")
        terminal.wait_for("ended with 0")
        terminal.wait_for("settings restored")


def test_it_opens_in_the_smallest_window(multiplexer, run, article):
    # The status line of tmux takes one row.
    with opened(multiplexer.begin(), multiplexer, size=(10, 4)) as terminal:
        terminal.wait_for("$")
        terminal.press(f"{run} {article.name}\r")
        terminal.wait_for("larger")
        terminal.resize(100, 30)
        terminal.wait_for(FIRST_LINE)


def test_no_process_outlives_the_session(multiplexer, run, tmp_path):
    (tmp_path / "long.txt").write_text("The ferry sails, Mara Voss said on Monday.\n\n" * 9000)
    with opened(multiplexer.begin(), multiplexer) as terminal:
        terminal.wait_for("$")
        terminal.press(f"{run} --no-cache long.txt\r")
        terminal.wait_for("The ferry sails")
        terminal.wait_until(lambda: len(_in_folder(tmp_path)) >= 3)
        multiplexer.kill()
        terminal.wait_until(lambda: not _in_folder(tmp_path))


@pytest.mark.parametrize("multiplexer", ["tmux"], indirect=True)
def test_what_is_copied_is_in_the_buffer_of_tmux(multiplexer, run, article):
    with opened(multiplexer.begin(), multiplexer, size=(100, 30)) as terminal:
        terminal.wait_for("$")
        terminal.press(f"{run} {article.name}\r")
        terminal.wait_for("ready")
        terminal.press("vlllly")
        terminal.wait_for("Copied 4 characters to the tmux buffer")
        assert multiplexer.buffer() == "Ferr"
        terminal.press("esc")
        terminal.wait_for("v select")
        terminal.press("esc")
        terminal.wait_for(lambda text: "selected" not in text)
        terminal.press("2y")
        terminal.wait_for(lambda _: multiplexer.buffer() == "Mara Olsen")
        terminal.press("q")
        terminal.wait_for("ended with 0")


def _in_folder(folder: Path) -> list[int]:
    """The processes of the reader whose current folder is this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_there = (process / "cwd").readlink() == folder
            if is_there and b"reader" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found
