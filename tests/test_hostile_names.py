"""Whatever is written behind an option, the command ends in one harmless sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from reader.cli import main

from .hostile_names import NAMES

EXPORT = ["--export", "json"]
OPTIONS = {
    "an article": ["{}"],
    "an article to export": [*EXPORT, "{}"],
    "two articles": ["{}", "{}"],
    "--list": ["--list", "{}"],
    "--list to export": [*EXPORT, "--list", "{}", "missing.txt"],
    "-o": [*EXPORT, "-o", "{}", "missing.txt"],
    "-o for several": [*EXPORT, "-o", "{}", "missing.txt", "lost.txt"],
    "--export": ["--export", "{}", "missing.txt"],
    "--date": ["--date", "{}", "missing.txt"],
    "--model": [*EXPORT, "--model", "{}", "missing.txt"],
    "--model on the screen": ["--model", "{}", "missing.txt"],
    "--notes": ["--notes", "{}", "missing.txt"],
    "--import-notes": ["--import-notes", "{}", "ferry.txt"],
    "--import-notes for": ["--import-notes", "ferry.txt", "{}"],
    "--serve": ["--serve", "--serve-to-network", "{}", "missing.txt"],
    "--port": ["--serve", "--port", "{}", "missing.txt"],
    "analyze": ["analyze", "{}", "-o", "out"],
    "analyze -o": ["analyze", "ferry.txt", "--model", "missing", "-o", "{}"],
    "analyze --list": ["analyze", "--list", "{}", "-o", "out"],
    "analyze --dates": ["analyze", "ferry.txt", "--dates", "{}", "-o", "out"],
    "analyze --model": ["analyze", "ferry.txt", "--model", "{}", "-o", "out"],
    "ask": ["ask", "{}", "people"],
    "ask for": ["ask", "missing", "{}"],
    "ask --on": ["ask", "missing", "events", "--on", "{}"],
}


@pytest.mark.parametrize("oddity", NAMES)
@pytest.mark.parametrize("option", OPTIONS)
def test_it_is_refused_in_one_sentence(
    option: str,
    oddity: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    (tmp_path / "ferry.txt").write_text("The ferry sails again, Mara Voss said.\n")
    name = NAMES[oddity](tmp_path)
    assert main([part.format(name) if part == "{}" else part for part in OPTIONS[option]]) == 2
    said = capsys.readouterr()
    assert said.out == "" or option == "analyze"  # which tells how many could not be read
    sentences = said.err.removesuffix("\n").split("\n")
    assert all(": " in sentence for sentence in sentences)
    assert all(sentence.isprintable() for sentence in sentences)
