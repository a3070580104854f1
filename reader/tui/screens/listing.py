"""The list of the articles that a feed, a mail folder or an archive holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ...worker.opening_messages import Item, Listed
from ..harmless import one_line
from .choice import Choice, ChoiceList
from .dialog import Door

if TYPE_CHECKING:
    from ..doors import Doors


class ListingScreen(ChoiceList[int], Door):
    """Offers the articles, one or all; what is chosen is opened, and the list stays if refused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "all", "open all", show=False, id="listing.all", priority=True),
    ]

    def __init__(self, doors: Doors, listed: Listed) -> None:
        self._doors = doors
        count = len(listed.items)
        title = f"{listed.name}: {listed.kind}, {count:,} article{'' if count == 1 else 's'}"
        rows = [
            Choice(
                item.title or "(without a title)",
                _about(item),
            )
            for item in listed.items
        ]
        self._listed = listed
        self._has_all = count > 1
        keys = "type to narrow · enter opens · "
        if self._has_all:
            rows.insert(0, Choice(f"all {count:,} articles together", "one cast, one timeline"))
            keys += "ctrl+a opens all · "
        hint = f"{one_line(listed.notice)}\n{keys}ctrl+y copies · esc closes".strip()
        super().__init__(title, rows, hint=hint, present=int(self._has_all))

    def chosen(self, number: int) -> None:
        """Open the article, or all; the list closes once it is there."""
        if self._has_all and number == 0:
            self.action_all()
            return
        self.complain("opening …")
        self._doors.choose(number - self._has_all, self._refused)

    def action_all(self) -> None:
        """Read all articles together."""
        if self._has_all:
            self.complain("opening …")
            self._doors.read_all(self._listed, self._refused)

    def _refused(self, sentence: str) -> None:
        self.complain(one_line(sentence))

    async def action_dismiss(self, result: int | None = None) -> None:
        """Leave the list."""
        self._doors.cancel()
        self.dismiss(result)
        self._doors.leave_door()


def _about(item: Item) -> str:
    """The outlet and the day of an article, where they are known."""
    day = item.published.isoformat() if item.published else ""
    return " · ".join(filter(None, (item.outlet, day)))
