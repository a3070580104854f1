"""What is known of a person from one article: field, gender and nationality."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from re import findall

from msgspec import Struct

from ...analysis.knowledge import names as words
from ...analysis.knowledge.loader import tables
from ..figures import Figure

_ABOUT_ALL = frozenset(("politics", "business"))  # people of every field go into these


class PersonBackground(Struct, frozen=True, gc=False):
    """What articles say of a person; each part is empty where they say nothing."""

    fields: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()

    def __or__(self, other: PersonBackground) -> PersonBackground:
        """What two articles say together."""
        return PersonBackground(
            self.fields | other.fields,
            self.genders | other.genders,
            self.nations | other.nations,
        )

    def contradicts(self, other: PersonBackground) -> bool:
        """Whether both cannot well be said of one person."""
        if self.genders and other.genders and self.genders.isdisjoint(other.genders):
            return True
        apart = self.fields and other.fields and self.fields.isdisjoint(other.fields)
        return bool(apart) and not (self.fields | other.fields) & _ABOUT_ALL


_NOTHING = PersonBackground()


def contradict(told: Iterable[PersonBackground]) -> bool:
    """Whether any two of these contradict each other."""
    different = list({background for background in told if background != _NOTHING})
    return any(
        one.contradicts(other)
        for place, one in enumerate(different)
        for other in different[place + 1 :]
    )


def backgrounds(figure: Figure) -> PersonBackground:
    """What an article says of a figure by its roles."""
    return _of_roles(figure.roles) if figure.roles else _NOTHING


@lru_cache(maxsize=100_000)
def _of_roles(roles: tuple[str, ...]) -> PersonBackground:
    said = {word for role in roles for word in findall(r"[\w-]+", role.lower())}
    people, titles = words.people(), words.titles()
    genders = {
        gender
        for gender, nouns in (
            ("male", people.male | titles.male),
            ("female", people.female | titles.female),
        )
        if not said.isdisjoint(nouns)
    }
    fields = {_fields()[word] for word in said if word in _fields()}
    nations = {words.nations().adjectives[w] for w in said if w in words.nations().adjectives}
    return PersonBackground(
        frozenset(fields),
        frozenset(genders) if len(genders) == 1 else frozenset(),
        frozenset(nations),
    )


@cache
def _fields() -> dict[str, str]:
    listed = tables("cast/fields.toml").items()
    return {noun: field for field, nouns in listed for noun in nouns}
