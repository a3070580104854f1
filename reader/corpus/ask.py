"""Questions to a corpus, answered by DuckDB from the Parquet files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..article.errors import shown
from ..collection.cast.keys import key_of
from ..named import is_file
from .errors import CorpusError
from .tables import CAST_COLUMNS, COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY = "1GB"


class Answer(NamedTuple):
    """Rows under their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class MemberFound(NamedTuple):
    """A member of the cast that a name may mean."""

    member: int
    name: str
    kind: str
    articles: int


class Questions:
    """The tables of a corpus, open for questions; also usable as a context."""

    def __init__(self, folder: Path) -> None:
        """Raises CorpusError where there are no tables, or no DuckDB to ask them with."""
        self._folder = folder / "parquet"
        if not is_file(self._folder / "members.parquet"):
            where = shown(str(folder))
            raise CorpusError(
                f"{where} has no tables: run reader analyze on its articles with -o {where}, "
                "with DuckDB installed (pip install 'reading-room[corpus]')."
            )
        self._database = _connect()
        for table in (*COLUMNS, *CAST_COLUMNS):
            self._database.execute(f"CREATE VIEW {table} AS SELECT * FROM {self._source(table)}")

    def __enter__(self) -> Questions:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the tables go."""
        self._database.close()

    def shard(self, document: str) -> str:
        """The shard that an article is in. Raises CorpusError where nobody knows."""
        found = self._rows(
            "SELECT shard FROM documents WHERE document = $document", {"document": document}
        )
        if not found:
            raise CorpusError(f"There is no article {shown(document)}: run reader analyze again.")
        return str(found[0][0])

    def _source(self, table: str) -> str:
        place = self._folder / (f"{table}/*.parquet" if table in COLUMNS else f"{table}.parquet")
        return "read_parquet('" + str(place).replace("'", "''") + "')"

    def named(self, name: str) -> list[MemberFound]:
        """Who in the cast has this name, those in most articles first.

        Where nobody has it, those whose names hold all its words.
        """
        key = key_of(name)
        found = self._named("n.key = $key", {"key": key})
        if not found and key:
            words = " AND ".join(f"contains(n.key, $w{i})" for i, _ in enumerate(key.split()))
            found = self._named(words, {f"w{i}": word for i, word in enumerate(key.split())})
        return found

    def _named(self, condition: str, values: dict[str, Any]) -> list[MemberFound]:
        rows = self._rows(
            "SELECT c.member, c.name, c.kind, c.articles "
            "FROM names n JOIN members c USING (member) "
            f"WHERE {condition} GROUP BY ALL ORDER BY c.articles DESC, c.member LIMIT 20",
            values,
        )
        return [MemberFound(*row) for row in rows]

    def quotes(
        self,
        *,
        by: int | None = None,
        about: int | None = None,
        first: date | None = None,
        last: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Answer:
        """Quotes by or about a member, of days from first to last; in order of speaker and day."""
        conditions = {
            "speaker = $by": by,
            "list_contains(about, $about)": about,
            "day >= $first": first,
            "day <= $last": last,
        }
        values = {"by": by, "about": about, "first": first, "last": last}
        where = _where([text for text, value in conditions.items() if value is not None])
        return self._ask(
            f"SELECT day, name, text, kind, document, quote FROM said {where} "
            "ORDER BY speaker NULLS LAST, day NULLS LAST, document, quote",
            {name: value for name, value in values.items() if value is not None},
            limit,
            offset,
        )

    def people(
        self, *, beside: int | None = None, limit: int | None = None, offset: int = 0
    ) -> Answer:
        """People of the cast with the articles they are in; or those in articles with a member."""
        if beside is None:
            return self._ask(
                "SELECT name, articles, mentions FROM members WHERE kind = 'person' "
                "ORDER BY articles DESC, mentions DESC, member",
                {},
                limit,
                offset,
            )
        return self._ask(
            "SELECT c.name, count(DISTINCT m.document) AS together, c.articles "
            "FROM appearances own JOIN appearances m USING (document) "
            "JOIN members c ON c.member = m.member "
            "WHERE own.member = $beside AND m.member <> $beside AND c.kind = 'person' "
            "GROUP BY c.member, c.name, c.articles ORDER BY together DESC, c.member",
            {"beside": beside},
            limit,
            offset,
        )

    def events(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        of: int | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Answer:
        """Events of days from first to last, with a member; in order of time."""
        conditions = {
            "coalesce(latest, earliest) >= $first": first,
            "coalesce(earliest, latest) <= $last": last,
            "list_contains(members, $of)": of,
        }
        values = {"first": first, "last": last, "of": of}
        where = _where([text for text, value in conditions.items() if value is not None])
        return self._ask(
            f"SELECT earliest, latest, headline, document, event FROM happened {where} "
            "ORDER BY earliest NULLS LAST, latest NULLS LAST, document, event",
            {name: value for name, value in values.items() if value is not None},
            limit,
            offset,
        )

    def sql(self, question: str) -> Answer:
        """The answer to a question in SQL. Raises CorpusError where DuckDB refuses it."""
        import duckdb

        try:
            return self._ask(question, {}, None, 0)
        except duckdb.Error as error:
            told = " ".join(str(error).split())
            raise CorpusError(f"DuckDB refuses the question: {shown(told)}") from error

    def _ask(self, question: str, values: dict[str, Any], limit: int | None, offset: int) -> Answer:
        if limit is not None:
            question += f" LIMIT {limit:d} OFFSET {offset:d}"
        result = self._database.execute(question, values)
        columns = tuple(column[0] for column in result.description or ())
        return Answer(columns, result.fetchall())

    def _rows(self, question: str, values: dict[str, Any]) -> Sequence[tuple[Any, ...]]:
        return self._database.execute(question, values).fetchall()


def _connect() -> DuckDBPyConnection:
    try:
        from duckdb import connect
    except ImportError:
        raise CorpusError(
            "Questions are answered by DuckDB: install it with pip install 'reading-room[corpus]'."
        ) from None
    return connect(config={"memory_limit": _MEMORY})


def _where(conditions: Sequence[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""
