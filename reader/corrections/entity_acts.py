"""Corrections of entities: names, kinds, mentions, roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..analysis.types import By, Role
from .grounds import Range
from .patch import Patch, UnfitError
from .types import (
    Act,
    AddMention,
    Merge,
    NewEntity,
    Nobody,
    NoMention,
    Rename,
    Retype,
    SetRole,
    Split,
)


def rename(patch: Patch, act: Rename) -> None:
    """Give an entity another name."""
    patch.entity(act.entity).change(name=act.name)


def retype(patch: Patch, act: Retype) -> None:
    """Give an entity another kind."""
    patch.entity(act.entity).change(kind=act.kind)


def merge(patch: Patch, act: Merge) -> None:
    """Make one of two entities; nothing is left to do where they are one already."""
    into, draft = patch.entity(act.into), patch.entity(act.entity)
    if draft is not into:
        patch.merge(draft, into)


def split(patch: Patch, act: Split) -> None:
    """Give some mentions an entity of their own; those that are not there any more stay out."""
    found = [place for anchor in act.places if (place := patch.finder.find(anchor))]
    if not found:
        raise UnfitError("its words are no longer in the article")
    draft = patch.add(f"E-{act.id}", act.name, act.kind)
    for place in found:
        patch.move((place.start, place.end), draft)


def nobody(patch: Patch, act: Nobody) -> None:
    """Take an entity away; nothing is left to do where its words mean none."""
    ident = patch.ident(act.entity)
    if ident is not None:
        patch.remove(patch.draft(ident))


def no_mention(patch: Patch, act: NoMention) -> None:
    """Make a place mean nobody."""
    place = patch.place(act.place)
    patch.drop((place.start, place.end))


def add_mention(patch: Patch, act: AddMention) -> None:
    """Make a place mean an entity."""
    place, draft = _range(patch, act), patch.entity(act.entity)
    patch.move(place, draft)


def new_entity(patch: Patch, act: NewEntity) -> None:
    """Make an entity of a place; one that has exactly this place now gets the name and kind."""
    place = _range(patch, act)
    draft = patch.add(f"E-{act.id}", act.name, act.kind)
    patch.move(place, draft)


def set_role(patch: Patch, act: SetRole) -> None:
    """Say what an entity is: with a place of the article, or at its first mention in words."""
    draft = patch.entity(act.entity)
    found = patch.finder.find(act.place) if act.place else None
    if found is not None:
        patch.role(draft, Role(found.start, found.end, by=By.PERSON))
        return
    start, end = min(draft.mentions)
    patch.role(draft, Role(start, end, by=By.PERSON, words=act.words))


def _range(patch: Patch, act: AddMention | NewEntity) -> Range:
    place = patch.place(act.place)
    return place.start, place.end


ACTS: dict[type[Act], Callable[[Patch, Any], None]] = {
    Rename: rename,
    Retype: retype,
    Merge: merge,
    Split: split,
    Nobody: nobody,
    NoMention: no_mention,
    AddMention: add_mention,
    NewEntity: new_entity,
    SetRole: set_role,
}
