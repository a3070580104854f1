"""The library: every article with notes, and words found in them."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ...library.keeper import Listed
from ...library.library import Shelved
from ..harmless import one_line
from ..screens.choice import Choice, ChoiceList
from ..screens.dialog import Door

if TYPE_CHECKING:
    from ..app import ReaderApp

_PAUSE = 0.08
_LONGEST = 120
_HINT = "type to search notes, passages, titles · enter opens · ctrl+y copies · esc closes"


class LibraryScreen(ChoiceList[None], Door):
    """Lists the articles that something was made of; typing searches in all of it."""

    def __init__(self, app: ReaderApp) -> None:
        super().__init__("Library", (), hint=_HINT)
        self._desk = app.hand
        self._doors = app.doors
        self._articles: tuple[Shelved, ...] = ()
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Ask for all of them."""
        self.query_one(OptionList).can_focus = False
        self._desk.search("", self)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, lambda: self._desk.search(event.value, self))

    def _narrow(self, query: str) -> None:
        """The library narrows its list itself."""

    def show_found(self, listed: Listed) -> None:
        """Show what was found."""
        if listed.query != self.query_one(Input).value:
            return
        self._articles = tuple(
            one for one in listed.articles if one.notes or one.corrections or one.line
        )
        self._shown = list(range(len(self._articles)))
        rows = self.query_one(OptionList)
        rows.set_options(Option(_row(one).content) for one in self._articles)
        rows.highlighted = 0 if self._articles else None
        empty = "Nothing in your notes matches."
        if not listed.query.strip():
            empty = "No article has notes yet: select words, then highlight them or add a note."
        self.complain(one_line(listed.sentence) or ("" if self._articles else empty))

    def chosen(self, number: int) -> None:
        """Open the article; the library closes once it is there."""
        article = self._articles[number]
        if not article.place:
            self.complain("This article came through a pipe, so it cannot be opened from here.")
            return
        self.complain("opening …")
        self._doors.open(article.place, lambda sentence: self.complain(one_line(sentence)))


def _row(one: Shelved) -> Choice:
    counts = []
    if one.notes:
        counts.append("1 note" if one.notes == 1 else f"{one.notes} notes")
    if one.corrections:
        made = "1 correction" if one.corrections == 1 else f"{one.corrections} corrections"
        counts.append(made)
    day = datetime.fromtimestamp(one.opened or time.time()).date().isoformat()
    about = " · ".join((*counts, one.line or one.published or f"read {day}"))
    return Choice((one.title or one.name or one.place)[:_LONGEST], about)
