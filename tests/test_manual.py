"""Help, manual pages, completions and the doctor say what the parser says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import shtab

from reader import arguments
from reader.cli import main
from reader.commands import analyze, ask
from reader.commands.doctor import Finding, examine
from reader.settings import settings_path

from .project.manual import files

ROOT = Path(__file__).parents[1]
OPTIONS = {name for a in arguments.make_parser()._actions for name in a.option_strings}
HIDDEN = {"--served", "-h", "--help"}


def test_the_files_are_what_the_parsers_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    made = files()
    assert len(made) == 6
    wrong = [path.name for path, text in made.items() if path.read_text("utf-8") != text]
    assert not wrong, "run scripts/manual"


def test_every_option_is_in_help_manual_page_and_completions() -> None:
    told = arguments.make_parser().format_help()
    page = (ROOT / "assets/man/reader.1").read_text("utf-8").replace("\\-", "-")
    bash = (ROOT / "assets/completions/reader.bash").read_text("utf-8")
    for option in OPTIONS - HIDDEN:
        assert option in told
        assert option in page
        assert option in bash
    assert "examples:" in told


def test_paths_are_completed_as_the_library_says() -> None:
    assert {shell: arguments._FILES[shell] for shell in ("bash", "zsh", "fish")} == {
        shell: shtab.FILE[shell] for shell in ("bash", "zsh", "fish")
    }


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("reader --comp", {"--completions"}),
        ("reader --export webanno", {"webanno"}),
        ("reader --completions f", {"fish"}),
        ("reader ana", {"analyze"}),
        ("reader analyze --dat", {"--dates"}),
        ("reader analyze READ", {"README.md"}),
        ("reader ask OUT quo", {"quotes"}),
        ("reader ask OUT quotes --fo", {"--format"}),
        ("reader ask OUT quotes --format c", {"csv"}),
    ],
)
def test_bash_completes(line: str, offered: set[str]) -> None:
    words = line.split()
    script = (
        f'source "{ROOT}/assets/completions/reader.bash"; '
        f'COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; COMP_LINE="{line}"; '
        f"COMP_POINT={len(line)}; _shtab_reader reader {words[-1]} {words[-2]}; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert {word.strip() for word in done.stdout.split()} == offered, done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_read_their_files(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    path = ROOT / "assets/completions" / {"zsh": "_reader", "fish": "reader.fish"}[shell]
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", [analyze, ask])
@pytest.mark.parametrize("name", ["reader.bash", "_reader", "reader.fish"])
def test_every_option_of_every_command_is_completed(command: ModuleType, name: str) -> None:
    told = (ROOT / "assets/completions" / name).read_text("utf-8")
    options = {o for a in command.make_parser()._actions for o in a.option_strings if o[:2] == "--"}
    for option in options:
        assert (f"-l {option[2:]} " if name.endswith("fish") else option) in told


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff")
@pytest.mark.parametrize("name", ["reader", "reader-analyze", "reader-ask"])
def test_the_manual_pages_are_set_without_complaint(name: str) -> None:
    page = ROOT / f"assets/man/{name}.1"
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(page)], capture_output=True, text=True, check=True
    )
    assert "SYNOPSIS" in re.sub(".\x08", "", done.stdout)
    assert not done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--completions", shell]) == 0
    assert "--export" in capsys.readouterr().out.replace("export", "--export")


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_is_short(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 0
    assert re.fullmatch(r"reader \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def test_a_verbose_version_tells_what_it_stands_on() -> None:
    command = [sys.executable, "-m", "reader", "--version", "--verbose"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for name in ("Python", "Textual", "spaCy", "pipeline", "settings folder"):
        assert re.search(rf"^{name}: \S", told, re.MULTILINE)


def findings() -> dict[str, Finding]:
    return {finding.name: finding for finding in examine()}


def test_the_doctor_finds_what_is_wrong_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    settings_path().parent.mkdir()
    settings_path().write_text("measure = 7")
    (tmp_path / "state/reading-room").mkdir(parents=True)
    (tmp_path / "state/reading-room").chmod(0o777)
    monkeypatch.setenv("TERM", "dumb")
    found = findings()
    assert "--plain" in found["terminal"].cure
    assert "line 1: measure must be" in found["settings"].state
    assert "--edit-config" in found["settings"].cure
    assert "others can write" in found["reading positions and layout"].cure
    assert main(["--doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line[:2] in {"ok", "!!"} for line in lines)


def test_the_doctor_has_nothing_to_say_where_all_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    settings_path().parent.mkdir()
    settings_path().write_text('copy_command = "cat"')
    cured = [finding for finding in examine() if finding.cure and finding.name != "Python"]
    assert not cured
