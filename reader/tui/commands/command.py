"""What a key, the palette and the command line can make the application do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

if TYPE_CHECKING:
    from ..app import ReaderApp

RIGHT_BUTTON = 3
CORRECT = "app.command('hand.correct')"
"""What a click with the right button runs."""

Run = Callable[["ReaderApp"], Awaitable[None] | None]


def always(_: ReaderApp) -> bool:
    """A command that is possible at any time."""
    return True


class Command(NamedTuple):
    """One thing to do: its id for the settings, its keys, and the function that does it.

    `keys` are separated by commas. `description` is what help and palette say, `footer` the word
    in the footer, where it stands there at all. `is_possible` tells whether it makes sense now.
    `for_owner` commands open, write or run something with the rights of whoever started the
    reader: a visitor in a browser has none of them.
    """

    id: str
    keys: str
    description: str
    run: Run
    footer: str = ""
    is_possible: Callable[[ReaderApp], bool] = always
    for_owner: bool = False

    @property
    def binding(self) -> Binding:
        """The binding of the application that runs it."""
        return Binding(
            self.keys,
            f"command({self.id!r})",
            self.footer or self.description,
            tooltip=self.description if self.footer else "",
            show=bool(self.footer),
            id=self.id,
        )
