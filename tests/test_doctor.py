"""`reader --doctor` says what works on this machine, and what to do about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import main


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """The exit code, and each line by what it is about, with its sign in front."""
    code = main(["--doctor"])
    lines = capsys.readouterr().out.splitlines()
    return code, {line[4:33].strip(): f"{line[:2]} {line[33:]}" for line in lines}


@pytest.fixture(autouse=True)
def good_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_every_line_has_a_sign_and_a_name(capsys):
    _, found = doctor(capsys)
    assert {"reader", "Python", "terminal", "settings", "pipeline"} <= set(found)
    assert all(state[:2] in ("ok", "!!") and len(state) > 3 for state in found.values())


def test_a_file_where_a_folder_should_be_is_named(capsys, monkeypatch, tmp_path):
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    code, found = doctor(capsys)
    assert code == 1
    assert found["cached analyses and pages"].endswith(f"{file} is a file: move it away")


def test_a_terminal_that_cannot_place_the_cursor_is_named(capsys, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    code, found = doctor(capsys)
    assert code == 1
    assert found["terminal"] == "!! dumb: set TERM to what the terminal is, or use --plain"


def test_settings_that_are_wrong_are_named(capsys, monkeypatch, tmp_path):
    folder = tmp_path / "config" / "reading-room"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('theme = "none such"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent))
    code, found = doctor(capsys)
    assert code == 1
    assert found["settings"].endswith("reader --edit-config opens the file")


def test_the_process_that_stays_ready_is_shown(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert doctor(capsys)[1]["background process"] == "ok not running"
