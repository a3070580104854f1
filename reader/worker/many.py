"""Many articles analysed by several processes, in order, with one load of the pipeline."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import NamedTuple

from ..analysis import DEFAULT_MODEL, Analysis, Known
from ..article import Article
from .client import Worker
from .protocol import Analyse, Failed, Finished, Notice, Reply

_AHEAD = 8
"""How many finished analyses may wait for one before them, for each process."""


class AnalysisError(Exception):
    """An article could not be analysed; the message says why in one sentence."""


class _Heard(NamedTuple):
    process: int
    reply: Reply


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def analyze_many(
    articles: Iterable[Article],
    model: str = DEFAULT_MODEL,
    *,
    known: tuple[Known, ...] = (),
    processes: int | None = None,
    tell: Callable[[str], object] = lambda _: None,
) -> Iterator[Analysis | AnalysisError]:
    """The analyses of articles, in their order, as soon as they are there.

    The same as those of `Analyzer`. The articles are taken as they are needed. `processes` is how
    many work at once, by default one for each processor. `known` is what a person has said of
    names, and `tell` gets what should be known of the pipeline. An article that cannot be
    analysed gives an error and stops no other.
    """
    many = _Many(iter(articles), model, known, tell)
    try:
        yield from many.run(processes or processors())
    finally:
        many.stop()


class _Many:
    """Some processes at work on a row of articles."""

    def __init__(
        self,
        articles: Iterator[Article],
        model: str,
        known: tuple[Known, ...],
        tell: Callable[[str], object],
    ) -> None:
        self._articles = articles
        self._model = model
        self._known = known
        self._tell = tell
        self._heard: SimpleQueue[_Heard] = SimpleQueue()
        self._workers: dict[int, Worker] = {}
        self._at_work: dict[int, tuple[int, Article]] = {}
        self._done: dict[int, Analysis | AnalysisError] = {}
        self._taken = self._given = 0

    def run(self, processes: int) -> Iterator[Analysis | AnalysisError]:
        while self._feed(processes):
            self._take(self._heard.get())
            yield from self._in_order()

    def stop(self) -> None:
        for worker in self._workers.values():
            worker.stop()

    def _feed(self, processes: int) -> bool:
        """Give work to those who have none; whether anybody has some."""
        for process in range(processes):
            ahead = self._taken - self._given
            if process not in self._at_work and ahead < _AHEAD * processes:
                article = next(self._articles, None)
                if article is None:
                    break
                self._at_work[process] = self._taken, article
                self._taken += 1
                self._begin(process, article)
        return bool(self._at_work)

    def _begin(self, process: int, article: Article) -> None:
        request = Analyse(article, self._model, known=self._known, streams=False)
        worker = self._workers.get(process)
        if worker is not None:
            worker.analyse(request)
            return

        def deliver(reply: Reply) -> None:
            self._heard.put(_Heard(process, reply))

        self._workers[process] = Worker(request, deliver)

    def _take(self, heard: _Heard) -> None:
        match heard.reply:
            case Notice(message):
                self._tell(message)
            case Finished(annotations) if heard.process in self._at_work:
                number, article = self._at_work.pop(heard.process)
                self._done[number] = Analysis.of(article, annotations)
            case Failed(message) if heard.process in self._at_work:
                number, _ = self._at_work.pop(heard.process)
                self._done[number] = AnalysisError(message)
                self._workers.pop(heard.process).stop()

    def _in_order(self) -> Iterator[Analysis | AnalysisError]:
        while (found := self._done.pop(self._given, None)) is not None:
            self._given += 1
            yield found
