"""No network and no pickle: the interpreters themselves are asked to report them.

Audit hooks see every connection and every class that is unpickled, in the interface, in the
process that analyses and in an export.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .terminal import reader

_WATCH = """
import os, sys

FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib", "http.client",
             "ftplib", "smtplib", "pickle.find_class")

def report(line):
    with open(os.environ["WATCHED"], "a") as log:
        print(line, file=log)

def watch(event, arguments):
    if event.startswith(FORBIDDEN):
        report(f"forbidden: {event} {arguments}")
        os._exit(99)

sys.addaudithook(watch)
report("watched")
"""
TEXT = "Ferries sail\n\nThe strike is over, Mara Voss said. More at https://news.example/ferry.\n"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where every Python started from here writes that it is watched, and what it should not do."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(_WATCH)
    monkeypatch.setenv("WATCHED", str(tmp_path / "log"))
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(hooks), os.environ.get("PYTHONPATH", "")])
    )
    return tmp_path / "log"


def test_reading_opens_no_connection_and_unpickles_nothing(start, tmp_path, log) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(TEXT)
    with start(article, size=(120, 40)) as terminal:
        terminal.wait_for("ready")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert set(log.read_text().split("\n")) == {"watched", ""}
    assert "watched" in log.read_text()  # a copy that analyses is watched as what it is a copy of


def test_exporting_opens_no_connection_and_unpickles_nothing(tmp_path, log) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(TEXT)
    done = subprocess.run(
        reader("--export", "json", article), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr, log.read_text()) == (0, "", "watched\n")
    assert json.loads(done.stdout)["document"]["text"] == TEXT


def test_the_watch_sees_a_connection(log) -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([*reader()[:1], "-c", code], capture_output=True, check=False)
    assert done.returncode == 99
    assert "forbidden: socket." in log.read_text()
