"""What was said of names in one article, offered in the next that has the same names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ..analysis.types import Entity
from .naming import Namer
from .types import Correction, Merge, Rename, Retype

OFFERED = "offered-"
"""What the ids of offers begin with; the rest is that of the correction in the other article."""


def offered(
    lessons: Iterable[Correction], entities: Sequence[Entity], namer: Namer
) -> list[Correction]:
    """The lessons that would change something here, as corrections of this article."""
    by_name: dict[str, list[Entity]] = {}
    for entity in entities:
        by_name.setdefault(entity.name.casefold(), []).append(entity)

    def only(name: str) -> Entity | None:
        """The entity of this name, where there is one and no more."""
        found = by_name.get(name.casefold(), ())
        return found[0] if len(found) == 1 else None

    made: dict[tuple[object, ...], Correction] = {}
    for lesson in lessons:
        offer = _offer(lesson, only(_about(lesson)), only(_other(lesson)), namer)
        if offer is not None:
            made.setdefault((type(offer), _about(lesson), _other(lesson)), offer)
    return list(made.values())


def _about(lesson: Correction) -> str:
    return lesson.entity.name if isinstance(lesson, Merge | Rename | Retype) else ""


def _other(lesson: Correction) -> str:
    return lesson.into.name if isinstance(lesson, Merge) else ""


def _offer(
    lesson: Correction, entity: Entity | None, other: Entity | None, namer: Namer
) -> Correction | None:
    if entity is None:
        return None
    ident = f"{OFFERED}{lesson.id}"
    match lesson:
        case Merge() if other is not None and other.id != entity.id:
            into, ref = namer.entity(other), namer.entity(entity)
            return Merge(id=ident, made=lesson.made, entity=ref, into=into)
        case Rename(name=name) if name != entity.name:
            return replace(lesson, id=ident, entity=namer.entity(entity))
        case Retype(kind=kind) if kind is not entity.kind:
            return replace(lesson, id=ident, entity=namer.entity(entity))
        case _:
            return None
