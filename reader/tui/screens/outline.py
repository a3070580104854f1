"""The outline of the article, to jump by."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading.outline import Entry, Part
from .choice import Choice, ChoiceDialog


class OutlineDialog(ChoiceDialog):
    """Offers the entries and closes with the number of the chosen one."""

    def __init__(self, entries: Sequence[Entry], caret: int) -> None:
        """The list begins on the last entry before the caret."""
        before = [
            number
            for number, entry in enumerate(entries)
            if entry.part is not Part.LINK and entry.start <= caret
        ]
        rows = [Choice(entry.label, _beside(entry)) for entry in entries]
        super().__init__("Outline", rows, present=before[-1] if before else 0)


def _beside(entry: Entry) -> str:
    return f"link to {entry.detail}" if entry.part is Part.LINK else entry.detail
