"""What one run of the reader recalls from earlier ones and keeps for later ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from queue import SimpleQueue
from threading import Thread

from msgspec import UNSET
from msgspec.structs import replace

from ..article import Article, DateSource
from .state import (
    LONGEST_PLACE,
    LONGEST_TITLE,
    Arrangement,
    ArticleState,
    Look,
    Recent,
    Sizes,
    State,
    StateFile,
    article_key,
)

_LONGEST_END = 5.0
"""Seconds that the last changes may take to reach the disk."""

Change = Callable[[State], object]


class Memory:
    """Recalls at once, and keeps what changes from a thread of its own.

    Without a file nothing is recalled or kept. `tell` gets, in that thread, what the user
    should know; a file that cannot be written is told once and not tried again.
    """

    def __init__(self, file: StateFile | None = None) -> None:
        self.tell: Callable[[str], object] = lambda _: None
        self._file = file
        self._state = file.read() if file else State(1)
        self._changes: SimpleQueue[Change | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._key: tuple[str, str] = ("", "")

    # Recalling

    def redated(self, article: Article) -> Article:
        """The article with the date the user gave it earlier; one given just now counts more."""
        kept = self._recalled(article).published
        if kept is UNSET or article.date_source is DateSource.OPTION:
            return article
        return article.with_date(kept)

    def caret(self, article: Article) -> int:
        """Where the reader was in the article, in code points; 0 in a new one."""
        return self._recalled(article).caret

    def theme(self, settings: str) -> str:
        """The theme chosen while the settings named the same one as now, else that one."""
        look = self._state.look
        return look.theme if look and look.settings == settings else settings

    def sizes(self) -> Sizes | None:
        """The sizes the user gave the panes."""
        return self._state.sizes

    def arrangement(self, settings: str) -> Arrangement | None:
        """How the panes were arranged while the settings said the same as now."""
        kept = self._state.arrangement
        return kept if kept and kept.settings == settings else None

    def tells_once(self, what: str) -> bool:
        """Whether to tell something that is told once: now, and never again.

        Never where nothing is kept.
        """
        if self._file is None or what in self._state.told:
            return False
        self._enqueue(lambda state: state.told.append(what))
        return True

    def recent(self) -> list[Recent]:
        """The articles opened recently whose place is known, the last one first."""
        return self._state.recent[::-1]

    def _recalled(self, article: Article) -> ArticleState:
        known = self._state.articles
        return known.get(self._key_of(article), ArticleState()) if known else ArticleState()

    def _key_of(self, article: Article) -> str:
        text, key = self._key
        if text is not article.text:
            key = article_key(article.text)
            self._key = article.text, key
        return key

    # Keeping

    def keep_caret(self, article: Article, caret: int) -> None:
        """Keep where the reader is."""
        self._keep(self._key_of(article), caret=caret)

    def keep_date(self, article: Article) -> None:
        """Keep the date the user gave the article, or that they took it back."""
        own = article.dating == article.as_stated().dating
        self._keep(self._key_of(article), published=UNSET if own else article.published)

    def _keep(self, key: str, **values: object) -> None:
        def change(state: State) -> None:
            state.keep(key, replace(state.articles.get(key, ArticleState()), **values))

        self._enqueue(change)

    def keep_recent(self, place: str, title: str) -> None:
        """Keep the path or address of an article that is opened; one too long is left out."""
        if len(place) <= LONGEST_PLACE and place.isprintable():
            recent = Recent(place, title[:LONGEST_TITLE], date.today())
            self._enqueue(lambda state: state.keep_recent(recent))

    def forget_recent(self, place: str) -> None:
        """Offer an article no more."""
        self._enqueue(lambda state: state.forget_recent(place))

    def keep_theme(self, theme: str, settings: str) -> None:
        """Keep a theme that was chosen while the settings named another."""
        look = Look(theme, settings) if theme != settings else None
        self._enqueue(lambda state: setattr(state, "look", look))

    def keep_sizes(self, sizes: Sizes) -> None:
        """Keep the sizes of the panes."""
        self._enqueue(lambda state: setattr(state, "sizes", sizes))

    def keep_arrangement(self, arrangement: Arrangement | None) -> None:
        """Keep how the panes are arranged; None where the settings say it."""
        self._enqueue(lambda state: setattr(state, "arrangement", arrangement))

    def _enqueue(self, change: Change) -> None:
        change(self._state)
        if self._file is None:
            return
        if self._thread is None:
            thread = Thread(target=self._write, name="memory", daemon=True)
            thread.start()  # which fails where there is no memory for it
            self._thread = thread
        self._changes.put(change)

    def _write(self) -> None:
        """Write changes as they come, those that wait together, until the end."""
        ended = False
        while not ended:
            waiting = [self._changes.get()]
            while not self._changes.empty():
                waiting.append(self._changes.get())
            ended = None in waiting
            self._write_all([change for change in waiting if change is not None])

    def _write_all(self, changes: list[Change]) -> None:
        if self._file is None or not changes:
            return
        try:
            notice = self._file.update(lambda state: [change(state) for change in changes])
        except (OSError, MemoryError) as error:
            self._file = None
            reason = getattr(error, "strerror", None) or "there is not enough memory"
            notice = f"Your place in the article cannot be saved for next time: {reason}."
        if notice:
            self.tell(notice)

    def close(self) -> None:
        """Write what has not been written; nothing is kept afterwards."""
        if self._thread is not None:
            self._changes.put(None)
            self._thread.join(_LONGEST_END)
            self._thread = None
