"""The entities pane: whom and what the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import repeat
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseMove
from textual.message import Message

from ...analysis import By, Entity, Form, Kind
from ...reading import (
    EntityFocus,
    EntityRow,
    Reading,
    Relation,
    fitted,
    presence,
)
from ...reading.sentences import sentence_around
from ..glyphs import glyphs
from ..harmless import cells, ellipsis, one_line
from ..legend import kinds, meaning
from ..line import Line
from ..painted import PaintedLine
from .pane import ListPane
from .short_lines import wrapped

_COUNT_CELLS = 3
_SIGN_CELLS = 3
_LONG_NAME = 28
_ROLE_CELLS = 12
_WIDE_ROLE_CELLS = 34
_ROOM_FOR_SENTENCE = 80
_FEW = 4
_MEASURED_NAMES = 300
_PLURALS = {
    Kind.PERSON: "people",
    Kind.ORGANIZATION: "organizations",
    Kind.PLACE: "places",
    Kind.GROUP: "groups",
    Kind.EVENT: "events",
    Kind.WORK: "works",
    Kind.PRODUCT: "products",
    Kind.LAW: "laws",
    Kind.FACILITY: "facilities",
    Kind.LANGUAGE: "languages",
    Kind.OTHER: "other things",
    Kind.UNKNOWN: "unknown kinds",
}


class EntityOrder(StrEnum):
    """How the rows of the entities pane are sorted."""

    COUNT = "by count"
    FIRST = "by first mention"
    NAME = "by name"


class EntityPainter:
    """Entities as lines: glyph and name, count, where in the article, role."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._widest_name = self._usual_name = 0
        self._count_cells = _COUNT_CELLS
        self._some_role = False

    def measure(self, entities: Sequence[Entity]) -> None:
        """Take note how wide the first few hundred names are, and nine in ten of them."""
        measured = entities[:_MEASURED_NAMES]
        widths = sorted(cells(one_line(known.name[:60])) for known in measured)
        if widths:
            self._widest_name, self._usual_name = widths[-1], widths[len(widths) * 9 // 10]
        self._some_role = any(known.roles for known in measured)
        most = max((len(known.mentions) for known in measured), default=0)
        self._count_cells = max(_COUNT_CELLS, len(str(most)) + 1)

    def idents(self, rows: Sequence[EntityRow]) -> list[str | None]:
        """The ids of the entities."""
        return [row.entity.id for row in rows]

    def heights(self, rows: Sequence[EntityRow], width: int) -> Iterable[int]:
        """One line each."""
        del width
        return repeat(1, len(rows))

    def lines(self, row: EntityRow, width: int, *, opened: bool) -> list[Line]:
        """The one line of a row, and a second for its role where the first has no room."""
        entity = row.entity
        strip = _strip_cells(width)
        beside = self._count_cells + _SIGN_CELLS + 1
        if width - beside - strip < min(self._usual_name, _LONG_NAME):
            strip = 0  # names go before strips
        name = self._name_cells(width, width - beside - strip)
        sign = glyphs().yours if entity.by is By.PERSON else " "
        line = Line(width).add(f" {glyphs().kinds[entity.kind]}{sign}", entity.kind)
        bold = " strong" if row.relation is Relation.FOCUSED else ""
        line.column(one_line(entity.name), name, entity.kind + bold)
        line.right_column(str(row.count), self._count_cells, "dim").add(" ")
        if strip:
            self._add_strip(line, entity, strip)
        role = self._role(entity)
        if line.room >= _ROOM_FOR_SENTENCE:
            line.add("  ").column(role, _WIDE_ROLE_CELLS, "dim").add("  ")
            line.add(self._first_sentence(entity, line.room - 1))
            role = ""
        elif role and line.room >= _ROLE_CELLS + 2:
            line.add("  ").add(role, "dim")
            role = ""
        is_cut = cells(one_line(entity.name)) > name
        return [line, *self._more(entity if is_cut else None, role, width)] if opened else [line]

    def meaning(self, row: EntityRow) -> str:
        """What the signs of a row mean, in words."""
        sign, told, _ = next(known for known in kinds() if known[2] == row.entity.kind)
        yours = f"\n{glyphs().yours} {meaning('yours')}" if row.entity.by is By.PERSON else ""
        return f"{sign} {told}{yours}"

    def _more(self, cut: Entity | None, role: str, width: int) -> list[Line]:
        """What the line of an open row has no room for: all of its name, and its role."""
        named = wrapped(one_line(cut.name), width - 2 * _SIGN_CELLS, 3) if cut else []
        lines = [Line(width).add(" " * _SIGN_CELLS).add(words) for words in named]
        return [*lines, *([Line(width).add(" " * _SIGN_CELLS).add(role, "dim")] if role else [])]

    def _name_cells(self, width: int, room: int) -> int:
        """How wide the column of names is: as all names ask for, unless roles need the room."""
        beside_roles = min(self._usual_name, max(_LONG_NAME, width * 2 // 5))
        if self._some_role and room - beside_roles >= _ROLE_CELLS + 2:
            return beside_roles
        return max(4, min(self._widest_name, room))

    def _add_strip(self, line: Line, entity: Entity, width: int) -> None:
        beside = self._reading.beside
        counts = fitted(beside.strip(entity.id), width) if beside is not None else []
        counts = counts or presence(entity, len(self._reading.article.text), width)
        most = max(_FEW, *counts)
        for count in counts:
            line.add(glyphs().level(count, most), entity.kind if count else "faint")
        line.add(" " * (width - len(counts)))

    def _first_sentence(self, entity: Entity, room: int) -> str:
        """The sentence that first names it, no longer than it can be shown."""
        text, first = self._reading.article.text, entity.mentions[0]
        start, end = sentence_around(text, first.start, first.end)
        return ellipsis(one_line(text[start : min(end, start + 2 * room)].strip()), room)

    def _role(self, entity: Entity) -> str:
        text, role = self._reading.article.text, next(iter(entity.roles), None)
        if role is None:
            return ""
        return one_line(text[role.start : role.end] if role.words is None else role.words)


def _strip_cells(width: int) -> int:
    """How wide the strip of mentions is in a pane of `width` cells."""
    return 0 if width < 26 else min(24, max(6, width // 5))


class KindBar(PaintedLine):
    """The kinds there are, with counts; one of them may be picked out."""

    DEFAULT_CSS = """
    KindBar { height: 1; }
    """

    class Picked(Message):
        """A kind was clicked; None is all of them."""

        def __init__(self, kind: Kind | None) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self) -> None:
        super().__init__(classes="header")
        self.counts: Counter[Kind] = Counter()
        self.kind: Kind | None = None
        self._places: list[tuple[int, int, Kind | None]] = []

    def show(self, counts: Counter[Kind], kind: Kind | None) -> None:
        """Take new counts and the kind picked out."""
        self.counts, self.kind = counts, kind
        self.refresh()

    def line(self, width: int) -> Line:
        """The kinds, closer together where room is short; where each stands is kept for clicks.

        Where not all fit, those around the one picked out are shown, with an ellipsis where others
        follow or went before.
        """
        items = self._items()
        self._places = []
        wide = sum(cells(words) + 2 for words, _ in items) < width
        if not wide:
            items = [(words.replace(" ", ""), kind) for words, kind in items]
        return self._set(items, width, wide=wide)

    def _items(self) -> list[tuple[str, Kind | None]]:
        signs = glyphs().kinds
        kinds = [(f"{signs[kind]} {self.counts[kind]}", kind) for kind in Kind if self.counts[kind]]
        return [("all", None), *kinds] if self.counts or self.kind else []

    def _set(self, items: list[tuple[str, Kind | None]], width: int, *, wide: bool) -> Line:
        line, first, last = Line(width).add(" "), 0, len(items)
        sizes = [cells(words) + (2 if wide else 1) for words, _ in items]
        here = next((at for at, (_, kind) in enumerate(items) if kind is self.kind), 0)
        while sum(sizes[first:last]) > width - 2 - (first > 0) and last - first > 1:
            if last - 1 > here and last - here >= here - first:
                last -= 1
            else:
                first += 1
        if first:
            line.add(glyphs().ellipsis, "dim")
        for words, kind in items[first:last]:
            self._item(line, f" {words} " if wide else words, kind)
            line.add("" if wide else " ")
        return line.add(glyphs().ellipsis, "dim") if last < len(items) else line

    def _item(self, line: Line, words: str, kind: Kind | None) -> None:
        start = line.used
        look = kind or ""
        if kind is self.kind:
            line.add(words, f"{look} cursor strong")
        else:
            line.add(words, look if self.kind is None else "dim")
        self._places.append((start, line.used, kind))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Name the kind under the pointer."""
        kind = next((kind for start, end, kind in self._places if start <= event.x < end), None)
        self.tooltip = Content(_PLURALS[kind].capitalize()) if kind else None

    def on_click(self, event: Click) -> None:
        """Pick the kind that was clicked."""
        for start, end, kind in self._places:
            if start <= event.x < end:
                self.post_message(self.Picked(kind))


class EntitiesPane(ListPane[EntityRow]):
    """Everyone and everything in the article, each once."""

    TITLE = "Entities"
    NOUN = "entities"
    HINTS = ("list.filter", "entities.sort")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "sort", id="entities.sort"),
        Binding("right,l", "kind(1)", "next kind", show=False, id="entities.next-kind"),
        Binding("left,h", "kind(-1)", "previous kind", show=False, id="entities.previous-kind"),
    ]

    def __init__(self, reading: Reading) -> None:
        self._painter = EntityPainter(reading)
        super().__init__(reading, self._painter)
        self.order = EntityOrder.COUNT
        self.kind: Kind | None = None
        self._kinds: Counter[Kind] = Counter()

    def compose_header(self) -> ComposeResult:
        """The bar of kinds."""
        yield KindBar()

    def learn(self) -> None:
        """Measure the names."""
        self._painter.measure(self.reading.annotations.entities)

    def read(self) -> list[EntityRow]:
        """The rows that the focus asks for, their kinds counted."""
        rows = self.reading.entities()
        self._kinds = Counter(row.entity.kind for row in rows)
        return rows

    def narrowed(self, rows: list[EntityRow]) -> Sequence[EntityRow]:
        """Only the kind picked and names that match, in the order wanted."""
        if self.kind and not self._kinds[self.kind] and self.reading.focus is None:
            self.kind = None
        self.query_one(KindBar).show(self._kinds, self.kind)
        if self.kind:
            rows = [row for row in rows if row.entity.kind is self.kind]
        return self._sorted(self.matching(rows))

    def _sorted(self, rows: list[EntityRow]) -> list[EntityRow]:
        """The entity in focus first, the others in the order wanted."""
        match self.order:
            case EntityOrder.FIRST:
                return sorted(rows, key=lambda row: (_behind(row), row.entity.mentions[0].start))
            case EntityOrder.NAME:
                return sorted(rows, key=lambda row: (_behind(row), row.entity.name.casefold()))
        return rows

    def haystack(self, row: EntityRow) -> str:
        """The name, all names in the text, and the roles."""
        text, entity = self.reading.article.text, row.entity
        names = (mention for mention in entity.mentions if mention.form is Form.NAME)
        words = {text[name.start : name.end] for name in names}
        words.update(text[role.start : role.end] for role in entity.roles)
        return "\n".join((entity.name, *words))

    def copied(self, row: EntityRow) -> str:
        """The name."""
        return one_line(row.entity.name)

    def total(self) -> int:
        """All entities of the article."""
        return len(self.reading.annotations.entities)

    def chosen(self) -> str | None:
        """The entity in focus."""
        focus = self.reading.focus
        return focus.id if isinstance(focus, EntityFocus) else None

    def choose(self, ident: str) -> None:
        """Look at an entity."""
        self.reading.focus_on(EntityFocus(ident))

    def order_note(self) -> str:
        """The order where it is not by count, and the kind picked."""
        notes = [_PLURALS[self.kind]] if self.kind else []
        if self.order is not EntityOrder.COUNT:
            notes.append(self.order)
        return " ".join(notes)

    def narrowing(self) -> str:
        """The kind or the words that hide rows."""
        words = super().narrowing()
        return f"among the {_PLURALS[self.kind]} {words}".rstrip() if self.kind else words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A picked kind is left like a filter."""
        if action == "leave_filter" and self.kind:
            return True
        return super().check_action(action, parameters)

    def action_leave_filter(self) -> None:
        """Show everything again, of every kind."""
        self.kind = None
        super().action_leave_filter()

    def action_sort(self) -> None:
        """Go to the next order."""
        orders = list(EntityOrder)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.show_sorted()

    def action_kind(self, step: int) -> None:
        """Pick out the next or previous kind there is; after the last come all of them."""
        kinds = [None, *(kind for kind in Kind if self._kinds[kind] or kind is self.kind)]
        self._pick(kinds[(kinds.index(self.kind) + step) % len(kinds)])

    def on_kind_bar_picked(self, event: KindBar.Picked) -> None:
        """A click on a kind picks it out."""
        event.stop()
        self._pick(event.kind)

    def _pick(self, kind: Kind | None) -> None:
        self.kind = kind
        self.rearrange()


def _behind(row: EntityRow) -> bool:
    return row.relation is not Relation.FOCUSED
