from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from reader import Analyzer, Article
from reader.analysis import DEFAULT_MODEL
from reader.cli import main
from reader.corpus import Record, ShardTask, Store
from reader.corpus.pool import Pool, Shard
from reader.corpus.work import run_shard
from reader.sources import Raw

from .killing import Deadly, DeadlyOnce
from .samples import contents, write_articles

MODEL = DEFAULT_MODEL


def _analyze(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["analyze", *arguments])
    out, err = capfd.readouterr()
    return code, out, err


def _records(folder: Path) -> list[Record]:
    store = Store(folder)
    return [r for name in store.manifest().shards for r in store.read(name, Record)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of thirty articles with a bad one among them."""
    folder = tmp_path_factory.mktemp("corpus")
    articles = write_articles(folder / "articles", 30)
    (articles / "empty.txt").write_bytes(b"")
    assert main(["analyze", str(articles), "-o", str(folder / "out"), "--processes", "1"]) == 0
    return folder / "out"


def test_each_article_has_the_analysis_that_it_has_alone(corpus: Path, analyzer: Analyzer) -> None:
    record = next(r for r in _records(corpus) if r.name == "note-004")
    path = corpus.parent / "articles" / "note-004.txt"
    alone = analyzer.analyze(Article.from_text(path.read_text("utf-8"), source=path.name))
    assert record.analysis == alone


def test_an_article_that_cannot_be_read_is_a_row_with_its_error(corpus: Path) -> None:
    failed = [record for record in _records(corpus) if record.error]
    assert [(record.name, record.analysis) for record in failed] == [("empty", None)]
    assert "empty" in str(failed[0].error)
    assert Store(corpus).manifest().failures == 1


def test_the_cast_and_the_timeline_name_articles_and_ids(corpus: Path) -> None:
    cast = json.loads((corpus / "cast.json").read_text("utf-8"))
    hallam = next(member for member in cast if member["name"] == "Ruth Hallam")
    known = {(r.name, e.id) for r in _records(corpus) if r.analysis for e in r.analysis.entities}
    assert {tuple(member) for group in cast for member in group["members"]} == known
    assert len({document for document, _ in hallam["members"]}) == 20
    timeline = json.loads((corpus / "timeline.json").read_text("utf-8"))
    days = [entry["earliest"] for entry in timeline if entry["earliest"]]
    assert days == sorted(days)


def test_the_same_command_again_analyses_nothing(
    corpus: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = contents(corpus)
    stamps = {path: path.stat().st_mtime_ns for path in (corpus / "shards").iterdir()}
    code, _, err = _analyze(capfd, str(corpus.parent / "articles"), "-o", str(corpus))
    assert code == 0
    assert "31 were there" in err
    assert {path: path.stat().st_mtime_ns for path in (corpus / "shards").iterdir()} == stamps
    assert contents(corpus) == before


def test_new_and_changed_articles_are_taken_in(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    articles, out = write_articles(tmp_path / "in", 3), tmp_path / "out"
    _analyze(capfd, str(articles), "-o", str(out), "--processes", "1")
    write_articles(articles, 4)
    (articles / "note-001.txt").write_text("Ann Roe left Velm.", encoding="utf-8")
    (articles / "note-002.txt").unlink()
    _analyze(capfd, str(articles), "-o", str(out), "--processes", "1")
    names = sorted(record.name for record in _records(out))
    assert names == ["note-000", "note-001", "note-003"]
    changed = next(record for record in _records(out) if record.name == "note-001")
    assert changed.analysis is not None
    assert changed.analysis.document.text == "Ann Roe left Velm."


def test_days_come_from_a_table(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Ann Roe left Velm yesterday.", encoding="utf-8")
    (tmp_path / "days.tsv").write_text("a\t2020-02-03\n", encoding="utf-8")
    arguments = [str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]
    _analyze(capfd, *arguments, "--dates", str(tmp_path / "days.tsv"), "--processes", "1")
    (record,) = _records(tmp_path / "out")
    assert record.analysis is not None
    assert str(record.analysis.document.date) == "2020-02-03"
    assert [str(time.earliest) for time in record.analysis.times] == ["2020-02-02"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "out"], "no articles"),
        (["in", "-o", "full"], "holds other things"),
        (["in", "-o", "out", "--dates", "days.tsv"], "Line 1 of days.tsv"),
        (["in", "-o", "out", "--list", "none"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_articles(tmp_path / "in", 1)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "days.tsv").write_text("no day\n", encoding="utf-8")
    code, out, err = _analyze(capfd, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def _task(name: str, raw: object = None) -> ShardTask:
    text = f"Ann Roe left Velm on {len(name)} May 2020."
    return ShardTask(name, name, raw or Raw(name, text.encode(), source=name))  # type: ignore[arg-type]


def _run(tasks: list[ShardTask], processes: int = 2) -> dict[str, Record]:
    shards = [Shard(str(n), 2, list(tasks[n : n + 2]).copy) for n in range(0, len(tasks), 2)]
    made: dict[str, Record] = {}
    for done in Pool(MODEL, processes).run(iter(shards)):
        import gzip

        import msgspec

        for line in gzip.decompress(done.data).splitlines():
            record = msgspec.json.decode(line, type=Record)
            assert record.name not in made
            made[record.name] = record
    return made


def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    tasks = [_task(f"a{n}") for n in range(6)]
    once = DeadlyOnce(tmp_path / "seen", Raw("x", b"Ann Roe left Velm.", source="x"))
    made = _run([*tasks, _task("x", once)])
    assert sorted(made) == ["a0", "a1", "a2", "a3", "a4", "a5", "x"]
    assert all(record.analysis is not None for record in made.values())


def test_an_article_that_kills_is_a_row_and_costs_no_other() -> None:
    made = _run([_task("a"), _task("bad", Deadly()), _task("b"), _task("c")])
    assert [name for name, record in made.items() if record.error] == ["bad"]
    assert "killed" in str(made["bad"].error)


def test_the_articles_of_a_container_are_rows_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.txt", "Ann Roe left Velm.")
        archive.writestr("two.txt", "Jon Pike reached Corrin.")
    import gzip

    data = run_shard(
        [ShardTask("two", "d", Raw("two.zip", path.read_bytes(), source="two.zip"))], MODEL
    )
    lines = [json.loads(line) for line in gzip.decompress(data).splitlines()]
    if len(lines) == 1:
        pytest.skip("this reader does not open ZIP files")
    assert [line["name"] for line in lines] == ["two#1", "two#2"]


@pytest.mark.parametrize("seed", range(2))
def test_a_run_killed_anywhere_ends_as_one_that_was_not(tmp_path: Path, seed: int) -> None:
    articles = write_articles(tmp_path / "in", 60)
    command = [sys.executable, "-m", "reader", "analyze", str(articles), "--processes", "1", "-o"]
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    chance = random.Random(seed)
    for _ in range(2):
        run = subprocess.Popen(
            [*command, str(tmp_path / "killed")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.2, 3.5))
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    subprocess.run([*command, str(tmp_path / "killed")], check=True, capture_output=True)
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")
