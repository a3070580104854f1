"""Labels on everything on the screen that can be looked at, to jump to it by a letter or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widgets import Static

from ...reading import EntityFocus, EventFocus, Focus, QuoteFocus, Reading

if TYPE_CHECKING:
    from ...article import Link
    from .pane import ArticlePane

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"

Target = tuple[int, "Focus | Link"]
"""Where something begins, and what choosing it looks at; None where only the caret goes there."""


def targets_on(reading: Reading, start: int, end: int) -> list[Target]:
    """Links, mentions, dates and quotes that begin between two code points, in text order.

    Of those that begin together the first of these sorts is kept.
    """
    found: dict[int, Focus | Link] = {}
    for place, goal in _all(reading, start, end):
        if start <= place < end:
            found.setdefault(place, goal)
    return sorted(found.items(), key=lambda target: target[0])


def _all(reading: Reading, start: int, end: int) -> Iterator[Target]:
    index = reading.index
    for link in reading.article.links:
        yield link.start, link
    for place, _, entity in index.mentions.touching(start, end):
        yield place, EntityFocus(entity.id)
    for place, _, time in index.time_places.touching(start, end):
        around = index.event_places.at(place)
        dated = (event.id for event in around if time.id in (event.time, *event.times))
        event = next(dated, None)
        yield place, EventFocus(event) if event is not None else None
    for place, _, quote in index.contents.touching(start, end):
        yield place, QuoteFocus(quote.id)


def labelled(targets: Sequence[Target]) -> dict[str, Target]:
    """A label for each target: a letter, or two where there are more targets than letters.

    No label begins another one; of more than 676 targets the last have none.
    """
    many = len(_LETTERS)
    pairs = min(many, -(-max(0, len(targets) - many) // (many - 1)))
    single, first = _LETTERS[: many - pairs], _LETTERS[many - pairs :]
    labels = chain(single, ("".join(pair) for pair in product(first, _LETTERS)))
    return dict(zip(labels, targets, strict=False))


class LabelScreen(ModalScreen[None]):
    """Takes the letters of a label while the article shows all; anything else leaves."""

    DEFAULT_CSS = """
    LabelScreen {
        background: transparent;
        align: left bottom;
        Static { height: 1; background: $panel; padding: 0 1; }
    }
    """

    def __init__(self, pane: ArticlePane, targets: Sequence[Target]) -> None:
        super().__init__()
        self._pane = pane
        self._labels: Mapping[str, Target] = labelled(targets)
        self._typed = ""

    def compose(self) -> ComposeResult:
        """What to do."""
        yield Static(Content("type a label to go there · esc closes"))

    def on_mount(self) -> None:
        """Show the labels."""
        self._show()

    def on_unmount(self) -> None:
        """Take them away."""
        self._pane.show_labels({})

    def _show(self) -> None:
        labels = {
            place: label[len(self._typed) :]
            for label, (place, _) in self._labels.items()
            if label.startswith(self._typed)
        }
        self._pane.show_labels(labels)

    def on_key(self, event: Key) -> None:
        """Narrow the labels, go to the one that is left, or leave."""
        event.stop()
        typed = self._typed + (event.character or "")
        if not event.is_printable or not any(label.startswith(typed) for label in self._labels):
            self.dismiss()
            return
        self._typed = typed
        if typed in self._labels:
            target = self._labels[typed]
            self.dismiss()
            self.app.call_later(self._pane.go_to_label, *target)
        else:
            self._show()

    def on_click(self, event: Click) -> None:
        """Leave."""
        event.stop()
        self.dismiss()
