"""The screen of the overview."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast
from weakref import WeakKeyDictionary

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.screen import Screen

from ...reading import (
    Change,
    EntityFocus,
    EventFocus,
    Failed,
    Focus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
    Reading,
    Ready,
)
from ...reading.overview import TRIANGLE, Material, is_long, kept_with
from ..harmless import one_line
from ..line import Line
from ..lists.title import PaneTitle
from ..screens.reading import ReadingScreen
from . import contrast, rows
from .parts import Made, OverviewList, SpeakersList, WhenList, titled
from .triangle import TriangleChart

if TYPE_CHECKING:
    from ..app import ReaderApp
    from ..desk.turning import Turning

_THREE_COLUMNS, _TWO_COLUMNS = 150, 100
_PAUSE = 0.1
_BESIDE = 5
"""Cells between the charts, and of the scroll bar."""
_PARTS = "OverviewList, TriangleChart"
_LONGEST_TITLE = 200


class Scope(StrEnum):
    """What an overview is of."""

    ONE = "this article"
    ALL = "all articles"
    AGAINST = "this article compared with the others"


class Charts(NamedTuple):
    """How the rows of each part are made; `sources` are the speakers by what they are."""

    speakers: Made
    sources: Made
    dates: Made
    places: Made
    arc: Made
    figures: Made


_walked: WeakKeyDictionary[Reading, dict[tuple[rows.Target, ...], int]] = WeakKeyDictionary()


class OverviewScreen(Screen[None]):
    """Six charts; choosing anything goes back to the article with it in focus."""

    DEFAULT_CSS = """
    OverviewScreen {
        & > VerticalScroll {
            layout: grid; grid-size: 1; grid-rows: 12; grid-gutter: 1 2; padding: 0 1;
            scrollbar-size-vertical: 1;
        }
        & .part {
            height: 1fr; min-height: 6; margin: 0 1 0 0;
            border-top: blank; border-title-style: bold; border-title-color: $foreground;
            border-title-background: $background;
            &:focus { border-title-color: $primary; }
        }
        &.-two > VerticalScroll { grid-size: 2 3; grid-rows: 1fr; }
        &.-three > VerticalScroll { grid-size: 3 2; grid-rows: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,V,q", "leave", "back to the article", id="overview.leave"),
        Binding("tab", "app.focus_next", "next part", id="overview.next"),
        Binding("shift+tab", "app.focus_previous", "previous part", id="overview.previous"),
        Binding(
            "a", "scope", "one article, all, or one compared with the others", id="overview.scope"
        ),
    ]

    def __init__(
        self, reading: Reading, turning: Turning | None = None, scope: Scope = Scope.ONE
    ) -> None:
        """With the desk of `turning` the overview can be of all its articles as well."""
        super().__init__()
        self._reading = reading
        self._turning = turning
        self._scope = scope
        self._forget: list[Callable[[], None]] = []
        self._is_behind = False

    @property
    def _scopes(self) -> list[Scope]:
        """What there is to show: all articles once more than one of them is analysed."""
        collection = self._turning.desk.collection if self._turning else None
        if collection is None or len(collection.analyses) < 2:
            return [Scope.ONE]
        return list(Scope) if self._present in collection.analyses else [Scope.ALL]

    @property
    def _present(self) -> str:
        return self._turning.desk.sheet.name if self._turning else ""

    def _material(self) -> Material:
        if self._scope not in self._scopes:
            self._scope = self._scopes[0]
        collection = self._turning.desk.collection if self._turning else None
        if self._scope is Scope.ONE or collection is None:
            name = self._present
            return kept_with(self._reading.index, lambda: Material.of_reading(self._reading, name))
        return kept_with(collection, lambda: Material.of_collection(collection))

    def compose(self) -> ComposeResult:
        """The title, the parts, the keys."""
        material = self._material()
        self._lay_out(self.app.size.width)
        yield PaneTitle(self._head)
        with VerticalScroll(can_focus=False):
            yield from self._parts(material)
        yield PaneTitle(self._foot)

    def _parts(self, material: Material) -> ComposeResult:
        """The six parts of the overview."""
        made = self._of_one_against(material) if self._is_against else self._of_all(material)
        words = "words" if self._is_against else "words · s by kind of source"
        speakers = SpeakersList(made.speakers, made.sources, self._empty("Nobody is quoted."))
        yield titled(speakers, "Who speaks", words)
        dates = WhenList(made.dates, self._empty("Nothing is dated."))
        yield titled(dates, "When", "v and enter select a period")
        is_counted = material.knows(TRIANGLE) or not is_long(material)
        company = TriangleChart(material, is_long=not is_counted)
        yield titled(company, "Who with whom", "sentences shared")
        yield titled(OverviewList(made.places, self._empty("No place is named.")), "Where")
        ends = "line" if self._scope is Scope.ONE else "article"
        arc = OverviewList(made.arc, self._empty("Nothing is named."))
        yield titled(arc, "The arc", f"from the first {ends} to the last")
        yield titled(OverviewList(made.figures, ""), "In figures")

    @property
    def _is_against(self) -> bool:
        return self._scope is Scope.AGAINST

    def _of_all(self, material: Material) -> Charts:
        """How the rows of the material are made."""
        made = self._maker(material)
        return Charts(
            made("speakers", partial(rows.speaker_rows, material)),
            made("sources", partial(rows.speaker_rows, material, by_sort=True)),
            made("dates", partial(rows.when_rows, material)),
            made("places", partial(rows.country_rows, material)),
            made("arc", partial(rows.arc_rows, material, self._cells)),
            made("figures", partial(rows.figure_rows, material)),
        )

    def _of_one_against(self, material: Material) -> Charts:
        """How the rows of the present article against the others are made."""
        made, name = self._maker(material), self._present
        speakers = made("speakers", partial(contrast.speaker_contrast, material, name))
        return Charts(
            speakers,
            speakers,
            made("dates", partial(contrast.when_contrast, material, name)),
            made("places", partial(contrast.country_contrast, material, name)),
            made("arc", partial(rows.arc_rows, material, self._cells)),
            made("figures", partial(contrast.figure_contrast, material, name)),
        )

    def _maker(self, material: Material) -> Callable[[str, Callable[[], rows.Rows]], Made]:
        """What has rows made once for the material; those of a long text in a thread."""
        against = self._present if self._is_against else ""
        counts_long = is_long(material)

        def made(part: str, make: Callable[[], rows.Rows]) -> Made:
            known = (part, self._scope, against, self._cells)
            return Made(
                lambda: material.remembered(known, make), counts_long and not material.knows(known)
            )

        return made

    def on_mount(self) -> None:
        """Follow what the analysis brings."""
        self._forget = [self._reading.observe(self._reading_changed)]
        if self._turning is not None:
            self._forget.append(self._turning.desk.observe(self._desk_changed))

    def on_unmount(self) -> None:
        """Follow nothing any more."""
        for forget in self._forget:
            forget()

    def _reading_changed(self, change: Change) -> None:
        if change & Change.ANNOTATIONS and self._scope is Scope.ONE:
            self._renew()

    def _desk_changed(self) -> None:
        if self._scope is not Scope.ONE:
            self._renew()

    def _renew(self) -> None:
        """Show everything again, once for all changes of a moment."""
        if not self._is_behind:
            self._is_behind = True
            self.set_timer(_PAUSE, self._catch_up)

    async def _catch_up(self) -> None:
        self._is_behind = False
        parts = list(self.query(_PARTS))
        here = next((n for n, part in enumerate(parts) if part.has_focus), 0)
        await self.recompose()
        list(self.query(_PARTS))[here].focus()

    def on_resize(self, event: Resize) -> None:
        """Lay the parts out in as many columns as fit."""
        self._lay_out(event.size.width)

    @property
    def _cells(self) -> int:
        """The cells that a strip along the text has room for."""
        width = self.app.size.width
        columns = 1 + (width >= _TWO_COLUMNS) + (width >= _THREE_COLUMNS)
        return rows.strip_cells(width // columns - _BESIDE)

    def _lay_out(self, width: int) -> None:
        self.set_class(width >= _THREE_COLUMNS, "-three")
        self.set_class(_TWO_COLUMNS <= width < _THREE_COLUMNS, "-two")

    def _empty(self, sentence: str) -> str:
        """What an empty part says; as long as the analysis runs, that it does."""
        is_known = self._scope is not Scope.ONE or isinstance(self._reading.status, Ready | Failed)
        return sentence if is_known else "analysing …"

    def _head(self, width: int) -> Line:
        article = self._reading.article
        line = Line(width).add(" Overview ", "accent")
        if self._scope is not Scope.ONE:
            line.add(f" {self._scope} ", "strong")
        if self._scope is Scope.ALL:
            assert self._turning is not None
            return line.add(f" {len(self._turning.desk.sheets)}", "dim")
        title = one_line((article.title or article.source or "article")[:_LONGEST_TITLE])
        return line.add(f" {title}", "strong" if self._scope is Scope.ONE else "dim")

    def _foot(self, width: int) -> Line:
        line = Line(width).add(" ")
        keys = [("tab", "part"), ("enter", "look"), ("v", "period")]
        if len(self._scopes) > 1:
            keys.append(("a", "one, all, compared"))
        for key, does in keys:
            line.add(key, "key").add(f" {does}   ", "hint")
        return line.add("esc", "key").add(" article", "hint")

    # Choosing

    def on_overview_list_looked(self, event: OverviewList.Looked) -> None:
        """Look at what a row stands for; a row of several goes to the next one each time."""
        event.stop()
        self._walk(event.targets)

    def on_triangle_chart_chosen(self, event: TriangleChart.Chosen) -> None:
        """Look at both entities."""
        event.stop()
        self._walk(event.targets)

    def _walk(self, targets: tuple[rows.Target, ...]) -> None:
        """Look at the first target, next time at the one after it."""
        if not targets:
            return
        known = _walked.setdefault(self._reading, {})
        place = known[targets] = (known.get(targets, -1) + 1) % len(targets)
        self.dismiss()
        if len(targets) > 1:
            self.notify(f"{place + 1} of {len(targets)}: choose it again for the next.", timeout=3)
        app = cast("ReaderApp", self.app)
        app.call_later(partial(_look, app, self._reading, targets[place]))

    async def action_scope(self) -> None:
        """Show this article, then all of them, then this one against the others."""
        known = self._scopes
        if len(known) < 2:
            self.notify("Only one article has been analysed.", timeout=3)
            return
        place = known.index(self._scope) if self._scope in known else -1
        self._scope = known[(place + 1) % len(known)]
        await self._catch_up()

    def action_leave(self) -> None:
        """Go back to the article."""
        self.dismiss()


async def _look(app: ReaderApp, reading: Reading, target: rows.Target) -> None:
    """Bring the article of a target on the screen, and the target into focus."""
    while not isinstance(app.screen, ReadingScreen):
        app.pop_screen()
    turning = app.turning
    if turning is not None and target.document != turning.desk.sheet.name:
        await turning.look(target.document)
        present = turning.desk.sheet.reading
        if turning.desk.sheet.name != target.document or present is None:
            return
        reading = present
    if target.period is not None:
        reading.focus_on(PeriodFocus(*target.period))
    elif set(target.idents) <= {*reading.index.ids, *reading.index.times}:
        reading.focus_on(_focus_on(reading, *target.idents))


def _focus_on(reading: Reading, name: str, other: str = "") -> Focus:
    """The focus on an annotation of any sort, or on two entities."""
    index = reading.index
    if other:
        return PairFocus(name, other)
    if name in index.quotes:
        return QuoteFocus(name)
    if name in index.events:
        return EventFocus(name)
    if name in index.times:
        return Passage(index.times[name].start, index.times[name].end)
    return EntityFocus(name)
