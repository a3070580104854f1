"""Opening what people have, by the command, in a real terminal and without one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..sources.servers import Server, serving
from .terminal import reader

PAGE = b"""<html><head><title>Tolls rise in Port Halden</title></head><body><article>
<h1>Tolls rise in Port Halden</h1>
<p>The harbour board will raise its tolls in June, Mara Voss said on Monday. Nobody asked it to.</p>
<h2>Who pays</h2><p>Ferries pay most of the tolls, and fishing boats half of what ferries pay.</p>
</article></body></html>"""
SIZE = (100, 30)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving() as made:
        yield made


def run(*arguments: str | Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    source = {"input": given} if given is not None else {"stdin": subprocess.DEVNULL}
    return subprocess.run(reader(*arguments), capture_output=True, check=False, **source)


def test_a_page_is_read_by_its_address_and_again_without_the_net(start, server: Server) -> None:
    address = server.give("/tolls", PAGE)
    with start(address, size=SIZE) as terminal:
        terminal.wait_for("Ferries pay most")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []
    with start("--offline", address, size=SIZE) as terminal:
        terminal.wait_for("Ferries pay most")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert len(server.seen) == 1
    with start(size=SIZE) as terminal:
        terminal.wait_for("Recent articles")
        terminal.wait_for("Tolls rise in Port Halden")


@pytest.mark.parametrize("kind", ["text", "address"])
def test_what_is_piped_in_needs_no_dash(start, server: Server, kind: str) -> None:
    piped = {
        "text": b"Ferry sails\n\nFerries pay most of the tolls.\n",
        "address": server.give("/tolls", PAGE).encode() + b"\n",
    }[kind]
    with start(size=SIZE, piped=piped) as terminal:
        terminal.wait_for("Ferries pay most")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_start_screen_leads_to_a_file_and_can_be_left(start, tmp_path: Path) -> None:
    (tmp_path / "tolls.html").write_bytes(PAGE)
    with start(size=(80, 24)) as terminal:
        terminal.wait_for("Samples")
        terminal.press(str(tmp_path / "tolls.html"), "enter")
        terminal.wait_for("Ferries pay most")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with start(size=(80, 24)) as terminal:
        terminal.wait_for("Samples")
        terminal.press("esc")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []


def test_what_cannot_be_read_ends_in_one_sentence_behind_the_screen(start, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"nonsense " * 200)
    with start(broken, size=SIZE) as terminal:
        assert terminal.wait_for_exit() == 2
        assert terminal.left_on() == []
        last = terminal.output.rpartition("reader: ")[2].strip()
    assert "broken.pdf" in last
    assert last.count("\n") == 0


def test_without_input_or_terminal_it_ends_in_a_sentence(tmp_path: Path) -> None:
    for arguments in ((), ("--export", "json")):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"reader: Standard input is empty: pipe an article into it.\n"
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *reader()], capture_output=True, check=False
    )
    assert closed.returncode == 2
    assert closed.stderr.startswith(b"reader: Standard input is closed")
    assert closed.stderr.count(b"\n") == 1


HINTING = (
    rb"{\rtf1\ansi{\info{\creatim\yr2019\mo3\dy4\hr9\min1}}\pard Tolls rise\par "
    rb"Ferries pay most of the tolls, Mara Voss said on Monday.\par}"
)


def test_any_format_and_address_is_exported_and_a_guessed_date_is_not_used(
    server: Server, tmp_path: Path
) -> None:
    (tmp_path / "harbour.rtf").write_bytes(HINTING)
    address = server.give("/2024/05/03/tolls", PAGE)
    lost = server.url("/lost")
    out = tmp_path / "out"
    done = run("--export", "json", "-o", out, tmp_path / "harbour.rtf", f"{address}?x=1", lost)
    assert done.returncode == 2
    assert b"has no such page" in done.stderr
    documents = {path.stem: json.loads(path.read_text())["document"] for path in out.iterdir()}
    dates = {name: (one["date"], one["date_certainty"]) for name, one in documents.items()}
    assert dates == {"harbour": (None, "guessed"), "tolls": ("2024-05-03", "stated")}
    assert documents["tolls"]["url"] == f"{address}?x=1"
    assert all("Ferries pay most" in one["text"] for one in documents.values())
    assert run("--forget-pages").stdout == b"1 page deleted.\n"
    assert run("--forget-pages").stdout == b"0 pages deleted.\n"


def test_a_guessed_date_is_proposed_and_counts_once_it_is_taken(start, tmp_path: Path) -> None:
    (tmp_path / "harbour.rtf").write_bytes(HINTING)
    with start(tmp_path / "harbour.rtf", size=(120, 30)) as terminal:
        terminal.wait_for("perhaps 2019-03-04")
        terminal.wait_for("ready")
        terminal.press("D")
        terminal.wait_for("this one is a guess")
        terminal.press("enter")
        terminal.wait_for("2019-03-04 set by you")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
