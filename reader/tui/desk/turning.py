"""Turning from one article of the desk to another, and having all of them analysed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...reading import Analysing, Loading, Reading, Ready
from ...reading.desk import Desk, Sheet, State, arrive, stem
from ...reading.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ...analysis import Analysis, Annotations
    from ...article import Article
    from ...collection import Collection
    from ...reading.background import Background, Correct, Told, Work
    from ...sources.sought import Sought
    from ...worker.opening_messages import Listed
    from ..app import ReaderApp


class Turning:
    """The desk of an application. Everything here runs in the turn of the interface."""

    def __init__(self, app: ReaderApp, plan: Plan) -> None:
        self.desk = Desk(plan.places)
        self.shows_all = False
        self._plan = plan
        self._app = app
        self._background: Background | None = None
        self._expected: int | None = 0
        self._given: dict[str, Annotations] = {}

    # Where readings come from

    def adopt(self, reading: Reading) -> None:
        """Take the reading that the application begins: for the sheet expected, else a new one."""
        desk = self.desk
        reading.beside = self
        if not reading.article.text:  # it stands in for what is being opened
            return
        if self._expected is None:
            sheet = desk.add(None, reading.article.title or reading.article.source or "article")
            desk.turn(desk.sheets.index(sheet))
        elif self._expected != desk.present:
            desk.turn(self._expected)
        self._expected = None
        sheet = desk.sheet
        sheet.reading, sheet.article = reading, reading.article
        reading.observe(lambda _: self._follow(sheet))

    def _follow(self, sheet: Sheet) -> None:
        """Take note when the article of a reading is there, and when it is analysed."""
        reading = sheet.reading
        if reading is None or isinstance(reading.status, Loading):
            return
        sheet.article = reading.article
        if isinstance(reading.status, Analysing):
            if sheet.state is State.WAITING:
                self.desk.report(sheet, State.ANALYSING)
        elif isinstance(reading.status, Ready):
            if sheet.state is not State.READY:
                self.desk.report(sheet, State.READY)
            self._give(sheet, reading)

    # The background

    def begin(self) -> None:
        """Have the other articles read and analysed; once, when the first picture is there."""
        if self._background is not None:
            return
        from ...analysis import DEFAULT_MODEL
        from ...reading.background import Background
        from ...worker.opening_messages import Web

        app = self._app
        opening, settings = app.opening, app.settings
        self._background = Background(
            lambda told: app.call_later(self._take, told),
            lambda collection: app.call_later(self._bring, collection),
            cache=self._plan.cache(),
            model=self._plan.model or DEFAULT_MODEL,
            limit=opening.limit,
            names=[sheet.name for sheet in self.desk.sheets],
            known=self._plan.known(),
            correct=self._corrections(),
            web=Web(
                offline=opening.offline,
                refresh=opening.refresh,
                keep=opening.keep,
                proxy=settings.proxy,
                certificates=settings.certificates,
                polite=True,
            ),
        )
        self._follow(self.desk.sheet)
        for sheet in self.desk.sheets:
            if sheet is not self.desk.sheet and (sheet.place is not None or sheet.part):
                self._background.take(_work(sheet))

    def take_on(self, sheets: Iterable[Sheet]) -> None:
        """Have articles that came later read and analysed."""
        if self._background is not None:
            for sheet in sheets:
                if sheet is not self.expected and (sheet.place is not None or sheet.part):
                    self._background.take(_work(sheet))

    def spread(self, sheet: Sheet, listed: Listed, held: Sought | None = None) -> None:
        """Have all articles of a list on the desk instead of the place that holds them."""
        labels = [item.title for item in listed.items]
        sheets = self.desk.spread(sheet, labels, held)
        self.take_on(sheets)

    def put(self, listed: Listed, place: str | None, held: Sought | None) -> int:
        """Put all articles of a list on the desk; the number of the first, which is read next."""
        sheet = self.desk.add(place, stem(listed.name))
        self.spread(sheet, listed, held)
        self._expected = self.desk.sheets.index(sheet)
        return self._expected

    def expect_present(self) -> None:
        """Take the reading that comes next for the present sheet."""
        self._expected = self.desk.present

    @property
    def expected(self) -> Sheet | None:
        """The article that is being opened for the screen."""
        return None if self._expected is None else self.desk.sheets[self._expected]

    def _give(self, sheet: Sheet, reading: Reading) -> None:
        """Put an analysis that was made for the screen into the collection."""
        if self._given.get(sheet.name) is not reading.annotations:
            self.give(sheet, reading.annotations)

    def give(self, sheet: Sheet, annotations: Annotations) -> None:
        """Put an analysis of an article, as the person has it, into the collection."""
        if self._background is not None and sheet.article is not None:
            from ...reading.background import Work

            self._given[sheet.name] = annotations
            self._background.take(Work(sheet.name, None, sheet.article, annotations))

    def _corrections(self) -> Correct:
        """How the background applies what a person said of an article, from its own thread."""
        from ...library.database import LibraryError
        from ...library.handmade import with_handwork
        from ...library.library import Library

        library = Library()

        def correct(analysis: Analysis, article: Article, place: str) -> Analysis:
            if place and "://" not in place:
                place = str(Path(place).absolute())
            try:
                return with_handwork(library, analysis, article, place)
            except LibraryError:
                return analysis  # whoever opens the article is told why

        return correct if self._app.keeps_library else lambda analysis, *_: analysis

    def close(self) -> None:
        """End the background at once."""
        if self._background is not None:
            self._background.close()

    def _take(self, told: Told) -> None:
        number = self.desk.number_of(told.name)
        if number is None:
            return
        sheet = self.desk.sheets[number]
        if told.article is not None and sheet.article is None:
            sheet.article = told.article
        if told.listed is not None:
            self.spread(sheet, told.listed)
        elif told.reason:
            self.desk.report(sheet, State.FAILED, told.reason)
        elif told.annotations is not None:
            if sheet.reading is None:
                sheet.machine = told.annotations
                self._given[told.name] = told.annotations
            self.desk.report(sheet, State.READY)
        elif sheet.state in {State.WAITING, State.READING}:
            self.desk.report(sheet, State.ANALYSING)

    def _bring(self, collection: Collection) -> None:
        self.desk.receive(collection)

    # Turning

    async def step(self, step: int) -> None:
        """Read the next or previous article."""
        number = self.desk.next(step)
        if number is None:
            self._app.tell(
                "This is the last article." if step > 0 else "This is the first article."
            )
        else:
            await self.go(number)

    async def go(self, number: int, *, keep_way: bool = True) -> None:
        """Read an article of the desk; the present one stays as it is for the way back."""
        sheet = self.desk.sheets[number]
        if sheet.reading is not None:
            if keep_way:
                self.desk.turn(number)
            await self._app.turn_to(sheet.reading)
        elif sheet.article is not None:
            self._expected = number
            await self._app.open(sheet.article)
            if (known := sheet.machine or self._analysis(sheet)) is not None:
                self._app.reading.receive(known, Ready())
        elif sheet.place is not None or sheet.part is not None:
            self._expected = number
            self._app.doors.open_sheet(sheet, partial(self._refused, sheet))

    def _refused(self, sheet: Sheet, sentence: str) -> None:
        self._expected = None
        self.desk.report(sheet, State.FAILED, sentence)
        self._app.warn(sentence)

    async def go_back(self) -> None:
        """Read the article that was read before, where there is one."""
        number = self.desk.turn_back()
        if number is not None:
            await self.go(number, keep_way=False)

    async def go_forward(self) -> None:
        """Undo one step back to another article."""
        number = self.desk.turn_forward()
        if number is not None:
            await self.go(number, keep_way=False)

    def goes_on(self) -> None:
        """Know that the reader makes a new step in the present article."""
        self.desk.goes_on()

    async def look(self, name: str, start: int | None = None) -> None:
        """Read an article by its name, at a code point."""
        number = self.desk.number_of(name)
        if number is None:
            return
        turns = number != self.desk.present
        if turns:
            await self.go(number)
        if start is not None and self.desk.present == number:
            self._app.reading.jump(start)
            if turns:
                self.desk.settle()

    async def meet(self, number: int, entity: str, *, forward: bool) -> None:
        """Read an article with an entity in focus, at its first or last mention."""
        await self.go(number)
        sheet = self.desk.sheets[number]
        reading = self._app.reading
        if sheet.reading is reading:
            arrive(reading, entity, forward=forward)
            self.desk.settle()

    def _analysis(self, sheet: Sheet) -> Analysis | None:
        collection = self.desk.collection
        return collection.analyses.get(sheet.name) if collection else None

    # What a reading asks for

    def list_pane(self) -> Widget:
        """The pane that lists the articles, for the room beside an article."""
        from .articles import ArticlesPane

        return ArticlesPane(
            self._app.reading, self.desk, lambda n: self._app.call_later(self.go, n)
        )

    def side_panes(self) -> dict[str, Widget]:
        """Panes over all articles, for the places of those beside the article; or none."""
        if not self.shows_all:
            return {}
        from .side import side_panes

        app = self._app

        def look(name: str, start: int | None) -> None:
            app.call_later(partial(self.look, name, start))

        def meet(number: int, entity: str) -> None:
            app.call_later(partial(self.meet, number, entity, forward=True))

        return {**side_panes(app.reading, self.desk, look, meet)}

    def position(self) -> tuple[int, int]:
        """Which article of the desk is read, counted from 1, and of how many."""
        return self.desk.present + 1, len(self.desk.sheets)

    def strip(self, entity: str) -> list[int]:
        """How often an entity of the present article is mentioned in each article."""
        return self.desk.strip(entity) if len(self.desk.sheets) > 1 else []

    def go_on(self, entity: str, *, forward: bool) -> bool:
        """Go to the next or previous article with this entity."""
        found = self.desk.beyond(entity, forward=forward)
        if found is None:
            return False
        self._app.call_later(partial(self.meet, *found, forward=forward))
        return True


def _work(sheet: Sheet) -> Work:
    """What the background does for an article that nobody has read."""
    from ...reading.background import Work

    return Work(sheet.name, sheet.place, part=sheet.part)
