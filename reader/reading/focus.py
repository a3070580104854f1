"""What the reader looks at, and the way back to what was looked at before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Passage(Struct, frozen=True):
    """A selected stretch of the article, in code points, end exclusive."""

    start: int
    end: int


class EntityFocus(Struct, frozen=True):
    """An entity, by its id."""

    id: str


class QuoteFocus(Struct, frozen=True):
    """A quote, by its id."""

    id: str


class EventFocus(Struct, frozen=True):
    """A timeline entry, by its id."""

    id: str


class NoteFocus(Struct, frozen=True):
    """A highlight or note, by its id."""

    id: str


class PairFocus(Struct, frozen=True):
    """Two entities, by their ids: what holds both."""

    first: str
    second: str


class PeriodFocus(Struct, frozen=True):
    """A stretch of the calendar, both days included: what the article dates in it."""

    first: date
    last: date


Focus = Passage | EntityFocus | QuoteFocus | EventFocus | NoteFocus | PairFocus | PeriodFocus | None


def needed(focus: Focus) -> tuple[str, ...]:
    """The ids of the annotations that a focus is on."""
    match focus:
        case EntityFocus(name) | QuoteFocus(name) | EventFocus(name) | NoteFocus(name):
            return (name,)
        case PairFocus(first, second):
            return first, second
        case _:
            return ()


_DEEPEST = 200


class FocusHistory:
    """The focus with those before it and, after going back, those ahead of it."""

    def __init__(self) -> None:
        self.current: Focus = None
        self._behind: list[Focus] = []
        self._ahead: list[Focus] = []

    def go(self, focus: Focus) -> bool:
        """Move on to `focus`; whether that changed anything.

        A passage that follows a passage takes its place, so that a growing selection is
        one step of the way, not one a character.
        """
        if focus == self.current:
            return False
        grows = isinstance(focus, Passage) and isinstance(self.current, Passage)
        if not grows:
            self._behind.append(self.current)
            del self._behind[:-_DEEPEST]
        self._ahead.clear()
        self.current = focus
        return True

    def back(self) -> bool:
        """Return to the focus before; False where there is none."""
        if not self._behind:
            return False
        self._ahead.append(self.current)
        self.current = self._behind.pop()
        return True

    def forward(self) -> bool:
        """Undo one step back; False where there is none."""
        if not self._ahead:
            return False
        self._behind.append(self.current)
        self.current = self._ahead.pop()
        return True

    def follow(self, became: Mapping[str, str | None]) -> None:
        """Look at what took the place of entities that are no more."""

        def now(focus: Focus) -> Focus:
            if isinstance(focus, EntityFocus) and focus.id in became:
                name: str | None = focus.id
                while name is not None and name in became:
                    name = became[name]
                return EntityFocus(name) if name else focus
            return focus

        self._behind = list(map(now, self._behind))
        self._ahead = list(map(now, self._ahead))
        self.current = now(self.current)

    def keep(self, alive: set[str]) -> None:
        """Forget every focus on an annotation whose id is not in `alive`."""

        def known(focus: Focus) -> bool:
            return alive.issuperset(needed(focus))

        self._behind = [focus for focus in self._behind if known(focus)]
        self._ahead = [focus for focus in self._ahead if known(focus)]
        if not known(self.current):
            self.current = None
