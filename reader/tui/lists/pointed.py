"""What the row under the cursor of a list stands for."""

from __future__ import annotations

from textual.widget import Widget

from ...reading import Annotation, EntityRow, EventRow, QuoteRow
from ...reading.notes import NoteRow
from .pane import ListPane


def list_with(widget: Widget | None) -> ListPane[object] | None:
    """The list that a widget is part of; None without one."""
    ancestors = widget.ancestors_with_self if widget is not None else ()
    return next((node for node in ancestors if isinstance(node, ListPane)), None)


def pointed_at(pane: ListPane[object]) -> Annotation | None:
    """What the row under the cursor stands for, where that is one thing of the article."""
    match pane.row_list.current:
        case (
            EntityRow(entity=found)
            | QuoteRow(quote=found)
            | EventRow(event=found)
            | NoteRow(note=found)
        ):
            return found
        case _:
            return None
