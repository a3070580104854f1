"""The inspector: what is known of the row under the cursor, or of what is in focus, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget

from ...analysis import Form
from ...reading import Annotation, Change, Reading
from ..harmless import cells, from_the_end
from ..line import Heading, Line
from .facts import Fact, FactRow, facts_of
from .pane import FOLLOWED, ListPane
from .pointed import list_with, pointed_at
from .quoted_words import set_pieces

_LABEL_CELLS = 11
_MOST_LINES = 100
_MOST_SUBJECTS = 6
_FEWEST_LINES = 3


class FactPainter:
    """Facts as lines: a label, then what is known."""

    def idents(self, rows: Sequence[FactRow]) -> list[str | None]:
        """The ids of the facts."""
        return [None if isinstance(row, Heading) else row.ident for row in rows]

    def heights(self, rows: Sequence[FactRow], width: int) -> Iterable[int]:
        """As many lines as it takes."""
        return (
            1 if isinstance(row, Heading) or row.short else len(self._fact(row, width))
            for row in rows
        )

    def lines(self, row: FactRow, width: int, *, opened: bool) -> list[Line]:
        """The label, and the fact beside it on as many lines as it takes."""
        del opened
        return [row.line(width)] if isinstance(row, Heading) else self._fact(row, width)

    def _in_context(self, row: Fact, width: int) -> Line:
        """The words in the middle of the line, what stands around them at their sides."""
        line = Line(width).add(" ").column(row.label, _LABEL_CELLS - 1, "dim")
        words, (before, behind) = row.pieces[0], row.context or ("", "")
        side = max(0, (line.room - min(cells(words.text), line.room // 2)) // 2)
        return line.right_column(from_the_end(before, side), side).extend([words]).add(behind)

    def _fact(self, row: Fact, width: int) -> list[Line]:
        if row.context is not None and width > _LABEL_CELLS:
            return [self._in_context(row, width)]
        most = 1 if row.short else _MOST_LINES
        lines = set_pieces(list(row.pieces), width, most, _LABEL_CELLS)
        if lines and width > _LABEL_CELLS:
            label = Line(width).add(" ").column(row.label, _LABEL_CELLS - 1, "dim")
            lines[0].pieces[:1] = label.pieces
        return lines


class Inspector(ListPane[FactRow]):
    """Why the analysis says what it says.

    In a list it tells of the row under the cursor, in the article of what is in focus and what
    the caret stands on. It still tells of the row while the reader is in the reasons themselves.
    """

    TITLE = "Why"
    NOUN = "facts"
    HINTS = ("list.filter", "inspector.form")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "form", "mentions of one form", id="inspector.form"),
    ]
    FOLLOWS: ClassVar[Change] = FOLLOWED | Change.CARET

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, FactPainter())
        self._subjects: list[Annotation] = []
        self._wanted = 0
        self._width = 0
        self._form: Form | None = None
        self._list: ListPane[object] | None = None

    def on_mount(self) -> None:
        """Follow the keyboard from list to list, too."""
        super().on_mount()
        self.watch(self.screen, "focused", self._look_around)

    def _look_around(self, focused: Widget | None) -> None:
        pane = list_with(focused)
        if focused is not None and pane is not self:
            self._list = pane
            self.look_again()

    def look_again(self) -> None:
        """Tell of another row where the cursor is on one."""
        self.changed(Change.CARET)

    def subjects(self) -> list[Annotation]:
        """The row under the cursor; else what is in focus, then what the caret stands on."""
        pointed = pointed_at(self._list) if self._list and self._list.is_attached else None
        if pointed is not None:
            return [pointed]
        focused = self.reading.focused
        found = [*([focused] if focused else []), *self.reading.under_caret()]
        return list({annotation.id: annotation for annotation in found}.values())[:_MOST_SUBJECTS]

    def changed(self, change: Change) -> None:
        """A step of the caret on the same annotations changes nothing here."""
        if change is not Change.CARET or self.subjects() != self._subjects:
            super().changed(change)

    def on_resize(self, event: Resize) -> None:
        """Ask for as much height as the facts take at the new width."""
        super().on_resize(event)
        if event.size.width != self._width:
            self._width, self._wanted = event.size.width, 0
            self.call_later(self._ask_for_room)

    def rearrange(self) -> None:
        """Show the facts, and grow where they need more lines."""
        super().rearrange()
        self._ask_for_room()

    def _ask_for_room(self) -> None:
        """Grow to what the facts need; never shrink, or the panes above would dance."""
        lines = max(self.row_list.virtual_size.height, _FEWEST_LINES)
        wanted = 1 + lines + self.has_class("filtering")
        if wanted > self._wanted:
            self._wanted = wanted
            self.styles.height = wanted

    def read(self) -> list[FactRow]:
        """All that is known of each subject."""
        self._subjects = self.subjects()
        return [
            row
            for subject in self._subjects
            for row in facts_of(self.reading, subject, subject.id, self._form)
        ]

    def action_form(self) -> None:
        """List only names, then descriptions, then pronouns, then all again."""
        forms = [None, *Form]
        self._form = forms[(forms.index(self._form) + 1) % len(forms)]
        self._read_rows = self.read()
        self.rearrange()

    def narrowed(self, rows: list[FactRow]) -> Sequence[FactRow]:
        """The facts that match the filter."""
        return self.matching(rows)

    def haystack(self, row: FactRow) -> str:
        """The label and the fact; of a mention its sentence, form and reason, too."""
        words = " ".join(piece.text for piece in row.pieces)
        return words if isinstance(row, Heading) else f"{row.label} {words} {row.found_by}"

    def total(self) -> int:
        """All facts there are."""
        return sum(isinstance(row, Fact) for row in self._read_rows)

    def choose(self, ident: str) -> None:
        """Put the caret where the article tells the fact."""
        for row in self._read_rows:
            if isinstance(row, Fact) and row.ident == ident and row.goes_to is not None:
                self.reading.jump(row.goes_to)

    def counts(self) -> str:
        """Nothing: facts are not worth counting."""
        return ""

    def focus_note(self) -> str:
        """Nothing narrows the facts."""
        return ""

    def why_empty(self) -> str:
        """What to do to see facts."""
        if self.query_text:
            return super().why_empty()
        return "Nothing here to explain. Put the caret on a marked word, or choose a row."
