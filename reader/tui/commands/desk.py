"""Several articles: the next and the previous one, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp


async def next_article(app: ReaderApp) -> None:
    """Read the next article."""
    if app.turning is not None:
        await app.turning.step(1)


async def previous_article(app: ReaderApp) -> None:
    """Read the previous article."""
    if app.turning is not None:
        await app.turning.step(-1)


def all_articles(app: ReaderApp) -> None:
    """Show all articles with their cast, timeline and quotes."""
    from ..desk.screen import DeskScreen

    if app.turning is not None:
        app.push_screen(DeskScreen(app.reading, app.turning))
    elif app.opening.corpus is not None:
        app.doors.show_start()


async def all_or_one(app: ReaderApp) -> None:
    """Have the panes beside the article tell of all articles, or of this one again."""
    from ..screens.reading import ReadingScreen

    if app.turning is not None and isinstance(app.screen, ReadingScreen):
        app.turning.shows_all = not app.turning.shows_all
        await app.screen.furnish()
        await app.screen.show_beside()


def has_several(app: ReaderApp) -> bool:
    """Whether there is more than one article on the desk."""
    return app.turning is not None


def has_a_list(app: ReaderApp) -> bool:
    """Whether there is a list of all articles, of a desk or of a corpus."""
    return app.turning is not None or app.opening.corpus is not None


COMMANDS = (
    Command("app.next-article", "right_parenthesis", "next article", next_article, "", has_several),
    Command(
        "app.previous-article",
        "left_parenthesis",
        "previous article",
        previous_article,
        "",
        has_several,
    ),
    Command(
        "app.articles",
        "L",
        "all articles, their cast and timeline",
        all_articles,
        "articles",
        has_a_list,
    ),
    Command(
        "app.all-or-one",
        "a",
        "panes: all articles, or this one",
        all_or_one,
        "",
        has_several,
    ),
)
