"""What the user made, kept from one run to the next in one small file of their state folder.

The file is JSON. It holds no words of an article but the titles of the last ones, for the start
screen: all else is known by a hash of the text. Whatever cannot
be read as exactly this format (damaged, or from another version) is set aside under another
name before a new file is begun.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from ..files import UNFINISHED, write_atomically
from ..trusted import make_private, read_own

MOST_ARTICLES = 1000
"""Articles that are remembered; those read longest ago are forgotten first."""

MOST_RECENT = 50
"""Articles that the start screen offers."""

LONGEST_PLACE, LONGEST_TITLE = 4_000, 300

_KEY_BYTES = 16
_TOLD = 100_000
_LARGEST = 4_000_000
_PATIENCE = 2.0
_PAUSE = 0.01
_Share = Annotated[float, Meta(gt=0, le=100_000)]


class ArticleState(Struct, frozen=True, omit_defaults=True):
    """What is kept of one article.

    `caret` is a code point. `published` is the date the user gave it (None: they said that it is
    unknown), UNSET where the article's own word counts.
    """

    caret: Annotated[int, Meta(ge=0)] = 0
    published: date | UnsetType | None = UNSET


class Recent(Struct, frozen=True, omit_defaults=True):
    """A recent article: its path or address, its title, and the day of that."""

    place: Annotated[str, Meta(min_length=1, max_length=LONGEST_PLACE)]
    title: Annotated[str, Meta(max_length=LONGEST_TITLE)] = ""
    opened: date | None = None


class Look(Struct, frozen=True):
    """A theme that was chosen, and the one of the settings then: once that differs, it counts."""

    theme: str
    settings: str


class Sizes(Struct, frozen=True, omit_defaults=True):
    """The side column's part of the width or height, and the weights of its panes."""

    side: _Share
    stack: Annotated[list[_Share], Meta(min_length=3, max_length=3)]
    lower: _Share = 0.4


class Arrangement(Struct, frozen=True):
    """Where the other panes stand and the measure of the text, and what the settings said then.

    Once the settings say something else, that counts.
    """

    place: Literal["right", "left", "below"]
    measure: Annotated[int, Meta(ge=20, le=200)]
    settings: str


class State(Struct, omit_defaults=True):
    """Everything that is kept; `articles` by key and `recent`, the one read last at the end.

    `told` names what is told once and never again.
    """

    version: Literal[1]
    articles: dict[str, ArticleState] = {}
    look: Look | None = None
    sizes: Sizes | None = None
    arrangement: Arrangement | None = None
    told: list[str] = []
    recent: list[Recent] = []

    def keep(self, key: str, article: ArticleState) -> None:
        """Remember an article as the one read last; one that says nothing is forgotten."""
        self.articles.pop(key, None)
        if article != ArticleState():
            self.articles[key] = article
        for old in list(self.articles)[:-MOST_ARTICLES]:
            del self.articles[old]

    def keep_recent(self, article: Recent) -> None:
        """Remember where an article is, as the one opened last."""
        others = [known for known in self.recent if known.place != article.place]
        self.recent = [*others, article][-MOST_RECENT:]

    def forget_recent(self, place: str) -> None:
        """Offer an article no more."""
        self.recent = [known for known in self.recent if known.place != place]


_decoder = msgspec.json.Decoder(State)
_encoder = msgspec.json.Encoder()


def article_key(text: str) -> str:
    """What an article is known by: a hash, from which no text can be read.

    Of a book, whose first picture waits for it, that is the length, the beginning and the end.
    """
    from hashlib import blake2b  # not needed while nothing is remembered

    told = text if len(text) <= 2 * _TOLD else text[:_TOLD] + text[-_TOLD:]
    made = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES)
    made.update(str(len(text)).encode())
    return made.hexdigest()


class StateFile:
    """The state in one file, readable by the owner only, which several readers may share."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or _default_path()

    def read(self) -> State:
        """The state, or a new one where there is none that can be read. Changes nothing."""
        return self._content() or State(1)

    def update(self, change: Callable[[State], object]) -> str:
        """Apply a change to what the file holds now, not to what it held when it was read.

        Returns what the user should be told, or nothing. Raises OSError where the file cannot
        be written, or another program holds it for two seconds.
        """
        make_private(self.path.parent)
        with self._held():
            state = self._content()
            notice = self._set_aside() if state is None and os.path.lexists(self.path) else ""
            state = state or State(1)
            before = _encoder.encode(state)
            change(state)
            after = _encoder.encode(state)
            if after != before or notice:
                self._clear_away()
                write_atomically(self.path, after, private=True)
        return notice

    def _content(self) -> State | None:
        """What the file holds, None where that is no state."""
        try:
            return _decoder.decode(read_own(self.path, _LARGEST))
        except (OSError, msgspec.MsgspecError):
            return None

    def _clear_away(self) -> None:
        """Delete what writers left that died: while this one holds the file nobody else writes."""
        for left in self.path.parent.glob(f".*{UNFINISHED}"):
            with suppress(OSError):
                left.unlink()

    def _set_aside(self) -> str:
        """Rename what is there to a name that is free."""
        number = 1
        while os.path.lexists(aside := self.path.with_name(f"{self.path.name}.{number}.aside")):
            number += 1
        self.path.rename(aside)
        return (
            "The saved reading positions are damaged or from another version: "
            f"it was set aside as {aside}, and begun again."
        )

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Keep other readers from writing meanwhile; the lock ends with its holder."""
        if sys.platform == "win32":
            yield
            return
        import fcntl

        lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            until = time.monotonic() + _PATIENCE
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > until:
                        raise
                    time.sleep(_PAUSE)
            yield
        finally:
            os.close(lock)


def _default_path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("reading-room") / "state.json"
