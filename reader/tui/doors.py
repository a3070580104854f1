"""What is opened while the reader runs: paths, addresses, lists; and the wait until it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..article import Article
from ..article.errors import ArticleError
from ..sources.sought import Found, Opening, Sought, look_at
from ..worker.opening_client import SourceReader
from ..worker.opening_messages import (
    Beginning,
    BeingRead,
    Fetching,
    Listed,
    Opened,
    OpeningReply,
    Refused,
    Web,
)

if TYPE_CHECKING:
    from ..reading.desk import Sheet
    from .app import ReaderApp
    from .desk.turning import Turning
    from .screens.waiting import WaitingScreen

_REFUSED = 2
_PATIENCE = 0.2
"""Seconds that something may take before a box says that it is being waited for."""

Complain = Callable[[str], object]
_Looked = Found | Sought | str


class Doors:
    """Opens what a person asks for, in another process where it is more than plain text.

    One thing is opened at a time; asking for another gives the first up. Everything here runs
    in the turn of the interface.
    """

    def __init__(self, app: ReaderApp, opening: Opening) -> None:
        self._app = app
        self._opening = opening
        self._has_begun = False
        self.place: str | None = None
        self._label = ""
        self._run = 0
        self._complain: Complain | None = None
        self._then: Callable[[], object] | None = None
        self._waiting: WaitingScreen | None = None
        self._source_reader: SourceReader | None = None
        self._sought: Sought | None = None
        self._part: int | None = None

    def begin(self) -> None:
        """Open what the command line asks for, or show the start screen; once."""
        if self._has_begun:
            return
        self._has_begun = True
        if isinstance(self._opening.first, Sought):
            self._await(self._opening.first, self._leave)
            self._show_waiting()
        elif self._opening.first is None:
            self.show_start()

    def show_start(self) -> None:
        """Offer the corpus, else recent articles, files, samples and a line for all else."""
        if self._opening.corpus is not None:
            from pathlib import Path

            from .desk.corpus import CorpusScreen

            self._app.push_screen(CorpusScreen(Path(self._opening.corpus)))
            return
        from .screens.start import StartScreen

        self._app.push_screen(StartScreen(self._app))

    # Opening

    def open(
        self,
        place: str,
        complain: Complain | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Open a path or address; `complain` is told a refusal, without it a notice shows it.

        `then` is called once the whole of it is on the screen.
        """
        self.cancel()
        self._then = then
        self._run += 1
        if self._opening.is_visitor:
            self._complain = complain
            self._refuse("Other articles cannot be opened in the browser.")
            return
        run = self._run
        limit = self._opening.limit

        def wait(sentence: str) -> None:
            if run != self._run or not self._app.is_running:
                raise ArticleError(sentence)  # which nobody hears any more
            if complain is not None:
                self._app.call_from_thread(complain, f"{sentence} (esc closes)")

        def look() -> None:
            try:
                found: _Looked = look_at(place, limit=limit, while_waiting=wait)
            except (ArticleError, RuntimeError) as error:
                found = str(error)
            except MemoryError:
                found = "There is not enough memory for this article: open a part of it."
            # mypy cannot tell which of the two kinds of callback this is.
            self._app.call_from_thread(self._looked, run, found, complain)  # type: ignore[arg-type]

        self._app.screen.run_worker(
            look, thread=True, exclusive=True, group="looking", exit_on_error=False
        )

    def open_sheet(self, sheet: Sheet, complain: Complain | None = None) -> None:
        """Open an article of the desk, also one of those that its place holds."""
        part = sheet.part
        if part is not None and part.held is not None:
            self.cancel()
            self._part = part.number
            self._await(part.held, complain)
            self._show_waiting()
        elif sheet.place is not None:
            self.open(sheet.place, complain)
            self._part = None if part is None else part.number

    async def _looked(self, run: int, found: _Looked, complain: Complain | None) -> bool:
        """Go on with what was found; False where something else is wanted by now."""
        if run != self._run:
            return False
        self._complain = complain
        if isinstance(found, str):
            self._refuse(found)
        elif isinstance(found, Found):
            self.place = found.place
            await self._show(found.article, "")
        else:
            self._await(found, complain)
            self._app.set_timer(_PATIENCE, lambda: self._show_waiting(run))
        return True

    def _await(self, sought: Sought, complain: Complain | None) -> None:
        """Have something read in the other process."""
        self._sought = sought
        self.place, self._label, self._complain = sought.place, sought.label, complain
        raw = sought.raw
        self._reader.open(
            sought.name,
            data=None if raw is None else raw.data,
            source=None if raw is None else raw.source,
            published=sought.published,
        )

    def read_all(self, listed: Listed, complain: Complain | None = None) -> None:
        """Put all articles of the list that is shown on the desk, and open the first."""
        turning = self._desk()
        held = self._sought if self.place is None else None
        turning.put(listed, self.place, held)
        self.choose(0, complain)

    def _desk(self) -> Turning:
        """The desk for several articles; a new one where only one article was read."""
        if self._app.turning is None:
            from ..reading.plan import Plan
            from .desk.turning import Turning

            self._app.turning = Turning(self._app, self._app.plan or Plan(()))
        return self._app.turning

    def choose(self, index: int, complain: Complain | None = None) -> None:
        """Open one of the articles of the list that is shown."""
        self._run += 1
        run = self._run
        self.place, self._complain = None, complain
        self._reader.choose(index)
        self._app.set_timer(_PATIENCE, lambda: self._show_waiting(run))

    def cancel(self) -> None:
        """Give up what is being opened."""
        self._run += 1
        self._part = None
        if self._source_reader is not None:
            self._source_reader.cancel()
        self._end_waiting()

    def close(self) -> None:
        """End the other process."""
        self._run += 1
        if self._source_reader is not None:
            self._source_reader.close()

    @property
    def _reader(self) -> SourceReader:
        if self._source_reader is None:
            settings, opening = self._app.settings, self._opening
            web = Web(
                offline=opening.offline,
                refresh=opening.refresh,
                keep=opening.keep,
                proxy=settings.proxy,
                certificates=settings.certificates,
            )
            self._source_reader = SourceReader(web, self._deliver)
        return self._source_reader

    # What comes

    def _deliver(self, reply: OpeningReply) -> None:
        """Take a reply from the thread that waits for it."""
        self._app.call_later(self._take, reply)

    async def _take(self, reply: OpeningReply) -> None:
        match reply:
            case Fetching(_, done, total) if self._waiting is not None:
                self._waiting.fetching(done, total)
            case BeingRead() if self._waiting is not None:
                self._waiting.reading()
            case Beginning(_, article):
                await self._show(article, "", is_whole=False)
            case Opened(_, article, notice):
                await self._show(article, notice)
            case Listed():
                self._list(reply)
            case Refused(_, message):
                self._refuse(message)

    async def _show(self, article: Article, notice: str, *, is_whole: bool = True) -> None:
        """Show an article, or go on with one whose beginning is on the screen."""
        from .screens.dialog import Door

        self._run += 1
        app = self._app
        self._end_waiting()
        while isinstance(app.screen, Door):
            await app.pop_screen()
        shown = app.reading.article
        if not app.is_whole and shown.text and article.text.startswith(shown.text):
            if is_whole:
                app.complete(article)
        else:
            await app.open(article, is_whole=is_whole)
        if is_whole:
            self.note(self.place or article.url)
            then, self._then = self._then, None
            if then is not None:
                then()
        for sentence in filter(None, (notice, article.notice)):
            app.tell(sentence)

    def note(self, place: str | None) -> None:
        """Keep where the article on the screen is, for the start screen."""
        self.place = place
        article = self._app.reading.article
        if place is not None:
            self._app.memory.keep_recent(place, article.title or article.source or "")

    def _list(self, listed: Listed) -> None:
        """Show a list to choose from; on a desk its articles lie beside the others."""
        part, self._part = self._part, None
        turning = self._app.turning
        if part is not None:
            self._reader.choose(part)
            return
        if turning is not None and turning.expected is not None and listed.items:
            turning.spread(turning.expected, listed, self._sought if self.place is None else None)
            self._reader.choose(0)
            return
        from .screens.listing import ListingScreen

        self._run += 1
        self._end_waiting()
        self._app.push_screen(ListingScreen(self, listed))

    def _refuse(self, sentence: str) -> None:
        self._run += 1
        self._end_waiting()
        if self._complain is not None:
            self._complain(sentence)
        else:
            self._app.warn(sentence)

    def _leave(self, sentence: str) -> None:
        """End the program: what the command line asks for is refused."""
        self._app.refusal = sentence
        self._app.exit(return_code=_REFUSED)

    # Waiting

    def _show_waiting(self, run: int | None = None) -> None:
        if (run is not None and run != self._run) or self._waiting is not None:
            return
        from .screens.waiting import WaitingScreen

        self._waiting = WaitingScreen(self._label)
        self._app.push_screen(self._waiting, self._waited)

    def _waited(self, is_given_up: bool | None) -> None:
        if is_given_up:
            self._waiting = None
            self.cancel()
            self.leave_door()

    def leave_door(self) -> None:
        """Show the start screen where there is nothing else to go back to."""
        from .screens.start import StartScreen

        nothing = not self._app.is_whole and not self._app.reading.article.text
        if nothing and not isinstance(self._app.screen, StartScreen):
            self._app.call_later(self.show_start)

    def _end_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting.is_attached:
            waiting.dismiss(False)
