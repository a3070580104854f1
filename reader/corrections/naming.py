"""How a correction names what it corrects: the words and places of an annotation."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.types import (
    Entity,
    Event,
    Form,
    Mention,
    Quote,
    TimeExpression,
)
from .anchors import Anchor, anchor_of
from .types import EntityRef, EventRef

_MOST_PLACES = 3


class Namer:
    """Names annotations of one text. `text_hash` is the text's, "" where it is not known."""

    def __init__(self, text: str, text_hash: str = "") -> None:
        self._text = text
        self._hash = text_hash

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor of a passage."""
        return anchor_of(self._text, start, end, text_hash=self._hash)

    def entity(self, entity: Entity) -> EntityRef:
        """An entity by its first, middle and last name, else by its other mentions."""
        names = [mention for mention in entity.mentions if mention.form is Form.NAME]
        chosen = _spread(names or entity.mentions)
        places = tuple(self.anchor(mention.start, mention.end) for mention in chosen)
        return EntityRef(entity.name, entity.kind, places)

    def quote(self, quote: Quote) -> Anchor:
        """A quote by the first piece of what was said."""
        return self.anchor(quote.content[0].start, quote.content[0].end)

    def event(self, event: Event, time: TimeExpression | None) -> EventRef:
        """An entry by its clause and the expression that dates it."""
        dated = self.anchor(time.start, time.end) if time else None
        return EventRef(self.anchor(event.start, event.end), event.headline, dated)


def _spread(places: Sequence[Mention]) -> list[Mention]:
    if len(places) <= _MOST_PLACES:
        return list(places)
    return [places[0], places[len(places) // 2], places[-1]]
