"""All that a person made of one article: corrections, highlights, notes, and the way back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

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


class Step(Struct, frozen=True):
    """Changes that belong together, with a phrase that tells them."""

    told: str
    changes: tuple[Change, ...]

    def undone(self) -> Step:
        """The step that takes this one back."""
        return Step(self.told, tuple(change.undone() for change in reversed(self.changes)))


class Hand:
    """A person's work on one article, with undo and redo of whatever was done since it was opened.

    Holds no more than the present items; keeping them is somebody else's affair.
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

    def load(self, items: Iterable[Item]) -> None:
        """Take items that are there already; those that are known stay as they are."""
        self._items = {item.id: item for item in items} | self._items

    def do(self, step: Step) -> None:
        """Change what there is; what was undone before cannot be redone any more."""
        self._put(step)
        self._done.append(step)
        del self._done[:-_DEEPEST]
        self._undone.clear()

    def undo(self) -> Step | None:
        """Take back the latest step; returns the step that did so, None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        back = step.undone()
        self._put(back)
        return back

    def redo(self) -> Step | None:
        """Do again what was undone last; returns that step, None where there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._put(step)
        return step

    def _put(self, step: Step) -> None:
        for change in step.changes:
            if change.after is None:
                self._items.pop(change.ident, None)
            else:
                self._items[change.ident] = change.after


def _age(item: Item) -> tuple[float, str]:
    return item.made.timestamp() if item.made else 0.0, item.id


def encoded(item: Item) -> bytes:
    """An item as one line of JSON; lone surrogates of a text as escapes."""
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
