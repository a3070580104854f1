"""The overview of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..app import ReaderApp


def overview(app: ReaderApp) -> None:
    """Show who speaks, when, who with whom, where, the arc and the figures.

    From the list of all articles it is of all of them.
    """
    from ..overview.screen import OverviewScreen, Scope

    scope = Scope.ONE
    if app.turning is not None:
        from ..desk.screen import DeskScreen

        scope = Scope.ALL if isinstance(app.screen, DeskScreen) else Scope.ONE
    app.push_screen(OverviewScreen(app.reading, app.turning, scope))


COMMANDS = (Command("app.overview", "V", "overview: who speaks, when, with whom", overview),)
