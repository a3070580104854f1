"""Notes and corrections in lines: what a person writes after a command, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable

from ..analysis import Colour, Entity, Event, Kind, Note, Quote
from ..corrections import Correction, EntityRef, Remark, Step, new_id
from ..corrections.dates import read_days
from ..corrections.types import (
    HideEvent,
    Merge,
    Nobody,
    NoQuote,
    Rename,
    Retype,
    SetEventDate,
    SetHeadline,
    SetSpeaker,
)
from ..reading import Reading
from ..reading.folding import folded
from ..reading.handwork import Handwork, now
from ..tui.harmless import one_line

Chosen = Entity | Quote | Event | Note | None
Span = tuple[int, int]
_DAYS = "2013-03-22, March 2013 or 2013-03-01 to 2013-03-05"


class RefusedError(Exception):
    """What was asked for cannot be done; its text is the sentence that says why."""


class Making:
    """Makes highlights, notes and corrections of one reading.

    Each method takes what is chosen, where the reader is, and the words after the command.
    Each raises RefusedError where the words or what is chosen do not fit.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.commands: dict[str, Callable[[Chosen, Span, str], Step]] = {
            "note": self._note,
            "highlight": self._highlight,
            "rename": self._rename,
            "kind": self._kind,
            "same": self._same,
            "speaker": self._speaker,
            "date": self._date,
            "remove": self._remove,
            "undo": lambda *_: self._walked(self._work.undo(), "There is nothing to undo."),
            "redo": lambda *_: self._walked(self._work.redo(), "There is nothing to redo."),
        }

    @property
    def _work(self) -> Handwork:
        if self._reading.handwork is None:
            raise RefusedError("Notes and corrections cannot be made here.")
        return self._reading.handwork

    # Notes

    def _note(self, chosen: Chosen, here: Span, words: str) -> Step:
        """A note on what is chosen, else on the paragraph; on a chosen note another text."""
        if not words:
            raise RefusedError("Write the text after the command, such as: note ask her again.")
        if isinstance(chosen, Note):
            known = self._remark(chosen)
            return self._work.edit(known, words, known.tags)
        start, end = _span(chosen) or here
        known_here = self._work.on(start, end)
        tags = known_here.tags if known_here else ()
        if known_here is not None and known_here.text:
            words = f"{known_here.text}\n{words}"
        return self._work.annotate(start, end, words, tags)

    def _highlight(self, chosen: Chosen, here: Span, words: str) -> Step:
        colour = _member(Colour, words or Colour.YELLOW)
        start, end = _span(chosen) or here
        return self._work.highlight(start, end, Colour(colour))

    def _remark(self, note: Note) -> Remark:
        known = self._work.remark(note.id)
        if known is None:
            raise RefusedError("That note is no longer there.")
        return known

    # Corrections

    def _rename(self, chosen: Chosen, _: Span, words: str) -> Step:
        if not words:
            raise RefusedError("Write the new name after rename.")
        if isinstance(chosen, Event):
            ref = self._work.name.event(chosen, self._reading.index.times.get(chosen.time or ""))
            return self._correct(SetHeadline(id=new_id(), made=now(), event=ref, headline=words))
        entity = _entity(chosen, "or an entry of the timeline")
        return self._correct(Rename(id=new_id(), made=now(), entity=self._ref(entity), name=words))

    def _kind(self, chosen: Chosen, _: Span, words: str) -> Step:
        entity = _entity(chosen)
        kind = Kind(_member(Kind, words))
        return self._correct(Retype(id=new_id(), made=now(), entity=self._ref(entity), kind=kind))

    def _same(self, chosen: Chosen, _: Span, words: str) -> Step:
        entity = _entity(chosen)
        into = self._named(words)
        if into is None or into.id == entity.id:
            raise RefusedError(
                "Write another name from the list after same, such as: same Mara Olsen."
            )
        one, other = self._ref(entity), self._ref(into)
        return self._correct(Merge(id=new_id(), made=now(), entity=one, into=other))

    def _speaker(self, chosen: Chosen, _: Span, words: str) -> Step:
        if not isinstance(chosen, Quote) or not words:
            raise RefusedError("Choose a quote first, then write who said it after speaker.")
        quote, known = self._work.name.quote(chosen), self._named(words)
        speaker = self._ref(known) if known is not None else None
        said = "" if known is not None else words
        act = SetSpeaker(id=new_id(), made=now(), quote=quote, speaker=speaker, words=said)
        return self._correct(act)

    def _date(self, chosen: Chosen, _: Span, words: str) -> Step:
        if not isinstance(chosen, Event):
            raise RefusedError("Choose an entry of the timeline first.")
        try:
            days = read_days(words)
        except ValueError:
            raise RefusedError(f"Write the date after the command, as {_DAYS}.") from None
        ref = self._work.name.event(chosen, self._reading.index.times.get(chosen.time or ""))
        return self._correct(SetEventDate(id=new_id(), made=now(), event=ref, days=days))

    def _remove(self, chosen: Chosen, *_: object) -> Step:
        match chosen:
            case Note():
                return self._work.drop(self._remark(chosen))
            case Entity():
                return self._correct(Nobody(id=new_id(), made=now(), entity=self._ref(chosen)))
            case Quote():
                quote = self._work.name.quote(chosen)
                return self._correct(NoQuote(id=new_id(), made=now(), quote=quote))
            case Event():
                time = self._reading.index.times.get(chosen.time or "")
                event = self._work.name.event(chosen, time)
                return self._correct(HideEvent(id=new_id(), made=now(), event=event))
        raise RefusedError("First choose what to remove, by the number of its row.")

    def _correct(self, correction: Correction) -> Step:
        return self._work.correct(correction)

    def _ref(self, entity: Entity) -> EntityRef:
        return self._work.name.entity(entity)

    def _named(self, words: str) -> Entity | None:
        """Whom words name: the entity called so, else the only one that has them all."""
        wanted = folded(words).split()
        found = self._reading.annotations.entities
        exact = [one for one in found if folded(one.name).split() == wanted]
        loose = [one for one in found if wanted and set(wanted) <= set(folded(one.name).split())]
        return next((some[0] for some in (exact, loose) if len(some) == 1), None)

    @staticmethod
    def _walked(step: Step | None, otherwise: str) -> Step:
        if step is None:
            raise RefusedError(otherwise)
        return step


def _span(chosen: Chosen) -> Span | None:
    """The passage that a note on something stands on."""
    match chosen:
        case Entity(mentions=mentions):
            return mentions[0].start, mentions[0].end
        case Quote(content=content):
            return content[0].start, content[-1].end
        case Event() | Note():
            return chosen.start, chosen.end
    return None


def _entity(chosen: Chosen, also: str = "") -> Entity:
    if not isinstance(chosen, Entity):
        raise RefusedError(f"Choose {' '.join(filter(None, ('an entity', also)))} first.")
    return chosen


def _member(known: type[Colour] | type[Kind], words: str) -> str:
    """The name of a colour or kind, written whole or by its beginning."""
    names = [str(one) for one in known]
    meant = next((name for name in names if words and name.startswith(words.lower())), None)
    if meant is None:
        written = f"{one_line(words)!r} is not known. " if words else ""
        raise RefusedError(f"{written}Write one of: {', '.join(names)}.")
    return meant
