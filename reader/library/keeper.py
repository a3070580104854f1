"""The library in a thread of its own, so that no key waits for the disk.

What is kept is told only once it is on the disk. What cannot be kept waits and is tried again
with the next change and at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from msgspec import Struct

from ..article import Article
from ..corrections.anchors import Anchor, Finder
from ..corrections.hand import Change, Item, Step, Way, anchors_of
from ..corrections.types import Correction
from .database import LibraryError
from .library import PLACE, Found, Identity, Library, Shelved
from .sidecar import joined, read_sidecar, sidecar_of, write_sidecar
from .steps import Log, Logged

_LONGEST_END = 10.0
_LOOK_SECONDS = 1.0
_KEY_BYTES = 16
_LARGEST_SOURCE = 64_000_000
_WAYS = {Way.DONE: "", Way.BACK: "Undone: ", Way.AGAIN: "Redone: "}
_CHANGED_ELSEWHERE = "Your notes on this article were changed in another window."
_BOTH_CHANGED = "Another window has changed the same note or correction: both are kept."
_MATCHED = {
    "source": "These notes were made when this file was read in another way.",
    PLACE: "The article has changed since these notes were made.",
}


class Opened(Struct, frozen=True):
    """What was made of an article earlier, a sentence about that, or nothing.

    `lessons` are corrections of names in other articles, `marks` the letters set at places, `log`
    the steps that can be undone.
    """

    items: tuple[Item, ...]
    sentence: str = ""
    lessons: tuple[Correction, ...] = ()
    marks: Mapping[str, Anchor] = {}
    log: Log = Log()


class Kept(Struct, frozen=True):
    """A step that is on the disk now, and what happened to it."""

    step: Step
    way: Way = Way.DONE

    @property
    def told(self) -> str:
        """The step in a phrase that begins a sentence: "Undone: a note changed"."""
        phrase = f"{_WAYS[self.way]}{self.step.told}"
        return f"{phrase[:1].upper()}{phrase[1:]}"


class Unkept(Struct, frozen=True):
    """Why a step could not be kept, in a sentence; it will be tried again."""

    sentence: str

    @property
    def told(self) -> str:
        """The reason, and what happens next."""
        return f"{self.sentence} It will be tried again with your next change."


class Changed(Struct, frozen=True):
    """What another reader did to the same article, and which of our items had to take another id.

    Those had been changed by both.
    """

    changes: tuple[Change, ...]
    moved: tuple[tuple[Item, Item], ...] = ()

    @property
    def told(self) -> str:
        """What happened, in a sentence."""
        return _BOTH_CHANGED if self.moved else _CHANGED_ELSEWHERE


class Listed(Struct, frozen=True):
    """The articles that a search found."""

    query: str
    articles: tuple[Shelved, ...]
    sentence: str = ""


News = Opened | Kept | Unkept | Changed | Listed
_Work = Callable[[], News | None]


class Keeper:
    """Keeps what is made of one article, from any thread, and tells `deliver` in its own.

    `place` is the article's path or address; with `beside`, or where there is one already, a
    sidecar file beside the path is kept as well. Without a library nothing is kept. What another
    reader does to the same article is told within a second or two.
    """

    def __init__(
        self,
        library: Library | None,
        article: Article,
        place: str,
        deliver: Callable[[News], object],
        *,
        beside: bool = False,
    ) -> None:
        self._library = library
        self._article = article
        self._place = place
        self._deliver = deliver
        self._beside = beside
        self._identity: Identity | None = None
        self._number: int | None = None
        self._items: dict[str, Item] = {}
        self._waiting: list[Logged] = []
        self._version: int | None = None
        self._beside_items: dict[str, Item] = {}
        self._beside_time = 0
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="library", daemon=True)
        self._thread.start()
        self._queue.put(self._open)

    def keep(self, step: Step, way: Way = Way.DONE) -> None:
        """Keep a step."""
        self._queue.put(lambda: self._keep(Logged(step, way)))

    def mark(self, letter: str, anchor: Anchor) -> None:
        """Keep the place of a letter."""
        self._queue.put(lambda: self._mark(letter, anchor))

    def list(self, query: str) -> None:
        """Find articles."""
        self._queue.put(lambda: self._list(query))

    def put_beside(self) -> None:
        """Keep a sidecar file from now on."""
        self._queue.put(self._begin_sidecar)

    def close(self) -> str:
        """Keep what is still to be kept; returns a sentence where that is not possible."""
        self._queue.put(None)
        self._thread.join(_LONGEST_END)
        if self._thread.is_alive() or self._waiting:
            count = sum(len(one.step.changes) for one in self._waiting) or "some"
            return f"{count} of your changes to this article could not be saved."
        return ""

    # In the thread

    def _work(self) -> None:
        while (work := self._next()) is not None:
            news = work()
            if news is not None:
                self._deliver(news)
        if self._waiting:
            self._keep(Logged(Step("", ())))
        if self._library is not None:
            self._library.close()

    def _next(self) -> _Work | None:
        """The next work; a look at what others do where there is none for a second."""
        try:
            return self._queue.get(timeout=_LOOK_SECONDS)
        except Empty:
            return self._look

    def _open(self) -> News:
        identity = self._identity = identity_of(self._article, self._place)
        sentences, log = [], Log()
        if self._library is not None:
            try:
                self._version = self._library.version()
                found = self._library.find(identity, with_log=True)
                sentences.append(self._library.notice)
            except LibraryError as error:
                found = None
                sentences.append(str(error))
            if found is not None and self._is_same(found.matched, found.items):
                self._number, log = found.article, found.log
                self._items = {item.id: item for item in found.items}
                if found.items:
                    sentences.append(_MATCHED.get(found.matched, ""))
        sentences.append(self._read_sidecar())
        told = " ".join(filter(None, sentences))
        return Opened(tuple(self._items.values()), told, self._lessons(), self._marks(), log)

    def _look(self) -> Changed | None:
        """What others have done since, where a file says that somebody did something."""
        if self._waiting:
            return None
        try:
            changed = self._look_in_library()
        except LibraryError:
            return None  # whoever keeps the next step is told
        return changed or self._look_beside()

    def _look_in_library(self) -> Changed | None:
        if self._library is None:
            return None
        version = self._library.version()
        if version == self._version:
            return None
        self._version = version
        return self._catch_up()

    def _catch_up(self, moved: tuple[tuple[Item, Item], ...] = ()) -> Changed | None:
        """Take the items as they are in the library; returns how they differ. Raises LibraryError.

        Only the library knows what others did; a file beside the article is read when it opens.
        """
        assert self._library is not None
        assert self._identity is not None
        found = self._library.find(self._identity)
        if found is None or not self._is_ours(found):
            return None
        before, after = self._items, {item.id: item for item in found.items}
        self._number, self._items = found.article, after
        changes = [
            Change(before.get(name), after.get(name))
            for name in dict.fromkeys((*before, *after))
            if before.get(name) != after.get(name)
        ]
        return Changed(tuple(changes), moved) if changes or moved else None

    def _is_ours(self, found: Found) -> bool:
        if self._number is not None:
            return found.article == self._number
        return self._is_same(found.matched, found.items)

    def _lessons(self) -> tuple[Correction, ...]:
        if self._library is None:
            return ()
        try:
            return tuple(self._library.lessons(self._number))
        except LibraryError:
            return ()  # what opened the file has told why

    def _is_same(self, matched: str, items: tuple[Item, ...]) -> bool:
        """Whether an article known only by its place is not another one by now."""
        if matched != PLACE or not items:
            return True
        finder = Finder(self._article.text)
        return any(finder.find(anchor) for item in items for anchor in anchors_of(item))

    def _keep(self, logged: Logged) -> News | None:
        self._waiting.append(logged)
        for change in logged.step.changes:
            if change.after is None:
                self._items.pop(change.ident, None)
            else:
                self._items[change.ident] = change.after
        if self._identity is not None and self._library is not None:
            try:
                put = self._library.put(self._identity, self._number, self._waiting)
                self._number = put.article
                if put.moved and (changed := self._catch_up(put.moved)):
                    self._deliver(changed)
            except LibraryError as error:
                return Unkept(str(error))
        self._waiting.clear()
        return self._write_sidecar() or Kept(logged.step, logged.way)

    def _mark(self, letter: str, anchor: Anchor) -> News | None:
        if self._identity is None or self._library is None:
            return None
        try:
            self._number = self._library.keep_mark(self._identity, self._number, letter, anchor)
        except LibraryError as error:
            return Unkept(str(error))
        return None

    def _marks(self) -> Mapping[str, Anchor]:
        if self._library is None or self._number is None:
            return {}
        try:
            return self._library.marks(self._number)
        except LibraryError:
            return {}  # what opened the file has told why

    def _list(self, query: str) -> News:
        if self._library is None:
            return Listed(query, (), "The library is off: reader was started with --no-state.")
        try:
            return Listed(query, tuple(self._library.articles(query)), self._library.notice)
        except LibraryError as error:
            return Listed(query, (), str(error))

    # The file beside the article

    @property
    def _path(self) -> Path | None:
        """Where the sidecar is; nothing for an address or a pipe."""
        return sidecar_of(self._place) if self._place and "://" not in self._place else None

    def _has_sidecar(self) -> bool:
        return self._path is not None and (self._beside or self._path.exists())

    def _read_sidecar(self) -> str:
        """Take what stands in the file; returns a sentence where that is not possible."""
        path = self._path
        if path is None or not path.exists():
            return ""
        try:
            self._take_beside(path)
        except (OSError, ValueError) as error:
            return f"The notes in {path.name} cannot be read: {error}."
        except LibraryError as error:
            return str(error)
        return ""

    def _take_beside(self, path: Path) -> tuple[Change, ...]:
        """Take what others wrote into the file since it was read or written last.

        Of one item that was changed in both places the later change counts. Raises OSError and
        ValueError where the file cannot be read, and LibraryError.
        """
        time = path.stat().st_mtime_ns
        found = {item.id: item for item in read_sidecar(path).items}
        written = [item for name, item in found.items() if self._beside_items.get(name) != item]
        made, new = joined(self._items.values(), written)
        changes = tuple(Change(self._items.get(item.id), item) for item in new)
        self._items = {item.id: item for item in made}
        self._beside_items, self._beside_time = found, time
        if changes and self._library is not None and self._identity is not None:
            self._number = self._library.keep(self._identity, self._number, changes)
        return changes

    def _look_beside(self) -> Changed | None:
        path = self._path
        if path is None or not self._has_sidecar():
            return None
        try:
            if path.stat().st_mtime_ns == self._beside_time:
                return None
            changes = self._take_beside(path)
        except (OSError, ValueError, LibraryError):
            return None  # whoever keeps the next step is told
        return Changed(changes) if changes else None

    def _write_sidecar(self) -> Unkept | None:
        path = self._path
        if path is None or not self._has_sidecar():
            return None
        try:
            if path.exists() and path.stat().st_mtime_ns != self._beside_time:
                changes = self._take_beside(path)
                if changes:
                    self._deliver(Changed(changes))
            write_sidecar(path, self._items.values())
            self._beside_items = dict(self._items)
            self._beside_time = path.stat().st_mtime_ns
        except (OSError, ValueError, LibraryError) as error:
            return Unkept(f"The notes cannot be written to {path.name}: {error}.")
        return None

    def _begin_sidecar(self) -> News:
        self._beside = True
        if self._path is None:
            return Unkept("This article is not a file, so its notes cannot be saved beside it.")
        return self._write_sidecar() or Kept(Step(f"Notes are saved in {self._path.name}", ()))


def identity_of(article: Article, place: str) -> Identity:
    """What an article is known by. The bytes of its source are read again, where it is a file."""
    source = ""
    if place and "://" not in place:
        try:
            path = Path(place)
            if path.is_file() and path.stat().st_size <= _LARGEST_SOURCE:
                source = blake2b(path.read_bytes(), digest_size=_KEY_BYTES).hexdigest()
        except (OSError, ValueError):
            source = ""
    return Identity(
        text=text_hash(article.text),
        source=source,
        place=place,
        title=article.title or "",
        name=article.source or "",
        published=article.published.isoformat() if article.published else "",
    )


def text_hash(text: str) -> str:
    """The hash that anchors and the library know a text by."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()
