"""Everything that somebody may name as an article, in a real terminal.

What is none ends in one sentence that says what to do, with exit code 2 and the terminal never
touched; all else can be read.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from .processes import as_anybody
from .terminal import Terminal, reader

WORDS = "The bridge opens\n\nIt was closed, Mara Voss said. “It was time.”\n"


def file(content: bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / "a.txt").write_bytes(content)
        return "a.txt"

    return make


def link(target: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / "link").symlink_to(target)
        return "link"

    return make


def pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe")
    return "pipe"


def listening(folder: Path) -> str:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")
    return "socket"


def huge(folder: Path) -> str:
    with (folder / "huge").open("wb") as made:
        made.truncate(1_000_000_000)
    return "huge"


def folder_of_articles(folder: Path) -> str:
    (folder / "news").mkdir()
    return "news"


def below_a_file(folder: Path) -> str:
    return file(b"x")(folder) + "/b.txt"


REFUSED = {
    "not there": (lambda _: "b.txt", "There is no file b.txt: check the name and the folder."),
    "dangling": (link("b.txt"), "There is no file link: check the name and the folder."),
    "loop": (
        link("link"),
        "link cannot be read (Too many levels of symbolic links): check the name and the folder.",
    ),
    "below a file": (
        below_a_file,
        "a.txt/b.txt cannot be read (Not a directory): check the name and the folder.",
    ),
    "no name": (lambda _: "", "No file has an empty name: name a text file."),
    "long name": (
        lambda _: "x" * 5000,
        f"{'x' * 100}…{'x' * 300} cannot be read (File name too long): "
        "check the name and the folder.",
    ),
    "hostile name": (
        lambda _: "no\nsuch\x1b[31m\udcff",
        r"There is no file no\nsuch\x1b[31m\udcff: check the name and the folder.",
    ),
    "folder": (folder_of_articles, "There are no files in news: name a folder with articles."),
    "/dev/zero": (
        lambda _: "/dev/zero",
        "/dev/zero is a device, not an article: name a text file.",
    ),
    "/dev/full": (
        lambda _: "/dev/full",
        "/dev/full is a device, not an article: name a text file.",
    ),
    "the terminal": (
        lambda _: "/dev/tty",
        "/dev/tty is a device, not an article: name a text file.",
    ),
    "socket": (listening, "socket is a device, not an article: name a text file."),
    "pipe": (pipe, "pipe is a pipe that nobody writes to: name a text file."),
    "empty": (file(b""), "a.txt is empty: name a file with an article in it."),
    "blank": (
        file(" \n\t\u00a0\u2003".encode()),
        "a.txt holds nothing but white space: name a file with an article in it.",
    ),
    "binary": (
        file(bytes(range(256)) * 20),
        "a.txt is binary data, not text: give a plain text file.",
    ),
    "image": (
        file(b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        "a.txt is a PNG image, not plain text: save its text and open that.",
    ),
    "no UTF-16": (
        file(b"\xff\xfe" + b"\x00\xd8" * 400),
        "a.txt is damaged, or is not the utf-16-le text it says it is.",
    ),
    "huge": (
        huge,
        "huge has 1,000 MB, more than the limit of 32 MB: open a part of it, "
        "or raise article_limit_mb in the settings.",
    ),
    "web address": (
        lambda _: "ftp://news.example/a",
        "ftp://news.example/a is a web address: save the article's text and open that.",
    ),
}

READABLE = {
    "truncated UTF-8": WORDS.encode() + "“".encode()[:2],
    "truncated UTF-16": WORDS.encode("utf-16")[:-1],
    "truncated UTF-32": WORDS.encode("utf-32")[:-3],
    "invalid bytes": WORDS.encode() + b"\xff\xfe\x80",
    "strays": WORDS.encode() + b"\0\x1b[31m\x07\xc2\x9b",
}


def refusal_of(terminal: Terminal) -> str:
    """The one line that a command said, which must have left the terminal alone."""
    assert terminal.wait_for_exit() == 2
    assert terminal.modes == {}
    assert terminal.left_on() == []
    (line,) = terminal.output.splitlines()
    return line


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_article_is_refused_in_one_sentence(start, tmp_path, monkeypatch, kind):
    make, sentence = REFUSED[kind]
    monkeypatch.chdir(tmp_path)
    assert refusal_of(start(make(tmp_path))) == f"reader: {sentence}"


@pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may read everything"
)
def test_what_may_not_be_read_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path(file(WORDS.encode())(tmp_path))
    path.chmod(0)
    with Terminal([*as_anybody(), *reader(path)]) as terminal:
        assert refusal_of(terminal) == (
            "reader: You do not have permission to read a.txt: ask its owner."
        )


@pytest.mark.parametrize("kind", READABLE)
def test_what_is_damaged_here_and_there_can_be_read(start, tmp_path, kind):
    path = tmp_path / "a.txt"
    path.write_bytes(READABLE[kind])
    with start(path) as terminal:
        terminal.wait_for("It was closed, Mara Voss said.")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_a_file_with_a_hostile_name_is_shown_under_a_harmless_one(start, tmp_path):
    path = os.fsdecode(bytes(tmp_path) + b"/a\n\x1b[31m\xff.txt")
    Path(path).write_text("It was closed, Mara Voss said, and nobody knew why.\n")
    with start(path) as terminal:
        terminal.wait_for(r"a\n\x1b[31m\udcff.txt")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("become", ["gone", "another", "a folder"])
def test_what_becomes_of_the_file_while_it_is_open_does_no_harm(start, tmp_path, become):
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    with start(path, size=(120, 40)) as terminal:
        terminal.wait_for("ready")
        path.unlink()
        if become == "another":
            path.write_bytes(bytes(range(256)))
        elif become == "a folder":
            path.mkdir()
        terminal.press("D", "2024-05-03", "enter")
        terminal.wait_for("2024-05-03 set by you")
        terminal.wait_for("ready")
        assert "It was closed, Mara Voss said." in terminal.text
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("kind", ["not there", "folder", "image", "blank"])
def test_the_dialog_refuses_it_in_the_same_words(start, tmp_path, monkeypatch, kind):
    make, sentence = REFUSED[kind]
    if kind == "folder":  # a folder is a collection on the command line only
        sentence = "news is a folder: name one article in it."
    monkeypatch.chdir(tmp_path)
    first = tmp_path / "first.txt"
    first.write_text("Ferries sail again\n\nThe strike is over.\n")
    with start(first, size=(160, 30)) as terminal:
        terminal.wait_for("ready")
        terminal.press("o", make(tmp_path), "enter")
        terminal.wait_for(sentence[:50])  # which the dialog wraps further on
        terminal.press("esc")
        terminal.wait_for(lambda text: sentence[:50] not in text)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@contextmanager
def dripping(pipe: Path) -> Iterator[None]:
    """A pipe into which somebody writes now and then, and never ends."""
    os.mkfifo(pipe)
    ended = Event()

    def write() -> None:
        with suppress(BrokenPipeError), pipe.open("wb", buffering=0) as written:
            while not ended.wait(0.1):
                written.write(b"The ferry sails again. ")

    writer = Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        ended.set()
        with suppress(OSError):  # in case nobody has opened it
            os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))
        writer.join()


def test_the_wait_for_an_endless_pipe_is_told_and_ctrl_c_ends_it(start, tmp_path):
    pipe = tmp_path / "pipe"
    with dripping(pipe), start(pipe, size=(200, 30)) as terminal:
        terminal.wait_for(f"reader: Waiting for the end of {pipe} … (ctrl+c quits)")
        terminal.press("ctrl+c")
        assert terminal.wait_for_exit() == 130
        assert "Traceback" not in terminal.output


def test_in_the_dialog_it_is_told_too_and_nothing_waits_after_leaving(start, tmp_path):
    pipe, first = tmp_path / "pipe", tmp_path / "first.txt"
    first.write_text("Ferries sail again\n\nThe strike is over.\n")
    with dripping(pipe), start(first, size=(160, 30)) as terminal:
        terminal.wait_for("ready")
        terminal.press("o", str(pipe), "enter")
        terminal.wait_for("Waiting for the end of")
        terminal.press("esc")
        terminal.wait_for(lambda text: "Waiting for the end of" not in text)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
