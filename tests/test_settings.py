"""What the settings file may hold, and what is said of it where it is wrong."""

from __future__ import annotations

import os
import re
import shlex
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import msgspec
import pytest

from reader.cli import main
from reader.settings import (
    Settings,
    SettingsError,
    known,
    load_settings,
    settings_path,
)
from reader.settings.printing import written

ENTRIES = [field.name for field in msgspec.structs.fields(Settings)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert load_settings(path) == Settings(
        measure=72,
        theme=None,
        model=None,
        ascii_marks=False,
        article_limit_mb=32,
        cache_limit_mb=200,
        keys={},
    )


def test_the_file_is_in_the_configuration_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings_path().parent.mkdir()
    settings_path().write_text("measure = 66")
    assert settings_path().name == "settings.toml"
    assert load_settings().measure == 66


def test_every_entry_can_be_set(path: Path) -> None:
    path.write_text(
        """\
measure = 60
theme = "nord"
model = "en_core_web_md"
ascii_marks = true
article_limit_mb = 5
cache_limit_mb = 0

[keys]
"app.quit" = "q,ctrl+q"
""",
    )
    assert load_settings(path) == Settings(
        measure=60,
        theme="nord",
        model="en_core_web_md",
        ascii_marks=True,
        article_limit_mb=5,
        cache_limit_mb=0,
        keys={"app.quit": "q,ctrl+q"},
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"measure = 5", ", line 1: measure must be a whole number of columns from 20 to 200."),
        (b"measure = '72'", ", line 1: measure must be a whole number of columns from 20 to 200."),
        (b"ascii_marks = 1", ", line 1: ascii_marks must be true or false."),
        (b"theme = 7", ", line 1: theme must be the name of a theme in quotation marks."),
        (
            b"[keys]\nquit = 3",
            ", line 1: keys must be a table of actions and their keys, "
            'such as "app.quit" = "q,ctrl+q".',
        ),
        (
            b"colour = 'red'",
            f", line 1: there is no entry 'colour': the entries are {', '.join(ENTRIES)}.",
        ),
        (
            b"measure =",
            " is not valid TOML: Invalid value (at end of document).",
        ),
        (b"theme = '\xff'", " is not UTF-8 text: save it as UTF-8."),
    ],
)
def test_a_wrong_entry_is_named_with_its_cure(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert str(caught.value) == f"{path}{sentence}"


def test_an_entry_that_is_an_escape_sequence_is_shown_harmlessly(path: Path) -> None:
    path.write_text(r'"\u001b[2J" = 1')
    with pytest.raises(SettingsError, match=r"no entry '\\x1b\[2J'"):
        load_settings(path)


def test_a_folder_in_its_place_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(SettingsError, match=r"cannot be read: Is a directory\.$"):
        load_settings(path)


@pytest.mark.parametrize(
    ("content", "cure"),
    [
        ("measure = " + "[" * 5_000, "is nested too deeply: write plain entries."),
        ("measure = " + "9" * 5_000, "has a number with too many digits: shorten it."),
        ("#" * 1_000_001, "cannot be read: It has more than 1,000,000 bytes."),
    ],
    ids=["brackets", "digits", "large"],
)
def test_a_hostile_file_is_refused_in_one_sentence(path: Path, content: str, cure: str) -> None:
    path.write_text(content)
    with pytest.raises(SettingsError) as refused:
        load_settings(path)
    assert str(refused.value) == f"{path} {cure}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_neither_a_pipe_nor_a_device_is_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(SettingsError, match="cannot be read: It is not an ordinary file"):
        load_settings(path)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(SettingsError, match="cannot be read: It is not an ordinary file"):
        load_settings(path)


@pytest.mark.parametrize("entry", ["model", "theme", "proxy", "certificates"])
def test_an_empty_name_is_refused(entry: str, path: Path) -> None:
    path.write_text(f'{entry} = ""')
    with pytest.raises(SettingsError, match=f"{entry} must be the .* in quotation marks"):
        load_settings(path)


def test_all_that_is_wrong_is_told_at_once_with_its_line(path: Path) -> None:
    path.write_text(
        """\
measure = 7
# theme = "nothing"
theme = "reader-drak"

colour = 'red'
panes = "below"
[keys]
"app.fnid" = "f3"
"app.quit" = "x,ctr+q"
"app.help" = "f1"
"""
    )
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    lines = str(caught.value).splitlines()
    found = [line.removeprefix(f"{path}, line ").split(":")[0] for line in lines]
    assert found == ["1", "3", "5", "8", "9"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('theme = "reader-drak"', "there is no theme 'reader-drak' (did you mean 'reader-dark'?)"),
        ('panes = "top"', 'panes must be "right", "left" or "below".'),
        ('[keys]\n"app.fnid" = "f3"', "there is no action 'app.fnid' (did you mean 'app.find'?)"),
        ('[keys]\n"app.quit" = "ctr+q"', "'ctr+q' is not a key"),
        ('[keys]\n"app.quit" = "q,,x"', "'' is not a key"),
        ('[keys]\n"app.quit" = "f25"', "'f25' is not a key"),
    ],
)
def test_a_wrong_theme_place_action_or_key_is_refused(path: Path, content: str, told: str) -> None:
    path.write_text(content)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "key",
    ["q", "?", "+", "comma", "f5", "escape", "ctrl+shift+right", "full_stop", "Q", "é", "pageup"],
)
def test_every_key_that_a_terminal_sends_can_be_named(path: Path, key: str) -> None:
    path.write_text(f'[keys]\n"app.quit" = "{key}"', "utf-8")
    assert load_settings(path).keys == {"app.quit": key}


def test_all_usual_keys_and_all_themes_may_stand_in_the_file(path: Path) -> None:
    listed = "\n".join(f'"{action.id}" = "{action.keys}"' for action in known.actions())
    path.write_text(f"[keys]\n{listed}\n")
    assert len(load_settings(path).keys) == len(known.actions()) > 100
    for theme in known.themes():
        path.write_text(f'theme = "{theme}"')
        assert load_settings(path).theme == theme


def test_what_settings_can_name_is_what_the_interface_has() -> None:
    assert {action.id for action in known.actions()} <= {a.id for a in known.all_actions()}
    assert known.action_ids(["app.quit", "none.such"]) == {a.id for a in known.all_actions()}
    assert set(known.themes()) == set(import_module("reader.tui.known").themes())


def test_the_printed_settings_are_a_file_that_says_the_same(path: Path) -> None:
    own = Settings(measure=50, panes="left", theme="nord", offline=True, keys={"app.quit": "x"})
    path.write_text(written(own))
    assert load_settings(path) == own
    path.write_text(written(Settings()))
    assert load_settings(path) == Settings()


def test_every_printed_remark_that_is_an_entry_is_one(path: Path) -> None:
    lines = written(Settings()).splitlines()
    path.write_text("\n".join(re.sub(r"^# (?=\S+ = )", "", line) for line in lines))
    found = load_settings(path)
    assert found.measure == 72
    assert found.theme in known.themes()
    assert len(found.keys) == len(known.all_actions())


def editor(folder: Path, content: str) -> str:
    """A command that writes a text into the file it is given."""
    script = folder / "an editor.py"
    script.write_text(f"import sys, pathlib\npathlib.Path(sys.argv[2]).write_text({content!r})")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(script))} --wait"


def test_editing_makes_the_file_and_tells_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    assert main(["--edit-config"]) == 0
    assert settings_path().read_text("utf-8") == written(Settings())
    assert settings_path().parent.stat().st_mode & 0o077 == 0
    monkeypatch.setenv("EDITOR", editor(tmp_path, "measure = 7\npanes = 'up'\n"))
    assert main(["--edit-config"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.split(", line ")[1][:2] for line in told] == ["1:", "2:"]
    monkeypatch.setenv("EDITOR", editor(tmp_path, "measure = 70\n"))
    assert main(["--edit-config"]) == 0
    assert "is right." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/no/such/editor", "cannot be started"),
        ("false", "ended with code 1"),
        ("'unclosed", "EDITOR cannot be read"),
    ],
)
def test_an_editor_that_fails_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    told: str,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    assert main(["--edit-config"]) == 2
    assert told in capsys.readouterr().err


def test_wrong_settings_are_printed_right_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings_path().parent.mkdir()
    settings_path().write_text("measure = 7\noffline = true\n")
    assert main(["--print-config"]) == 2
    out, err = capsys.readouterr()
    assert tomllib.loads(out) == {"offline": True, "keys": {}}
    assert "line 1: measure must be" in err
