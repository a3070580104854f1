"""Commands for notes and corrections: correct, highlight, note, undo, and the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp
    from ..hand.subjects import Meant


def correct(app: ReaderApp) -> None:
    """Offer what can be corrected about what is under the cursor or caret."""
    from ..hand.acts import Bench, acts_for, sort_of
    from ..hand.menu import ActMenu, Chosen, Entry, Page
    from ..hand.subjects import named

    if app.turning is not None and app.turning.desk.collection is not None:
        from ..hand.cast import chosen_member, correct_member

        member = chosen_member(app)
        if member is not None:
            correct_member(app, member)
            return
    found = [one for one in _meant(app) if acts_for(one)]
    if not found:
        return
    bench = Bench(app, app.hand.work)
    pages = [
        Page(
            f"{sort_of(one)}: {named(app.reading, one)}",
            [Entry(act.letter, act.words) for act in acts_for(one)],
        )
        for one in found
    ]

    def run(answer: Chosen | None) -> None:
        if answer is not None:
            page, letter = answer
            act = next(act for act in acts_for(found[page]) if act.letter == letter)
            act.run(bench, found[page])

    app.push_screen(ActMenu(pages), run)


def highlight(app: ReaderApp) -> None:
    """Offer the colours for what is meant."""
    from ...analysis import Colour
    from ..glyphs import glyphs
    from ..hand.menu import ActMenu, Chosen, Entry, Page
    from ..hand.subjects import named, span_of

    found = _meant(app)
    if not found:
        return
    work, one = app.hand.work, found[0]
    start, end = span_of(one)
    letters = {colour[0]: colour for colour in Colour}
    entries = [
        Entry(letter, colour, glyphs().colours[colour], f"$mark-{colour}")
        for letter, colour in letters.items()
    ]

    def take(answer: Chosen | None) -> None:
        if answer is not None:
            work.highlight(start, end, letters[answer[1]])

    app.push_screen(ActMenu([Page(f"Highlight: {named(app.reading, one)}", entries)]), take)


def note(app: ReaderApp) -> None:
    """Write a note on what is meant, or edit the one that is there."""
    from ...analysis import Note
    from ..hand.note import NoteDialog, Written
    from ..hand.subjects import span_of

    found = _meant(app)
    if not found:
        return
    work, subject = app.hand.work, found[0].subject
    start, end = span_of(found[0])
    known = work.remark(subject.id) if isinstance(subject, Note) else work.on(start, end)

    def take(written: Written | None) -> None:
        if written is None or (known and written == (known.text, known.tags)):
            return
        if known is not None:
            work.edit(known, *written)
        elif any(written):
            work.annotate(start, end, *written)

    text, tags = (known.text, known.tags) if known else ("", ())
    app.push_screen(NoteDialog(app.reading.article.text[start:end], text, tags), take)


def undo(app: ReaderApp) -> None:
    """Undo the latest correction, highlight or note."""
    if app.hand.work.undo() is None:
        app.tell("There is nothing to undo.")


def redo(app: ReaderApp) -> None:
    """Redo what was undone."""
    if app.hand.work.redo() is None:
        app.tell("There is nothing to redo.")


def library(app: ReaderApp) -> None:
    """Show every article with notes."""
    from ..hand.library import LibraryScreen

    app.push_screen(LibraryScreen(app))


def beside(app: ReaderApp) -> None:
    """Keep the notes of this article in a file beside it."""
    app.hand.put_beside()


def _meant(app: ReaderApp) -> list[Meant]:
    from ..hand.subjects import meant

    found = meant(app)
    if not found:
        app.tell("Select words, choose a row, or put the caret on a word first.")
    return found


def has_article(app: ReaderApp) -> bool:
    """Whether the whole of an article is there, so that something can be made of it."""
    return app.is_whole and bool(app.reading.article.text)


COMMANDS = (
    Command(
        "hand.correct", "c", "correct what is here", correct, "correct", is_possible=has_article
    ),
    Command("hand.highlight", "M", "highlight in a colour", highlight, is_possible=has_article),
    Command("hand.note", "A", "add or edit a note", note, is_possible=has_article),
    Command(
        "hand.undo", "u", "undo a correction, highlight or note", undo, is_possible=has_article
    ),
    Command("hand.redo", "ctrl+r", "redo what was undone", redo, is_possible=has_article),
    Command("hand.library", "B", "library: articles with notes", library, is_possible=has_article),
    Command(
        "hand.beside",
        "K",
        "keep the notes in a file beside the article",
        beside,
        is_possible=has_article,
    ),
)
