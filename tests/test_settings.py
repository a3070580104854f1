"""What the settings file may hold, and what is said of it where it is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from reader.settings import (
    Settings,
    SettingsError,
    load_settings,
    settings_path,
)

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
        (b"measure = 5", ": measure must be a whole number of columns from 20 to 200."),
        (b"measure = '72'", ": measure must be a whole number of columns from 20 to 200."),
        (b"ascii_marks = 1", ": ascii_marks must be true or false."),
        (b"theme = 7", ": theme must be the name of a theme in quotation marks."),
        (
            b"[keys]\nquit = 3",
            ': keys must be a table of actions and their keys, such as "app.quit" = "q,ctrl+q".',
        ),
        (
            b"colour = 'red'",
            f" has an unknown entry 'colour': the entries are {', '.join(ENTRIES)}.",
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
    with pytest.raises(SettingsError, match=r"unknown entry '\\x1b\[2J'"):
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
