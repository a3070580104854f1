"""The line to find words with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from msgspec.structs import replace
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from ...reading import Change, Manner, Reading, Search

_REMEMBERED = 50
_COUNTED_EVERY = 0.3
"""Seconds after which a count that grows is shown again, so that no key waits for it."""


class _Count(Widget):
    """Which hit of how many the caret stands on."""

    # As wide as it ever gets: a change of width would lay out the whole window at each key.
    DEFAULT_CSS = "_Count { width: 32; height: 1; padding: 0 1; text-align: right; }"
    ALLOW_SELECT = False

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._is_due = False

    def on_mount(self) -> None:
        """Follow the reading."""
        self._forget = self._reading.observe(self._changed)

    def on_unmount(self) -> None:
        """Stop following it."""
        self._forget()

    def _changed(self, change: Change) -> None:
        if change & (Change.SEARCH | Change.CARET):
            self.refresh()
        elif Change.COUNT in change and not self._is_due:
            self._is_due = True
            self.set_timer(_COUNTED_EVERY, self._count_on)

    def _count_on(self) -> None:
        self._is_due = False
        self.refresh()

    def render(self) -> Content:
        """Such as "3 of 12"."""
        search = self._reading.search
        if search is None:
            return Content("")
        if search.problem:
            return Content.styled(search.problem, "$error")
        if not search.is_complete:
            return Content.styled(_so_far(search), "$dim")
        if not search:
            return Content.styled("not found", "$error")
        here = search.at(self._reading.caret)
        place = f"{here + 1:,} of " if here is not None else ""
        return Content.styled(f"{place}{len(search):,}", "$dim")


def _so_far(search: Search) -> str:
    """How many hits are known while the count goes on."""
    return f"{len(search):,} and more …" if search.starts else "looking …"


class FindField(Input):
    """Where the words are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "stay here", id="find.stay"),
        Binding("down", "walk(True)", "next", id="find.next"),
        Binding("up", "walk(False)", "previous", id="find.previous"),
    ]

    def __init__(self, reading: Reading, history: list[str]) -> None:
        """`history` has the words that were looked for before, the last ones at the end."""
        super().__init__(
            placeholder="words, then enter · f2 whole words · f3 regular expression", compact=True
        )
        self._reading = reading
        self._history = history
        self._recalled = len(history)

    def begin(self) -> None:
        """Offer the words looked for last, to be kept, replaced, or left for earlier ones."""
        self._recalled = len(self._history)
        self.value = self._reading.search.query if self._reading.search else ""
        if self._history and self.value == self._history[-1]:
            self._recalled -= 1
        self.select_all()
        self.focus()

    def note(self) -> None:
        """Remember what is looked for now."""
        if self.value.strip():
            self._history[:] = [*(old for old in self._history if old != self.value), self.value]
            del self._history[:-_REMEMBERED]

    @property
    def _is_own(self) -> bool:
        """Whether the words were typed, and not recalled."""
        recalled = self._history[self._recalled : self._recalled + 1]
        return bool(self.value) and self.value not in recalled

    def action_walk(self, forward: bool) -> None:
        """Recall later or earlier words; from words just typed go to the next or previous hit."""
        if not self._is_own and self._history:
            self._recall(1 if forward else -1)
        else:
            walk(self._reading, self.app, forward=forward)

    def _recall(self, step: int) -> None:
        self._recalled = max(0, min(self._recalled + step, len(self._history)))
        self.value = "".join(self._history[self._recalled : self._recalled + 1])
        self.select_all()


def walk(reading: Reading, app: App[Any], *, forward: bool) -> None:
    """Go to the next or previous hit or mention; say so where that goes round the end."""
    before = reading.caret
    reading.walk(forward=forward)
    if reading.caret != before and forward is (reading.caret < before):
        ends = ("end", "start") if forward else ("start", "end")
        app.notify(f"Wrapped from the {ends[0]} of the article to its {ends[1]}.", timeout=3)


class FindBar(Horizontal):
    """An input that finds while one types. Enter keeps the place, escape returns to the old."""

    DEFAULT_CSS = """
    FindBar {
        height: 1; display: none; background: $panel;
        &.-open { display: block; }
        .prompt { width: auto; padding: 0 1; color: $primary; text-style: bold; }
        Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        Input:focus { border: none; background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "end", id="find.leave"),
        Binding("f2", "whole_words", "whole words", show=False, id="find.whole-words"),
        Binding("f3", "regex", "regular expression", show=False, id="find.regex"),
    ]

    class Closed(Message):
        """The reader is done with the bar."""

    def __init__(self, reading: Reading, history: list[str] | None = None) -> None:
        """`history` has the words that were looked for before; it grows with what is kept."""
        super().__init__()
        self._reading = reading
        self._history = [] if history is None else history
        self._origin, self._before = 0, reading.way()
        self._manner = Manner()

    def compose(self) -> ComposeResult:
        """Prompt, input and count."""
        yield _Prompt(lambda: self._manner)
        yield FindField(self._reading, self._history)
        yield _Count(self._reading)

    def open(self) -> None:
        """Show the bar; the search begins where the caret is now."""
        self._origin, self._before = self._reading.caret, self._reading.way()
        self.add_class("-open")
        self.query_one(FindField).begin()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find at once."""
        event.stop()
        if self.has_class("-open"):
            self._find()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the hit."""
        event.stop()
        self.query_one(FindField).note()
        self._close()

    def action_whole_words(self) -> None:
        """Find whole words only, or parts of words again."""
        self._change(whole_words=not self._manner.whole_words)

    def action_regex(self) -> None:
        """Take what is typed for a regular expression, or for words again."""
        self._change(regex=not self._manner.regex)

    def _change(self, **values: bool) -> None:
        self._manner = replace(self._manner, **values)
        self.query_one(_Prompt).refresh(layout=True)
        self._find()

    def action_leave(self) -> None:
        """Return to where the search began, and to what was searched for before."""
        self._reading.return_to(self._before)
        self._close()

    def _find(self) -> None:
        words = self.query_one(Input).value
        self._reading.find(words, origin=self._origin, manner=self._manner)

    def _close(self) -> None:
        self.remove_class("-open")
        self.post_message(self.Closed())


class _Prompt(Widget):
    ALLOW_SELECT = False

    def __init__(self, manner: Callable[[], Manner]) -> None:
        super().__init__(classes="prompt")
        self._manner = manner

    def render(self) -> Content:
        manner = self._manner()
        words = "find words" if manner.whole_words else "find"
        return Content(f"{words} (regex)" if manner.regex else words)
