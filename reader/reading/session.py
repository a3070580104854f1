"""The analysis of one article as the interface sees it: from the cache or from a worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from queue import SimpleQueue
from typing import TYPE_CHECKING

from msgspec import Struct

from ..analysis import DEFAULT_MODEL, Known
from ..analysis.invariants import is_sound
from ..article import Article
from ..library.cache import Cache, Entry
from ..library.provenance import key_of
from ..worker import ahead
from ..worker.protocol import (
    Analyse,
    Failed,
    Finished,
    Notice,
    Partial,
    Progress,
    Reply,
)

if TYPE_CHECKING:
    from ..worker.client import Worker

__all__ = ["AnalysisSession", "Event", "Notice"]

Event = Progress | Partial | Finished | Failed | Notice


class _Answer(Struct, frozen=True):
    run: int
    reply: Reply


class _Start(Struct, frozen=True):
    pass


class _NewDate(Struct, frozen=True):
    article: Article


class _Close(Struct, frozen=True):
    pass


class AnalysisSession:
    """Gets the analysis of `article`, keeps it in `cache`, and follows changes of the date.

    One thread of the interface waits on `events()`, which starts the worker unless the cache
    holds the analysis. `redate`, `retry` and `close` return at once; any thread may call
    them. Without a cache nothing is kept. `offset` is the first code point on the screen,
    `known` what a person has said of names.
    """

    def __init__(
        self,
        article: Article,
        *,
        model: str = DEFAULT_MODEL,
        cache: Cache | None = None,
        offset: int = 0,
        patience: float | None = None,
        command: Sequence[str] | None = None,
        known: tuple[Known, ...] = (),
    ) -> None:
        self._article = article
        self._model = model
        self._cache = cache
        self._offset = offset
        self._known = known
        self._patience = patience
        self._command = command
        self._inbox: SimpleQueue[_Answer | _Start | _NewDate | _Close] = SimpleQueue()
        self._worker: Worker | None = None
        self._run = 0  # counts workers, so that a late reply of an earlier one is known
        self._settled = False  # the worker has finished an analysis
        self._idle = False  # and nothing has been asked of it since
        self._closed = False
        self._key = ""

    def begin(self) -> Finished | None:
        """What the cache holds; where it holds nothing, start the worker. Called once."""
        self._key = key_of(self._article, self._model, self._known)
        found = self._kept()
        if found is None:
            self._start_worker()
        return found

    def events(self) -> Iterator[Event]:
        """Tell what happens to the analysis as it happens, until it is closed.

        Begins, if nobody has. `Finished` comes once, and again for each new date; `Failed`
        leaves the session ready for `retry`.
        """
        if not self._key and (found := self.begin()) is not None:
            yield found
        if self._worker is None:
            ahead.end()
        while True:
            item = self._inbox.get()
            if self._closed:
                return
            match item:
                case _Start():
                    yield from self._find()
                case _NewDate(article):
                    yield from self._follow(article)
                case _Answer(run, reply) if run == self._run:
                    yield from self._hand_on(reply)

    def redate(self, article: Article) -> None:
        """Follow the article to another publication date."""
        self._inbox.put(_NewDate(article))

    def retry(self) -> None:
        """Begin again after a failure."""
        self._inbox.put(_Start())

    def close(self) -> None:
        """End the session and its worker at once."""
        self._closed = True
        if self._worker is not None:
            self._worker.stop()
        self._inbox.put(_Close())

    def _find(self) -> Iterator[Event]:
        """The analysis from the cache, else a new worker."""
        if (found := self._kept()) is not None:
            self._drop_worker()
            yield found
        else:
            self._start_worker()

    def _kept(self) -> Finished | None:
        entry = self._cache.get(self._key) if self._cache else None
        if self._cache is None or entry is None:
            return None
        if not is_sound(entry.annotations, len(self._article.text)):
            self._cache.discard(self._key)
            return None
        return Finished(entry.annotations, self._article.published, entry.model)

    def _follow(self, article: Article) -> Iterator[Event]:
        self._article = article
        self._key = key_of(self._article, self._model, self._known)
        if self._worker is None:
            yield from self._find()
        else:
            self._idle = False
            self._worker.redate(article.dating)

    def _hand_on(self, reply: Reply) -> Iterator[Event]:
        match reply:
            case Finished(annotations, published, model):
                if published != self._article.published:
                    return  # from before the latest change of the date
                self._idle = self._settled = True
                yield reply
                if not annotations.problems:
                    yield from self._keep(Entry(annotations, model))
            case Failed():
                yield from self._recover(reply)
            case _:
                yield reply

    def _recover(self, failed: Failed) -> Iterator[Event]:
        """Tell of a failure, unless the worker only ended for want of work."""
        settled, idle = self._settled, self._idle
        self._drop_worker()
        if not settled:
            yield failed
        elif not idle:
            yield from self._find()

    def _keep(self, entry: Entry) -> Iterator[Notice]:
        if self._cache is None:
            return
        try:
            self._cache.put(self._key, entry)
        except OSError as error:
            self._cache = None
            yield Notice(f"The analysis cannot be saved for next time: {error.strerror or error}.")

    def _start_worker(self) -> None:
        from ..worker.client import PATIENCE, Worker

        self._drop_worker()
        run = self._run

        def deliver(reply: Reply) -> None:
            self._inbox.put(_Answer(run, reply))

        request = Analyse(self._article, self._model, self._offset, self._known)
        patience = PATIENCE if self._patience is None else self._patience
        self._worker = Worker(request, deliver, patience=patience, command=self._command)
        if self._closed:  # meanwhile, in another thread
            self._worker.stop()

    def _drop_worker(self) -> None:
        """Stop the worker, if there is one; what it still says is not listened to."""
        self._run += 1
        self._idle = self._settled = False
        if self._worker is not None:
            self._worker.stop()
            self._worker = None
