"""The overview of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp


def overview(app: ReaderApp) -> None:
    """Show who speaks, when, who with whom, where, the arc and the figures."""
    from ..overview.screen import OverviewScreen

    app.push_screen(OverviewScreen(app.reading))


COMMANDS = (Command("app.overview", "V", "overview: who speaks, when, with whom", overview),)
