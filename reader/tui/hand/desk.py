"""Where what a person makes meets the reading, the library and the screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ...corrections import Step, Way
from ...corrections.anchors import Anchor, Finder, anchor_of
from ...library.keeper import Changed, Keeper, Kept, Listed, News, Opened, Unkept, text_hash
from ...reading import Reading
from ...reading.handwork import Handwork

if TYPE_CHECKING:
    from ..app import ReaderApp
    from ..outside.watching import Watch
    from .library import LibraryScreen

_MARKED = 60
"""Code points after a mark by which it is found again."""


class HandDesk:
    """Holds the handwork of the article on the screen, and keeps it.

    Runs in the turn of the interface; the library has a thread of its own.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._keeper: Keeper | None = None
        self._reading: Reading | None = None
        self._listing: LibraryScreen | None = None
        self._places: WeakKeyDictionary[Reading, str] = WeakKeyDictionary()

    @property
    def work(self) -> Handwork:
        """What is made of the present article."""
        self.begin()
        handwork = self._app.reading.handwork
        assert handwork is not None
        return handwork

    def begin(self) -> None:
        """Have what was made of the present article earlier; once for each article."""
        reading = self._app.reading
        if reading is self._reading or not reading.article.text:
            return
        self.close()
        self._reading = reading
        if reading.handwork is None:
            reading.handwork = Handwork(reading, text_hash(reading.article.text), self._keep)
        library = None
        if self._app.keeps_library:
            from ...library.library import Library

            library = Library()
        self._keeper = Keeper(
            library,
            reading.article,
            self._place(reading),
            lambda news: self._app.call_later(self._take, reading, news),
            beside=self._app.notes_beside,
        )
        self.watch.begin()

    @cached_property
    def watch(self) -> Watch:
        """What sees that the file of the article changes."""
        from ..outside.watching import Watch

        return Watch(self._app)

    @property
    def place(self) -> str:
        """The path or address of the present article, or nothing."""
        return self._place(self._app.reading)

    def _place(self, reading: Reading) -> str:
        """Where the article is, as it was known when it was first on the screen."""
        turning, doors = self._app.turning, self._app.doors
        if reading not in self._places:
            known = turning.desk.sheet.place if turning is not None else None
            place = known or doors.place or reading.article.url or ""
            is_path = place and "://" not in place
            self._places[reading] = str(Path(place).absolute()) if is_path else place
        return self._places[reading]

    def close(self) -> None:
        """Keep what is still to be kept."""
        keeper, self._keeper, self._reading = self._keeper, None, None
        if keeper is not None and (sentence := keeper.close()):
            self._app.farewell = sentence

    def put_beside(self) -> None:
        """Keep the notes in a file beside the article too."""
        self.begin()
        if self._keeper is not None:
            self._keeper.put_beside()

    def search(self, query: str, screen: LibraryScreen) -> None:
        """Find articles in the library for its screen."""
        self.begin()
        self._listing = screen
        if self._keeper is not None:
            self._keeper.list(query)

    def mark(self, letter: str) -> None:
        """Set a letter at the caret, and keep it with the article."""
        self.begin()
        reading = self._app.reading
        text, start = reading.article.text, reading.caret
        reading.bookmarks[letter] = start
        if self._keeper is not None:
            end = min(len(text), start + _MARKED)
            anchor = anchor_of(text, start, end, text_hash=text_hash(text))
            self._keeper.mark(letter, anchor)

    @staticmethod
    def _load_marks(reading: Reading, marks: Mapping[str, Anchor]) -> None:
        """Find the places of letters again; those set meanwhile count more."""
        text = reading.article.text
        finder = Finder(text, text_hash(text)) if marks else None
        for letter, anchor in marks.items():
            place = finder.find(anchor) if finder else None
            if place is not None:
                reading.bookmarks.setdefault(letter, place.start)

    def _keep(self, step: Step, way: Way) -> None:
        if self._keeper is not None:
            self._keeper.keep(step, way)

    def _take(self, reading: Reading, news: News) -> None:
        app = self._app
        match news:
            case Opened(items, sentence, lessons, marks, log):
                self._load_marks(reading, marks)
                if (items or lessons or log.done or log.undone) and reading.handwork is not None:
                    reading.handwork.load(items, lessons, log.done, log.undone)
                self._tell_opened(reading, sentence)
            case Kept(step, way) if step.told:
                app.tell(f"{news.told.removesuffix('.')}.{self._way_back(step, way)}")
            case Changed(changes, moved):
                if reading.handwork is not None:
                    reading.handwork.follow(changes, moved)
                app.tell(news.told)
            case Unkept():
                app.warn(news.told)
            case Listed() if self._listing is not None and self._listing.is_attached:
                self._listing.show_found(news)

    def _tell_opened(self, reading: Reading, sentence: str) -> None:
        """Say what was wrong, and what does not fit any more."""
        if sentence:
            self._app.warn(sentence)
        lost = len(reading.handwork.orphans) if reading.handwork else 0
        if lost:
            notes = "One note was" if lost == 1 else f"{lost} notes were"
            key = self._app.keys.name("app.notes")
            self._app.warn(f"{notes} no longer found in the text: {key} lists them at the end.")

    def _way_back(self, step: Step, way: Way) -> str:
        """How to undo a step, unless it was an undo itself, or changed nothing."""
        if not step.changes or way is Way.BACK:
            return ""
        return f" {self._app.keys.name('hand.undo')} undoes it."
