"""The tables of a corpus as Parquet, written by DuckDB: the same rows give the same bytes.

One thread and sorted rows make it so. The rows go through a file of JSON lines, so that no
table is ever held in memory.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

import msgspec

from ..analysis.types import Analysis
from ..collection import Member
from ..collection.cast.keys import key_of
from ..files import UNFINISHED, write_atomically
from .finish import Numbers, numbers_of
from .inputs import digest_of
from .shards import Store
from .tables import CAST_COLUMNS, COLUMNS, Row, failure, happened, rows, said

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHARDS_OF_PART = 32
_MEMORY = "512MB"
_ROWS = 20_000
_AS_THEY_COME = dict.fromkeys(COLUMNS, "")
_ORDER = {
    "members": "member",
    "names": "key, articles DESC, member, name",
    "appearances": "document, entity",
    "said": "speaker NULLS LAST, day NULLS LAST, document, quote",
    "happened": "earliest NULLS LAST, latest NULLS LAST, document, event",
}


class _Read(msgspec.Struct, frozen=True):
    name: str
    error: str | None = None
    analysis: Analysis | None = None


def write_tables(store: Store, cast: Sequence[Member]) -> None:
    """Write `parquet/` again for what has changed: a part for some shards, and the cast's tables.

    Raises ImportError where DuckDB is not installed.
    """
    from duckdb import connect

    folder = store.folder / "parquet"
    with connect(config={"threads": 1, "memory_limit": _MEMORY}) as database:
        wanted: set[Path] = set()
        with _Writer(database, folder, "cast", CAST_COLUMNS, _ORDER) as of_cast:
            of_cast.numbers = numbers_of(list(cast))
            _write_cast(of_cast, cast)
            for part in _parts(store.manifest().shards):
                with _Writer(database, folder, digest_of(part), COLUMNS, _AS_THEY_COME) as writer:
                    _write_part(store, part, writer, of_cast, cast)
                wanted |= writer.paths
            wanted |= of_cast.paths
    write_atomically(folder / "schema.json", json.dumps(schema(), indent=1).encode() + b"\n")
    for old in set(folder.rglob("*.parquet")) - wanted:
        old.unlink()


def _parts(names: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(names)
    while part := list(islice(rest, SHARDS_OF_PART)):
        yield part


def _write_part(
    store: Store, part: Sequence[str], writer: _Writer, of_cast: _Writer, cast: Sequence[Member]
) -> None:
    """The tables of some shards, and their rows of the tables that are made with the cast."""
    for name in part:
        for record in store.read(name, _Read):
            if record.analysis is None:
                writer.add("documents", failure(record.name, name, record.error or ""))
                continue
            for table, made in rows(record.name, name, record.analysis).items():
                writer.add_all(table, made)
            member = of_cast.numbers.get(record.name, {})
            of_cast.add_all("said", _named(said(record.name, record.analysis, member), cast))
            of_cast.add_all("happened", happened(record.name, record.analysis, member))


def _named(quotes: Iterable[Row], cast: Sequence[Member]) -> Iterator[Row]:
    for row in quotes:
        speaker = row["speaker"]
        yield {**row, "name": None if speaker is None else cast[speaker].name}


def _write_cast(writer: _Writer, cast: Sequence[Member]) -> None:
    for number, member in enumerate(cast):
        articles: dict[tuple[str, str], set[str]] = {}
        for figure in member.figures:
            writer.add(
                "appearances", {"document": figure.document, "entity": figure.id, "member": number}
            )
            for name in {figure.name, *figure.forms}:
                articles.setdefault((key_of(name), name), set()).add(figure.document)
        for (key, name), where in articles.items():
            writer.add(
                "names", {"key": key, "name": name, "member": number, "articles": len(where)}
            )
        writer.add(
            "members",
            {
                "member": number,
                "name": member.name,
                "kind": member.kind,
                "articles": len({figure.document for figure in member.figures}),
                "mentions": sum(figure.mentions for figure in member.figures),
            },
        )


class _Writer:
    """Writes tables, each to one file; nothing is written of those that are there already."""

    def __init__(
        self,
        database: DuckDBPyConnection,
        folder: Path,
        part: str,
        columns: Mapping[str, Mapping[str, str]],
        order: Mapping[str, str],
    ) -> None:
        self._database = database
        self._columns = columns
        self._order = order
        self._path = {table: folder / table / f"{part}.parquet" for table in columns}
        if part == "cast":  # there is one, and it is always new
            self._path = {table: folder / f"{table}.parquet" for table in columns}
        self._there = part != "cast" and all(path.exists() for path in self._path.values())
        for path in self._path.values():
            path.parent.mkdir(parents=True, exist_ok=True)
        self._spool = tempfile.TemporaryDirectory(dir=folder, suffix=UNFINISHED)
        self._files: dict[str, IO[bytes]] = {}
        self._encoder = msgspec.json.Encoder()
        self.numbers: Numbers = {}

    @property
    def paths(self) -> set[Path]:
        """Where the tables are."""
        return set(self._path.values())

    def __enter__(self) -> _Writer:
        if not self._there:
            for table in self._columns:
                self._files[table] = (Path(self._spool.name) / f"{table}.jsonl").open("wb")
        return self

    def add(self, table: str, row: Row) -> None:
        """Take a row."""
        if not self._there:
            self._files[table].write(self._encoder.encode(row) + b"\n")

    def add_all(self, table: str, some: Iterable[Row]) -> None:
        """Take rows."""
        for row in some:
            self.add(table, row)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for file in self._files.values():
            file.close()
        if kind is None:
            for table, file in self._files.items():
                self._write(table, file.name)
        self._spool.cleanup()

    def _write(self, table: str, lines: str) -> None:
        columns = self._columns[table]
        names = ", ".join(f'"{name}"' for name in columns)
        sorting = f"ORDER BY {self._order[table]}" if self._order[table] else ""
        beside = Path(f"{self._path[table]}{UNFINISHED}")
        self._database.execute(
            f"COPY (SELECT {names} FROM {_source(columns)} {sorting}) TO {_text(str(beside))} "
            f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS})",
            {"lines": lines},
        )
        beside.replace(self._path[table])


def _source(columns: Mapping[str, str]) -> str:
    listed = ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in columns.items())
    return f"read_json($lines, format = 'newline_delimited', columns = {{{listed}}})"


def _text(words: str) -> str:
    """A literal of SQL."""
    return "'" + words.replace("'", "''") + "'"


def schema() -> dict[str, Any]:
    """The tables with their columns and types, as `parquet/schema.json` has them."""
    return {table: dict(columns) for table, columns in {**COLUMNS, **CAST_COLUMNS}.items()}
