"""What a reader means by "copy", and how it leaves for the clipboard."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widgets import OptionList

from ..analysis import Event, Quote
from ..article import Block
from ..reading import EntityFocus, Passage, Reading
from .clipboard import CopyCommandError, Way, put, put_by_command, ways
from .harmless import one_line
from .line import Line

_BLANKS = re.compile(r"\s+")
_LINE_END = re.compile(r"[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_DRAWN = re.compile("(?<![\u2500-\u25ff])[\u2500-\u25ff]+ *")
"""Strips, bars, lines and the signs of kinds."""
_SENT_AT_MOST = 1_000_000


def words_to_copy(reading: Reading) -> str:
    """The selected passage, or the words of the annotation in focus; empty without either."""
    focused = reading.focused
    match reading.focus:
        case Passage(start, end):
            places = [(start, end)]
        case EntityFocus(name):
            return one_line(reading.index.entities[name].name)
        case _ if isinstance(focused, Quote):
            places = [(piece.start, piece.end) for piece in focused.content]
        case _ if isinstance(focused, Event):
            places = [(focused.start, focused.end)]
        case _:
            places = []
    article = reading.article
    return " ".join(copied(article.text, article.blocks, start, end) for start, end in places)


def copied(text: str, blocks: Sequence[Block], start: int, end: int) -> str:
    """The article's own characters from `start` to `end`.

    Line ends inside a paragraph become spaces, paragraphs stay apart by a blank line.
    Control characters, controls of direction and lone surrogates stay behind.
    """
    pieces = []
    first = max(0, bisect_right(blocks, start, key=attrgetter("start")) - 1)
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.start >= end:
            break
        if piece := text[max(start, block.start) : min(end, block.end)]:
            pieces.append(_BLANKS.sub(_without_line_ends, piece))
    return _UNSAFE.sub("", "\n\n".join(pieces))


def _without_line_ends(blanks: re.Match[str]) -> str:
    return " " if _LINE_END.search(blanks[0]) else blanks[0]


def row_words(lines: Iterable[Line]) -> str:
    """A row of a list as plain text: its lines without strips, bars and the blanks between."""
    shown = (_BLANKS.sub(" ", _DRAWN.sub(" ", line.text)).strip() for line in lines)
    return "\n".join(words for words in shown if words)


def copy_option(screen: Screen[Any]) -> None:
    """Copy the row under the cursor of a screen's list of options, whole as it is shown."""
    for rows in screen.query(OptionList):
        if rows.highlighted is not None:
            prompt = rows.get_option_at_index(rows.highlighted).prompt
            copy_words(screen.app, " ".join(str(getattr(prompt, "plain", prompt)).split()))


def copy_words(app: App[Any], words: str) -> None:
    """Put `words` into the clipboard by the best way there is here, and say what was done."""
    if not words:
        app.notify("There is nothing to copy here.", timeout=3)
        return
    settings = getattr(app, "settings", None)
    line = getattr(settings, "copy_command", None)
    is_visitor = getattr(app, "is_visitor", False)
    clipboards = [] if is_visitor or line is not None else ways()
    if is_visitor or not (line is not None or clipboards):
        _send_to_terminal(app, words)
    else:
        run = partial(_copy_elsewhere, app, words, line, clipboards)
        app.run_worker(run, thread=True, group="copy", exit_on_error=False)


def _copy_elsewhere(
    app: App[Any], words: str, line: str | None, clipboards: Sequence[Sequence[Way]]
) -> None:
    """Give words to programs and say what came of it; runs in a thread."""
    if line is not None:
        try:
            goals = [one_line(put_by_command(words, line))]
        except CopyCommandError as error:
            app.call_from_thread(_complain, app, one_line(str(error)))
            return
    else:
        goals = put(words, clipboards)
    if goals:
        sentence = f"Copied {_counted(words)} to {' and '.join(goals)}"
        app.call_from_thread(_tell, app, sentence)
    else:
        app.call_from_thread(_send_to_terminal, app, words)


def _send_to_terminal(app: App[Any], words: str) -> None:
    """Send words to the terminal (OSC 52), which does not answer whether it takes them."""
    if len(words) > _SENT_AT_MOST:
        _complain(app, "That is too much for the terminal: select less, or export.")
        return
    app.copy_to_clipboard(words)
    _tell(app, f"Sent {_counted(words)} to the terminal, which may not accept them")


def _counted(words: str) -> str:
    return "1 character" if len(words) == 1 else f"{len(words):,} characters"


def _tell(app: App[Any], sentence: str) -> None:
    app.notify(sentence, timeout=4, markup=False)


def _complain(app: App[Any], sentence: str) -> None:
    app.notify(sentence, severity="warning", timeout=8, markup=False)
