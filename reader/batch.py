"""The analyses of any number of articles, written as files with one pipeline load."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .article.errors import ArticleError, shown
from .export.registry import FORMATS, Format
from .files import write_atomically
from .named import brief, cannot_be, is_folder, real
from .shortage import ANALYSIS, make_sure_of
from .sources.loading import DEFAULT_LIMIT, STANDARD_INPUT, WhileWaiting
from .sources.sought import Found, Sought, is_address, look_at
from .sources.types import Container
from .worker.opening_messages import Web

if TYPE_CHECKING:
    from .analysis import Analysis, Known
    from .analysis.analyzer import Analyzer
    from .analysis.parse.columns import Parse
    from .article import Article
    from .worker.opening import Opener


_Opened = TypeVar("_Opened", "Article", "Article | Container")
_LONGEST_NAME = 100
_USUAL = Web()


class BatchError(Exception):
    """The exports have nowhere to go; the message says what to do."""


@dataclass(frozen=True)
class Batch:
    """How articles are got, read and analysed; `tell` receives one sentence for each failure."""

    format: str = "json"
    model: str | None = None
    published: date | None = None
    handmade: bool = False
    limit: int = DEFAULT_LIMIT
    tell: Callable[[str], None] = print
    while_waiting: WhileWaiting | None = None
    web: Web = _USUAL

    def export(self, places: Sequence[str], output: str | None) -> bool:
        """Write one export for each article and say whether all succeeded.

        A failing article does not stop the others. Raises BatchError where the exports have
        no place to go, and ModelError.
        """
        targets = _targets(places, output, FORMATS[self.format])
        in_folder = _is_for_a_folder(places, output)
        pairs = _watched(places, targets)
        if len(places) > 1 and not FORMATS[self.format].needs_tokens:
            return self._export_many(pairs, in_folder=in_folder)
        results = [
            self._export_place(place, target, in_folder=in_folder) for place, target in pairs
        ]
        return all(results)

    @cached_property
    def _analyzer(self) -> Analyzer:
        make_sure_of(ANALYSIS)
        from .analysis import DEFAULT_MODEL
        from .analysis.analyzer import Analyzer

        analyzer = Analyzer(self.model or DEFAULT_MODEL, self._known())
        if analyzer.notice:
            self.tell(analyzer.notice)
        return analyzer

    def _known(self) -> tuple[Known, ...]:
        """What a person has said of names in general."""
        from .library.taught import read_always

        return read_always() if self.handmade else ()

    @cached_property
    def _opener(self) -> Opener:
        from .worker.opening import Opener

        return Opener(self.web)

    def article(self, place: str) -> Article:
        """The article at a place. Raises ArticleError."""
        found = self._looked(place)
        if isinstance(found, Found):
            return found.article
        return self._told(self._opener.article(found))

    def _found(self, place: str) -> Article | Container:
        """What is at a place. Raises ArticleError."""
        found = self._looked(place)
        if isinstance(found, Found):
            return found.article
        return self._told(self._opener.everything(found))

    def _looked(self, place: str) -> Found | Sought:
        return look_at(
            place,
            published=self.published,
            limit=self.limit,
            while_waiting=self.while_waiting,
        )

    def _told(self, opened: tuple[_Opened, str]) -> _Opened:
        """What was opened; what a person should know about it is said."""
        found, notice = opened
        if notice:
            self.tell(notice)
        return found

    def _with_handwork(self, analysis: Analysis, article: Article, place: str) -> Analysis:
        """The analysis with what a person made of the article in the reader."""
        from .library.database import LibraryError
        from .library.handmade import with_handwork
        from .library.library import Library

        library = Library()
        try:
            return with_handwork(library, analysis, article, place_of(place, article))
        except LibraryError as error:
            self.tell(str(error))
            return analysis
        finally:
            library.close()

    def _export_place(self, place: str, target: Path | None, *, in_folder: bool) -> bool:
        """Write what a place holds: an article, or all those of a mail folder, feed or archive."""
        found = self._found_or_told(place)
        if found is None:
            return False
        if isinstance(found, Container):
            return self._export_container(place, found, target, in_folder=in_folder)
        return self._export_one(place, found, target)

    def _export_many(self, pairs: Iterable[tuple[str, Path | None]], *, in_folder: bool) -> bool:
        """Write what several places hold, the articles analysed by a process for each processor."""
        from .analysis import DEFAULT_MODEL
        from .analysis.parse.models import find_model
        from .worker.many import AnalysisError, analyze_many

        model = self.model or DEFAULT_MODEL
        find_model(model)
        make_sure_of(ANALYSIS)
        opened: deque[tuple[str, Path | None, Article]] = deque()
        results = []

        def articles() -> Iterator[Article]:
            for place, target in pairs:
                found = self._found_or_told(place)
                if found is None:
                    results.append(False)
                elif isinstance(found, Container):
                    done = self._export_container(place, found, target, in_folder=in_folder)
                    results.append(done)
                else:
                    opened.append((place, target, found))
                    yield found

        for analysis in analyze_many(articles(), model, known=self._known(), tell=self.tell):
            place, target, article = opened.popleft()
            if isinstance(analysis, AnalysisError):
                self.tell(f"{shown(place)}: {analysis}")
                results.append(False)
            else:
                results.append(self._finish(place, article, analysis, None, target))
        return all(results)

    def _found_or_told(self, place: str) -> Article | Container | None:
        """What is at a place; None where there is nothing, of which is told."""
        try:
            return self._found(place)
        except ArticleError as error:
            self.tell(str(error))
            return None

    def _export_container(
        self, place: str, found: Container, target: Path | None, *, in_folder: bool
    ) -> bool:
        form, count = FORMATS[self.format], len(found.entries)
        if not in_folder and not form.joins:
            self.tell(
                f"{found.name} is {found.kind} with {count:,} articles: add -o FOLDER/ for their "
                "exports, or take --export jsonl, which has room for all in one."
            )
            return False
        if found.notice:
            self.tell(found.notice)
        return self._export_all(place, found, target, in_folder=in_folder)

    def _export_all(
        self, place: str, found: Container, target: Path | None, *, in_folder: bool
    ) -> bool:
        """Write the articles of a container, each into a file of the folder, or all into one."""
        made: list[bytes] = []
        succeeds = True
        for number in range(1, len(found.entries) + 1):
            named = f"{place}#{number}"
            try:
                article = self._entry(found, number - 1)
            except ArticleError as error:
                self.tell(str(error))
                succeeds = False
                continue
            if in_folder and target is not None:
                one = target.with_name(_numbered(target.name, number, FORMATS[self.format]))
                succeeds &= self._export_one(named, article, one)
            elif target is None:
                succeeds &= self._export_one(named, article, None)
            else:
                analysis, parse = self._analysed(named, article)
                made.append(FORMATS[self.format].write(analysis, parse))
        if made and target is not None:
            succeeds &= self._written(lambda: _write(b"".join(made), target), target)
        return succeeds

    def _entry(self, found: Container, index: int) -> Article:
        """One article of a container. Raises ArticleError, also where it holds several itself."""
        from .worker.opening import choose

        opened, notice = choose(self._opener, found, index)
        if notice:
            self.tell(notice)
        if isinstance(opened, Container):
            raise ArticleError(
                f"{opened.name} holds {len(opened.entries)} articles: "
                "unpack it and export it by itself."
            )
        return opened

    def _export_one(self, place: str, article: Article, target: Path | None) -> bool:
        analysis, parse = self._analyzer.analyze_and_parse(article)
        return self._finish(place, article, analysis, parse, target)

    def _finish(
        self,
        place: str,
        article: Article,
        analysis: Analysis,
        parse: Parse | None,
        target: Path | None,
    ) -> bool:
        """Write the export of one article; whether that was possible."""
        form, whole = FORMATS[self.format], self._completed(place, article, analysis)
        return self._written(lambda: write(form, whole, parse, target), target)

    def _analysed(self, place: str, article: Article) -> tuple[Analysis, Parse]:
        analysis, parse = self._analyzer.analyze_and_parse(article)
        return self._completed(place, article, analysis), parse

    def _completed(self, place: str, article: Article, analysis: Analysis) -> Analysis:
        """The analysis with what a person made of it; that it is not in English is told."""
        if not article.is_english:
            self.tell(f"{shown(place)} does not read like English; only English is analysed.")
        return self._with_handwork(analysis, article, place) if self.handmade else analysis

    def _written(self, do: Callable[[], None], target: Path | None) -> bool:
        """Write, and say whether that was possible."""
        try:
            do()
        except BrokenPipeError:
            raise
        except OSError as error:
            where = shown(str(target)) if target else "Standard output"
            self.tell(f"{where} cannot be written: {error.strerror}.")
            return False
        return True


def place_of(place: str, article: Article) -> str:
    """Where an article is, as the library knows it: its address or its whole path."""
    return article.url or ("" if place == STANDARD_INPUT else str(Path(place).absolute()))


def write(form: Format, analysis: Analysis, parse: Parse | None, target: Path | None) -> None:
    """Write an export to a file, to a folder (a format of several files), or to standard output.

    Raises OSError where that cannot be done, and BatchError where a package is missing.
    """
    try:
        if form.is_folder and target is not None and target.suffix != ".zip":
            _write_folder(form.files(analysis, parse), target)
        else:
            _write(form.write(analysis, parse), target)
    except ImportError as error:
        raise BatchError(
            f"The format {form.name} needs the package {error.name}: install reading-room[cas]."
        ) from error


def _write_folder(files: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_atomically(folder / name, content)


def _write(data: bytes, target: Path | None) -> None:
    if target is not None:
        write_atomically(target, data)
    elif sys.stdout is None:
        raise BatchError("Standard output is closed: say with -o where to write.")
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _targets(places: Sequence[str], output: str | None, form: Format) -> list[Path | None]:
    """The file for each article's export; None is standard output."""
    if output is None:
        if form.joins:
            return [None] * len(places)
        if len(places) > 1:
            raise BatchError("Several articles need a folder for their exports: add -o FOLDER.")
        return [None]
    if refused := cannot_be(output):
        raise BatchError(
            f"{brief(output)} cannot be written to ({refused}): name another place with -o."
        )
    folder = Path(output)
    if not _is_for_a_folder(places, output):
        targets = [folder]
    else:
        targets = [folder / _export_name(place, form) for place in places]
        _make_folder(folder)
    _refuse_clashes(places, targets)
    return list(targets)


def _is_for_a_folder(places: Sequence[str], output: str | None) -> bool:
    """Whether the exports go into a folder, not into one file or to standard output."""
    if output is None:
        return False
    return len(places) > 1 or is_folder(Path(output)) or output.endswith(os.sep)


def _numbered(name: str, number: int, form: Format) -> str:
    """The name of the export of an article that is one of several in a place: NAME#2.json."""
    suffix = "" if form.is_folder else form.suffix
    return f"{name.removesuffix(suffix)}#{number}{suffix}"


def _export_name(place: str, form: Format) -> str:
    if is_address(place):
        place = place.partition("?")[0].partition("#")[0].rstrip("/")[-_LONGEST_NAME:]
    name = "standard-input" if place == STANDARD_INPUT else Path(place).stem
    return name if form.is_folder else f"{name}{form.suffix}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise BatchError(
            f"{shown(str(folder))} is a file: several articles need a folder for their exports."
        ) from error
    except OSError as error:
        raise BatchError(
            f"The folder {shown(str(folder))} cannot be made: {error.strerror}."
        ) from error


def _refuse_clashes(places: Sequence[str], targets: Sequence[Path]) -> None:
    """Refuse targets that would overwrite an article or each other."""
    articles = {real(place) for place in places if place != STANDARD_INPUT}
    taken: dict[Path, str] = {}
    for place, target in zip(places, targets, strict=True):
        if real(target) in articles:
            raise BatchError(
                f"{shown(str(target))} is an article itself: write its export elsewhere."
            )
        if target in taken:
            raise BatchError(
                f"{shown(taken[target])} and {shown(place)} would both be written to "
                f"{shown(str(target))}: export them to different folders."
            )
        taken[target] = place


def _watched(
    places: Sequence[str], targets: Sequence[Path | None]
) -> Iterable[tuple[str, Path | None]]:
    """The work, with a progress bar on standard error where several articles are watched."""
    work = zip(places, targets, strict=True)
    if len(places) == 1 or sys.stderr is None or not sys.stderr.isatty():
        return work

    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(work, "Analysing", total=len(places), console=console, transient=True)
