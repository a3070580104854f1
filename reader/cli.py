"""The command line: what was asked for, and every refusal in one sentence."""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from . import __version__
from .article.errors import ArticleError, shown

if TYPE_CHECKING:
    from .settings import Settings

REFUSED = 2
_SIGPIPE = 13
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DESCRIPTION = "Read news in the terminal with its people, quotes and dates beside it."
_EPILOGUE = """\
With --export the analysis is printed and nothing is shown. With -o it goes to PATH instead:
into an existing folder as NAME.json, else into the file of that name. Several articles need
a folder, which is made if it is not there. A file is replaced only once the new one is whole.

Settings are in settings.toml in the folder reading-room of your configuration folder; the
manual (docs/settings.md) lists them.

exit codes: 0 done; 2 refused, with one sentence on standard error; 128+n ended by signal n
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose refusals are one line, harmless whatever the arguments held."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {shown(message)} (see {self.prog} --help)\n")


class _ListModels(argparse.Action):
    """Print the installed pipelines, and whether their weights are the official ones."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from .analysis.defaults import DEFAULT_MODEL
        from .analysis.models import check_weights, installed_models

        for model in installed_models():
            default = ", default" if model.name == DEFAULT_MODEL else ""
            print(f"{model}: {check_weights(model)}{default}")
        parser.exit()


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        try:
            code = _run(_parser().parse_args(arguments))
        except SystemExit as stop:  # from --help, --version and wrong options
            code = int(stop.code or 0)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Whoever read the output has left; the flush at exit must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + _SIGPIPE
    except MemoryError:
        return _refuse("There is not enough memory for this article: open a part of it.")


def _run(options: argparse.Namespace) -> int:
    from .analysis.defaults import ModelError
    from .batch import BatchError
    from .settings import SettingsError, load_settings
    from .terminal import TerminalError

    try:
        settings = load_settings()
        return (_export if options.export else _read)(options, settings)
    except (ArticleError, BatchError, ModelError, SettingsError, TerminalError) as error:
        return _refuse(str(error))


def _read(options: argparse.Namespace, settings: Settings) -> int:
    """Open one article in the terminal."""
    from .article.loading import load
    from .terminal import take_terminal

    if len(options.articles) > 1:
        return _refuse("Only --export takes several articles: open one at a time.")
    if options.output:
        return _refuse("-o is for --export: add --export json.")
    model = options.model or settings.model
    if model:
        from .analysis.models import find_model

        find_model(model)
    limit = settings.article_limit_mb * 1_000_000
    article = load(options.articles[0], published=options.date, limit=limit)
    take_terminal()

    from .tui import run

    return run(article, settings=settings, model=model, use_cache=options.cache)


def _export(options: argparse.Namespace, settings: Settings) -> int:
    """Write the analyses of any number of articles."""
    from .batch import Batch

    batch = Batch(
        model=options.model or settings.model,
        published=options.date,
        limit=settings.article_limit_mb * 1_000_000,
        tell=_say,
    )
    return 0 if batch.export(options.articles, options.output) else REFUSED


def _say(sentence: str) -> None:
    print(f"reader: {sentence}", file=sys.stderr)


def _refuse(sentence: str) -> int:
    _say(sentence)
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reader",
        usage="reader [OPTIONS] ARTICLE\n       reader --export json [-o PATH] ARTICLE...",
        description=_DESCRIPTION,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("articles", nargs="+", metavar="ARTICLE", help="a text file, or - for standard input")
    add(
        "--date",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the publication date, where the article states none or a wrong one",
    )
    add("--export", choices=["json"], help="print the analysis in this format")
    add("-o", "--output", metavar="PATH", help="where --export writes instead")
    add("--model", metavar="NAME", help="an installed English spaCy pipeline (see --models)")
    add("--no-cache", dest="cache", action="store_false", help="analyse anew and keep nothing")
    add("--models", action=_ListModels, nargs=0, help="list the installed pipelines and leave")
    add("--version", action="version", version=f"reader {__version__}")
    return parser


def _day(written: str) -> date:
    try:
        if not _DATE.fullmatch(written):
            raise ValueError
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{written!a} is no date: write it as YYYY-MM-DD, such as 2013-03-22"
        ) from None
