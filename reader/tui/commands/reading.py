"""Commands about the article on the screen: its date, its words, its analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading import Analysing, Failed
from .command import Command

if TYPE_CHECKING:
    from ...article import Article
    from ..app import ReaderApp


def set_date(app: ReaderApp) -> None:
    """Ask for the publication date."""
    from ..screens.date import DateDialog

    def take_date(article: Article | None) -> None:
        if article is not None and article.dating != app.reading.article.dating:
            app.redate(article)

    app.push_screen(DateDialog(app.reading.article), take_date)


def open_article(app: ReaderApp) -> None:
    """Ask for another article to read instead of this one."""
    from ..screens.open import OpenDialog

    app.push_screen(OpenDialog(app.doors))


def retry(app: ReaderApp) -> None:
    """Begin the analysis again after a failure."""
    if app.session is not None:
        app.reading.report(Analysing())
        app.session.retry()


def has_failed(app: ReaderApp) -> bool:
    """Whether there is an analysis to begin again."""
    return isinstance(app.reading.status, Failed)


COMMANDS = (
    Command("app.date", "D", "set the publication date", set_date, footer="date"),
    Command("app.open", "o", "open another article", open_article, for_owner=True),
    Command("app.retry", "r", "analyse again after a failure", retry, is_possible=has_failed),
)
