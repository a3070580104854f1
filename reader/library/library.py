"""What a person made, for every article they made something of: the library.

An article is known by the hash of its source's bytes, the hash of its clean text and its place
(a path or an address). Any of them finds what was made of it.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..corrections.anchors import Anchor
from ..corrections.hand import Change, Item, Remark, Step, decoded, encoded, new_id
from ..corrections.types import Correction, Merge, Rename, Retype
from .database import Database
from .steps import Log, Logged, read_steps, replace_steps, write_steps

TEXT, SOURCE, PLACE = "text", "source", "place"
"""What an article can be known by, the most certain first."""

_WORD = re.compile(r"\w+")
_MOST_FOUND = 500


class Identity(Struct, frozen=True):
    """What an article is known by, "" where it is not known, and how people know it."""

    text: str
    source: str = ""
    place: str = ""
    title: str = ""
    name: str = ""
    published: str = ""

    @property
    def keys(self) -> list[tuple[str, str]]:
        """What finds the article, the most certain first."""
        found = ((TEXT, self.text), (SOURCE, self.source), (PLACE, self.place))
        return [(sort, value) for sort, value in found if value]


class Found(Struct, frozen=True):
    """An article of the library: its number, what it was known by, and what was made of it.

    `log` has the steps that can be undone, if it was requested.
    """

    article: int
    matched: str
    items: tuple[Item, ...]
    log: Log = Log()


class Put(Struct, frozen=True):
    """What became of changes: the article's number, and items that had to take another id.

    Each of those is given as it was, and as it is kept.
    """

    article: int
    moved: tuple[tuple[Item, Item], ...] = ()


class Shelved(Struct, frozen=True):
    """An article in the list of all: how many notes and corrections it has, and its best line."""

    article: int
    title: str
    name: str
    place: str
    published: str
    opened: float
    notes: int
    corrections: int
    line: str = ""


class Library:
    """Notes, highlights and corrections in one file. Not for several threads.

    Every method raises LibraryError, and then nothing was changed.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._database = Database(path or default_path())

    @property
    def notice(self) -> str:
        """What was wrong with the file, in a sentence, or nothing."""
        return self._database.notice

    def close(self) -> None:
        """End the connection."""
        self._database.close()

    # One article

    def version(self) -> int | None:
        """A number that changes once somebody else has changed the file; None without a file."""
        if not self._database.path.exists():
            return None
        with self._database.reading() as connection:
            version: int = connection.execute("PRAGMA data_version").fetchone()[0]
            return version

    def find(self, identity: Identity, *, with_log: bool = False) -> Found | None:
        """What was made of an article, None where it is not known."""
        if not self._database.path.exists():
            return None
        with self._database.reading() as connection:
            for sort, value in identity.keys:
                row = connection.execute(
                    "SELECT article FROM known WHERE sort = ? AND value = ?", (sort, value)
                ).fetchone()
                if row is not None:
                    log = read_steps(connection, row[0]) if with_log else Log()
                    return Found(row[0], sort, tuple(self._items(connection, row[0])), log)
        return None

    def keep(self, identity: Identity, article: int | None, changes: Sequence[Change]) -> int:
        """Keep changes of an article's items, all or none of them; returns its number."""
        return self.put(identity, article, [Logged(Step("", tuple(changes)))]).article

    def put(self, identity: Identity, article: int | None, logged: Sequence[Logged]) -> Put:
        """Keep steps, all or none of them, and the log of them.

        What somebody else has changed since is never overwritten: our change of it is kept
        beside it, under another id.
        """
        moved = []
        with self._database.writing() as connection:
            number = _shelve(connection, identity, article)
            write_steps(connection, number, logged)
            for one in logged:
                for change in one.step.changes:
                    after = _put(connection, number, change)
                    if after is not None and after is not change.after and change.after:
                        moved.append((change.after, after))
                        replace_steps(connection, [one.step.with_moved(change.after, after)])
        return Put(number, tuple(moved))

    @staticmethod
    def _items(connection: sqlite3.Connection, article: int) -> Iterable[Item]:
        rows = connection.execute(
            "SELECT body FROM items WHERE article = ? ORDER BY id", (article,)
        )
        for (body,) in rows:
            item = decoded(body.encode("utf-8", "surrogatepass"))
            if item is not None:
                yield item

    def marks(self, article: int) -> dict[str, Anchor]:
        """The places of an article that a letter was set at."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT letter, body FROM marks WHERE article = ?", (article,)
            ).fetchall()
        found = {letter: _anchor(body) for letter, body in rows}
        return {letter: anchor for letter, anchor in found.items() if anchor is not None}

    def keep_mark(
        self, identity: Identity, article: int | None, letter: str, anchor: Anchor
    ) -> int:
        """Keep the place of a letter, which has one in each article; returns the number."""
        body = msgspec.json.encode(anchor).decode()
        with self._database.writing() as connection:
            number = _shelve(connection, identity, article)
            connection.execute(
                "INSERT INTO marks (article, letter, body) VALUES (?, ?, ?) "
                "ON CONFLICT (article, letter) DO UPDATE SET body = excluded.body",
                (number, letter, body),
            )
        return number

    def lessons(self, but: int | None) -> list[Correction]:
        """What was said of names in other articles than `but`, the latest first."""
        if not self._database.path.exists():
            return []
        with self._database.reading() as connection:
            rows = connection.execute(_LESSONS, (but or 0, _MOST_FOUND)).fetchall()
        items = (decoded(body.encode()) for (body,) in rows)
        return [item for item in items if isinstance(item, Merge | Rename | Retype)]

    # All articles

    def articles(self, query: str = "") -> list[Shelved]:
        """The articles with anything made of them or opened recently, those opened last first.

        `query` finds words, or beginnings of words, in notes, tags, passages and titles; each
        article then comes with a line of what was found.
        """
        if not self._database.path.exists():
            return []
        wanted = [f'"{word}"*' for word in _WORD.findall(query)]
        with self._database.reading() as connection:
            if not query.strip():
                rows = connection.execute(f"{_LIST} GROUP BY articles.id ORDER BY opened DESC")
                return [Shelved(*row) for row in rows]
            if not wanted:
                return []
            lines: dict[int, str] = {}
            for article, line in connection.execute(_SEARCH, (" ".join(wanted), _MOST_FOUND)):
                lines.setdefault(article, line)
            listed = connection.execute(f"{_LIST} GROUP BY articles.id").fetchall()
            known = {row[0]: row for row in listed}
            return [
                replace(Shelved(*known[one]), line=shown)
                for one, shown in lines.items()
                if one in known
            ]

    def forget(self, article: int) -> None:
        """Take an article off the list with all that was made of it."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM words WHERE article = ?", (article,))
            connection.execute("DELETE FROM articles WHERE id = ?", (article,))


_LIST = """
    SELECT articles.id, title, source, place, published, opened,
           coalesce(sum(body LIKE '%"type":"note"%'), 0),
           coalesce(sum(body NOT LIKE '%"type":"note"%'), 0)
    FROM articles LEFT JOIN items ON items.article = articles.id
"""
_LESSONS = """
    SELECT body FROM items WHERE article != ? AND (
        body LIKE '{"type":"merge"%' OR body LIKE '{"type":"rename"%'
        OR body LIKE '{"type":"retype"%'
    ) ORDER BY modified DESC LIMIT ?
"""
_SEARCH = """
    SELECT article, snippet(words, -1, '', '', '…', 12) FROM words
    WHERE words MATCH ? ORDER BY rank LIMIT ?
"""


def _shelve(connection: sqlite3.Connection, identity: Identity, article: int | None) -> int:
    words = (identity.title, identity.name, identity.place, identity.published)
    about = (*map(_storable, words), time.time())
    if article is not None:
        row = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone()
        article = article if row else None
    if article is None:
        cursor = connection.execute(
            "INSERT INTO articles (title, source, place, published, opened) VALUES (?,?,?,?,?)",
            about,
        )
        article = cursor.lastrowid or 0
    else:
        connection.execute(
            "UPDATE articles SET title = ?, source = ?, place = ?, published = ?, opened = ? "
            "WHERE id = ?",
            (*about, article),
        )
    for sort, value in identity.keys:
        connection.execute(
            "INSERT INTO known (sort, value, article) VALUES (?, ?, ?) "
            "ON CONFLICT (sort, value) DO UPDATE SET article = excluded.article",
            (sort, _storable(value), article),
        )
    connection.execute("DELETE FROM words WHERE article = ? AND item = ''", (article,))
    connection.execute(
        "INSERT INTO words (title, note, tags, passage, item, article) VALUES (?,'','','','',?)",
        (about[0], article),
    )
    return article


def _put(connection: sqlite3.Connection, article: int, change: Change) -> Item | None:
    """Keep a change; returns what is kept, which has an id of its own beside another's change."""
    row = connection.execute("SELECT body FROM items WHERE id = ?", (change.ident,)).fetchone()
    present = decoded(row[0].encode("utf-8", "surrogatepass")) if row else None
    is_anothers = present is not None and present not in (change.before, change.after)
    if is_anothers and change.after is None:
        return None
    if is_anothers and change.after is not None:
        change = Change(None, replace(change.after, id=new_id()))
    _write(connection, article, change.ident, change.after)
    return change.after


def _write(connection: sqlite3.Connection, article: int, ident: str, item: Item | None) -> None:
    connection.execute("DELETE FROM words WHERE item = ?", (ident,))
    if item is None:
        connection.execute("DELETE FROM items WHERE id = ?", (ident,))
        return
    connection.execute(
        "INSERT INTO items (id, article, body, modified) VALUES (?, ?, ?, ?) ON CONFLICT (id) "
        "DO UPDATE SET article = excluded.article, body = excluded.body, "
        "modified = excluded.modified",
        (ident, article, encoded(item).decode(), time.time()),
    )
    if isinstance(item, Remark):
        words = (item.text, " ".join(item.tags), item.place.exact)
        connection.execute(
            "INSERT INTO words (title, note, tags, passage, item, article) VALUES ('',?,?,?,?,?)",
            (*map(_storable, words), ident, article),
        )


def _anchor(body: str) -> Anchor | None:
    try:
        return msgspec.json.decode(body, type=Anchor)
    except msgspec.MsgspecError:
        return None


def _storable(words: str) -> str:
    """Words without lone surrogates, which SQLite's UTF-8 cannot hold."""
    return words.encode("utf-8", "replace").decode()


def default_path() -> Path:
    """Where the library is."""
    from platformdirs import user_data_path

    return user_data_path("reading-room") / "library.sqlite"
