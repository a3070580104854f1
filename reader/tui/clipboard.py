"""The programs that take words to a clipboard, and which of them there are here."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

_SECONDS = 2.0
"""How long a program may take; one that never ends would hold the words forever."""


class Way(Struct, frozen=True):
    """A program that takes words on its standard input, and where it puts them.

    `otherwise` are its arguments where it refuses the first ones, `encoding` what it reads.
    """

    command: tuple[str, ...]
    goal: str
    otherwise: tuple[str, ...] = ()
    encoding: str = "utf-8"


class CopyCommandError(Exception):
    """The user's own command did not take the words; the message is a sentence with the cure."""


_TMUX = Way(("tmux", "load-buffer", "-w", "-"), "the tmux buffer", ("tmux", "load-buffer", "-"))
"""`-w` hands the words on to the terminal too; tmux knows it since 3.2."""
_WAYLAND = Way(("wl-copy",), "the clipboard (wl-copy)")
_X11 = (
    Way(("xclip", "-selection", "clipboard"), "the clipboard (xclip)"),
    Way(("xsel", "--clipboard", "--input"), "the clipboard (xsel)"),
)
_MACOS = Way(("pbcopy",), "the clipboard (pbcopy)")
_WINDOWS = Way(("clip.exe",), "the clipboard (clip.exe)", encoding="utf-16")


def ways(
    environment: Mapping[str, str] = os.environ,
    find: Callable[[str], str | None] = shutil.which,
    platform: str = sys.platform,
) -> list[list[Way]]:
    """The clipboards there are here, each with the programs that reach it, the best first.

    Over ssh none of this machine's clipboards is the reader's own: only tmux's buffer counts.
    """
    clipboards = [[_TMUX]] if environment.get("TMUX") else []
    if not (environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")):
        clipboards.append(_of_this_machine(environment, platform))
    found = ([way for way in reach if find(way.command[0])] for reach in clipboards)
    return [reach for reach in found if reach]


def _of_this_machine(environment: Mapping[str, str], platform: str) -> list[Way]:
    if platform == "darwin":
        return [_MACOS]
    wayland = [_WAYLAND] if environment.get("WAYLAND_DISPLAY") else []
    x11 = _X11 if environment.get("DISPLAY") else ()
    windows = [_WINDOWS] if environment.get("WSL_DISTRO_NAME") or platform == "win32" else []
    return [*wayland, *x11, *windows]


def put(words: str, clipboards: Sequence[Sequence[Way]]) -> list[str]:
    """Put words into every clipboard that takes them; returns where they are now.

    Takes up to two seconds a program.
    """
    done = (next((way.goal for way in reach if _takes(way, words)), "") for reach in clipboards)
    return [goal for goal in done if goal]


def _takes(way: Way, words: str) -> bool:
    return any(
        _run(command, words.encode(way.encoding, "replace")) == ""
        for command in (way.command, way.otherwise)
        if command
    )


def put_by_command(words: str, line: str) -> str:
    """Give words to the user's own command, split as a shell would, without a shell.

    Returns the command's name. Raises CopyCommandError.
    """
    try:
        command = shlex.split(line)
    except ValueError as error:
        raise CopyCommandError(
            f"Nothing was copied: copy_command in the settings cannot be split ({error})."
        ) from error
    if not command:
        raise CopyCommandError("Nothing was copied: copy_command in the settings is empty.")
    problem = _run(command, words.encode("utf-8", "replace"))
    if problem:
        raise CopyCommandError(
            f"Nothing was copied: {command[0]} {problem}. Look at copy_command in the settings."
        )
    return command[0]


def _run(command: Sequence[str], words: bytes) -> str:
    """Run a command with words on its input; returns what went wrong, or nothing."""
    try:
        ended = subprocess.run(
            command,
            input=words,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"took longer than {_SECONDS:.0f} seconds"
    except FileNotFoundError:
        return "was not found"
    except (OSError, ValueError) as error:
        return f"could not be started ({getattr(error, 'strerror', None) or error})"
    return "" if ended.returncode == 0 else f"ended with code {ended.returncode}"
