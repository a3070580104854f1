"""The articles of a desk that nobody looks at yet: read and analysed one after the other.

One thread, one process that reads sources and one that analyses serve them all. What is found
is told with the collection as it is then, so that whoever shows it has nothing to compute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple

from ..analysis import DEFAULT_MODEL, Analysis, Annotations, Known
from ..article import Article
from ..article.errors import ArticleError
from ..collection import Collection
from ..library.cache import Cache, Entry
from ..library.provenance import key_of
from ..sources.sought import Found, Sought, look_at
from ..worker.client import Worker
from ..worker.opening_client import SourceReader
from ..worker.opening_messages import Listed, Opened, OpeningReply, Refused, Web
from ..worker.protocol import Analyse, Failed, Finished, Reply
from .desk import Part

_LISTED = "This is itself a list of articles: open it on its own and choose one."
_ENDLESS = "This pipe is still being written to: open it on its own to wait for its end."
_EVERY_ONE = 12
_EVERY = 5


Correct = Callable[[Analysis, Article, str], Analysis]


class Told(NamedTuple):
    """News of one article: that it is read, that it is analysed, or why not.

    `listed` tells that its place holds several instead.
    """

    name: str
    article: Article | None = None
    annotations: Annotations | None = None
    reason: str = ""
    listed: Listed | None = None


class Work(NamedTuple):
    """An article to be read from a place, or one that is known, perhaps with its analysis.

    `part` says which of the articles of the place.
    """

    name: str
    place: str | None
    article: Article | None = None
    annotations: Annotations | None = None
    part: Part | None = None


class Background:
    """Takes work and tells of it, from its own thread, until it is closed.

    `tell` is called with news of an article, `bring` with each new collection. `names` are the
    articles in the order in which the collection has them.
    """

    def __init__(
        self,
        tell: Callable[[Told], object],
        bring: Callable[[Collection], object],
        *,
        model: str = DEFAULT_MODEL,
        cache: Cache | None = None,
        web: Web | None = None,
        limit: int,
        names: Sequence[str] = (),
        known: tuple[Known, ...] = (),
        correct: Correct = lambda analysis, *_: analysis,
    ) -> None:
        """`known` is what a person has said of names in general.

        `correct` gives an analysis as the person has it; it is called in this thread, with the
        article and its place.
        """
        self._tell = tell
        self._bring = bring
        self._model = model
        self._known = known
        self._correct = correct
        self._cache = cache
        self._limit = limit
        self._todo: SimpleQueue[Work | None] = SimpleQueue()
        self._opened: SimpleQueue[OpeningReply | None] = SimpleQueue()
        self._replies: SimpleQueue[Reply | None] = SimpleQueue()
        self._sources = SourceReader(web or Web(offline=True), self._opened.put)
        self._worker: Worker | None = None
        self._collection = Collection()
        self._order = {name: number for number, name in enumerate(names)}
        self._closed = False
        self._held: str | None = None
        Thread(target=self._serve, name="background analysis", daemon=True).start()

    def take(self, work: Work) -> None:
        """Do some work in its turn; work that is done already only joins the collection."""
        self._todo.put(work)

    def close(self) -> None:
        """End at once."""
        self._closed = True
        for queue in (self._todo, self._opened, self._replies):
            queue.put(None)
        self._sources.close()
        if self._worker is not None:
            self._worker.stop()

    def _serve(self) -> None:
        while (work := self._todo.get()) is not None:
            told = self._done(work)
            if self._closed:
                return
            self._tell(told)
            if told.article is not None and told.annotations is not None:
                analysis = Analysis.of(told.article, told.annotations)
                if work.annotations is None:
                    analysis = self._correct(analysis, told.article, work.place or "")
                self._collection = self._collection.with_article(work.name, analysis)
                if self._todo.empty() or self._is_worth_telling():
                    self._collection = self._collection.sorted(self._place)
                    self._collection.make()
                    self._bring(self._collection)

    def _place(self, name: str) -> int:
        """Where an article lies on the desk; those that came later come last."""
        return self._order.setdefault(name, len(self._order))

    def _is_worth_telling(self) -> bool:
        """Whether a collection is made before all are there: early ones, then now and then."""
        count = len(self._collection.analyses)
        return count <= _EVERY_ONE or count % _EVERY == 0

    def _done(self, work: Work) -> Told:
        if work.article is not None and work.annotations is not None:
            return Told(work.name, work.article, work.annotations)
        try:
            article = work.article or self._read(work)
        except (ArticleError, OSError, RuntimeError) as error:
            return Told(work.name, reason=str(error))
        except MemoryError:
            return Told(work.name, reason="There is not enough memory for this article.")
        if isinstance(article, Listed):
            return Told(work.name, listed=article)
        if article is None:
            return Told(work.name)
        self._tell(Told(work.name, article))
        return self._analysed(work.name, article)

    def _read(self, work: Work) -> Article | Listed | None:
        """What is at a place; None where the background is closed meanwhile."""
        part = work.part
        if part is not None and self._held == work.place is not None:
            with suppress(ArticleError):  # another process, which has no list
                return self._chosen(part)
        found: Found | Sought
        if part is not None and part.held is not None:
            found = part.held
        else:
            assert work.place is not None
            found = look_at(work.place, limit=self._limit, while_waiting=_refuse_to_wait)
        if isinstance(found, Found):
            return found.article
        answer = self._asked(found)
        if part is None or not isinstance(answer, Listed):
            return answer
        self._held = work.place
        return self._chosen(part)

    def _chosen(self, part: Part) -> Article | None:
        """One of the articles of the list that the other process has. Raises ArticleError."""
        self._sources.choose(part.number)
        answer = self._awaited()
        if isinstance(answer, Listed):
            self._held = None
            raise ArticleError(_LISTED)
        return answer

    def _asked(self, found: Sought) -> Article | Listed | None:
        """What the other process reads. Raises ArticleError."""
        raw = found.raw
        self._sources.open(
            found.name,
            data=raw.data if raw else None,
            source=raw.source if raw else None,
            published=found.published,
        )
        return self._awaited()

    def _awaited(self) -> Article | Listed | None:
        """What the other process answers; None where the background is closed meanwhile."""
        while (reply := self._opened.get()) is not None:
            match reply:
                case Opened(_, article):
                    return article
                case Refused(_, message):
                    raise ArticleError(message)
                case Listed():
                    return reply
        return None

    def _analysed(self, name: str, article: Article) -> Told:
        key = key_of(article, self._model, self._known)
        if self._cache is not None and (entry := self._cache.get(key)) is not None:
            return Told(name, article, entry.annotations)
        request = Analyse(article, self._model, 0, self._known)
        self._let_go_of_dead_worker()
        if self._worker is None:
            self._worker = Worker(request, self._replies.put)
        else:
            self._worker.analyse(request)
        while (reply := self._replies.get()) is not None:
            match reply:
                case Finished(annotations, _, model):
                    self._keep(key, Entry(annotations, model))
                    return Told(name, article, annotations)
                case Failed(message):
                    self._worker.stop()
                    self._worker = None
                    return Told(name, article, reason=message)
        return Told(name)

    def _let_go_of_dead_worker(self) -> None:
        """A process that had nothing to do for long has ended, and said so."""
        while not self._replies.empty():
            if isinstance(self._replies.get(), Failed):
                self._worker = None

    def _keep(self, key: str, entry: Entry) -> None:
        if self._cache is not None and not entry.annotations.problems:
            try:
                self._cache.put(key, entry)
            except OSError:
                self._cache = None  # the session of the article on the screen tells of it


def _refuse_to_wait(_: str) -> None:
    """The other articles are not kept waiting for one that may never end."""
    raise ArticleError(_ENDLESS)
