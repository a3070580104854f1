"""The article in the reader's own editor, at the line of the caret."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...article import Article
from ..harmless import one_line

if TYPE_CHECKING:
    from ..app import ReaderApp

_USUAL = ("nano", "vim", "vi", "emacs")
_HEAD = 8_192
_AT_LINE: Mapping[str, tuple[str, ...]] = {
    "code": ("--wait", "--goto", "{file}:{line}"),
    "codium": ("--wait", "--goto", "{file}:{line}"),
    "subl": ("--wait", "{file}:{line}"),
    "hx": ("{file}:{line}",),
    "helix": ("{file}:{line}",),
    "zed": ("--wait", "{file}:{line}"),
}
"""How editors are told a line that do not take `+LINE FILE`, as their manuals say."""


class NoEditorError(Exception):
    """There is nothing to edit with or in; the message is a sentence with the cure."""


class Opened(NamedTuple):
    """A file to edit, the line, and what should be said of it first, or nothing."""

    path: Path
    line: int
    sentence: str = ""


def editor(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command of the editor. Raises NoEditorError."""
    for name in ("VISUAL", "EDITOR"):
        if wanted := environment.get(name, "").strip():
            try:
                command = shlex.split(wanted)
            except ValueError as error:
                raise NoEditorError(f"{name} cannot be split into words: {error}.") from error
            if shutil.which(command[0]) is None:
                raise NoEditorError(f"{name} names {command[0]}, which is not installed.")
            return command
    found = next(filter(shutil.which, _USUAL), None)
    if found is None:
        raise NoEditorError("No editor was found: name one in the variable EDITOR.")
    return [found]


def command_for(command: list[str], opened: Opened) -> list[str]:
    """The whole command that opens a file at a line."""
    form = _AT_LINE.get(Path(command[0]).name, ("+{line}", "{file}"))
    named = (part.format(file=opened.path.absolute(), line=opened.line) for part in form)
    return [*command, *named]


def to_edit(article: Article, place: str, offset: int, folder: Path) -> Opened:
    """The article's own file where that is text, else a copy of its text in `folder`."""
    path = Path(place) if place and "://" not in place else None
    if path is not None and is_text(path):
        return Opened(path, _line_in_source(article, path, offset))
    name = one_line(article.source or "article").replace("/", "-")
    copy = folder / f"{Path(name).stem[:60] or 'article'}.txt"
    copy.write_text(article.text, "utf-8", "replace")
    sort = "no file" if path is None else f"no text file ({path.suffix or path.name})"
    sentence = f"The article is {sort}: your editor gets a copy of its text, which is not kept."
    return Opened(copy, article.text.count("\n", 0, offset) + 1, sentence)


def is_text(path: Path) -> bool:
    """Whether a file is there that an editor shows as text."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return False
    if head.startswith((b"%PDF", b"{\\rtf")) or (
        b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        return False
    return bool(head) and not head.startswith((b"PK\x03\x04", b"\x1f\x8b"))


def _line_in_source(article: Article, path: Path, offset: int) -> int:
    """The line of the file in which a code point of the article stands, counted from 1."""
    if not article.origin:
        return article.text.count("\n", 0, offset) + 1
    stretch = next((one for one in article.origin if one.start <= offset < one.end), None)
    if stretch is None:
        stretch = max(
            (one for one in article.origin if one.start <= offset),
            key=lambda one: one.start,
            default=article.origin[0],
        )
    try:
        source = path.read_text("utf-8", "replace")
    except OSError:
        return 1
    place = min(stretch.source_start + max(0, offset - stretch.start), stretch.source_end)
    return source.count("\n", 0, place) + 1


def edit(app: ReaderApp) -> str:
    """Open the article in the editor and wait for its end; returns what to say, or nothing."""
    from textual.app import SuspendNotSupported

    from ..platform.handing_over import hand_over

    reading = app.reading
    try:
        command = editor()
        with tempfile.TemporaryDirectory(prefix="reading-room-") as folder:
            opened = to_edit(reading.article, app.hand.place, reading.caret, Path(folder))
            code = hand_over(app, command_for(command, opened))
    except NoEditorError as error:
        return str(error)
    except SuspendNotSupported:
        return "The editor needs a terminal of its own, which is not there."
    except OSError as error:
        return f"The editor could not be started: {error.strerror or error}."
    if code:
        return f"{one_line(Path(command[0]).name)} ended with code {code}."
    return opened.sentence
