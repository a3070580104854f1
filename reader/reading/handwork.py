"""What a person makes of the article being read, and how the reading follows it.

Everything takes effect at once; `keep` gets each step to be put on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from ..analysis import Annotations, Colour, Note
from ..corrections import Applied as Patched
from ..corrections import (
    Change,
    Correction,
    Finder,
    Hand,
    Item,
    Namer,
    Remark,
    Step,
    Unplaced,
    Way,
    apply,
    located,
    new_id,
    told,
)
from ..corrections.grounds import Grounds
from ..corrections.hand import anchors_of
from ..corrections.offering import OFFERED, offered
from .reading import Reading

Keep = Callable[[Step, Way], object]
_Known = tuple[int, list[Correction], Annotations, Patched]
Applied = tuple[Annotations, Sequence[Note], dict[str, str | None]]


class Handwork:
    """Corrections, highlights and notes of one reading.

    `open` are the corrections that fit nothing in the present analysis, `orphans` the notes
    whose words are not in the text.
    """

    def __init__(self, reading: Reading, text_hash: str = "", keep: Keep = lambda *_: None) -> None:
        self._reading = reading
        self._keep = keep
        self._hand = Hand()
        self._finder = Finder(reading.article.text, text_hash)
        self.name = Namer(reading.article.text, text_hash)
        self.open: tuple[Unplaced, ...] = ()
        self.orphans: list[Remark] = []
        self._lessons: list[Correction] = []
        machine = reading.machine
        self._grounds: Grounds | None = None
        self._known: _Known = (id(machine), [], machine, Patched(machine, (), {}))

    # What there is

    @property
    def corrections(self) -> list[Correction]:
        """The corrections in the order they were made."""
        return self._hand.corrections

    @property
    def remarks(self) -> list[Remark]:
        """The highlights and notes in the order they were made."""
        return self._hand.remarks

    @property
    def steps(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """What can be undone, the latest last, and what can be redone, the next one last."""
        return self._hand.steps

    def offers(self) -> list[Correction]:
        """What was said of names in other articles and could be said in this one."""
        if not self._lessons:
            return []
        return offered(self._lessons, self._reading.annotations.entities, self.name)

    def decline(self, ident: str) -> bool:
        """Offer something no longer; whether it was offered."""
        before = len(self._lessons)
        self._lessons = [one for one in self._lessons if one.id != ident.removeprefix(OFFERED)]
        if len(self._lessons) < before:
            self._reading.apply_handwork()
        return len(self._lessons) < before

    def accept(self, offer: Correction) -> Step:
        """Say of this article what was said of another."""
        return self.correct(replace(offer, id=new_id(), made=now()))

    def item(self, ident: str) -> Item | None:
        """The correction, highlight or note with this id."""
        return self._hand.get(ident)

    def place(self, item: Item) -> int | None:
        """Where an item stands in the text, None where its words are gone."""
        found = (self._finder.find(anchor) for anchor in anchors_of(item))
        return next((place.start for place in found if place), None)

    def remark(self, ident: str) -> Remark | None:
        """The highlight or note with this id."""
        item = self._hand.get(ident)
        return item if isinstance(item, Remark) else None

    def load(
        self,
        items: Iterable[Item],
        lessons: Iterable[Correction] = (),
        done: Iterable[Step] = (),
        undone: Iterable[Step] = (),
    ) -> None:
        """Take what was made earlier; what was made meanwhile stays.

        `lessons` are corrections of names in other articles, which are offered here. The steps
        are those that can be undone and redone.
        """
        self._hand.load(items, done, undone)
        self._lessons = list(lessons)
        self._reading.apply_handwork()

    def follow(self, changes: Iterable[Change], moved: Iterable[tuple[Item, Item]] = ()) -> None:
        """Take what another reader did to the same article."""
        self._hand.follow(changes, moved)
        self._reading.apply_handwork()

    def applied(self, annotations: Annotations) -> Applied:
        """The annotations as the person has them, the notes by place, and what became of ids."""
        corrections = self._hand.corrections
        if self._known[:2] != (id(annotations), corrections):
            if self._grounds is None or self._grounds.annotations is not annotations:
                self._grounds = Grounds(annotations)
            article = self._reading.article
            done = apply(annotations, corrections, article, self._finder, self._grounds)
            self._known = (id(annotations), corrections, annotations, done)
        done = self._known[-1]
        self.open = done.open
        notes, self.orphans = located(self._hand.remarks, self._finder)
        return done.annotations, notes, done.became

    # Changing it

    def correct(self, *corrections: Correction) -> Step:
        """Make corrections, as one step."""
        made = tuple(Change(None, correction) for correction in corrections)
        return self._do(Step(told(corrections[0]), made))

    def drop(self, *items: Item) -> Step:
        """Take items away, as one step."""
        step = Step("deleted", tuple(Change(item, None) for item in items))
        return self._do(step)

    def highlight(self, start: int, end: int, colour: Colour) -> Step:
        """Highlight a passage; one that is highlighted so already is no longer."""
        known = self.on(start, end)
        if known is None:
            new = Remark(id=new_id(), place=self.name.anchor(start, end), colour=colour, made=now())
            return self._do(Step(f"highlighted in {colour}", (Change(None, new),)))
        if known.colour is not colour:
            changed = replace(known, colour=colour, modified=now())
            return self._do(Step(f"highlighted in {colour}", (Change(known, changed),)))
        bare = replace(known, colour=None, modified=now()) if known.text else None
        return self._do(Step("highlight taken off", (Change(known, bare),)))

    def annotate(self, start: int, end: int, text: str, tags: tuple[str, ...]) -> Step:
        """Add a note to a passage, or to the highlight that stands on exactly this passage."""
        known = self.on(start, end)
        if known is not None:
            return self.edit(known, text, tags)
        place = self.name.anchor(start, end)
        new = Remark(id=new_id(), place=place, text=text, tags=tags, made=now())
        return self._do(Step("noted", (Change(None, new),)))

    def edit(self, remark: Remark, text: str, tags: tuple[str, ...]) -> Step:
        """Change a note; a highlight stays without text, and a note without either goes."""
        changed: Remark | None = replace(remark, text=text, tags=tags, modified=now())
        if not text and not tags and remark.colour is None:
            changed = None
        return self._do(Step("note changed" if changed else "deleted", (Change(remark, changed),)))

    def take(self, items: Iterable[Item]) -> Step:
        """Take items of somebody else's, as one step; those with a known id replace the known."""
        changes = tuple(Change(self._hand.get(item.id), item) for item in items)
        return self._do(Step(f"{len(changes)} imported", changes))

    def undo(self) -> Step | None:
        """Undo the latest step; None where there is none."""
        return self._walk(self._hand.undo(), Way.BACK)

    def redo(self) -> Step | None:
        """Do again what was undone last; None where there is nothing."""
        return self._walk(self._hand.redo(), Way.AGAIN)

    def on(self, start: int, end: int) -> Remark | None:
        """What stands on exactly this passage."""
        notes = self._reading.index.note_places.touching(start, end)
        found = (note.id for first, last, note in notes if (first, last) == (start, end))
        ident = next(found, None)
        return self.remark(ident) if ident else None

    def _do(self, step: Step) -> Step:
        step = replace(step, id=new_id())
        self._hand.do(step)
        return self._walk(step) or step

    def _walk(self, step: Step | None, way: Way = Way.DONE) -> Step | None:
        if step is not None:
            self._reading.apply_handwork()
            self._keep(step, way)
        return step


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
