"""The command line and its help, for everything but an article and nothing else."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NoReturn

from . import __version__
from .article.errors import shown
from .export.registry import FORMATS
from .options import Options

REFUSED = 2
_FILES = {
    "bash": "_shtab_compgen_files",
    "zsh": "_files",
    "tcsh": "f",
    "fish": "(__fish_complete_path (commandline -ct))",
}
"""How each shell completes a path, as `shtab.FILE` says it."""
_DESCRIPTION = "Read news in the terminal with its people, quotes and dates beside it."
_ARTICLE = """\
a file of any format (text, Markdown, web page, PDF, Word, e-mail, ...), a web address, or - for
standard input; without one, what is piped in, else a start screen"""
_EPILOGUE = """\
examples:
  reader article.txt                    read it
  reader https://news.example/a         read the page at an address
  pbpaste | reader                      read what is piped in
  reader --date 2013-03-22 a.txt        set the publication date
  reader --plain a.txt                  read it as numbered lines, for screen readers
  reader --export json -o out *.txt     analyse many articles into a folder
  reader --completions bash > ~/.local/share/bash-completion/completions/reader
  reader --doctor                       check the terminal and the installation

Nothing you read is sent anywhere. The network is used only to fetch an address that you open.

--export prints the analysis instead of opening the article. With -o it is written to PATH; if
PATH is an existing folder, it is written there under the article's name. Several articles need
a folder, which is created if necessary. An existing file is replaced only once the new one is
complete. A format with several files needs a folder, or a PATH that ends in .zip.

Settings are in settings.toml in the folder reading-room of your configuration folder; the
manual (docs/settings.md) lists them.

formats:
{formats}

exit codes: 0 success; 2 error, explained in one sentence on standard error; 128+n signal n
"""


def parse(arguments: Sequence[str]) -> Options:
    """What the arguments ask for.

    Raises SystemExit after `--help` and the like, and where they are wrong, of which one
    line on standard error tells.
    """
    parser = make_parser()
    options = parser.parse_args(arguments, Options())
    if not options.articles and options.export:
        if sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty():
            parser.error("name an article, or - for standard input")
        options.articles = ["-"]
    return options


class Parser(argparse.ArgumentParser):
    """A parser whose refusals are one line, harmless whatever the arguments held."""

    def __init__(self, prog: str, description: str, **more: Any) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **more,
        )

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments: one line, and the end."""
        self.exit(REFUSED, f"{self.prog}: {shown(message)} (see {self.prog} --help)\n")


class _ListModels(argparse.Action):
    """Print the installed pipelines, and whether their weights are the official ones."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from .analysis.parse.defaults import DEFAULT_MODEL
        from .analysis.parse.models import brings, check_weights, installed_models

        for model in installed_models():
            default = ", default" if model.name == DEFAULT_MODEL else ""
            told = f"; {text}" if (text := brings(model)) else ""
            print(f"{model}: {check_weights(model)}{default}{told}")
        parser.exit()


class _ForgetPages(argparse.Action):
    """Delete the pages that were fetched and kept."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from .library.pages import Pages

        try:
            count = Pages().clear()
        except OSError as error:
            parser.error(f"the cached pages cannot be deleted: {error.strerror or error}")
        pages = "1 page" if count == 1 else f"{count:,} pages"
        print(f"{pages} deleted.")
        parser.exit()


class _Version(argparse.Action):
    """Print the version; with --verbose before or after it also versions and folders."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(f"reader {__version__}")
        if "--verbose" in sys.argv:
            from .versions import versions

            print("\n".join(f"{name}: {told}" for name, told in versions()))
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    """The one description of the command line: help, manual page and completions follow it."""
    parser = Parser(
        "reader",
        _DESCRIPTION,
        usage="reader [OPTIONS] [ARTICLE|FOLDER]...\n"
        "       reader --export FORMAT [-o PATH] ARTICLE...\n"
        "       reader analyze FOLDER -o OUT\n"
        "       reader ask OUT quotes|people|events|sql",
        epilog=_EPILOGUE.format(
            formats="\n".join(f"  {name:<12}{form.description}" for name, form in FORMATS.items())
        ),
    )
    for part in (_add_reading, _add_web, _add_program):
        part(parser.add_argument)
    return parser


def _add_reading(add: Callable[..., argparse.Action]) -> None:
    """What is read and how, where it is written, what is kept."""
    completed(add("articles", nargs="*", metavar="ARTICLE", help=_ARTICLE))
    add(
        "--date",
        type=day,
        metavar="DATE",
        help="the publication date, such as 2013-03-22 or 22 March 2013, if the article states "
        "none or a wrong one",
    )
    told = "open the articles listed in a file, one path or address per line"
    completed(add("--list", type=named, metavar="FILE", help=told))
    add("--export", choices=FORMATS, metavar="FORMAT", help="print the analysis in this format")
    told = "write the export to this file or folder"
    completed(add("-o", "--output", type=named, metavar="PATH", help=told))
    add(
        "--model",
        type=named,
        metavar="NAME",
        help="an installed English spaCy pipeline, or auto for the best (see --models)",
    )
    add("--no-cache", dest="cache", action="store_false", help="do not cache web pages or analyses")
    add(
        "--no-state",
        dest="state",
        action="store_false",
        help="neither load nor save reading positions, dates, recent articles, layout, notes",
    )
    add("--notes", choices=("beside",), help="also save notes in a file beside the article")
    add(
        "--import-notes",
        type=named,
        metavar="FILE",
        help="add the notes in FILE to ARTICLE",
    )


def _add_web(add: Callable[..., argparse.Action]) -> None:
    """What is asked of the web, and ways of reading without a full screen."""
    add("--offline", action="store_true", help="do not use the network")
    add("--refresh", action="store_true", help="fetch the page again even if it is cached")
    add("--forget-pages", action=_ForgetPages, nargs=0, help="delete all cached pages and exit")
    add("--plain", action="store_true", help="read as numbered lines with a prompt")
    add("--serve", action="store_true", help="show the article in a browser on this machine")
    add(
        "--port",
        type=int,
        default=0,
        metavar="N",
        help="the port for --serve (default: any free port)",
    )
    add(
        "--serve-to-network",
        type=named,
        dest="network",
        metavar="ADDRESS",
        help="with --serve: also listen on this address, so that other machines can connect; "
        "anyone with the link can read the article, and the connection is not encrypted",
    )
    add("--served", action="store_true", help=argparse.SUPPRESS)


def _add_program(add: Callable[..., argparse.Action]) -> None:
    """Settings, the process that stays ready, and what the program says of itself."""
    add("--print-config", action="store_true", help="print all settings, with comments, and exit")
    add(
        "--edit-config",
        action="store_true",
        help="open the settings file in your editor, then check it",
    )
    add(
        "--keep-ready",
        action="store_true",
        help="start a background process that keeps the model loaded, so that articles are "
        "analysed sooner, and exit; it stops by itself (keep_ready in the settings, else "
        "after 10 min)",
    )
    add(
        "--stop-worker",
        action="store_true",
        help="stop the background process of --keep-ready and exit",
    )
    add("--models", action=_ListModels, nargs=0, help="list the installed pipelines and exit")
    told = "check terminal, clipboard, folders and model, and say how to fix what does not work"
    add("--doctor", action="store_true", help=told)
    shells = ("bash", "zsh", "fish")
    add("--completions", choices=shells, help="print the completion script for a shell")
    add("-V", "--version", action=_Version, nargs=0, help="print the version")
    add(
        "--verbose",
        action="store_true",
        help="with --version: also the versions of Python and the main libraries, and all folders",
    )


def completed(action: argparse.Action) -> None:
    """Have shells complete the paths of files after an option or as an argument."""
    action.complete = _FILES  # type: ignore[attr-defined]  # what shtab looks for


def named(written: str) -> str:
    """A name that is there. Raises ArgumentTypeError, which argparse tells."""
    if not written.strip():
        raise argparse.ArgumentTypeError("the name is empty: give one, or leave out the option")
    return written


def day(written: str) -> date:
    """The day that somebody wrote. Raises ArgumentTypeError, which argparse tells."""
    from .article.written_dates import HOW_TO_WRITE, parse_date

    try:
        return parse_date(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!a} is not a date: {HOW_TO_WRITE}") from None
