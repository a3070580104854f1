"""What an overview is of: articles with what was found in them, and who is who in all of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from msgspec import Struct

from ...analysis import Entity, Kind
from ..index import Index

if TYPE_CHECKING:
    from ...collection import Collection
    from ..reading import Reading

LONG = 300_000
"""Code points from which an overview is counted in a thread."""

Key = str | int
T = TypeVar("T")


class Somebody(NamedTuple):
    """An entity, in one article or several: `key` tells it apart from all others."""

    key: Key
    name: str
    kind: Kind


class Stop(NamedTuple):
    """An annotation to look at: the name of its article, and its id there."""

    document: str
    ident: str


class OverviewArticle(Struct, frozen=True):
    """One article: its name among the others, its text, and what was found in it.

    `numbers` gives the member of the cast that each of its entities is; None where there is no
    cast, and each is itself. `differing` are its events of which other articles tell otherwise.
    """

    name: str
    text: str
    index: Index
    published: date | None = None
    numbers: Mapping[str, int] | None = None
    differing: frozenset[str] = frozenset()


class Material:
    """The articles of an overview. `cast` is who is in them, where there are several."""

    def __init__(
        self, documents: Sequence[OverviewArticle], cast: Mapping[int, Somebody] | None = None
    ) -> None:
        self.documents = tuple(documents)
        self._cast = cast or {}
        self._known: dict[Hashable, Any] = {}
        self._making = RLock()

    def remembered(self, name: Hashable, make: Callable[[], T]) -> T:
        """What was made of the material under this name, made now where it was not.

        Several threads may ask: one makes at a time, and nothing is made twice.
        """
        if name not in self._known:
            with self._making:
                if name not in self._known:
                    self._known[name] = make()
        found: T = self._known[name]
        return found

    def knows(self, name: Hashable) -> bool:
        """Whether something was made of the material under this name."""
        return name in self._known

    @classmethod
    def of_reading(cls, reading: Reading, name: str = "") -> Material:
        """The article being read."""
        article = reading.article
        return cls([OverviewArticle(name, article.text, reading.index, article.published)])

    @classmethod
    def of_collection(cls, collection: Collection) -> Material:
        """All articles of a collection."""
        cast = {
            number: Somebody(number, member.name, member.kind)
            for number, member in enumerate(collection.cast)
        }
        differing = {
            (telling.document, telling.event)
            for entry in collection.timeline
            if entry.disagreements
            for telling in entry.tellings
        }
        documents = [
            OverviewArticle(
                name,
                analysis.document.text,
                Index(analysis),
                analysis.document.date,
                collection.numbers[name],
                frozenset(event for document, event in differing if document == name),
            )
            for name, analysis in collection.analyses.items()
        ]
        return cls(documents, cast)

    def only(self, name: str) -> Material:
        """The article of this name alone, with the same cast."""
        return Material([one for one in self.documents if one.name == name], self._cast)

    def without(self, name: str) -> Material:
        """All articles but the one of this name."""
        return Material([one for one in self.documents if one.name != name], self._cast)

    def who(self, document: OverviewArticle, entity: Entity) -> Somebody:
        """Who an entity of an article is."""
        if document.numbers is None:
            return Somebody(entity.id, entity.name, entity.kind)
        number = document.numbers.get(entity.id)
        if number is None:
            return Somebody(f"{document.name}\n{entity.id}", entity.name, entity.kind)
        return self._cast[number]

    def entities(self) -> Iterator[tuple[OverviewArticle, Entity, Somebody]]:
        """Every entity of every article, and who it is."""
        for document in self.documents:
            for entity in document.index.annotations.entities:
                yield document, entity, self.who(document, entity)

    @cached_property
    def ranked(self) -> list[tuple[Somebody, int]]:
        """Everybody with the number of mentions, most mentioned first."""
        counts: dict[Key, int] = {}
        who: dict[Key, Somebody] = {}
        for _, entity, somebody in self.entities():
            who.setdefault(somebody.key, somebody)
            counts[somebody.key] = counts.get(somebody.key, 0) + len(entity.mentions)
        order = sorted(who.values(), key=lambda one: -counts[one.key])
        return [(somebody, counts[somebody.key]) for somebody in order]

    @cached_property
    def stops(self) -> dict[Key, tuple[Stop, ...]]:
        """For everybody the articles they are in, each with the entity there."""
        found: dict[Key, dict[str, Stop]] = {}
        for document, entity, somebody in self.entities():
            known = found.setdefault(somebody.key, {})
            known.setdefault(document.name, Stop(document.name, entity.id))
        return {key: tuple(stops.values()) for key, stops in found.items()}


def is_long(material: Material) -> bool:
    """Whether counting a material takes so long that a thread should do it."""
    return sum(len(document.text) for document in material.documents) > LONG


def kept_with(of: object, make: Callable[[], Material]) -> Material:
    """The material of an analysis or collection, kept with it, and with it all that is counted."""
    material: Material = vars(of).setdefault("overview", None) or make()
    vars(of)["overview"] = material
    return material
