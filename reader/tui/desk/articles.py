"""The articles pane: which articles are on the desk, and how far each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...article import Article
from ...reading import Reading
from ...reading.desk import Desk, Sheet, State
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Line
from ..window.header import minutes_to_read
from .pane import DeskPane

if TYPE_CHECKING:
    from ...collection import Collection

_LONGEST, _MOST_NEW = 300, 2
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
    news: str = ""


class SheetPainter:
    """Articles as lines: the title, below it outlet, day, minutes and state, then what is new."""

    def idents(self, rows: Sequence[SheetRow]) -> list[str | None]:
        """The numbers of the articles."""
        return [str(row.number) for row in rows]

    def heights(self, rows: Sequence[SheetRow], width: int) -> Iterable[int]:
        """Two lines each, three where something is new."""
        del width
        return (2 + bool(row.news) for row in rows)

    def lines(self, row: SheetRow, width: int, *, opened: bool) -> list[Line]:
        """The lines of an article."""
        del opened
        sheet = row.sheet
        sign = glyphs().present if row.is_present else _SIGNS[sheet.state]
        look = "accent" if row.is_present else "" if sheet.state is State.READY else "dim"
        first = Line(width).add(f" {sign} ", look)
        first.add(one_line(sheet.title[:_LONGEST]), "strong" if row.is_present else look)
        lines = [first, Line(width).add("   ").add(_about(sheet), "dim")]
        if row.news:
            lines.append(Line(width).add("   new ", "dim").add(row.news, ""))
        return lines


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


def _news(collection: Collection | None, name: str) -> str:
    """What an article says that no earlier one did: whom it names first, quotes, events."""
    found = collection.news.get(name) if collection is not None else None
    if collection is None or found is None:
        return ""
    named = [one_line(collection.cast[n].name[:60]) for n in found.members[:_MOST_NEW]]
    more = len(found.members) - len(named)
    parts = [", ".join(named) + (f" +{more}" if more else "")] if named else []
    counts = ((found.quotes, "quote"), (found.events, "event"))
    parts += [f"{count} {what}{'s' * (count > 1)}" for count, what in counts if count]
    return " · ".join(parts) or "nothing"


def _host(url: str) -> str:
    host = url.partition("://")[2].partition("/")[0]
    return one_line(host.removeprefix("www.")[:40])


class ArticlesPane(DeskPane[SheetRow]):
    """The articles of the desk; choosing one reads it."""

    TITLE = "Articles"
    NOUN = "articles"

    def __init__(self, reading: Reading, desk: Desk, go: Callable[[int], object]) -> None:
        super().__init__(reading, desk, SheetPainter())
        self._go = go

    def read(self) -> list[SheetRow]:
        """All articles, in order."""
        present, collection = self._desk.present, self._desk.collection
        return [
            SheetRow(n, sheet, n == present, _news(collection, sheet.name))
            for n, sheet in enumerate(self._desk.sheets)
        ]

    def haystack(self, row: SheetRow) -> str:
        """Title, name, and what is said below."""
        return "\n".join((row.sheet.title, row.sheet.name, _about(row.sheet), row.news))

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

    def order_note(self) -> str:
        """How many are analysed, while not all are."""
        ready = sum(sheet.state is State.READY for sheet in self._desk.sheets)
        return "" if ready == self.total() else f"{ready} analysed"
