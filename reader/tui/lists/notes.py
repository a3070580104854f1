"""The notes pane: what the reader made of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType

from ...analysis import Note
from ...reading import (
    Change,
    NoteFocus,
    Reading,
    Relation,
)
from ...reading.notes import NoteRow, note_rows
from ..article.margin import sign_of
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Heading, Line, Piece
from .pane import FOLLOWED, ListPane
from .short_lines import wrapped
from .title import shown_key

if TYPE_CHECKING:
    from ...corrections import Correction, Remark
    from ...corrections.hand import Item

_INDENT = 3
_OPEN_LINES = 200
_CLOSED_LINES = 2
_LONGEST = 400
_GONE = "its words are no longer in the text"
_OFFERED = "From your other articles: enter applies it here, t always, x dismisses it"
_UNTAGGED = "without a tag"


class MadeRow(Struct, frozen=True, gc=False):
    """A correction, or a note whose words are gone; `why` says why it fits nothing.

    `is_offer` marks what was said of names in another article.
    """

    item: Item
    why: str = ""
    is_offer: bool = False

    @property
    def words(self) -> str:
        """What it says."""
        from ...corrections import Remark, told

        item = self.item
        if not isinstance(item, Remark):
            return told(item)
        return f"“{item.place.exact}” {item.text}".strip()


Row = NoteRow | MadeRow | Heading


class NoteOrder(StrEnum):
    """How the rows of the notes pane are sorted."""

    TEXT = "in text order"
    TAG = "by tag"


class NotePainter:
    """Notes as lines: the sign and the passage, then the words of the note."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def idents(self, rows: Sequence[Row]) -> list[str | None]:
        """The ids of the notes and corrections."""
        return [_ident(row) for row in rows]

    def heights(self, rows: Sequence[Row], width: int) -> Iterable[int]:
        """A line for the passage, and up to two for the note."""
        for row in rows:
            yield len(self.lines(row, width, opened=False))

    def lines(self, row: Row, width: int, *, opened: bool) -> list[Line]:
        """The passage and its tags, then the note; all of it in an opened row."""
        if isinstance(row, Heading):
            return [row.line(width)]
        if isinstance(row, MadeRow):
            return self._made(row, width, opened=opened)
        note = row.note
        look = f"mark-{note.colour}" if note.colour else "accent"
        strong = " strong" if row.relation is Relation.FOCUSED else ""
        line = Line(width).add(" ").add(f"{sign_of(note)} ", f"{look} strong")
        text = self._reading.article.text
        passage = one_line(text[note.start : min(note.end, note.start + _LONGEST)])
        tags = "".join(f" #{one_line(tag)}" for tag in note.tags)
        room = max(8, line.room - len(tags))
        line.add(wrapped(passage, room, 1)[0] if passage else "", f"{look}{strong}")
        line.add(tags, "dim")
        most = _OPEN_LINES if opened else _CLOSED_LINES
        return [line, *_words(note.text, width, most)]

    def _made(self, row: MadeRow, width: int, *, opened: bool) -> list[Line]:
        most = _OPEN_LINES if opened else 1
        sign = glyphs().kind_unknown if row.why else glyphs().yours
        words = wrapped(one_line(row.words[: 8 * _LONGEST]), max(1, width - _INDENT), most)
        first = Line(width).add(f" {sign} ", "accent").add(words[0] if words else "")
        more = [Line(width).add(" " * _INDENT).add(part) for part in words[1:]]
        why = [Line(width).add(" " * _INDENT).add(one_line(row.why), "dim")] if row.why else []
        return [first, *more, *why]


def _words(text: str, width: int, most: int) -> list[Line]:
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        room = most - len(lines)
        if room <= 0:
            break
        shown = wrapped(one_line(paragraph), max(1, width - _INDENT), room)
        lines += [Line(width).add(" " * _INDENT).add(part) for part in shown]
    return lines


def _ident(row: Row) -> str | None:
    match row:
        case NoteRow(note=note):
            return note.id
        case MadeRow(item=item):
            return item.id
        case _:
            return None


class NotesPane(ListPane[Row]):
    """Every highlight and note of the article, then the corrections."""

    TITLE = "Notes"
    NOUN = "notes"
    HINTS = ("notes.edit", "notes.delete", "notes.teach", "list.filter", "notes.sort")
    FOLLOWS: ClassVar[Change] = FOLLOWED | Change.NOTES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "sort", id="notes.sort"),
        Binding("a", "edit", "edit", id="notes.edit"),
        Binding("x,delete", "delete", "delete", id="notes.delete"),
        Binding(
            "t", "teach", "always", tooltip="apply a correction to every article", id="notes.teach"
        ),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, NotePainter(reading))
        self.order = NoteOrder.TEXT

    def read(self) -> list[Row]:
        """The notes that the focus asks for; without one also the corrections."""
        rows: list[Row] = list(note_rows(self.reading))
        work = self.reading.handwork
        if work is None or not (
            self.reading.focus is None or isinstance(self.reading.focus, NoteFocus)
        ):
            return rows
        from ...corrections.hand import place_of

        rows += [MadeRow(remark, _GONE) for remark in work.orphans]
        reasons = {one.correction.id: one.reason for one in work.open}
        made = sorted(work.corrections, key=lambda one: (one.id not in reasons, place_of(one)))
        rows += [MadeRow(one, reasons.get(one.id, "")) for one in made]
        return rows + [MadeRow(offer, is_offer=True) for offer in work.offers()]

    def narrowed(self, rows: list[Row]) -> Sequence[Row]:
        """Rows that match the filter, under headings where they are of several sorts."""
        found = self.matching(rows)
        notes = [row for row in found if isinstance(row, NoteRow)]
        made = [row for row in found if isinstance(row, MadeRow)]
        shown: list[Row] = list(self._by_tag(notes) if self.order is NoteOrder.TAG else notes)
        lost = [row for row in made if row.why]
        kept = [row for row in made if not row.why and not row.is_offer]
        offers = [row for row in made if row.is_offer]
        sorts = (("Not found in this text", lost), ("Corrections", kept), (_OFFERED, offers))
        for title, part in sorts:
            if part:
                shown += [_heading(f"{title} · {len(part)}"), *part]
        return shown

    def _by_tag(self, rows: list[NoteRow]) -> Iterator[Row]:
        """A note under each of its tags would have one id twice: it stands under its first."""
        tags = sorted({_tag(row.note) for row in rows}, key=lambda tag: (tag == _UNTAGGED, tag))
        for tag in tags:
            yield _heading(one_line(tag))
            yield from (row for row in rows if _tag(row.note) == tag)

    def haystack(self, row: Row) -> str:
        """The passage, the note and its tags."""
        if isinstance(row, MadeRow):
            return row.words
        if not isinstance(row, NoteRow):
            return ""
        note, text = row.note, self.reading.article.text
        passage = text[note.start : note.end]
        tags = " ".join(f"#{tag}" for tag in note.tags)
        return " ".join((passage, note.text, tags, note.colour or ""))

    def copied(self, row: Row) -> str:
        """The passage and the note under it."""
        from ..copying import copied

        if not isinstance(row, NoteRow):
            return super().copied(row)
        article, note = self.reading.article, row.note
        passage = copied(article.text, article.blocks, note.start, note.end)
        return "\n".join(filter(None, (passage, one_line(note.text))))

    def total(self) -> int:
        """All notes, and all corrections."""
        work = self.reading.handwork
        return len(work.remarks) + len(work.corrections) if work else 0

    def chosen(self) -> str | None:
        """The note in focus."""
        focus = self.reading.focus
        return focus.id if isinstance(focus, NoteFocus) else None

    def choose(self, ident: str) -> None:
        """Go to the passage of a note, to the place of a correction; take what is offered."""
        if ident in self.reading.index.notes_by_id:
            self.reading.focus_on(NoteFocus(ident))
        elif (offer := self._offer(ident)) is not None and self.reading.handwork is not None:
            self.reading.handwork.accept(offer)
        elif (item := self._item(ident)) is not None and self.reading.handwork is not None:
            place = self.reading.handwork.place(item)
            if place is not None:
                self.reading.jump(place)

    def leads_to_article(self, ident: str) -> bool:
        """An offer is taken, and leads nowhere."""
        return self._offer(ident) is None

    def order_note(self) -> str:
        """The order where it is not that of the text."""
        return self.order if self.order is not NoteOrder.TEXT else ""

    def why_empty(self) -> str:
        """How to make one."""
        if self.query_text or self.total():
            return super().why_empty()
        highlight = shown_key(self, "hand.highlight", "M")
        note, mend = shown_key(self, "hand.note", "A"), shown_key(self, "hand.correct", "c")
        return (
            f"You have nothing here yet. Select words or choose a row: {highlight} highlights, "
            f"{note} adds a note, {mend} corrects."
        )

    def _offer(self, ident: str) -> Correction | None:
        work = self.reading.handwork
        return next((one for one in work.offers() if one.id == ident), None) if work else None

    def _item(self, ident: str) -> Correction | Remark | None:
        work = self.reading.handwork
        return work.item(ident) if work else None

    def action_sort(self) -> None:
        """Go from the order of the text to that by tag, and back."""
        by_tag = self.order is NoteOrder.TAG
        self.order = NoteOrder.TEXT if by_tag else NoteOrder.TAG
        self.show_sorted()

    async def action_edit(self) -> None:
        """Edit the note under the cursor."""
        await self.run_action("app.command('hand.note')")

    def action_delete(self) -> None:
        """Take away the note or correction under the cursor; undo brings it back."""
        ident, work = self.row_list.cursor, self.reading.handwork
        if ident is None or work is None or work.decline(ident):
            return
        if (item := work.item(ident)) is not None:
            work.drop(item)

    def action_teach(self) -> None:
        """Let the correction under the cursor hold in every article from now on."""
        from ...corrections import Remark
        from ...library.taught import always_path, teach

        ident = self.row_list.cursor or ""
        offer = self._offer(ident)
        item = offer or self._item(ident)
        if item is None or isinstance(item, Remark):
            self.notify(
                "Put the cursor on a correction: only corrections can apply to every article."
            )
            return
        try:
            known = teach(item)
        except (OSError, UnicodeDecodeError) as error:
            self.notify(f"{always_path().name} cannot be written: {error}", severity="warning")
            return
        if known is None:
            self.notify("Only names, kinds and merged entities can apply to every article.")
            return
        if offer is not None and self.reading.handwork is not None:
            self.reading.handwork.accept(offer)
        names = f" is also called {', '.join(known.names)}" if known.names else ""
        self.notify(one_line(f"Always: {known.name}{names}. It is in {always_path()}."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where something is kept can it hold always."""
        if action == "teach":
            return bool(getattr(self.app, "keeps_library", False))
        return super().check_action(action, parameters)


def _tag(note: Note) -> str:
    return note.tags[0] if note.tags else _UNTAGGED


def _heading(words: str) -> Heading:
    return Heading((Piece(f" {words}", "dim"),))
