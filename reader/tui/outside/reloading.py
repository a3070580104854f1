"""The article read again from its file, with the reader where they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from ...corrections import Step
from ...corrections.anchors import Anchor, Finder
from ...reading import Reading
from .kept_way import KeptWay, anchor_at

if TYPE_CHECKING:
    from ...corrections.hand import Item
    from ..app import ReaderApp


class Kept(Struct, frozen=True):
    """The reader's way, and their marks by the words there; what they made, and how to undo it."""

    way: KeptWay
    marks: Mapping[str, Anchor]
    items: tuple[Item, ...]
    done: tuple[Step, ...]
    undone: tuple[Step, ...]

    @classmethod
    def of(cls, reading: Reading) -> Kept:
        """What is to be kept of a reading."""
        text, work = reading.article.text, reading.handwork
        done, undone = work.steps if work else ((), ())
        return cls(
            KeptWay.of(reading),
            {letter: anchor_at(text, place) for letter, place in reading.bookmarks.items()},
            (*work.remarks, *work.corrections) if work else (),
            done,
            undone,
        )

    def restore(self, reading: Reading) -> None:
        """Bring the reader back to their place and way in the article as it is now."""
        finder = Finder(reading.article.text)
        for letter, anchor in self.marks.items():
            if (found := finder.find(anchor)) is not None:
                reading.bookmarks.setdefault(letter, found.start)
        self.way.restore(reading)


def reload(app: ReaderApp) -> None:
    """Read the file of the present article again."""
    kept = Kept.of(app.reading)

    def restore() -> None:
        kept.restore(app.reading)
        work = app.hand.work
        if not app.keeps_library and kept.items:
            work.load(kept.items, (), kept.done, kept.undone)
        app.tell("The file was read again.")

    if app.turning is not None:
        app.turning.expect_present()
    app.doors.open(app.hand.place, app.warn, then=restore)
