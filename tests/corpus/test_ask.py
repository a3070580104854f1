from __future__ import annotations

import csv
import io
import json
import time
from datetime import date
from pathlib import Path

import pytest

from reader.cli import main
from reader.commands.answers import table
from reader.corpus.ask import Answer, Questions

from .samples import write_articles

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    articles = write_articles(folder / "articles", 9)
    (articles / "bad.txt").write_bytes(b"")
    assert main(["analyze", str(articles), "-o", str(folder / "out"), "--processes", "1"]) == 0
    return folder / "out"


def _ask(capfd: pytest.CaptureFixture[str], corpus: Path, *arguments: str) -> tuple[int, str, str]:
    capfd.readouterr()
    code = main(["ask", str(corpus), *arguments])
    out, err = capfd.readouterr()
    return code, out, err


def test_quotes_of_a_speaker_between_two_days(
    corpus: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ("--by", "Hallam", "--from", "2026-03-02", "--to", "2026-03-05", "--format", "json")
    code, out, _ = _ask(capfd, corpus, "quotes", *options)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(row["name"], row["document"]) for row in rows] == [("Ruth Hallam", "note-003")]
    assert rows[0]["text"] == "“We waited 5 years for this gate,”"


def test_people_in_the_articles_of_another(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _ask(capfd, corpus, "people", "--with", "ruth hallam", "--format", "csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0] == ["name", "together", "articles"]
    assert [row[:2] for row in rows[1:]] == [["Ilsa Maddern", "3"], ["Tom Okafor", "3"]]


def test_events_of_a_day_as_a_table(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _ask(capfd, corpus, "events", "--on", "2026-03-02")
    assert "opened lock" in out
    assert out.splitlines()[0].split() == ["earliest", "latest", "headline", "document", "event"]


def test_any_question_in_sql(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    question = "SELECT count(*) AS n FROM documents WHERE error IS NOT NULL"
    assert _ask(capfd, corpus, "sql", question, "--format", "csv")[1] == "n\n1\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("quotes", "--by", "Nobody Atall"), "Nobody in the cast"),
        (("sql", "SELECT"), "DuckDB refuses"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(
    corpus: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = _ask(capfd, corpus, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_folder_that_is_no_corpus_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, _, err = _ask(capfd, tmp_path, "people")
    assert code == 2
    assert "has no tables" in err


def test_every_table_has_the_columns_that_the_schema_says(corpus: Path) -> None:
    schema = json.loads((corpus / "parquet" / "schema.json").read_text("utf-8"))
    with Questions(corpus) as questions:
        for name, columns in schema.items():
            answer = questions.sql(f"DESCRIBE {name}")
            assert {row[0]: row[1] for row in answer.rows} == columns


def test_every_quote_is_said_once(corpus: Path) -> None:
    with Questions(corpus) as questions:
        both = questions.sql("SELECT (SELECT count(*) FROM quotes), (SELECT count(*) FROM said)")
        assert both.rows[0][0] == both.rows[0][1] > 0


def test_answers_come_in_pages(corpus: Path) -> None:
    with Questions(corpus) as questions:
        whole = questions.quotes().rows
        assert questions.quotes(limit=2).rows + questions.quotes(limit=99, offset=2).rows == whole


def test_a_question_takes_no_time(corpus: Path) -> None:
    with Questions(corpus) as questions:
        started = time.process_time()
        questions.quotes(by=questions.named("Hallam")[0].member, first=date(2026, 1, 1))
        assert time.process_time() - started < 1


def test_a_table_fits_and_is_harmless() -> None:
    answer = Answer(("name", "text"), [("Ann\x1b[31m", "word " * 40)])
    lines = table(answer, 60)
    assert all(len(line) <= 60 for line in lines)
    assert "\x1b" not in "".join(lines)
