"""What is recalled of an article that is opened again."""

from datetime import date
from pathlib import Path

import pytest

from reader.article import Article, DateSource
from reader.library.memory import Memory
from reader.library.state import Sizes, StateFile

ARTICLE = Article.from_text("Ferry back\n\nPublished May 3, 2024\n\nThe boats run again.\n")
OTHER = Article.from_text("Another text")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def kept(path: Path, keep) -> Memory:
    """The memory of a second run after `keep` in a first."""
    memory = Memory(StateFile(path))
    keep(memory)
    memory.close()
    return Memory(StateFile(path))


def test_a_new_article_begins_at_its_beginning(path):
    memory = Memory(StateFile(path))
    assert memory.caret(ARTICLE) == 0
    assert memory.redated(ARTICLE) is ARTICLE
    assert memory.theme("reader-dark") == "reader-dark"
    assert memory.sizes() is None


def test_place_and_date_come_back_for_the_same_text_alone(path):
    def keep(memory):
        memory.keep_caret(ARTICLE, 17)
        memory.keep_date(ARTICLE.with_date(date(2013, 3, 22)))

    memory = kept(path, keep)
    moved = Article.from_text(ARTICLE.text, source="renamed.txt")
    assert memory.caret(moved) == 17
    again = memory.redated(moved)
    assert (again.published, again.date_source) == (date(2013, 3, 22), DateSource.OPTION)
    assert memory.caret(OTHER) == 0
    assert memory.redated(OTHER) is OTHER


def test_a_date_of_the_command_line_counts_more(path):
    memory = kept(path, lambda memory: memory.keep_date(ARTICLE.with_date(date(2013, 3, 22))))
    given = ARTICLE.with_date(date(2020, 1, 1))
    assert memory.redated(given) is given


def test_that_the_date_is_unknown_is_kept_too(path):
    memory = kept(path, lambda memory: memory.keep_date(ARTICLE.with_date(None)))
    again = memory.redated(ARTICLE)
    assert (again.published, again.date_source) == (None, DateSource.NONE)


def test_a_date_taken_back_is_forgotten(path):
    def keep(memory):
        memory.keep_date(ARTICLE.with_date(date(2013, 3, 22)))
        memory.keep_date(ARTICLE.with_date(date(2013, 3, 22)).as_stated())

    memory = kept(path, keep)
    assert memory.redated(ARTICLE).published == date(2024, 5, 3)
    assert StateFile(path).read().articles == {}


def test_a_chosen_theme_counts_until_the_settings_change(path):
    memory = kept(path, lambda memory: memory.keep_theme("reader-light", "reader-dark"))
    assert memory.theme("reader-dark") == "reader-light"
    assert memory.theme("nord") == "nord"
    memory = kept(path, lambda memory: memory.keep_theme("reader-dark", "reader-dark"))
    assert memory.theme("reader-dark") == "reader-dark"


def test_the_sizes_of_the_panes_come_back(path):
    sizes = Sizes(0.5, [1.0, 2.0, 1.0])
    assert kept(path, lambda memory: memory.keep_sizes(sizes)).sizes() == sizes


def test_no_word_of_an_article_is_kept(path):
    def keep(memory):
        memory.keep_caret(ARTICLE, 17)
        memory.keep_date(ARTICLE.with_date(date(2013, 3, 22)))

    kept(path, keep)
    written = path.read_text()
    assert not any(word in written for word in ("Ferry", "boats", "Published", "again"))


def test_without_a_file_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    memory = Memory()
    memory.keep_caret(ARTICLE, 5)
    memory.close()
    assert memory.caret(ARTICLE) == 5
    assert not (tmp_path / "state").exists()


def test_a_file_that_cannot_be_written_is_told_once(tmp_path):
    (tmp_path / "file").write_text("in the way")
    memory, told = Memory(StateFile(tmp_path / "file" / "state.json")), []
    memory.tell = told.append
    memory.keep_caret(ARTICLE, 5)
    memory.close()
    memory.keep_caret(ARTICLE, 6)
    memory.close()
    (sentence,) = told
    assert sentence.startswith("Your place in the article cannot be saved for next time: ")
