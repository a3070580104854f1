"""What a person decides about an analysis, one frozen type for each act.

A correction names what it corrects by words and place (`anchors.py`), never by an id of the
analysis: ids change with each new version of it. Encoded, a correction is an object whose
`type` names the act.
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from ..analysis.types import Kind, QuoteKind
from .anchors import Anchor


class EntityRef(Struct, frozen=True, gc=False, omit_defaults=True):
    """An entity by what it was called when it was corrected and where it was mentioned."""

    name: str
    kind: Kind
    places: tuple[Anchor, ...]


class EventRef(Struct, frozen=True, gc=False, omit_defaults=True):
    """A timeline entry by its clause, its headline and the expression that dates it."""

    place: Anchor
    headline: str = ""
    time: Anchor | None = None


class Days(Struct, frozen=True, gc=False):
    """A date as a person gave it: its TIMEX3 value, and the first and last day of it."""

    value: str
    earliest: date
    latest: date


class Act(Struct, frozen=True, kw_only=True, tag_field="type", tag=str.lower, omit_defaults=True):
    """Base of all corrections: an id that no other one has, and when it was made."""

    id: str
    made: datetime | None = None


class Rename(Act, frozen=True, kw_only=True):
    """The entity is called so."""

    entity: EntityRef
    name: str


class Retype(Act, frozen=True, kw_only=True):
    """The entity is of this kind."""

    entity: EntityRef
    kind: Kind


class Merge(Act, frozen=True, kw_only=True):
    """Both are one: what is said of `entity` is said of `into`."""

    entity: EntityRef
    into: EntityRef


class Split(Act, frozen=True, kw_only=True):
    """These mentions mean somebody else, of this name and kind."""

    places: tuple[Anchor, ...]
    name: str
    kind: Kind


class Nobody(Act, frozen=True, kw_only=True):
    """It is no entity."""

    entity: EntityRef


class NoMention(Act, frozen=True, kw_only=True):
    """These words mean no entity."""

    place: Anchor


class AddMention(Act, frozen=True, kw_only=True):
    """These words mean the entity."""

    entity: EntityRef
    place: Anchor


class NewEntity(Act, frozen=True, kw_only=True):
    """These words are the name of an entity that was not found."""

    place: Anchor
    name: str
    kind: Kind


class SetRole(Act, frozen=True, kw_only=True):
    """What the entity is, in a person's words or at a place in the article."""

    entity: EntityRef
    words: str
    place: Anchor | None = None


class SetSpeaker(Act, frozen=True, kw_only=True):
    """Who said it: an entity, else somebody told by `words`, else nobody known."""

    quote: Anchor
    speaker: EntityRef | None = None
    words: str = ""


class SetQuoteKind(Act, frozen=True, kw_only=True):
    """Whether it is given word for word, partly so, or retold."""

    quote: Anchor
    kind: QuoteKind


class SetWords(Act, frozen=True, kw_only=True):
    """What was said reaches from here to there."""

    quote: Anchor
    place: Anchor


class NoQuote(Act, frozen=True, kw_only=True):
    """Nobody is quoted here."""

    quote: Anchor


class NewQuote(Act, frozen=True, kw_only=True):
    """Somebody is quoted here."""

    place: Anchor
    kind: QuoteKind
    speaker: EntityRef | None = None


class SetDate(Act, frozen=True, kw_only=True):
    """These words mean these days, whether they were taken for a time before or not."""

    place: Anchor
    days: Days


class NoTime(Act, frozen=True, kw_only=True):
    """These words are no time."""

    place: Anchor


class SetHeadline(Act, frozen=True, kw_only=True):
    """The timeline entry is told so."""

    event: EventRef
    headline: str


class SetEventDate(Act, frozen=True, kw_only=True):
    """What the entry tells happened then."""

    event: EventRef
    days: Days


class HideEvent(Act, frozen=True, kw_only=True):
    """The entry does not belong on the timeline."""

    event: EventRef


class NewEvent(Act, frozen=True, kw_only=True):
    """What this passage tells belongs on the timeline; undated without `days`."""

    place: Anchor
    headline: str
    days: Days | None = None


Correction = (
    Rename
    | Retype
    | Merge
    | Split
    | Nobody
    | NoMention
    | AddMention
    | NewEntity
    | SetRole
    | SetSpeaker
    | SetQuoteKind
    | SetWords
    | NoQuote
    | NewQuote
    | SetDate
    | NoTime
    | SetHeadline
    | SetEventDate
    | HideEvent
    | NewEvent
)


class Unplaced(Struct, frozen=True):
    """A correction that fits nothing in the present analysis, and why, in a short phrase."""

    correction: Correction
    reason: str
