"""Other programs: the editor, a command that gets words, and the file read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp
    from ..outside.running import Running


def edit(app: ReaderApp) -> None:
    """Open the article in the editor, then see whether it has changed."""
    from ..outside.editor import edit as open_editor

    if sentence := open_editor(app):
        app.tell(sentence)
    app.hand.watch.look()


def pipe(app: ReaderApp) -> None:
    """Ask for a command, and show what it makes of the selection or the article."""
    from ...reading import Passage
    from ..outside.asking import PipeDialog
    from ..outside.pager import PagerScreen

    reading = app.reading
    text, focus = reading.article.text, reading.focus
    is_part = isinstance(focus, Passage)
    words = text[focus.start : focus.end] if isinstance(focus, Passage) else text
    what = f"the {'selection' if is_part else 'article'} ({len(words):,} characters)"

    def run(running: Running | None) -> None:
        if running is not None:
            PipeDialog.before = running.line
            app.push_screen(PagerScreen(running, words))

    app.push_screen(PipeDialog(what), run)


def reload(app: ReaderApp) -> None:
    """Read the file again."""
    from ..outside.reloading import reload as read_again

    read_again(app)


def has_text(app: ReaderApp) -> bool:
    """Whether there is an article."""
    return bool(app.reading.article.text)


def has_changed(app: ReaderApp) -> bool:
    """Whether the file is known to have changed."""
    return "hand" in vars(app) and app.hand.watch.has_changed


COMMANDS = (
    Command("app.edit", "E", "open the article in your editor", edit, "", has_text, for_owner=True),
    Command(
        "app.pipe",
        "vertical_line",
        "pipe it to a command",
        pipe,
        "",
        has_text,
        for_owner=True,
    ),
    Command(
        "app.reload",
        "R",
        "read the changed file again",
        reload,
        "reload",
        has_changed,
        for_owner=True,
    ),
)
