"""Going to a place: the command line, marks, the word under the caret, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp


def command_line(app: ReaderApp) -> None:
    """Ask for a place, a file to write, or an action by its name."""
    from ..screens.command_line import CommandLine

    app.push_screen(CommandLine(app))


def set_mark(app: ReaderApp) -> None:
    """Set a letter at the caret."""
    from ..screens.marks import MarkMenu

    def take(letter: str | None) -> None:
        if letter is not None:
            app.hand.mark(letter)
            app.tell(
                f"Marked with {letter}: {app.keys.name('app.go-to-mark')} {letter} comes back."
            )

    app.push_screen(MarkMenu(app.reading, sets=True), take)


def go_to_mark(app: ReaderApp) -> None:
    """Go to the place of a letter, or to the one before the last jump."""
    from ..screens.marks import BEFORE, MarkMenu

    reading = app.reading

    def take(letter: str | None) -> None:
        if letter is None:
            return
        place = reading.jumped_from if letter == BEFORE else reading.bookmarks.get(letter)
        if place is not None:
            reading.jump(place)

    if reading.bookmarks or reading.jumped_from is not None:
        app.push_screen(MarkMenu(reading, sets=False), take)
    else:
        app.tell(f"No place is marked: {app.keys.name('app.mark')} and a letter mark one.")


def find_word(app: ReaderApp) -> None:
    """Find the next place of the word under the caret, or of what is selected."""
    from ...reading import Manner, Passage
    from ..article.motions import word_around

    reading = app.reading
    text, focus = reading.article.text, reading.focus
    is_selected = isinstance(focus, Passage) and focus.end - focus.start <= _LONGEST
    start, end = word_around(text, reading.caret)
    if isinstance(focus, Passage) and is_selected:
        start, end = focus.start, focus.end
    words = text[start:end]
    if not any(sign.isalnum() for sign in words):
        app.tell("There is no word under the caret.")
        return
    reading.find(words, origin=start, manner=Manner(whole_words=True))
    reading.walk_hits(forward=True)


_LONGEST = 500
"""Code points of a selection that is looked for."""


def labels(app: ReaderApp) -> None:
    """Show a label on everything on the screen that can be looked at."""
    from ..article import ArticlePane
    from ..article.labels import LabelScreen, targets_on

    pane = app.screen.query_one(ArticlePane)
    if not pane.display:
        app.tell(f"Go to the article first: {app.keys.name('app.article')}.")
        return
    targets = targets_on(app.reading, *pane.on_screen()) if pane.is_set else []
    if targets:
        app.push_screen(LabelScreen(pane, targets))
    else:
        app.tell("No mention, quote, date or link is on the screen.")


def is_reading(app: ReaderApp) -> bool:
    """Whether the article is what is on the screen, and there is one."""
    return app.screen is app.get_default_screen() and bool(app.reading.article.text)


COMMANDS = (
    Command("app.command-line", "colon", "command line: a place or action", command_line),
    Command("app.mark", "m", "mark this place with a letter", set_mark, "", is_reading),
    Command("app.go-to-mark", "apostrophe", "go to a marked place", go_to_mark, "", is_reading),
    Command(
        "app.find-word", "asterisk", "find the word under the caret", find_word, "", is_reading
    ),
    Command("app.labels", "J", "jump to a label", labels, "", is_reading),
)
