"""Whether someone is "he" or "she": what the text says first, then the forename."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name, spelling

_SYLLABLES = re.compile(r" [A-Z][a-z]+-[a-z]+\Z")


class Gender(StrEnum):
    """The pronouns that a person takes."""

    MALE = "male"
    FEMALE = "female"


def of_nouns(nouns: Iterable[str]) -> Gender | None:
    """The gender that nouns and titles settle ("spokeswoman", "Mr."), None if none or both do."""
    people, titles = words.people(), words.titles()
    male = female = False
    for noun in nouns:
        male = male or noun in people.male or noun in titles.male
        female = female or noun in people.female or noun in titles.female
    if male == female:
        return None
    return Gender.MALE if male else Gender.FEMALE


def _is_given(name: str) -> bool:
    """Whether a name ends in a given name of two syllables ("Kim Min-jun")."""
    return bool(_SYLLABLES.search(name))


def of_names(parse: Parse, names: Iterable[Name]) -> Gender | None:
    """The gender by the titles before someone's names, else by the forename."""
    titles: list[str] = []
    forenames: dict[bool, Gender] = {}
    for name in names:
        titles += parse.lower[name.title : name.first]
        full = name.last - name.first > 1
        if full not in forenames:
            spelled = spelling(parse, name.first, name.last)
            word = spelled[-1 if _is_given(parse.words(name.first, name.last)) else 0]
            if gender := words.gender_of_forename(word.capitalize()):
                forenames[full] = Gender(gender)
    return of_nouns(titles) or forenames.get(True) or forenames.get(False)
