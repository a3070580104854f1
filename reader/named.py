"""Paths as a person writes them: any string at all, which no question about it may break.

The methods of `Path` raise for names that no file can have (too long, with NUL, in the home of
nobody, below a folder that may not be searched). Here such a name is nothing that is there.
"""

from __future__ import annotations

import os
from pathlib import Path

from .article.errors import shown
from .trusted import read_small

_LONGEST_NAME = 100


class NamedFileError(Exception):
    """A file that a person named cannot be read; the message is one sentence that says why."""


def from_home(path: str) -> str:
    """The path with the home folder in place of `~`; that of nobody stays as it is written."""
    return os.path.expanduser(path)  # noqa: PTH111  Path raises where there is no such user


def is_folder(path: str | Path) -> bool:
    """Whether a folder is there that can be looked at."""
    return os.path.isdir(path)  # noqa: PTH112  Path raises for names that no file can have


def is_there(path: str | Path) -> bool:
    """Whether anything is there, a broken link included."""
    return os.path.lexists(path)


def cannot_be(path: str | Path) -> str:
    """Why no file can be at a path, whether one is there or not; empty where one can."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        return reason(error)
    return ""


def is_file(path: str | Path) -> bool:
    """Whether an ordinary file is there."""
    return os.path.isfile(path)  # noqa: PTH113  as above


def brief(path: str | Path) -> str:
    """A path as one harmless line that leaves room for a sentence about it."""
    name = shown(str(path))
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def read_text(path: str | Path, most: int) -> str:
    """The UTF-8 text of an ordinary file of at most `most` bytes, without its mark.

    Raises NamedFileError; pipes and devices are not waited for.
    """
    try:
        return read_small(Path(path), most).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NamedFileError(f"{brief(path)} is not UTF-8 text: save it as such.") from None
    except (OSError, ValueError) as error:
        raise NamedFileError(
            f"{brief(path)} cannot be read ({reason(error)}): check it."
        ) from error


def reason(error: OSError | ValueError) -> str:
    """Why a path failed: the system's words, or our own where Python refused to ask it."""
    return (isinstance(error, OSError) and error.strerror) or "no file can be called so"


def real(path: str | Path) -> str:
    """Where a path leads, links followed; the path itself where nobody can tell."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # no working folder; a name that no file can have
        return str(path)
