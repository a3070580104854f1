"""Where it happens: places and peoples by country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...analysis import Entity, Kind
from .material import Key, Material, OverviewArticle, Somebody

_BEHIND = 40
_MANY = 60
"""Places of which a table is made to look them up."""
_REGION = re.compile(r",\s+((?:[A-Z][\w.’'-]+ ?){1,3})")


class Named(Struct, frozen=True):
    """A place or people, and how often it and its adjective are mentioned."""

    who: Somebody
    mentions: int


class Country(Struct, frozen=True):
    """A country, or "" for places of no known one, with what lies in it by mentions."""

    name: str
    places: tuple[Named, ...]

    @property
    def mentions(self) -> int:
        """How often its places, peoples and adjectives are mentioned."""
        return sum(place.mentions for place in self.places)


class _Found(Struct):
    who: Somebody
    mentions: int = 0
    stated: str = ""


def countries(material: Material) -> list[Country]:
    """Places and peoples by country, most mentioned first, places of no known country last.

    A name of a country or its people says it itself. A city lies where the text says after its
    name ("Paris, Texas"), else where the one large city of that name lies. Failing that, it lies in
    the only country with such a city that the articles name. What is still open stays so. Made once
    for a material.
    """
    return material.remembered("countries", lambda: _countries(material))


def _countries(material: Material) -> list[Country]:
    from ...analysis.knowledge.names import territories

    found: dict[Key, _Found] = {}
    for document, entity, who in material.entities():
        if who.kind in (Kind.PLACE, Kind.GROUP):
            known = found.setdefault(who.key, _Found(who))
            known.mentions += len(entity.mentions) + len(entity.adjectives)
            known.stated = known.stated or _stated_behind(document, entity)
    own = {key: _country(one.who.name) for key, one in found.items()}
    named = {code for code in own.values() if code}
    by_code: dict[str, list[Named]] = {}
    for key, one in found.items():
        code = own[key]
        if not code and one.who.kind is Kind.PLACE:
            code = one.stated or _city(one.who.name, named, is_one_of_many=len(found) > _MANY)
        if code or one.who.kind is Kind.PLACE:
            by_code.setdefault(code, []).append(Named(one.who, one.mentions))
    made = [
        Country(territories().get(code, ""), tuple(sorted(places, key=lambda one: -one.mentions)))
        for code, places in by_code.items()
    ]
    return sorted(made, key=lambda country: (not country.name, -country.mentions))


def _country(name: str) -> str:
    """The code of a country by its name or people, "" where it is none."""
    from ...analysis.knowledge.names import nations

    known, name = nations(), name.lower().removeprefix("the ")
    return known.codes.get(name) or known.people.get(name) or known.adjectives.get(name) or ""


def _city(name: str, named: set[str], *, is_one_of_many: bool) -> str:
    """The country of a city or region, where it is the only one that can be meant."""
    from ...analysis.knowledge.gazetteer import located

    settled, possible = located(name, is_one_of_many=is_one_of_many)
    if settled:
        return settled
    fitting = named.intersection(possible)
    return fitting.pop() if len(fitting) == 1 else ""


def _stated_behind(document: OverviewArticle, entity: Entity) -> str:
    """The country or region that stands after a comma after a mention."""
    return next((code for code in _codes_behind(document.text, entity) if code), "")


def _codes_behind(text: str, entity: Entity) -> Iterator[str]:
    for mention in entity.mentions:
        match = _REGION.match(text, mention.end, mention.end + _BEHIND)
        words = match[1].split() if match else []
        for length in range(len(words), 0, -1):
            yield _region(" ".join(words[:length]).rstrip("."))


def _region(name: str) -> str:
    from ...analysis.knowledge.gazetteer import region

    return region(name) or _country(name)
