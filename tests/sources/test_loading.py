"""Getting an article in from a path or a pipe, and refusing what is none."""

from __future__ import annotations

import errno
import os
import socket
import threading
from datetime import date
from pathlib import Path

import pytest

from reader.article import DateSource
from reader.article.errors import ArticleError, shown
from reader.sources.loading import load

TEXT = "Ferry strike ends\n\nThe strike is over, the union said.\n"


def refusal(place: Path | str, **options: int) -> str:
    with pytest.raises(ArticleError) as caught:
        load(str(place), **options)  # type: ignore[arg-type]
    return str(caught.value)


def test_a_text_file_becomes_an_article(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    article = load(str(path))
    assert (article.text, article.source, article.title) == (
        TEXT,
        "ferry.txt",
        "Ferry strike ends",
    )


def test_the_given_date_counts(tmp_path: Path) -> None:
    path = tmp_path / "ferry-2020-01-01.txt"
    path.write_text(TEXT)
    article = load(str(path), published=date(2013, 3, 22))
    assert (article.published, article.date_source) == (date(2013, 3, 22), DateSource.OPTION)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_mark_are_normalised(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("\ufeff" + TEXT.replace("\n", end)).encode())
    assert load(str(path)).text == TEXT


def test_strays_among_text_stay_in_it(tmp_path: Path) -> None:
    text = f"{TEXT}A \0 NUL, \x1b[31mred\x1b[0m, a \x07 bell and \u202ea turn.\n"
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert load(str(path)).text == text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty: name a file with an article in it."),
        (b" \n\t\r\n\xc2\xa0", "holds nothing but white space: name a file with an article in it."),
        (b"\xef\xbb\xbf", "holds nothing but white space: name a file with an article in it."),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "is a PNG image, not plain text: save its text and open that.",
        ),
        (b"%PDF-1.7\n...", "is a damaged PDF: open another copy."),
        (
            bytes(range(256)) * 9,
            "is binary data, not text: give a plain text file.",
        ),
        (b"\0" * 5000, "is binary data, not text: give a plain text file."),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert refusal(path) == f"{path} {sentence}"


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert refusal(path) == f"There is no file {path}: check the name and the folder."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path} is a folder: name one article in it."


def test_a_device_is_refused() -> None:
    assert refusal(os.devnull) == "/dev/null is a device, not an article: name a text file."


def test_an_address_is_refused() -> None:
    assert refusal("https://news.example/a") == (
        "https://news.example/a is a web address: save the article's text and open that."
    )


def test_a_locked_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbid)
    assert refusal("a.txt") == "You do not have permission to read a.txt: ask its owner."


def test_other_faults_are_named(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert refusal(loop) == (
        f"{loop} cannot be read ({os.strerror(errno.ELOOP)}): check the name and the folder."
    )
    assert refusal("") == "No file has an empty name: name a text file."
    assert refusal("a\0b") == "a\\x00b cannot be the name of a file: check it."


def test_a_name_too_long_to_be_one_leaves_room_for_the_sentence() -> None:
    assert refusal("x" * 90_000) == (
        f"{'x' * 100}…{'x' * 300} cannot be read ({os.strerror(errno.ENAMETOOLONG)}): "
        "check the name and the folder."
    )


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert refusal("socket") == "socket is a device, not an article: name a text file."


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="has no /proc")
def test_a_disk_that_fails_is_named() -> None:
    assert refusal("/proc/self/mem") == (
        f"/proc/self/mem cannot be read ({os.strerror(errno.EIO)}): "
        "copy it elsewhere and open the copy."
    )


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)  # a hole: takes no room and, unread, no time
    assert refusal(path) == (
        f"{path} has 1,000 MB, more than the limit of 32 MB: "
        "open a part of it, or raise article_limit_mb in the settings."
    )


def test_the_limit_counts_bytes_and_may_be_reached(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert load(str(path), limit=len(TEXT)).text == TEXT
    assert "more than the limit" in refusal(path, limit=len(TEXT) - 1)


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT * 5000,))
    writer.start()
    assert load(str(pipe)).text == TEXT * 5000
    writer.join()


def test_a_pipe_without_a_writer_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe) == f"{pipe} is a pipe that nobody writes to: name a text file."


def test_a_pipe_without_an_end_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    holder = os.open(pipe, os.O_RDWR)
    try:
        os.write(holder, b"word " * 1000)
        assert refusal(pipe, limit=100).startswith(f"{pipe} is larger than the limit of 0.0001 MB")
    finally:
        os.close(holder)


def test_names_are_shown_harmlessly(tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/a\n\x1b[31m\xff.txt")
    Path(path).write_text(TEXT)
    article = load(path)
    assert article.source == r"a\n\x1b[31m\udcff.txt"
    Path(path).unlink()
    assert refusal(path).startswith(rf"There is no file {tmp_path}/a\n\x1b[31m\udcff.txt:")


def test_printable_names_are_shown_as_they_are() -> None:
    assert shown("Zürich, 東京 é.txt") == "Zürich, 東京 é.txt"
    assert shown("a\u202eb\u200bc") == r"a\u202eb\u200bc"
