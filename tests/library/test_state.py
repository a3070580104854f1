"""What is kept between runs: whole, private, shared, and never a word of an article."""

import json
import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec import UNSET

from reader.library.state import (
    MOST_ARTICLES,
    ArticleState,
    Look,
    Sizes,
    State,
    StateFile,
    article_key,
)

KEPT = State(
    1,
    {"a": ArticleState(7), "b": ArticleState(0, date(2013, 3, 22)), "c": ArticleState(9, None)},
    Look("reader-light", "reader-dark"),
    Sizes(0.4, [1.0, 2.0, 3.0]),
)


@pytest.fixture
def file(tmp_path: Path) -> StateFile:
    return StateFile(tmp_path / "folder" / "state.json")


def write(file: StateFile, kept: State = KEPT) -> str:
    def change(state: State) -> None:
        state.articles, state.look, state.sizes = kept.articles, kept.look, kept.sizes

    return file.update(change)


def keep(file: StateFile, key: str, caret: int) -> str:
    return file.update(lambda state: state.keep(key, ArticleState(caret)))


def aside(file: StateFile) -> list[Path]:
    return sorted(file.path.parent.glob("*.aside"))


def test_what_is_written_is_read(file):
    assert file.read() == State(1)
    assert write(file) == ""
    assert StateFile(file.path).read() == KEPT
    assert file.read().articles["a"].published is UNSET
    assert file.read().articles["c"].published is None


def test_the_file_is_json_for_people(file):
    write(file)
    assert json.loads(file.path.read_text()) == {
        "version": 1,
        "articles": {
            "a": {"caret": 7},
            "b": {"published": "2013-03-22"},
            "c": {"caret": 9, "published": None},
        },
        "look": {"theme": "reader-light", "settings": "reader-dark"},
        "sizes": {"side": 0.4, "stack": [1.0, 2.0, 3.0]},
    }


def test_only_the_owner_can_read(file):
    write(file)
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.path.parent.iterdir()} == {0o600}


def test_an_article_is_known_by_a_hash_of_its_text():
    assert article_key("Ada \ud800") != article_key("Ada")
    assert len(article_key("Ada")) == 32
    assert int(article_key("Ada"), 16)


def test_a_book_is_known_by_its_length_its_beginning_and_its_end():
    middle = "x" * 1_000_000
    book = f"One{middle}end"
    others = (f"Two{middle}end", f"One{middle}END", f"One{middle}xend")
    assert article_key(book) == article_key(f"One{'x' * 500_000}y{'x' * 499_999}end")
    assert article_key(book) not in {article_key(other) for other in others}


def test_the_articles_read_longest_ago_are_forgotten(file):
    state = State(1)
    for number in range(MOST_ARTICLES):
        state.keep(str(number), ArticleState(number + 1))
    write(file, state)
    keep(file, "0", 5)
    keep(file, "new", 6)
    articles = file.read().articles
    assert len(articles) == MOST_ARTICLES
    assert list(articles)[-2:] == ["0", "new"]
    assert next(iter(articles)) == "2"


def test_an_article_that_says_nothing_is_not_kept(file):
    keep(file, "a", 5)
    keep(file, "a", 0)
    assert file.read().articles == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\x80\x04N.",
        b"\0" * 100,
        b"[]",
        b"{}",
        b'{"version": 2, "articles": {}}',
        b'{"version": 1, "articles": {"a": {"caret": -1}}}',
        b'{"version": 1, "articles": {"a": {"published": "soon"}}}',
        b'{"version": 1, "sizes": {"side": 0.3, "stack": [1.0]}}',
        b'{"version": 1}' + b" " * 5_000_000,
    ],
)
def test_what_cannot_be_read_is_set_aside_and_never_overwritten(file, content):
    file.path.parent.mkdir()
    file.path.write_bytes(content)
    assert file.read() == State(1)
    assert file.path.read_bytes() == content
    notice = keep(file, "a", 3)
    (path,) = aside(file)
    assert notice == (
        "The saved reading positions are damaged or from another version: "
        f"it was set aside as {path}, and begun again."
    )
    assert path.read_bytes() == content
    assert file.read().articles == {"a": ArticleState(3)}


def test_what_was_set_aside_before_stays(file):
    for number in range(3):
        file.path.parent.mkdir(exist_ok=True)
        file.path.write_text(f"damaged {number}")
        keep(file, "a", 3)
    assert [path.read_text() for path in aside(file)] == ["damaged 0", "damaged 1", "damaged 2"]


def test_a_folder_or_pipe_in_its_place_is_set_aside(file):
    file.path.mkdir(parents=True)
    assert file.read() == State(1)
    keep(file, "a", 3)
    file.path.rename(file.path.with_suffix(".kept"))
    os.mkfifo(file.path)
    assert file.read() == State(1)
    keep(file, "b", 4)
    assert [path.is_dir() for path in aside(file)] == [True, False]
    assert file.read().articles == {"b": ArticleState(4)}


def test_a_folder_that_cannot_be_made_is_an_error_of_update_alone(tmp_path):
    (tmp_path / "file").write_text("in the way")
    file = StateFile(tmp_path / "file" / "state.json")
    assert file.read() == State(1)
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        keep(file, "a", 3)


def as_written(path):
    """What writing changes; reading a file changes when it was last looked at."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size


def test_nothing_is_written_where_nothing_changed(file):
    keep(file, "a", 3)
    before = as_written(file.path)
    keep(file, "a", 3)
    assert as_written(file.path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="locks are those of POSIX")
def test_a_file_that_another_program_holds_is_not_waited_for_for_ever(file):
    import fcntl

    keep(file, "a", 3)
    lock = os.open(file.path.with_suffix(".lock"), os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        with pytest.raises(BlockingIOError):
            keep(file, "a", 4)
    finally:
        os.close(lock)
    keep(file, "a", 5)
    assert file.read().articles == {"a": ArticleState(5)}


def test_readers_that_write_at_once_lose_nothing_of_each_other(file):
    code = (
        "import sys; from pathlib import Path\n"
        "from reader.library.state import ArticleState, StateFile\n"
        "file = StateFile(Path(sys.argv[1]))\n"
        "for number in range(60):\n"
        "    key = f'{sys.argv[2]} {number}'\n"
        "    file.update(lambda state: state.keep(key, ArticleState(number + 1)))\n"
    )
    command = [sys.executable, "-c", code, str(file.path)]
    writers = [subprocess.Popen([*command, name]) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert file.read().articles == {
        f"{name} {number}": ArticleState(number + 1) for name in "ab" for number in range(60)
    }
    assert sorted(path.name for path in file.path.parent.iterdir()) == ["state.json", "state.lock"]
