"""The list of the articles that a feed, a mail folder or an archive holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...worker.opening_messages import Item, Listed
from ..harmless import one_line
from .choice import Choice, ChoiceList
from .dialog import Door

if TYPE_CHECKING:
    from ..doors import Doors


class ListingScreen(ChoiceList[int], Door):
    """Offers the articles; the chosen one is opened, and the list stays where that is refused."""

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
        hint = "type to narrow · enter opens · esc leaves"
        super().__init__(title, rows, hint=f"{one_line(listed.notice)}\n{hint}".strip())

    def chosen(self, number: int) -> None:
        """Open the article; the list closes once it is there."""
        self.complain("opening …")
        self._doors.choose(number, lambda sentence: self.complain(one_line(sentence)))

    async def action_dismiss(self, result: int | None = None) -> None:
        """Leave the list."""
        self._doors.cancel()
        self.dismiss(result)
        self._doors.leave_door()


def _about(item: Item) -> str:
    """The outlet and the day of an article, where they are known."""
    day = item.published.isoformat() if item.published else ""
    return " · ".join(filter(None, (item.outlet, day)))
