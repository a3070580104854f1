"""What a person made is found again and never lost."""

import gc
import os
import sqlite3
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.analysis import Colour, Kind
from reader.corrections import Change, EntityRef, Remark, anchor_of
from reader.corrections.hand import encoded
from reader.corrections.types import Rename
from reader.library.database import Database, LibraryError, NewerLibraryError
from reader.library.library import Identity, Library
from reader.library.schema import MIGRATIONS
from tests.faults.notes import kill_note_takers

TEXT = "The ferry came back to the harbour on Friday."
ARTICLE = Identity(text="t1", source="s1", place="/news/ferry.txt", title="Ferry back")
NOTE = Remark(id="n1", place=anchor_of(TEXT, 4, 9), text="Which boat?", tags=("boats",))
OLSEN = EntityRef("Olsen", Kind.PERSON, (anchor_of(TEXT, 4, 9),))
RENAME = Rename(id="c1", entity=OLSEN, name="Mara Olsen")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def kept(path: Path, *items, identity=ARTICLE) -> int:
    library = Library(path)
    number = library.keep(identity, None, [Change(None, item) for item in items])
    library.close()
    return number


@pytest.mark.parametrize(
    ("identity", "matched"),
    [
        (Identity(text="t1"), "text"),
        (Identity(text="t2", source="s1"), "source"),
        (Identity(text="t2", source="s2", place="/news/ferry.txt"), "place"),
    ],
)
def test_any_of_three_finds_the_article(path, identity, matched):
    number = kept(path, NOTE, RENAME)
    found = Library(path).find(identity)
    assert (found.article, found.matched) == (number, matched)
    assert {item.id: item for item in found.items} == {"n1": NOTE, "c1": RENAME}


def test_another_article_finds_nothing(path):
    assert Library(path).find(ARTICLE) is None
    assert not path.exists()
    kept(path, NOTE)
    assert Library(path).find(Identity(text="t9", source="s9", place="/else")) is None


def test_what_is_deleted_is_gone_and_what_is_undone_is_back(path):
    number = kept(path, NOTE)
    library = Library(path)
    library.keep(ARTICLE, number, [Change(NOTE, None)])
    assert library.find(ARTICLE).items == ()
    assert library.articles("boat") == []
    library.keep(ARTICLE, number, [Change(None, NOTE)])
    assert library.find(ARTICLE).items == (NOTE,)


def test_words_of_notes_tags_passages_and_titles_are_found(path):
    kept(path, NOTE)
    other = Identity(text="t2", title="Snow on the roads")
    kept(path, Remark(id="n2", place=anchor_of(TEXT, 0, 3), colour=Colour.RED), identity=other)
    library = Library(path)
    assert [one.title for one in library.articles()] == ["Snow on the roads", "Ferry back"]
    for query in ("which", "boa", "BOATS", "ferry", "ferry boat", "back"):
        assert [one.title for one in library.articles(query)] == ["Ferry back"], query
    assert library.articles("boat")[0].notes == 1
    assert library.articles("“”") == []
    assert library.articles('" OR NEAR(') == []


def test_a_forgotten_article_is_gone_whole(path):
    number = kept(path, NOTE)
    library = Library(path)
    library.forget(number)
    assert library.articles() == library.articles("boat") == []
    assert library.find(ARTICLE) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_only_the_owner_can_read_it(path):
    library = Library(path)
    library.keep(ARTICLE, None, [Change(None, NOTE)])
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_readers_lose_nothing_of_each_other(path):
    one, other = Library(path), Library(path)
    number = one.keep(ARTICLE, None, [Change(None, NOTE)])
    other.keep(ARTICLE, other.find(ARTICLE).article, [Change(None, RENAME)])
    one.keep(ARTICLE, number, [Change(None, Remark(id="n3", place=NOTE.place))])
    assert {item.id for item in Library(path).find(ARTICLE).items} == {"n1", "c1", "n3"}


def test_a_newer_file_is_left_as_it_is(path):
    kept(path, NOTE)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match="Update reader"):
        Library(path).find(ARTICLE)
    with pytest.raises(NewerLibraryError):
        Library(path).keep(ARTICLE, None, [Change(None, RENAME)])
    assert path.read_bytes() == before


def test_a_file_that_is_no_library_is_set_aside(path):
    path.parent.mkdir()
    path.write_text("Somebody else's words. " * 500)
    library = Library(path)
    library.keep(ARTICLE, None, [Change(None, NOTE)])
    assert "set aside as library.sqlite.1.aside" in library.notice
    assert "Somebody else's" in path.with_name("library.sqlite.1.aside").read_text()
    assert Library(path).find(ARTICLE).items == (NOTE,)


def test_what_can_be_read_of_a_damaged_file_is_saved(path):
    items = [Remark(id=f"n{n:03}", place=NOTE.place, text="word " * 300) for n in range(200)]
    kept(path, *items)
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = os.urandom(8192)
    path.write_bytes(content)
    library = Library(path)
    found = library.find(ARTICLE)
    assert library.notice.startswith("The file with your notes was damaged")
    assert found is None or set(found.items) <= set(items)
    assert path.with_name("library.sqlite.1.aside").read_bytes() == content


def test_a_full_disk_is_one_sentence_and_changes_nothing(path):
    number = kept(path, NOTE)
    library = Library(path)
    with library._database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    large = Remark(id="n9", place=NOTE.place, text="word " * 50_000)
    with pytest.raises(LibraryError, match="disk is full: free some space"):
        library.keep(ARTICLE, number, [Change(None, RENAME), Change(None, large)])
    assert Library(path).find(ARTICLE).items == (NOTE,)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be saved"):
        Library(tmp_path / "file" / "library.sqlite").keep(ARTICLE, None, [Change(None, NOTE)])


def test_a_connection_of_another_thread_ends_with_its_last_holder(path):
    def used() -> tuple[Database, sqlite3.Connection]:
        database = Database(path)
        with database.reading() as connection:
            return database, connection

    with ThreadPoolExecutor(1) as threads:
        database, connection = threads.submit(used).result()
    with pytest.raises(LibraryError), database.reading():
        pass
    del database
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
        connection.execute("SELECT 1")


def test_a_migration_backs_up_what_was_there(path):
    number = kept(path, NOTE)
    later = Database(path, (*MIGRATIONS, "ALTER TABLE articles ADD COLUMN outlet TEXT"))
    with later.writing() as connection:
        connection.execute("UPDATE articles SET outlet = 'Harbour News'")
    later.close()
    backup = path.with_name(f"library.version-{len(MIGRATIONS)}.sqlite")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert Library(backup).find(ARTICLE).article == number
    with pytest.raises(NewerLibraryError):
        Library(path).find(ARTICLE)


def test_a_file_of_the_first_version_is_taken_over_whole(path):
    first = Database(path, MIGRATIONS[:1])
    with first.writing() as connection:
        connection.execute("INSERT INTO articles VALUES (1, 'Ferry back', '', '', '', 0)")
        connection.execute("INSERT INTO known VALUES ('text', 't1', 1)")
        connection.execute("INSERT INTO items VALUES ('n1', 1, ?, 0)", (encoded(NOTE).decode(),))
    first.close()
    library = Library(path)
    found = library.find(ARTICLE, with_log=True)
    assert found.items == (NOTE,)
    assert found.log.done == ()
    assert path.with_name("library.version-1.sqlite").exists()


def test_a_migration_that_fails_changes_nothing(path):
    kept(path, NOTE)
    broken = Database(path, (*MIGRATIONS, "CREATE TABLE more (a); SELECT nothing FROM nowhere"))
    with pytest.raises(LibraryError), broken.writing():
        pass
    broken.close()
    assert Library(path).find(ARTICLE).items == (NOTE,)


def test_words_with_half_characters_are_kept(path):
    odd = Remark(id="n7", place=anchor_of("a\ud800b", 0, 3), text="\udc00 half")
    kept(path, odd, identity=Identity(text="t7", title="half \ud800 title"))
    assert Library(path).find(Identity(text="t7")).items == (odd,)


def test_kills_lose_nothing_that_was_said_to_be_kept(tmp_path):
    kill_note_takers(tmp_path, kills=8)
