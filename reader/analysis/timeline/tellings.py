"""Several tellings of one event: one entry where they agree, and a mark where they do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from msgspec import structs

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.speech_verbs import is_speech
from ..types import Bound, Event, Modality, Part, Participant

_NEAR = 10
"""Days between two dates of what can still be one event, told with two dates."""

_SURE = (Modality.ASSERTED, Modality.REPORTED)


@dataclass(slots=True)
class _Telling:
    """An event with what it has in common with other tellings of it."""

    event: Event
    number: str | None

    @property
    def days(self) -> tuple[date, date] | None:
        """The days it can have happened on, None where it has none or is open to one side."""
        first, last = self.event.earliest, self.event.latest
        if first is None or last is None or self.event.bound is not Bound.AT:
            return None
        return first, last


class Tellings:
    """Joins the entries of one article that tell the same event."""

    def __init__(self, parse: Parse, clauses: Clauses) -> None:
        self._parse = parse
        self._clauses = clauses

    def joined(self, events: Iterable[Event]) -> list[Event]:
        """The events, those told twice with one date as one, with all places.

        Entries that tell it with another date or number keep apart and name each other in
        `disagrees`, by their places in the list that is given back: "0", "1" ...
        """
        kept: list[_Telling] = []
        by_key: dict[tuple[object, ...], list[int]] = {}
        for event in sorted(events, key=lambda event: event.start):
            key = self._key(event)
            telling = _Telling(event, self._number(event))
            places = by_key.setdefault(key, []) if key else []
            same = next((p for p in places if _agree(kept[p], telling)), None)
            if same is not None:
                kept[same] = _as_one(kept[same], telling)
                continue
            rivals = [place for place in places if _disagree(kept[place], telling)]
            places.append(len(kept))
            kept.append(telling)
            for rival in rivals:
                _cross(kept, rival, len(kept) - 1)
        return [telling.event for telling in kept]

    def _key(self, event: Event) -> tuple[object, ...] | None:
        """What two tellings of one event share: verb, who acts, and what it is done to."""
        parse, head = self._parse, self._head(event)
        if head is None or not self._clauses.is_verbal(head) or is_speech(parse, head):
            return None
        if parse.lemma[head] in listed("states") or parse.lemma[head] in listed("taking_place"):
            return None
        subject = self._clauses.subject(head)
        if subject is None:
            return None
        what = parse.child(head, "dobj", "attr", "acomp", "oprd", "xcomp", "agent")
        sort = event.modality is Modality.DENIED, event.modality in _SURE
        return parse.lemma[head], self._who(event, subject), self._name(what), sort

    def _who(self, event: Event, subject: int) -> object:
        """The entities that act or that it is done to, else the word for the subject."""
        acting = tuple(sorted(p.entity for p in event.participants if p.part is not Part.OTHER))
        return acting or self._parse.lemma[subject]

    def _name(self, token: int | None) -> str | None:
        return None if token is None else self._parse.lemma[token]

    def _head(self, event: Event) -> int | None:
        if event.predicate is None:
            return None
        first, last = self._parse.tokens_in(event.predicate.start, event.predicate.end)
        return first if first < last else None

    def _number(self, event: Event) -> str | None:
        """The first number with what an event is told of: killed 12 people."""
        parse, head = self._parse, self._head(event)
        if head is None:
            return None
        for token in (parse.child(head, "dobj"), self._clauses.subject(head)):
            number = None if token is None else parse.child(token, "nummod")
            if number is not None:
                return parse.lower[number]
        return None


def _agree(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings can be of one event: nothing they say excludes the other."""
    if one.number and other.number and one.number != other.number:
        return False
    if one.event.told or other.event.told:
        return one.event.told is other.event.told or _day_apart(one, other) <= _NEAR
    if one.days is None or other.days is None:
        return one.event.earliest == other.event.earliest and one.event.latest == other.event.latest
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _disagree(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings are of one event, with another day or another number.

    Two days of one clause ("on April 24 and 25") say nothing against each other.
    """
    if one.days is None or other.days is None or one.event.predicate == other.event.predicate:
        return False
    apart = _day_apart(one, other)
    if one.number and other.number and one.number != other.number:
        return apart <= 0 or one.event.told or other.event.told
    exact = all(telling.days and telling.days[0] == telling.days[1] for telling in (one, other))
    return exact and 0 < apart <= _NEAR and not one.event.told and not other.event.told


def _day_apart(one: _Telling, other: _Telling) -> int:
    """The days between two stretches, 0 where they touch."""
    if one.days is None or other.days is None:
        return _NEAR + 1
    gap = max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])
    return max(gap.days, 0)


def _as_one(one: _Telling, other: _Telling) -> _Telling:
    """The first telling with the places, times and people of both, dated if either is."""
    first, second = one.event, other.event
    base = second if first.told and not second.told else first
    fuller = len(first.headline) >= len(base.headline) and not first.headline.endswith("…")
    event = structs.replace(
        base,
        headline=first.headline if fuller else base.headline,
        mentions=(*first.mentions, *second.mentions),
        times=tuple(dict.fromkeys((*first.times, *second.times))),
        entities=tuple(dict.fromkeys((*base.entities, *first.entities, *second.entities))),
        participants=_people(base, first, second),
        minor=first.minor and second.minor,
    )
    return _Telling(event, one.number or other.number)


def _people(base: Event, *others: Event) -> tuple[Participant, ...]:
    """The participants of all, each with the part it has in the first that has it."""
    found = {person.entity: person for event in (base, *others) for person in event.participants}
    found |= {person.entity: person for person in base.participants}
    return tuple(found.values())


def _cross(kept: list[_Telling], one: int, other: int) -> None:
    """Let two entries name each other as rivals, by their places."""
    for place, rival in ((one, other), (other, one)):
        event = kept[place].event
        named = (*event.disagrees, str(rival))
        kept[place].event = structs.replace(event, disagrees=named)
