"""What the words of a name say about its kind, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import is_nationality
from ..types import Kind

_LONG = 4
_LONGEST_ENDING = 7
_SHORTEST_STEM = 2
_SETTLING = frozenset(
    ("known-place-name", "city-of-long-name", *(f"known-{kind}" for kind in Kind))
)
_CENTERS = words.small_words("centers")
_STUDIED = words.small_words("studied")
_LIKE_SURNAMES = (Kind.PLACE, Kind.FACILITY, Kind.LAW)
_PARTS_OF_TOWNS = words.small_words("parts_of_towns")
_COUNTED = re.compile(r"(?:[A-Z]?\d[\d.-]*[a-z]?|[a-zA-Z]|[ivx]{1,4})\Z")
_NUMBER = re.compile(r"-\d{1,4}\Z")


def signs(spelling: tuple[str, ...]) -> Iterator[str]:
    """The signs in the words of a name."""
    whole = list(_of_whole(spelling))
    yield from whole
    several = len(spelling) > 1
    placed = list(_of_place_in_front(spelling)) if several else []
    yield from placed
    if spelling[-1] in words.head_words("newspaper") and _is_whose(" ".join(spelling[:-1])):
        yield "newspaper-of-place"
    if several and (spelling[-1] in words.head_words("company") or _has_partner(spelling)):
        yield "legal-form"
    kind = None if _has_particle(spelling) else head_kind(spelling)
    opening = _opening(spelling) if several else None
    if kind and several:
        yield f"head-{kind}" if len(spelling) < _LONG else f"head-{kind}-of-long-name"
    elif kind and not whole:
        yield f"head-{kind}-alone"
    elif several and spelling[-1] in words.head_words("road"):
        yield "head-road"
    if opening:
        yield f"opening-{opening}"
    elif _is_label(spelling):
        yield "label-and-number"
    elif not (kind or placed or set(whole) & _SETTLING) and _opens_with_forename(spelling):
        doubtful = spelling[0] in words.listed("forenames_doubtful")
        yield "doubtful-forename-first" if doubtful else "forename-first"
    elif _may_be_person(kind, spelling):
        yield "forename-before-head"  # "Helen Park" may be a person
    if len(spelling) > 2 and spelling[-1] in words.small_words("no_surname"):
        yield "function-word-last"
    if not (whole or kind or (several and spelling[-1] in words.head_words("road"))):
        yield from _of_unknown(spelling)


def _has_partner(spelling: tuple[str, ...]) -> bool:
    """Whether a firm is called after somebody and his family ("Lamb and Sons")."""
    return spelling[-1] in words.beside_names("partners") and spelling[-2] in ("and", "&")


def _has_particle(spelling: tuple[str, ...]) -> bool:
    """Whether the last word is a surname after its small word ("Joost van Dam")."""
    inside = set(spelling[1:-1]) & words.titles().particles - {"of", "the"}
    return bool(inside) and _opens_with_forename(spelling)


def _opening(spelling: tuple[str, ...]) -> str | None:
    """What the first words of a name say it is."""
    if spelling[0] in words.beside_names("campaigning"):
        return "campaign"  # "Save Ash Wood"
    found = words.leading().get(spelling[0])
    if found is None and head_kind(spelling) not in (Kind.ORGANIZATION, Kind.FACILITY):
        found = words.leading().get(spelling[1])  # no National "Hurricane" Center
    return Kind.PRODUCT if found is None and _is_model(spelling) else found


def _is_model(spelling: tuple[str, ...]) -> bool:
    """Whether a maker of cars and one word name a car ("Toyota Sienna")."""
    ordinary = spelling[-1] in words.heads() or spelling[-1] in words.head_words("company")
    return spelling[0] in words.beside_names("makers") and len(spelling) == 2 and not ordinary


def _is_label(spelling: tuple[str, ...]) -> bool:
    """Whether a name counts something of a sort ("Wave 4", "Rule 26.1")."""
    if len(spelling) != 2 or spelling[0] not in words.beside_names("labels"):
        return False
    return bool(_COUNTED.match(spelling[1]))


def _may_be_person(kind: Kind | None, spelling: tuple[str, ...]) -> bool:
    """Whether a forename stands before a head word that is a surname too ("Helen Park")."""
    if len(spelling) != 2 or not _opens_with_forename(spelling):
        return False
    return kind in _LIKE_SURNAMES


def _of_unknown(spelling: tuple[str, ...]) -> Iterator[str]:
    """What the last word of a name says of which nothing else is known."""
    several = len(spelling) > 1
    if several and spelling[0] in words.small_words("irish"):
        yield "particle-first"
    ending = None
    if spelling[-1] in words.listed("surnames"):
        yield "surname-last" if several else "surname-alone"
    elif ending := _ending(spelling[-1]):
        yield f"{ending}-ending-last" if several else f"{ending}-ending-alone"
    if spelling[0] in words.listed("surnames") and several and not _opens_with_forename(spelling):
        yield "surname-first"
    if several and not any(map(_is_of_person, spelling)) and ending != Kind.PERSON:
        yield "no-persons-word"


def _ending(word: str) -> str | None:
    """What the longest known ending of a word mostly names, where enough stands before it."""
    for size in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 1, -1):
        if kind := words.endings().get(word[-size:]):
            return kind
    return None


def _of_whole(spelling: tuple[str, ...]) -> Iterator[str]:
    """What is known of a name as a whole."""
    name = " ".join(spelling)
    known = words.known().get(name)
    if known:
        yield f"known-{known}"
    elif words.is_place(name):
        yield "known-place-name"
    elif name in words.cities():
        yield "city" if len(spelling) < 3 else "city-of-long-name"
        if len(spelling) == 1 and not _may_be_of_person(name):
            yield "city-alone"
    if is_nationality(name) or name in words.groups():
        yield "people-or-camp"
    elif known is None and _is_of_townspeople(spelling[-1]):
        yield "townspeople"


def _may_be_of_person(word: str) -> bool:
    """Whether a single word is a forename or surname too."""
    return word in words.listed("surnames") or words.is_forename(word.capitalize())


def _is_of_person(word: str) -> bool:
    """Whether a word is known as a forename, surname or small word of people's names."""
    if len(word) < 3 or word in words.listed("surnames") or word in words.titles().particles:
        return True
    return any(words.is_forename(part.capitalize()) for part in (word, *word.split("-")))


def _is_of_townspeople(word: str) -> bool:
    """Whether a word names the people of a city or place by its ending ("Clevelanders")."""
    town = word.removesuffix("s").removesuffix("er")
    return len(word) - len(town) > 1 and len(town) > 2 and is_known_place(town)


def _is_whose(opening: str) -> bool:
    """Whether words say where a newspaper is from."""
    return is_known_place(opening) or is_nationality(opening)


def _of_place_in_front(spelling: tuple[str, ...]) -> Iterator[str]:
    """What a place or people in front of other words says."""
    if _is_part_of_land(spelling):
        yield "part-of-land"
        return
    if head_kind(spelling):
        return
    place, last = " ".join(spelling[:-1]), spelling[-1]
    forename = len(spelling[0]) > 2 and words.is_forename(spelling[0].capitalize())
    known = words.is_place(place) or (place in words.cities() and not forename)
    if known and last.endswith("s") and not last.endswith("ss"):
        yield "camp-of-place" if last in words.groups() else "team-of-place"
    elif len(words.nations().codes.get(spelling[0], "")) == 2 and not forename:
        yield "country-in-front"


def _is_part_of_land(spelling: tuple[str, ...]) -> bool:
    """Whether a name is a known place after an adjective ("Communist China", "Little Havana")."""
    first, rest = spelling[0], " ".join(spelling[1:])
    if first in _PARTS_OF_TOWNS and rest in words.cities():
        return True
    described = first in words.groups() or first in words.nations().adjectives
    return described and words.is_place(rest)


def _opens_with_forename(spelling: tuple[str, ...]) -> bool:
    named = 1 < len(spelling) < 5 and spelling[0] not in words.titles().particles
    road = spelling[-1] in words.beside_names("no_surnames")
    return named and not road and words.is_forename(spelling[0].capitalize())


def head_kind(spelling: tuple[str, ...]) -> Kind | None:
    """The kind its head word settles: the last one, or the last before "of" or "for"."""
    heads = words.heads()
    if len(spelling) > 1 and spelling[-1] in words.head_words("commercial"):
        return Kind.ORGANIZATION  # "Quill Capital"
    if spelling and spelling[-1] in _CENTERS and set(spelling) & _STUDIED:
        return Kind.ORGANIZATION
    for place, word in enumerate(spelling[1:], 1):
        if word in ("of", "for", "against") or (
            word == "on" and spelling[place - 1] in words.head_words("concerned")
        ):
            what = spelling[place - 1]
            if what not in heads and heads.get(spelling[-1]) is Kind.LAW:
                return Kind.LAW  # "Freedom of Harbours Act"
            return Kind.ORGANIZATION if what in _CENTERS else heads.get(what)
    return heads.get(_NUMBER.sub("", spelling[-1])) if spelling else None


def is_known_place(word: str) -> bool:
    """Whether a name in lower case is a well-known place or a city."""
    return words.is_place(word) or word in words.cities()
