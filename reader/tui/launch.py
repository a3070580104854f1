"""From an article to the interface and back to the shell."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .platform.skipped_imports import skip_imports

if TYPE_CHECKING:
    from textual.driver import Driver

    from ..analysis import Known
    from ..article import Article
    from ..library.cache import Cache
    from ..library.memory import Memory
    from ..reading.plan import Plan
    from ..reading.session import AnalysisSession
    from ..settings import Settings
    from ..sources.sought import Found, Sought
    from .app import Analyse, ReaderApp

REFUSED = 2
CRASHED = 1
_STACK = 1 << 20
"""Bytes of address space for a thread of the interface, an eighth of the usual."""
_WITHOUT_PLACES = ("dumb", "unknown", "")
_NO_PLACES = (
    "This terminal cannot place text on its screen: set TERM to what it is, or use --export json."
)


def run(
    first: Found | Sought | None,
    *,
    settings: Settings,
    model: str | None,
    use_cache: bool,
    use_state: bool,
    offline: bool = False,
    refresh: bool = False,
    is_visitor: bool = False,
    places: Sequence[str] = (),
    notes_beside: bool = False,
    corpus: str | None = None,
) -> int:
    """Show an article until the reader leaves; returns the exit code of the command.

    `places` are those of all articles, where there are several, `corpus` is a folder of many.
    `first` is the article, what has to be read for it, or None for the start screen. The code is
    0 after quitting, 128+n after signal n, 1 after a crash, 2 where the terminal cannot show
    anything or `first` is refused. A visitor sees it through a browser.
    """
    if not is_visitor and sys.platform != "win32" and os.environ.get("TERM", "") in _WITHOUT_PLACES:
        return _refuse(_NO_PLACES)
    threading.stack_size(_STACK)
    from ..library.memory import Memory
    from ..library.state import StateFile
    from ..shortage import INTERFACE, make_sure_of
    from ..sources.sought import Found, Opening

    make_sure_of(INTERFACE)
    memory = Memory(StateFile() if use_state else None)
    if first is not None and not is_visitor:
        _begin_ahead(first, memory, settings, model, use_cache=use_cache, use_state=use_state)
    app = None
    try:
        with skip_imports("ssl"):  # 16 of 290 ms: asyncio imports it, and nothing connects here
            from .app import ReaderApp
        from .glyphs import use_ascii

        if settings.ascii_marks:
            use_ascii()
        app = ReaderApp(
            memory.redated(first.article) if isinstance(first, Found) else None,
            settings=settings,
            analyse=_analyses(settings, model, use_cache=use_cache, use_state=use_state),
            memory=memory,
            driver_class=None if is_visitor else _driver_class(),
            plan=_plan(places, settings, model, use_cache=use_cache, use_state=use_state),
            keeps_library=use_state and not is_visitor,
            notes_beside=notes_beside,
            opening=Opening(
                first,
                offline=offline,
                refresh=refresh,
                keep=use_cache,
                is_visitor=is_visitor,
                corpus=corpus,
                limit=settings.article_limit_mb * 1_000_000,
            ),
        )
        app.run()
        crash = app.crash
    except Exception as error:  # noqa: BLE001 - the border: what nobody handled ends in the log
        crash = error
    except KeyboardInterrupt:
        _leave(app, memory)
        raise
    return _exit_code(app, _leave(app, memory) or crash)


def _exit_code(app: ReaderApp | None, crash: Exception | None) -> int:
    """The code to leave with, after a word about a crash or a refusal."""
    if crash is not None or app is None or app.return_code == CRASHED:
        return _tell_crash(crash)
    if app.refusal:
        return _refuse(app.refusal)
    return app.return_code or 0


def _leave(app: ReaderApp | None, memory: Memory) -> Exception | None:
    """End the analysis and keep what is to be kept; returns what prevented it."""
    try:
        if app is not None:
            app.close_session()
            app.leave_article()
            if app.farewell:
                _say(app.farewell)
    except Exception as error:  # noqa: BLE001 - as above
        return error
    finally:
        memory.tell = _say
        memory.close()
    return None


def _begin_ahead(
    first: Found | Sought,
    memory: Memory,
    settings: Settings,
    model: str | None,
    *,
    use_cache: bool,
    use_state: bool,
) -> None:
    """Have the process that analyses begin, where what is shown first is not known already."""
    from ..analysis import DEFAULT_MODEL
    from ..sources.sought import Found
    from ..worker import ahead

    def is_needed() -> bool:
        from ..worker import resident

        if os.path.lexists(resident.socket_path()):
            return False
        if not use_cache:
            return True
        if not isinstance(first, Found):  # what it says is not known yet
            return first.place not in {known.place for known in memory.recent()}
        from ..library.cache import Cache
        from ..library.provenance import key_of
        from ..library.taught import read_always

        known = read_always() if use_state else ()
        article = memory.redated(first.article)
        return not Cache().has(key_of(article, model or DEFAULT_MODEL, known))

    if not settings.keep_ready:
        ahead.begin(model or DEFAULT_MODEL, is_needed)


def _analyses(
    settings: Settings, model: str | None, *, use_cache: bool, use_state: bool
) -> Analyse:
    """How an article is analysed, from the code point on that is on the screen."""

    def analyse(article: Article, offset: int) -> AnalysisSession:
        from ..analysis import DEFAULT_MODEL
        from ..library.cache import Cache
        from ..library.taught import read_always
        from ..reading.session import AnalysisSession

        if settings.keep_ready:
            from ..settings import seconds_of
            from ..worker.host import stay_ready

            stay_ready(seconds_of(settings.keep_ready))
        cache = Cache(size_limit=settings.cache_limit_mb * 1_000_000) if use_cache else None
        return AnalysisSession(
            article,
            model=model or DEFAULT_MODEL,
            cache=cache,
            offset=offset,
            known=read_always() if use_state else (),
        )

    return analyse


def _plan(
    places: Sequence[str],
    settings: Settings,
    model: str | None,
    *,
    use_cache: bool,
    use_state: bool,
) -> Plan:
    """The articles that are read together, none where there is one, and how they are analysed."""
    from ..reading.plan import Plan

    def cache() -> Cache | None:
        from ..library.cache import Cache

        return Cache(size_limit=settings.cache_limit_mb * 1_000_000) if use_cache else None

    def known() -> tuple[Known, ...]:
        from ..library.taught import read_always

        return read_always() if use_state else ()

    return Plan(tuple(places), model, cache, known)


def _driver_class() -> type[Driver] | None:
    """Ours where it runs, else the one that Textual chooses."""
    if sys.platform == "win32":
        return None
    from .platform.driver import TerminalDriver

    return TerminalDriver


def _tell_crash(error: BaseException | None) -> int:
    from ..article.errors import shown
    from ..shortage import is_lack_of_memory
    from .crash import write_log

    if error is not None and is_lack_of_memory(error):
        _refuse(
            "There is not enough memory for the interface: close other programs, "
            "or raise the limit of this shell (ulimit -v)."
        )
        os._exit(REFUSED)  # Python's own end takes memory, and aborts where there is none
    try:
        log = f"what happened is in {shown(str(write_log(error)))}"
    except OSError as failure:
        log = f"no log could be written ({failure.strerror})"
    _say(f"The interface ended because of a fault in this program; {log}.")
    return CRASHED


def _refuse(sentence: str) -> int:
    _say(sentence)
    return REFUSED


def _say(sentence: str) -> None:
    print(f"reader: {sentence}", file=sys.stderr)
