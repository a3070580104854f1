"""The articles pane: which articles are on the desk, and how far each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from ...article import Article
from ...reading import Reading
from ...reading.desk import Desk, Sheet, State
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Line
from ..lists.pane import ListPane
from ..window.header import minutes_to_read

_LONGEST = 300
_SIGNS = {
    State.WAITING: ".",
    State.READING: "~",
    State.ANALYSING: "~",
    State.READY: " ",
    State.FAILED: "!",
}


class SheetRow(NamedTuple):
    """A row: the article, its number on the desk, and whether it is read now."""

    number: int
    sheet: Sheet
    is_present: bool


class SheetPainter:
    """Articles as two lines: the title, and below it outlet, day, minutes and state."""

    def idents(self, rows: Sequence[SheetRow]) -> list[str | None]:
        """The numbers of the articles."""
        return [str(row.number) for row in rows]

    def heights(self, rows: Sequence[SheetRow], width: int) -> Iterable[int]:
        """Two lines each."""
        del width
        return repeat(2, len(rows))

    def lines(self, row: SheetRow, width: int, *, opened: bool) -> list[Line]:
        """The lines of an article."""
        del opened
        sheet = row.sheet
        sign = glyphs().present if row.is_present else _SIGNS[sheet.state]
        look = "accent" if row.is_present else "" if sheet.state is State.READY else "dim"
        first = Line(width).add(f" {sign} ", look)
        first.add(one_line(sheet.title[:_LONGEST]), "strong" if row.is_present else look)
        return [first, Line(width).add("   ").add(_about(sheet), "dim")]


def _about(sheet: Sheet) -> str:
    """What is known of an article besides its title."""
    article = sheet.article
    parts = _stated(article) if article else []
    if sheet.state is State.FAILED:
        parts.append(one_line(sheet.reason[:_LONGEST]))
    elif sheet.state is not State.READY:
        parts.append(sheet.state.value)
    return " · ".join(parts)


def _stated(article: Article) -> list[str]:
    outlet = _host(article.url) if article.url else ""
    day = article.published.isoformat() if article.published else "no date"
    parts = [outlet or one_line((article.source or "")[:40]), day]
    return [*filter(None, parts), f"{minutes_to_read(article.text)} min"]


def _host(url: str) -> str:
    host = url.partition("://")[2].partition("/")[0]
    return one_line(host.removeprefix("www.")[:40])


class ArticlesPane(ListPane[SheetRow]):
    """The articles of the desk; choosing one reads it."""

    TITLE = "Articles"
    NOUN = "articles"
    HINTS = ("list.filter",)

    def __init__(self, reading: Reading, desk: Desk, go: Callable[[int], object]) -> None:
        super().__init__(reading, SheetPainter())
        self._desk = desk
        self._go = go
        self._forget: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Follow the desk as well."""
        super().on_mount()
        self._forget = self._desk.observe(self._desk_changed)

    def on_unmount(self) -> None:
        """Stop following."""
        self._forget()
        super().on_unmount()

    def _desk_changed(self) -> None:
        if self.is_mounted and self.size:
            self._read_rows = self.read()
            self.rearrange()

    def read(self) -> list[SheetRow]:
        """All articles, in order."""
        present = self._desk.present
        return [SheetRow(n, sheet, n == present) for n, sheet in enumerate(self._desk.sheets)]

    def narrowed(self, rows: list[SheetRow]) -> Sequence[SheetRow]:
        """Those that match the filter."""
        return self.matching(rows)

    def haystack(self, row: SheetRow) -> str:
        """Title, name, and what is said below."""
        return "\n".join((row.sheet.title, row.sheet.name, _about(row.sheet)))

    def total(self) -> int:
        """All articles."""
        return len(self._desk.sheets)

    def chosen(self) -> str | None:
        """The article that is read."""
        return str(self._desk.present)

    def leads_to_article(self, ident: str) -> bool:
        """Another article is opened; that is no place in this one."""
        del ident
        return False

    def choose(self, ident: str) -> None:
        """Read an article."""
        self._go(int(ident))

    def focus_note(self) -> str:
        """No focus narrows the articles."""
        return ""

    def order_note(self) -> str:
        """How many are analysed, while not all are."""
        ready = sum(sheet.state is State.READY for sheet in self._desk.sheets)
        return "" if ready == self.total() else f"{ready} analysed"
