"""The way a reader came: what they looked at and searched for, and where they were then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .focus import EntityFocus, Focus, Passage, needed

if TYPE_CHECKING:
    from .find import Search

_DEEPEST = 200


class Top(Struct, frozen=True):
    """The first row on the screen: where it begins, or that it is the blank one before that."""

    offset: int
    is_blank: bool = False


class Place(Struct, frozen=True):
    """Where the reader is: the caret, and what the screen begins with where there is one."""

    caret: int = 0
    top: Top | None = None


class Step(Struct, frozen=True):
    """One stop on the way.

    Steps are numbered in the order they are made. `focused` and `searched` are the numbers of
    the steps with which the present focus and the present search began. `place` is where the
    reader was when they left the step.
    """

    number: int = 0
    focus: Focus = None
    search: Search | None = None
    focused: int = 0
    searched: int = 0
    place: Place = Place()

    @property
    def searched_last(self) -> bool:
        """Whether the search is younger than the focus."""
        return self.search is not None and (self.focus is None or self.searched > self.focused)


class Way(Struct, frozen=True):
    """The whole way at one moment, to return to it."""

    behind: tuple[Step, ...]
    current: Step
    ahead: tuple[Step, ...]


class History:
    """The present step with those before it and, after going back, those ahead of it."""

    def __init__(self) -> None:
        self.current = Step()
        self._behind: list[Step] = []
        self._ahead: list[Step] = []
        self._made = 0

    # Going on

    def look(self, focus: Focus, here: Place) -> bool:
        """Go on to `focus`; whether that changed anything.

        A passage that follows a passage takes its place, so that a growing selection is
        one step of the way, not one a character.
        """
        present = self.current.focus
        if focus == present:
            return False
        if not (isinstance(focus, Passage) and isinstance(present, Passage)):
            self.jump(here)
            self.current = replace(self.current, focused=self._made)
        self._ahead.clear()
        self.current = replace(self.current, focus=focus)
        return True

    def search(self, search: Search | None, here: Place) -> bool:
        """Go on to a search, or end the present one; whether that made a step.

        A search that follows another with nothing between them takes its place, and one that
        is ended at once leaves no step.
        """
        step = self.current
        is_latest = step.search is not None and step.searched == step.number
        if search is None and is_latest and self._behind:
            before = self._behind.pop()
            self.current = replace(before, number=step.number)
        elif search is not None and not is_latest:
            self.jump(here)
            self.current = replace(self.current, search=search, searched=self._made)
            return True
        else:
            self.current = replace(step, search=search)
        self._ahead.clear()
        return False

    def jump(self, here: Place) -> None:
        """Go on to another place with the same focus and search."""
        self._made += 1
        self._behind.append(replace(self.current, place=here))
        del self._behind[:-_DEEPEST]
        self._ahead.clear()
        self.current = replace(self.current, number=self._made)

    # Going back

    def back(self, here: Place, earliest: int) -> bool:
        """Return to the step before; False where there is none, or its number is too low."""
        if not self._behind or self._behind[-1].number < earliest:
            return False
        self._ahead.append(replace(self.current, place=here))
        self.current = self._behind.pop()
        return True

    def forward(self, here: Place, latest: int) -> bool:
        """Undo one step back; False where there is none, or its number is too high."""
        if not self._ahead or self._ahead[-1].number > latest:
            return False
        self._behind.append(replace(self.current, place=here))
        self.current = self._ahead.pop()
        return True

    def way(self) -> Way:
        """The whole way as it is now."""
        return Way(tuple(self._behind), self.current, tuple(self._ahead))

    def restore(self, way: Way) -> None:
        """Return to the way as it was."""
        self._behind, self.current, self._ahead = list(way.behind), way.current, list(way.ahead)
        steps = (*way.behind, way.current, *way.ahead)
        self._made = max(self._made, *(step.number for step in steps))

    # What annotations become

    def follow(self, became: Mapping[str, str | None]) -> None:
        """Look at what took the place of entities that are no more."""

        def now(step: Step) -> Step:
            focus = step.focus
            if not isinstance(focus, EntityFocus) or focus.id not in became:
                return step
            name: str | None = focus.id
            while name is not None and name in became:
                name = became[name]
            return replace(step, focus=EntityFocus(name)) if name else step

        self._each(now)

    def keep(self, alive: set[str]) -> None:
        """Forget every focus on an annotation whose id is not in `alive`."""

        def known(step: Step) -> bool:
            return alive.issuperset(needed(step.focus))

        self._behind = list(filter(known, self._behind))
        self._ahead = list(filter(known, self._ahead))
        if not known(self.current):
            self.current = replace(self.current, focus=None)

    def _each(self, change: Callable[[Step], Step]) -> None:
        self._behind = list(map(change, self._behind))
        self._ahead = list(map(change, self._ahead))
        self.current = change(self.current)


def is_selection(left: Step, before: Step) -> bool:
    """Whether a step was a selection made from where the reader was."""
    focus = left.focus
    return isinstance(focus, Passage) and focus.start <= before.place.caret <= focus.end
