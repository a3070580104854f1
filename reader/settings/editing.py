"""The settings file in an editor: made where there is none, and checked afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from ..article.errors import shown
from ..trusted import make_private
from . import Settings, SettingsError, read_settings
from .checks import checked
from .printing import written

_EDITORS = ("sensible-editor", "nano", "vi", "notepad")


def print_settings(path: Path) -> tuple[str, list[str]]:
    """All settings as TOML with the values of the file at `path`, and what is wrong in that.

    Raises SettingsError where the file cannot be read.
    """
    content = read_settings(path)
    settings, problems = checked(content, shown(str(path))) if content else (Settings(), [])
    return written(settings), problems


def edit_settings(path: Path) -> list[str]:
    """Have the file at `path` edited, made first if it is not there; what is wrong in it then.

    Raises SettingsError where there is no editor, or the file cannot be made or read.
    """
    editor = _editor()
    if not path.exists():
        _make(path)
    try:
        code = subprocess.run([*editor, str(path)], check=False).returncode
    except OSError as error:
        raise SettingsError(
            f"{shown(editor[0])} cannot be started ({error.strerror}): set EDITOR to an editor."
        ) from error
    if code:
        raise SettingsError(
            f"{shown(editor[0])} ended with code {code}: the file is as it left it."
        )
    content = read_settings(path)
    return checked(content, shown(str(path)))[1] if content else []


def _editor() -> list[str]:
    """The command of the user's editor, split as a shell would, without one."""
    for name in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(os.environ.get(name, "")):
                return command
        except ValueError as error:
            raise SettingsError(f"{name} cannot be read ({error}): set it to a command.") from error
    found = next((path for name in _EDITORS if (path := shutil.which(name))), None)
    if found is None:
        raise SettingsError("There is no editor: set EDITOR to the command of one.")
    return [found]


def _make(path: Path) -> None:
    try:
        make_private(path.parent)
        with path.open("x", encoding="utf-8") as file:
            file.write(written(Settings()))
    except OSError as error:
        name = shown(str(path))
        raise SettingsError(f"{name} cannot be created: {error.strerror or error}.") from error
