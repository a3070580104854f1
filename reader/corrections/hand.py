"""All that a person made of one article: corrections, highlights, notes, and the way back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

import msgspec
from msgspec import Struct

from ..analysis.types import Colour, Note
from .anchors import Anchor, Finder
from .types import Act, Correction, EntityRef, EventRef

_DEEPEST = 1_000


class Remark(Struct, frozen=True, kw_only=True, tag_field="type", tag="note", omit_defaults=True):
    """A highlight (with a colour) or a note (with a text), or both, by the words it stands on."""

    id: str
    place: Anchor
    colour: Colour | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    made: datetime | None = None
    modified: datetime | None = None
    by: str = ""
    """Who made it, where that is not the reader of this article: an imported file's name."""


Item = Correction | Remark
_decoder: msgspec.json.Decoder[Item] = msgspec.json.Decoder(Item)


class Change(Struct, frozen=True):
    """An item before and after a change; None where it was not there, or is no more."""

    before: Item | None
    after: Item | None

    @property
    def ident(self) -> str:
        """The item's id."""
        item = self.after or self.before
        return item.id if item else ""

    def undone(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


class Way(StrEnum):
    """What happens to a step: it is done, undone, or redone."""

    DONE = "done"
    BACK = "back"
    AGAIN = "again"


class Step(Struct, frozen=True):
    """Changes that belong together, with a phrase that tells them.

    By its `id` a step is known in the log of steps; one without is in no log.
    """

    told: str
    changes: tuple[Change, ...]
    id: str = ""

    def undone(self) -> Step:
        """The step that takes this one back."""
        changes = tuple(change.undone() for change in reversed(self.changes))
        return Step(self.told, changes, self.id)

    def with_moved(self, before: Item, after: Item) -> Step:
        """The step as if an item had been made under the other id that it bears now."""
        if all(change.after != before for change in self.changes):
            return self
        made = (Change(None, after) if c.after == before else c for c in self.changes)
        return Step(self.told, tuple(made), self.id)


class Hand:
    """A person's work on one article, with undo and redo of whatever was done to it.

    Holds no more than the present items; keeping them is somebody else's affair. A step whose
    items somebody else has changed since can neither be undone nor redone: it is passed
    over.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items: dict[str, Item] = {item.id: item for item in items}
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def __len__(self) -> int:
        return len(self._items)

    @property
    def corrections(self) -> list[Correction]:
        """The corrections, in the order they were made."""
        return sorted((item for item in self._items.values() if isinstance(item, Act)), key=_age)

    @property
    def remarks(self) -> list[Remark]:
        """The highlights and notes, in the order they were made."""
        return sorted((item for item in self._items.values() if isinstance(item, Remark)), key=_age)

    def get(self, ident: str) -> Item | None:
        """The item with this id, if there is one."""
        return self._items.get(ident)

    @property
    def steps(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """What can be undone, the latest last, and what can be redone, the next one last."""
        return tuple(self._done), tuple(self._undone)

    def load(
        self, items: Iterable[Item], done: Iterable[Step] = (), undone: Iterable[Step] = ()
    ) -> None:
        """Take items that are there already; those that are known stay as they are.

        `done` are the steps that led to them, which can be undone, the latest last; `undone`
        those that were undone, the next to be redone last.
        """
        self._items = {item.id: item for item in items} | self._items
        known = {step.id for step in (*self._done, *self._undone)}
        done = [step for step in done if step.id not in known]
        undone = [step for step in undone if step.id not in known]
        if not self._done:
            self._undone = [*undone, *self._undone]
        self._done = [*done, *self._done]

    def follow(self, changes: Iterable[Change], moved: Iterable[tuple[Item, Item]] = ()) -> None:
        """Take what somebody else did meanwhile.

        What was changed here and is not kept yet stays. `moved` are items of ours that had to
        be kept under another id, because somebody else had changed the same one.
        """
        for change in changes:
            if self._items.get(change.ident) == change.before:
                self._change(change)
        for before, after in moved:
            self._done = [step.with_moved(before, after) for step in self._done]

    def do(self, step: Step) -> None:
        """Change what there is; what was undone before cannot be redone any more."""
        self._put(step)
        self._done.append(step)
        del self._done[:-_DEEPEST]
        self._undone.clear()

    def undo(self) -> Step | None:
        """Undo the latest step; returns the step that did so, None where there is none."""
        while self._done:
            step = self._done.pop()
            back = step.undone()
            if self._fits(back):
                self._undone.append(step)
                self._put(back)
                return back
        return None

    def redo(self) -> Step | None:
        """Do again what was undone last; returns that step, None where there is none."""
        while self._undone:
            step = self._undone.pop()
            if self._fits(step):
                self._done.append(step)
                self._put(step)
                return step
        return None

    def _fits(self, step: Step) -> bool:
        """Whether everything is as it was before the step."""
        present: dict[str, Item | None] = {}
        for change in step.changes:
            known = present.get(change.ident, self._items.get(change.ident))
            if known != change.before:
                return False
            present[change.ident] = change.after
        return True

    def _put(self, step: Step) -> None:
        for change in step.changes:
            self._change(change)

    def _change(self, change: Change) -> None:
        if change.after is None:
            self._items.pop(change.ident, None)
        else:
            self._items[change.ident] = change.after


def _age(item: Item) -> tuple[float, str]:
    return item.made.timestamp() if item.made else 0.0, item.id


def encoded(item: Item | Step) -> bytes:
    """An item or step as one line of JSON; lone surrogates of a text as escapes."""
    try:
        return msgspec.json.encode(item)
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(item, builtin_types=(str,))
        return json.dumps(plain, separators=(",", ":")).encode("ascii")


def decoded(line: bytes | str) -> Item | None:
    """The item that a line of JSON holds, None where it holds none that is known here."""
    try:
        return _decoder.decode(line)
    except msgspec.MsgspecError:
        pass
    try:
        item: Item = msgspec.convert(json.loads(line), Item)
        return item
    except (ValueError, msgspec.ValidationError):
        return None


def decoded_step(line: bytes | str) -> Step | None:
    """The step that a line of JSON holds, None where it holds none that is known here."""
    try:
        step: Step = msgspec.convert(json.loads(line), Step)
        return step
    except (ValueError, msgspec.ValidationError):
        return None


def anchors_of(item: Item) -> Iterator[Anchor]:
    """The anchors by which an item stands in its article, the first and most telling one first."""
    for name in item.__struct_fields__:
        yield from _anchors_in(getattr(item, name))


def _anchors_in(value: object) -> Iterator[Anchor]:
    match value:
        case Anchor():
            yield value
        case EntityRef() | EventRef():
            for name in value.__struct_fields__:
                yield from _anchors_in(getattr(value, name))
        case tuple():
            for one in value:
                yield from _anchors_in(one)


def place_of(item: Item) -> int:
    """Where an item stood when it was made, in code points."""
    return next((anchor.start for anchor in anchors_of(item)), 0)


def new_id() -> str:
    """An id that no other item has."""
    from secrets import token_hex

    return token_hex(6)


def located(remarks: Iterable[Remark], finder: Finder) -> tuple[list[Note], list[Remark]]:
    """The highlights and notes where they stand in the text, and those that fit nowhere."""
    notes, orphans = [], []
    for remark in remarks:
        place = finder.find(remark.place)
        if place is None:
            orphans.append(remark)
        else:
            notes.append(
                Note(
                    id=remark.id,
                    start=place.start,
                    end=place.end,
                    colour=remark.colour,
                    text=remark.text,
                    tags=remark.tags,
                    created=remark.made,
                    modified=remark.modified,
                )
            )
    notes.sort(key=lambda note: (note.start, note.end, note.id))
    return notes, orphans
