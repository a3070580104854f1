"""Copying what is in focus or under the cursor, as it stands or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp
    from ..citing import Cited


def copy(app: ReaderApp) -> None:
    """Copy what is selected or in focus."""
    from ..copying import copy_words, words_to_copy

    words = words_to_copy(app.reading)
    if words:
        copy_words(app, words)
    else:
        app.tell("Nothing is selected or in focus.")


def copy_markdown(app: ReaderApp) -> None:
    """Copy the row under the cursor, else what is in focus, else the paragraph, as Markdown."""
    from ...export.markdown import escaped
    from ..citing import cited, markdown
    from ..copying import copy_words
    from ..lists.row_list import RowList

    focused = app.screen.focused
    if not isinstance(focused, RowList):
        copy_words(app, markdown(app.reading, _in_article(app)))
    elif (subject := cited(focused.current)) is not None:
        copy_words(app, markdown(app.reading, subject))
    elif focused.current is not None:
        lines = focused.words(focused.current).split("\n")
        copy_words(app, "- " + "  \n  ".join(map(escaped, lines)))


def _in_article(app: ReaderApp) -> Cited:
    """What is selected or in focus, else the paragraph of the caret."""
    from ...reading import Passage
    from ..article.motions import block_at

    reading = app.reading
    if isinstance(reading.focus, Passage):
        return reading.focus
    if reading.focused is not None:
        return reading.focused
    blocks = reading.article.blocks
    if not blocks:
        return Passage(0, 0)
    block = blocks[block_at(blocks, reading.caret)]
    return Passage(block.start, block.end)


COMMANDS = (
    Command("app.copy", "y", "copy what is in focus", copy),
    Command("app.copy-markdown", "Y", "copy as Markdown, with its source", copy_markdown),
)
