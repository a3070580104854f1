"""The mentions of all entities, to be asked by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from ..types import Entity, Form

_DEEPEST = 8
"""How many mentions may begin before the one that covers a span; more never nest."""


def places(entities: Iterable[Entity], *forms: Form) -> Iterator[tuple[int, int, Entity]]:
    """The first and last code point (exclusive) of each mention of these forms, and whom it means.

    In the order of the entities; without `forms`, all of them.
    """
    wanted = forms or tuple(Form)
    for entity in entities:
        for mention in entity.mentions:
            if mention.form in wanted:
                yield mention.start, mention.end, entity


def is_named(entity: Entity) -> bool:
    """Whether an entity has a name, which "the storm" has not."""
    return any(mention.form is Form.NAME for mention in entity.mentions)


class Mentions:
    """Which entity a place in the text means, by the mentions that are known.

    Made in O(n log n); every question takes logarithmic time and the answer.
    """

    def __init__(self, entities: Iterable[Entity], *forms: Form) -> None:
        """Only mentions of these forms count; without `forms`, all of them."""
        found = places(entities, *forms)
        self._places = sorted((start, end, entity.id) for start, end, entity in found)

    def covering(self, start: int, end: int) -> str | None:
        """The entity with the shortest mention that covers a span, or None."""
        best: tuple[int, str] | None = None
        index = bisect_right(self._starts, start)
        for first, last, entity in reversed(self._places[max(0, index - _DEEPEST) : index]):
            if last >= end and (best is None or last - first < best[0]):
                best = (last - first, entity)
        return best[1] if best else None

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The entities with a mention inside a span, each once, in the order of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = (entity for _, finish, entity in self._places[first:last] if finish <= end)
        return tuple(dict.fromkeys(inside))

    def ending(self, end: int) -> str | None:
        """The entity with a mention that ends at a code point, or None."""
        return self._by_end.get(end)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._places]

    @cached_property
    def _by_end(self) -> dict[int, str]:
        return {end: entity for _, end, entity in self._places}
