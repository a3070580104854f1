"""Commands about the structure of the article: its outline, its links, its furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...article import FURNITURE
from .command import Command

if TYPE_CHECKING:
    from ...article import Link
    from ..app import ReaderApp


def show_outline(app: ReaderApp) -> None:
    """Offer headings, turns, pages and links to jump to."""
    from ...reading.outline import outline
    from ..screens.outline import OutlineDialog

    entries = outline(app.reading.article)
    if not entries:
        app.tell("The article has no headings, speakers, pages or links.")
        return

    def go(number: int | None) -> None:
        if number is None:
            return
        entry = entries[number]
        app.reading.jump(entry.start)
        if entry.link is not None:
            offer_link(app, app.reading.article.links[entry.link])

    app.push_screen(OutlineDialog(entries, app.reading.caret), go)


def offer_link(app: ReaderApp, link: Link) -> None:
    """Show where a link leads, and open it in the reader if that is wanted."""
    from ...sources.sought import is_address
    from ..screens.link import LinkDialog

    if not is_address(link.address):
        app.tell(f"This leads to {link.address[:200]}, which is not a web page.")
        return

    def answered(is_wanted: bool | None) -> None:
        if is_wanted:
            app.doors.open(link.address)

    words = app.reading.article.text[link.start : link.end]
    app.push_screen(LinkDialog(words, link.address), answered)


def toggle_furniture(app: ReaderApp) -> None:
    """Fold what belongs to the page around the article, or show it."""
    from ..article import ArticlePane

    if not app.reading.article.blocks.holds(FURNITURE):
        app.tell("There is nothing around this article to show.")
        return
    pane = app.query_one(ArticlePane)
    pane.toggle_folds()
    app.tell(
        "The page around the article is folded."
        if pane.folds.hides
        else "The page around the article is shown."
    )


COMMANDS = (
    Command("app.outline", "O", "outline: headings, speakers, pages, links", show_outline),
    Command("app.furniture", "F", "show or fold the page around the article", toggle_furniture),
)
