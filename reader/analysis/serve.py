"""The process that analyses: requests on standard input, replies on standard output.

Started as `python -m reader.analysis.serve` by the interface, which never imports spaCy. It
ends as soon as its standard input does, so that it never outlives the reader.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import date
from queue import Empty, SimpleQueue
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from ..article import Article
from .defaults import ModelError
from .parse import Columns, Parse, join
from .passages import Batch, batches, outward
from .protocol import (
    Analyse,
    Failed,
    Finished,
    Notice,
    Partial,
    Progress,
    Redate,
    Reply,
    Request,
    receive_request,
    send,
)

if TYPE_CHECKING:
    from .parsing import Parser

# Partial results may cost this share of the time that parsing takes.
_SHARE_OF_PARTIALS = 0.1
# A loaded model takes 200 MB; kept only while a new date may still be asked for.
_IDLE_SECONDS = 900.0


class Service:
    """Answers requests about one article at a time."""

    def __init__(self, requests: SimpleQueue[Request], answers: BinaryIO) -> None:
        self._requests = requests
        self._answers = answers
        self._parser: Parser | None = None
        self._article: Article | None = None
        self._parse: Parse | None = None

    def run(self) -> None:
        """Answer until nothing has been asked for a long while."""
        with suppress(Empty):
            while True:
                self._answer(self._requests.get(timeout=_IDLE_SECONDS))

    def _answer(self, request: Request) -> None:
        try:
            if isinstance(request, Analyse):
                self._analyse(request)
            else:
                self._redate(request.published)
        except ModelError as error:
            self._reply(Failed(str(error)))
        except MemoryError:
            self._reply(Failed("There is not enough memory to analyse this article."))
        except Exception as error:  # noqa: BLE001  the border of the worker: say it and live on
            self._reply(Failed(f"The analysis failed: {type(error).__name__}: {error}"))

    def _analyse(self, request: Analyse) -> None:
        self._article, self._parse = request.article, None
        parser = self._loaded(request.model)
        parts = batches(request.article)
        parsed: dict[int, list[Columns]] = {}
        total = len(request.article.text)
        partials = _Pace(_SHARE_OF_PARTIALS)
        for index in outward(parts, request.offset):
            parsed[index] = parser.columns(request.article.text, parts[index])
            self._take_new_date()
            done = sum(parts[i][-1].end - parts[i][0].start for i in parsed)
            self._reply(Progress(min(done, total), total))
            if len(parsed) < len(parts) and partials.due():
                with partials:
                    self._send_partial(parts, parsed)
        pieces = (piece for index in range(len(parts)) for piece in parsed.pop(index))
        self._parse = join(request.article.text, pieces)
        self._finish()

    def _send_partial(self, parts: list[Batch], parsed: dict[int, list[Columns]]) -> None:
        from .pipeline import annotate

        assert self._article is not None
        blocks = (parts[min(parsed)][0].start, parts[max(parsed)][-1].end)
        excerpt = self._article.excerpt(*blocks)
        pieces = (piece for index in sorted(parsed) for piece in parsed[index])
        self._reply(Partial(annotate(excerpt, join(excerpt.text, pieces))))

    def _redate(self, published: date | None) -> None:
        if self._article is None:
            return
        self._article = self._article.with_date(published)
        if self._parse is not None:
            self._finish()

    def _take_new_date(self) -> None:
        """Take a date given while parsing; all that follows is reckoned from it."""
        while not self._requests.empty():
            request = self._requests.get()
            if isinstance(request, Redate):
                self._redate(request.published)

    def _finish(self) -> None:
        from .pipeline import annotate

        assert self._article is not None
        assert self._parse is not None
        assert self._parser is not None
        found = annotate(self._article, self._parse)
        self._reply(Finished(found, self._article.published, self._parser.model))

    def _loaded(self, model: str) -> Parser:
        if self._parser is None:
            from .parsing import Parser

            self._parser = Parser(model)
            if self._parser.notice:
                self._reply(Notice(self._parser.notice))
        return self._parser

    def _reply(self, message: Reply) -> None:
        send(self._answers, message)


class _Pace:
    """Says when something may be done again so that it takes at most a share of the time."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._next = 0.0
        self._started = 0.0

    def due(self) -> bool:
        return perf_counter() >= self._next

    def __enter__(self) -> None:
        self._started = perf_counter()

    def __exit__(self, *_: object) -> None:
        now = perf_counter()
        self._next = now + (now - self._started) / self._share


def _claim_standard_output() -> BinaryIO:
    """The standard output for answers alone; what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return answers


def _listen(requests: SimpleQueue[Request]) -> None:
    """Take requests until the reader closes the pipe or is gone, then end the process."""
    try:
        while (request := receive_request(sys.stdin.buffer)) is not None:
            requests.put(request)
    except (OSError, msgspec.MsgspecError):
        pass
    finally:
        os._exit(0)  # at once, whatever the main thread is doing


def main() -> None:
    """Serve until the standard input ends."""
    answers = _claim_standard_output()
    requests: SimpleQueue[Request] = SimpleQueue()
    Thread(target=_listen, args=(requests,), daemon=True).start()
    try:
        Service(requests, answers).run()
    except OSError:  # nobody reads the answers any more
        os._exit(0)


if __name__ == "__main__":
    main()
