"""One SQLite file that is never lost: private, migrated with a backup, damaged ones set aside.

Several readers may use it at once. Not for several threads.
"""

from __future__ import annotations

import os
import sqlite3
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import get_ident

from ..trusted import make_private
from .schema import COPIED, MIGRATIONS

_PATIENCE = 10.0
_PAUSE = 0.02
_BESIDE = ("", "-wal", "-shm")


class LibraryError(Exception):
    """The library cannot be used now; the message is a sentence that says what to do."""


class NewerLibraryError(LibraryError):
    """The file is from a newer version of this program, and stays as it is."""


class Database:
    """The connection to the file at `path`, made when it is first used.

    `notice` says in a sentence what was wrong with the file, once that is known, or is empty.
    """

    def __init__(
        self, path: Path, migrations: Sequence[str] = MIGRATIONS, *, check: bool = True
    ) -> None:
        """With `check` the whole file is looked over before it is used."""
        self.path = path
        self.notice = ""
        self._migrations = migrations
        self._check = check
        self._connection: sqlite3.Connection | None = None
        self._thread = 0

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, to read from. Raises LibraryError."""
        with _as_sentences(self.path):
            yield self._open()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection within a transaction that is kept whole or not at all.

        Raises LibraryError, and then nothing was changed.
        """
        with _as_sentences(self.path):
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """End the connection; it is made again when it is needed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            make_private(self.path.parent)
            try:
                self._connection = self._ready_in_time()
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                self._save_what_can_be_read()
                self._connection = self._ready()
            # Unlike __del__, this comes before the connection's own end where both die at once.
            weakref.finalize(self, _end, self._connection)
            self._thread = get_ident()
        elif self._thread != get_ident():
            raise sqlite3.ProgrammingError("the library is used from a second thread")
        return self._connection

    def _ready_in_time(self) -> sqlite3.Connection:
        """The connection, once another reader has let go of the file.

        SQLite does not wait by itself while another one repairs the log of a reader that died.
        """
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return self._ready()
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def _ready(self) -> sqlite3.Connection:
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        # The collector may end the connection from any thread; `_open` refuses a second one.
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            self._look_over(connection)
            self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        self._check = False
        return connection

    def _look_over(self, connection: sqlite3.Connection) -> None:
        version = _version(connection)
        if version > len(self._migrations):
            raise NewerLibraryError(
                "Your notes were saved by a newer version of reader, which this one cannot read; "
                "they were not changed. Update reader to see them."
            )
        if self._check or version < len(self._migrations):
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != ("ok",):
                raise sqlite3.DatabaseError("malformed")

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring the tables up to date, after a backup where there is something in them."""
        version = _version(connection)
        if version == len(self._migrations):
            return
        if version:
            self._back_up(connection, version)
        connection.execute("BEGIN IMMEDIATE")
        try:
            for script in self._migrations[_version(connection) :]:
                for statement in script.split(";"):
                    if statement.strip():
                        connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    def _back_up(self, connection: sqlite3.Connection, version: int) -> None:
        path = self.path.with_name(f"{self.path.stem}.version-{version}{self.path.suffix}")
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        with closing(sqlite3.connect(path)) as copy:
            connection.backup(copy)

    # A damaged file

    def _save_what_can_be_read(self) -> None:
        """Set the file aside, and begin a new one with all rows that can still be read."""
        aside = self._set_aside()
        self._check = False
        saved = 0
        new = self._ready()
        with suppress(sqlite3.Error), closing(new), closing(sqlite3.connect(aside)) as old:
            saved = sum(_copied(old, new, table) for table in COPIED)
        self.notice = (
            f"The file with your notes was damaged: it was set aside as {aside.name}, "
            f"and what could be read of it ({saved} entries) was saved."
        )

    def _set_aside(self) -> Path:
        number = 1
        while os.path.lexists(aside := self.path.with_name(f"{self.path.name}.{number}.aside")):
            number += 1
        for ending in _BESIDE:
            with suppress(FileNotFoundError):
                Path(f"{self.path}{ending}").rename(f"{aside}{ending}")
        return aside


def _copied(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> int:
    """Copy the rows of a table that can be read; how many of a person's own there were."""
    count = 0
    with suppress(sqlite3.Error):
        for row in old.execute(f"SELECT * FROM {table}"):
            with suppress(sqlite3.Error):
                new.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)
                count += table == "items"
    return count


def _end(connection: sqlite3.Connection) -> None:
    """End a connection with the last one who holds it."""
    with suppress(sqlite3.Error):
        connection.close()


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    if isinstance(error, sqlite3.OperationalError):
        return "disk image is malformed" in str(error) or "no such table" in str(error)
    words = str(error)
    return any(word in words for word in ("malformed", "not a database", "corrupt"))


@contextmanager
def _as_sentences(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say into a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(_sentence(str(error))) from error
    except OSError as error:
        raise LibraryError(
            f"Your notes cannot be saved in {path.parent}: {error.strerror or error}."
        ) from error


def _sentence(words: str) -> str:
    if "full" in words:
        return "Your notes cannot be saved because the disk is full: free some space."
    if "locked" in words:
        return "Another program has locked the file with your notes: close it, then continue."
    if "readonly" in words or "unable to open" in words:
        return "Your notes cannot be saved: the file for them may not be written."
    return f"Your notes cannot be saved: {words}."
