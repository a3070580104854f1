"""The screen of a corpus: its people, quotes and events, a page at a time from DuckDB."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from ...reading import Ready
from ..harmless import one_line
from ..line import Line
from ..lists.row_list import RowList
from ..lists.title import PaneTitle
from .together import days

if TYPE_CHECKING:
    from ...corpus.ask import Answer, Questions
    from ..app import ReaderApp

_PAGE = 200
_NEAR_THE_END = 60
_LONGEST = 2_000
_KINDS = ("people", "quotes", "events")
Row = tuple[int, tuple[Any, ...]]


class _RowPainter:
    """Rows of an answer, one line each; opened, all the words."""

    kind = "people"

    def idents(self, rows: Sequence[Row]) -> list[str | None]:
        """Their numbers."""
        return [str(number) for number, _ in rows]

    def heights(self, rows: Sequence[Row], width: int) -> Iterable[int]:
        """One line each."""
        del width
        return repeat(1, len(rows))

    def lines(self, row: Row, width: int, *, opened: bool) -> list[Line]:
        """A person with counts, a quote with its speaker, or an event with its days."""
        del opened
        line = Line(width).add(" ")
        cells = row[1]
        if self.kind == "people":
            name, articles, mentions = cells[:3]
            line.column(_words(name), max(8, width - 22), "person")
            return [
                line.right_column(f"{articles:,}", 8, "").right_column(f"{mentions:,}", 10, "dim")
            ]
        if self.kind == "quotes":
            day, name, text, _, document, _ = cells
            line.column(day.isoformat() if day else "undated", 12, "time")
            line.add(_words(name or "?"), "strong").add("  ").add(_words(text), "quote")
            return [line, Line(width).add("   ").add(_words(document), "dim")][:1]
        first, last, headline, document, _ = cells
        line.column(days(first, last), 12, "time").add(_words(headline))
        return [line.add("  ").add(_words(document), "dim")]


def _words(text: object) -> str:
    return one_line(str(text)[:_LONGEST])


class CorpusScreen(Screen[None]):
    """Three lists over a corpus; a person leads to what they said, all else to its article."""

    DEFAULT_CSS = """
    CorpusScreen { background: $background; & RowList { height: 1fr; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"show('{kind}')", kind, show=False, id=f"corpus.{kind}")
            for number, kind in enumerate(_KINDS, 1)
        ),
        Binding("tab", "walk", "next list", show=False, id="corpus.next"),
        Binding("escape", "all", "all again", show=False, id="corpus.all"),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._kind = _KINDS[0]
        self._painter = _RowPainter()
        self._rows: list[Row] = []
        self._is_complete = False
        self._member: tuple[int, str] | None = None
        self._problem = ""
        self._run = 0
        self._questions: Questions | None = None

    def compose(self) -> ComposeResult:
        """The title, the list, the keys."""
        yield PaneTitle(self._head)
        yield RowList(self._painter)
        yield PaneTitle(self._foot)

    @property
    def _list(self) -> RowList[Row]:
        return self.query_one(RowList)

    def on_mount(self) -> None:
        """Begin with the people."""
        self._list.focus()
        self.watch(self._list, "scroll_y", self._scrolled, init=False)
        self.action_show(self._kind)

    def on_unmount(self) -> None:
        """Close the tables."""
        if self._questions is not None:
            self._questions.close()

    def _head(self, width: int) -> Line:
        line = Line(width).add(" Corpus ", "accent").add(f" {_words(self._folder.name)}", "strong")
        for number, kind in enumerate(_KINDS, 1):
            line.add("  ").add(f"{number} {kind}", "accent" if kind == self._kind else "dim")
        if self._member is not None:
            line.add(f"  with {_words(self._member[1])}", "strong")
        more = "" if self._is_complete else "+"
        return line.add(f"  {len(self._rows):,}{more}", "dim")

    def _foot(self, width: int) -> Line:
        line = Line(width).add(" ")
        for key, does in (("tab", "list"), ("enter", "look"), ("esc", "all"), ("q", "quit")):
            line.add(key, "key").add(f" {does}   ", "hint")
        return line.add(_words(self._problem), "error") if self._problem else line

    # Pages

    def action_show(self, kind: str) -> None:
        """Show people, quotes or events."""
        self._kind = self._painter.kind = kind
        self._rows, self._is_complete, self._problem = [], False, ""
        self._run += 1
        self._list.show([], message="asking …")
        self._ask()

    def action_walk(self) -> None:
        """Go to the next list."""
        self.action_show(_KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)])

    def action_all(self) -> None:
        """Show everybody's again."""
        self._member = None
        self.action_show(self._kind)

    def _scrolled(self) -> None:
        rows = self._list
        if rows.scroll_y + rows.size.height + _NEAR_THE_END >= len(self._rows):
            self._ask()

    def _ask(self) -> None:
        """Get the next page, in a thread; one at a time."""
        if not self._is_complete:
            work = partial(self._answered, self._run, self._kind, len(self._rows))
            self.run_worker(work, thread=True, group="asking", exclusive=True, exit_on_error=False)

    def _answered(self, run: int, kind: str, offset: int) -> None:
        from ...corpus.ask import Questions
        from ...corpus.errors import CorpusError

        try:
            if self._questions is None:
                self._questions = Questions(self._folder)
            answer: Answer | str = self._page(self._questions, kind, offset)
        except CorpusError as error:
            answer = str(error)
        self.app.call_later(self._take, run, offset, answer)

    def _page(self, questions: Questions, kind: str, offset: int) -> Answer:
        member = self._member[0] if self._member else None
        match kind:
            case "people":
                return questions.people(beside=member, limit=_PAGE, offset=offset)
            case "quotes":
                return questions.quotes(by=member, limit=_PAGE, offset=offset)
            case _:
                return questions.events(of=member, limit=_PAGE, offset=offset)

    def _take(self, run: int, offset: int, answer: Answer | str) -> None:
        if run != self._run or offset != len(self._rows):
            return
        if isinstance(answer, str):
            self._problem, self._is_complete = answer, True
        else:
            self._rows += [(offset + n, row) for n, row in enumerate(answer.rows)]
            self._is_complete = len(answer.rows) < _PAGE
        self._list.show(self._rows, message="" if self._rows else "Nothing found.")
        for title in self.query(PaneTitle):
            title.refresh()
        self.call_after_refresh(self._scrolled)  # a page may be less than a screen

    # Choosing

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A person leads to their quotes, a quote and an event to their article."""
        event.stop()
        row = self._rows[int(event.ident)][1]
        if self._kind == "people":
            self.run_worker(
                partial(self._meet, str(row[0])), thread=True, group="looking", exit_on_error=False
            )
        else:
            place: Callable[[], None] = partial(self._fetch, str(row[-2]), str(row[-1]))
            self.run_worker(place, thread=True, group="looking", exit_on_error=False)

    def _meet(self, name: str) -> None:
        assert self._questions is not None
        found = [one for one in self._questions.named(name) if one.name == name]
        if found:
            self._member = (found[0].member, name)
            self.app.call_later(self.action_show, "quotes")

    def _fetch(self, document: str, annotation: str) -> None:
        """Get an article and show it; runs in a thread."""
        from ...corpus.articles import article_of
        from ...corpus.errors import CorpusError

        assert self._questions is not None
        try:
            kept = article_of(self._folder, self._questions.shard(document), document)
        except CorpusError as error:
            self.app.call_later(self._complain, str(error))
        else:
            self.app.call_later(self._show, kept, annotation)

    def _complain(self, sentence: str) -> None:
        self._problem = sentence
        self.query(PaneTitle).last().refresh()

    async def _show(self, kept: Any, annotation: str) -> None:
        app: ReaderApp = self.app  # type: ignore[assignment]
        app.pop_screen()
        await app.open(kept.article)
        app.reading.receive(kept.analysis, Ready())
        index = app.reading.index
        if annotation in index.quotes:
            app.reading.move_caret(index.quotes[annotation].content[0].start)
        elif annotation in index.events:
            app.reading.move_caret(index.events[annotation].start)
