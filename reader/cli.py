"""The command: from what was asked for to an exit code, every refusal in one sentence."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .shortage import ShortageError

if TYPE_CHECKING:
    from .options import Options
    from .settings import Settings
    from .sources.sought import Found, Sought
    from .worker.opening_messages import Web

REFUSED = 2
_SIGPIPE = 13
_COMMANDS = ("analyze", "ask")


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        try:
            code = _command(sys.argv[1:] if arguments is None else arguments)
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
    except ShortageError as error:
        return _refuse(str(error))
    except MemoryError:
        return _refuse("There is not enough memory for this article: open a part of it.")


def _command(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in _COMMANDS:
        from .commands import run

        return run(arguments)
    return _run(_options(arguments))


def _options(arguments: Sequence[str]) -> Options:
    """What the arguments ask for; for an article or nothing at all no parser is imported."""
    if not arguments or (len(arguments) == 1 and not arguments[0].startswith("-")):
        from .options import Options

        return Options(arguments)
    from .arguments import parse

    return parse(arguments)


def _run(options: Options) -> int:
    if options.doctor or options.completions:
        return _tell_of_itself(options.completions)
    if options.print_config or options.edit_config:
        return _configure(edit=options.edit_config)
    if options.import_notes:
        return _do(options, _import_notes)
    if options.keep_ready or options.stop_worker:
        from .commands.ready import keep_ready, stop_worker

        return _do(options, keep_ready if options.keep_ready else stop_worker)
    if options.export:
        return _do(options, _export)
    gc.disable()  # nothing becomes garbage before the first picture, after which it is back
    try:
        return _do(options, _read)
    finally:
        gc.enable()


def _tell_of_itself(shell: str | None) -> int:
    """Print what completes the options in a shell, else what works here and what does not."""
    if shell is None:
        from .commands.doctor import run as examine

        return examine()
    from .commands.completing import script

    print(script(shell))
    return 0


def _do(options: Options, work: Callable[[Options, Settings], int]) -> int:
    from .analysis.parse.defaults import ModelError
    from .article.errors import ArticleError
    from .settings import SettingsError, load_settings
    from .terminal import TerminalError

    try:
        return work(options, load_settings())
    except (ArticleError, ModelError, SettingsError, TerminalError) as error:
        return _refuse(str(error))


def _configure(*, edit: bool) -> int:
    """Print the settings, or have them edited; what is wrong in the file is told."""
    from .settings import SettingsError, settings_path
    from .settings.editing import edit_settings, print_settings

    path = settings_path()
    try:
        if edit:
            problems = edit_settings(path)
        else:
            text, problems = print_settings(path)
            sys.stdout.write(text)
    except SettingsError as error:
        return _refuse(str(error))
    if problems:
        return _refuse("\n".join(problems))
    if edit:
        from .article.errors import shown

        print(f"{shown(str(path))} is right.")
    return 0


def _read(options: Options, settings: Settings) -> int:
    """Open one article in the terminal, or the start screen."""
    if options.output:
        return _refuse("-o is for --export: add --export json.")
    model = options.model or settings.model
    if model:
        from .analysis.parse.models import find_model

        find_model(model)
    if options.serve:
        return _serve(options)
    corpus = _corpus(options)
    places = [] if corpus else _places(options)
    if options.plain:
        return _read_plainly(options, settings, places, model)
    first = _first(places, options, settings)
    if not options.served:
        from .terminal import take_terminal

        take_terminal()

    from .tui import run

    return run(
        first,
        settings=settings,
        model=model,
        use_cache=options.cache,
        use_state=options.state and settings.remember,
        offline=options.offline or settings.offline,
        refresh=options.refresh,
        is_visitor=options.served,
        places=places if len(places) > 1 else (),
        notes_beside=options.notes == "beside",
        corpus=corpus,
    )


def _read_plainly(
    options: Options, settings: Settings, places: list[str], model: str | None
) -> int:
    """Read one article in numbered lines."""
    if len(places) != 1:
        return _refuse("--plain reads one article: name it.")
    from .analysis import DEFAULT_MODEL
    from .batch import Batch, place_of
    from .library.cache import Cache
    from .library.taught import read_always
    from .plain.run import read
    from .reading.session import AnalysisSession

    limit = settings.article_limit_mb * 1_000_000
    web = _web(options, settings)
    article = Batch(published=options.date, limit=limit, tell=_say, web=web).article(places[0])
    use_state = options.state and settings.remember
    return read(
        article,
        lambda dated: AnalysisSession(
            dated,
            model=model or DEFAULT_MODEL,
            cache=Cache(size_limit=settings.cache_limit_mb * 1_000_000) if options.cache else None,
            known=read_always() if use_state else (),
        ),
        place=place_of(places[0], article),
        use_state=use_state,
        notes_beside=options.notes == "beside",
        is_piped=places == ["-"],
    )


def _serve(options: Options) -> int:
    """Show an article in a browser."""
    try:
        from .serving.server import LOCAL, ServingError, serve
    except ImportError as error:
        return _refuse(f"--serve needs the package {error.name}: install reading-room[web].")
    from .article.errors import shown

    if not options.articles or options.articles == ["-"]:
        return _refuse("--serve needs the name of an article: add one.")
    arguments = ["--no-state", *([] if options.cache else ["--no-cache"])]
    if options.model:
        arguments += ["--model", options.model]
    if options.date:
        arguments += ["--date", options.date.isoformat()]
    try:
        serve(
            [*arguments, "--offline", "--", *options.articles],
            title=shown(options.articles[0]),
            host=options.network or LOCAL,
            port=options.port,
            tell=_say,
        )
    except ServingError as error:
        return _refuse(str(error))
    return 0


def _corpus(options: Options) -> str | None:
    """The folder named, where reader analyze made it."""
    named = options.articles
    if len(named) == 1 and os.path.isfile(os.path.join(named[0], "corpus.json")):  # noqa: PTH113, PTH118
        return named[0]
    return None


def _places(options: Options) -> list[str]:
    """What is named or piped in, folders and lists taken apart; nothing for the start screen."""
    named = options.articles
    if options.list is None and not named:
        return [] if _is_typed() else ["-"]
    if len(named) == 1 and options.list is None and not os.path.isdir(named[0]):  # noqa: PTH112
        return named
    from .sources.several import places_in

    return places_in(named, options.list)


def _first(places: list[str], options: Options, settings: Settings) -> Found | Sought | None:
    """What is shown first: what is named or piped in; None for the start screen."""
    from .sources.sought import look_at

    limit = settings.article_limit_mb * 1_000_000
    if not places:
        return None
    return look_at(places[0], published=options.date, limit=limit, while_waiting=_tell_once())


def _tell_once() -> Callable[[str], None] | None:
    """Says the first sentence it is given to a person who waits; None where nobody does."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    said: list[str] = []

    def tell(sentence: str) -> None:
        if not said:
            said.append(sentence)
            _say(f"{sentence} (ctrl+c quits)")

    return tell


def _is_typed() -> bool:
    """Whether standard input is the keyboard of a terminal."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def _import_notes(options: Options, settings: Settings) -> int:
    """Put somebody else's notes on an article into the library."""
    from .batch import Batch, place_of
    from .library.database import LibraryError
    from .library.importing import ImportedNotesError, import_notes, sentences
    from .library.library import Library

    if len(options.articles) != 1 or not options.import_notes:
        return _refuse("--import-notes needs one article that the notes are for: name it.")
    (place,) = options.articles
    batch = Batch(limit=settings.article_limit_mb * 1_000_000, tell=_say)
    article, path = batch.article(place), Path(options.import_notes)
    try:
        done = import_notes(Library(), path, article, place_of(place, article))
    except (ImportedNotesError, LibraryError) as error:
        return _refuse(str(error))
    from .article.errors import shown

    for sentence in sentences(done, path.name):
        print(shown(sentence))
    return 0


def _export(options: Options, settings: Settings) -> int:
    """Write the analyses of any number of articles."""
    from .batch import Batch, BatchError

    batch = Batch(
        format=options.export or "json",
        model=options.model or settings.model,
        published=options.date,
        handmade=options.state,
        limit=settings.article_limit_mb * 1_000_000,
        tell=_say,
        while_waiting=_tell_once(),
        web=_web(options, settings),
    )
    try:
        return 0 if batch.export(options.articles, options.output) else REFUSED
    except BatchError as error:
        return _refuse(str(error))


def _web(options: Options, settings: Settings) -> Web:
    """How pages are fetched; several addresses are visited politely."""
    from .worker.opening_messages import Web

    return Web(
        offline=options.offline or settings.offline,
        refresh=options.refresh,
        keep=options.cache,
        proxy=settings.proxy,
        certificates=settings.certificates,
        polite=len(options.articles) > 1,
    )


def _say(sentences: str) -> None:
    """Print sentences on standard error, each on a line of its own."""
    for sentence in sentences.splitlines():
        print(f"reader: {sentence}", file=sys.stderr)


def _refuse(sentence: str) -> int:
    _say(sentence)
    return REFUSED
