"""The process that analyses: requests on standard input, replies on standard output.

Started by the interface, which never imports spaCy. It ends as soon as its standard input
does, so that it never outlives the reader.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

from ..analysis.parse.columns import Parse
from ..analysis.parse.defaults import ModelError
from ..analysis.parse.gathering import Gathering
from ..analysis.parse.threads import spare_processor
from ..analysis.types import Annotations, Known, Problem
from ..article import Article, Dating
from ..shortage import ANALYSIS, ShortageError, is_lack_of_memory, make_sure_of
from .assistant import Assistant, Result
from .channel import claim_standard_output, listen, send
from .protocol import (
    Analyse,
    Failed,
    Finished,
    Notice,
    Partial,
    Piece,
    Progress,
    Redate,
    Reply,
    Request,
    packaged,
    read_request,
)
from .quick_start import quick_start

if TYPE_CHECKING:
    from ..analysis.parse.parser import Parser

# What is found so far is told whenever so many times as much is parsed as the last time, up to so
# many code points around the screen: for a book more would take memory and time from its end.
_GROWTH_OF_PARTIALS = 2
_LARGEST_PARTIAL = 300_000
# From here on a second process saves more time than it takes to load the model once more.
_LONG = 150_000
_KIND = 5  # how far long work stands back behind the interface
# A loaded model takes 200 MB; kept only while a new date may still be asked for.
_IDLE_SECONDS = 900.0


class Service:
    """Answers requests about one article at a time."""

    def __init__(
        self, requests: SimpleQueue[Request], answers: BinaryIO, parser: Parser | None = None
    ) -> None:
        """`parser` is the pipeline where one is loaded already."""
        self._requests = requests
        self._answers = answers
        self._parser = parser
        self._has_told = False
        self._article = Article("")
        self._pieces: list[str] = []
        self._parse: Parse | None = None
        self._found = Annotations()
        self._known: tuple[Known, ...] = ()
        self._streams = True

    def run(self) -> None:
        """Answer until nothing has been asked for a long while."""
        with suppress(Empty):
            while True:
                self._answer(self._requests.get(timeout=_IDLE_SECONDS))

    def _answer(self, request: Request) -> None:
        try:
            match request:
                case Piece(text):
                    self._pieces.append(text)
                case Analyse():
                    pieces, self._pieces = self._pieces, []
                    self._analyse(request.with_text(pieces))
                case Redate(dating):
                    self._redate(dating)
        except ModelError as error:
            self._reply(Failed(str(error)))
        except BrokenPipeError:
            raise  # nobody reads the answers any more
        except Exception as error:  # noqa: BLE001  border of the worker: say it and live on
            self._reply(Failed(_sentence(error)))

    def _analyse(self, request: Analyse) -> None:
        from ..analysis.recovery import find_all

        self._article, self._parse, self._known = request.article, None, request.known
        self._streams = request.streams
        self._parse, problems = self._parsed(request)
        self._finish(find_all(self._article, self._parse, problems, self._known))

    def _parsed(self, request: Analyse) -> tuple[Parse, list[Problem]]:
        """The parse of the whole article and what was lost; the pieces of it are let go."""
        gathering = Gathering(request.article, request.offset)
        self._gather(gathering, request.model)
        return gathering.parse(), gathering.problems

    def _gather(self, gathering: Gathering, model: str) -> None:
        """Parse all batches and say how far it has come, with a second process for long texts."""
        parser = self._loaded(model)
        from ..analysis.recovery import parse_batch

        text = self._article.text
        todo = deque(gathering.order)
        results: SimpleQueue[Result | None] = SimpleQueue()
        told, assisted = 0, False
        while not gathering.complete:
            if todo:
                index = todo.popleft()
                results.put((index, *parse_batch(parser.columns, text, gathering.batches[index])))
            for result in _waiting(results):
                gathering.add(*result)
            if self._take_new_date():
                told = 0
            self._reply(Progress(gathering.done, len(text)))
            if (
                self._streams
                and not gathering.complete
                and _is_worth_telling(gathering.done, told, len(text))
            ):
                told = gathering.done
                self._send_partial(gathering)
            if not assisted and len(text) >= _LONG and spare_processor():
                assisted = True
                _stand_back()
                Assistant(self._article, model, todo, results.put)

    def _send_partial(self, gathering: Gathering) -> None:
        from ..analysis.recovery import find_all

        excerpt = gathering.excerpt(self._article)
        self._reply(Partial(find_all(excerpt, gathering.parse(), gathering.problems, self._known)))

    def _take_new_date(self) -> bool:
        """Take a date given while parsing, from which all that follows is reckoned; if any was."""
        is_given = False
        while not self._requests.empty():
            request = self._requests.get()
            if isinstance(request, Redate):
                self._redate(request.dating)
                is_given = True
        return is_given

    def _redate(self, dating: Dating) -> None:
        from ..analysis.recovery import find_again

        self._article = self._article.dated(dating)
        if self._parse is not None:
            self._finish(find_again(self._article, self._parse, self._found))

    def _finish(self, found: Annotations) -> None:
        assert self._parser is not None
        self._found = found
        self._reply(Finished(found, self._article.published, self._parser.model))

    def _loaded(self, model: str) -> Parser:
        if self._parser is None:
            self._parser = load(model)
        if self._parser.notice and not self._has_told:
            self._reply(Notice(self._parser.notice))
        self._has_told = True
        return self._parser

    def _reply(self, message: Reply) -> None:
        send(self._answers, packaged(message))


def load(model: str) -> Parser:
    """Import what analyses and load a pipeline. Raises ModelError and ShortageError."""
    make_sure_of(ANALYSIS)
    with quick_start():
        from ..analysis import recovery  # noqa: F401  all that is imported later
        from ..analysis.parse.parser import Parser

        return Parser(model)


def _sentence(error: Exception) -> str:
    """What a person reads of an error."""
    if isinstance(error, ShortageError):
        return str(error)
    if is_lack_of_memory(error):
        return "There is not enough memory to analyse this article."
    return f"The analysis failed: {type(error).__name__}: {error}"


def _is_worth_telling(done: int, told: int, total: int) -> bool:
    """Whether what is found in `done` of `total` code points is, after that in `told` of them.

    The first always is. Later, with over half of the text parsed, the end comes as soon.
    """
    if not told:
        return done <= _LARGEST_PARTIAL
    return _GROWTH_OF_PARTIALS * told <= done <= min(_LARGEST_PARTIAL, total // 2)


def _waiting(results: SimpleQueue[Result | None]) -> Iterator[Result]:
    """The results that have come, at least one word waited for."""
    result = results.get()
    while True:
        if result is not None:
            yield result
        if results.empty():
            return
        result = results.get()


def _stand_back() -> None:
    """Let the interface go first whenever it has something to do."""
    if hasattr(os, "nice"):
        os.nice(_KIND)


def main() -> None:
    """Serve until the standard input ends."""
    answers = claim_standard_output()
    requests: SimpleQueue[Request] = SimpleQueue()
    listen(read_request, requests.put)
    with suppress(OSError):  # nobody reads the answers any more
        Service(requests, answers).run()
    os._exit(0)


if __name__ == "__main__":
    main()
