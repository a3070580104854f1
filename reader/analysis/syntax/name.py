"""A name in the making: one span of tokens that names something."""

from __future__ import annotations

from dataclasses import dataclass

from ..knowledge import names as words
from ..knowledge.spelling import compared
from ..parse.columns import Parse
from ..types import Kind

KIND_OF_LABEL = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "NORP": Kind.GROUP,
    "EVENT": Kind.EVENT,
    "WORK_OF_ART": Kind.WORK,
    "PRODUCT": Kind.PRODUCT,
    "LAW": Kind.LAW,
    "FAC": Kind.FACILITY,
    "LANGUAGE": Kind.LANGUAGE,
}


@dataclass(slots=True)
class Name:
    """A token range, end exclusive, with what the model calls it and the rule that found it.

    `former` says that the text tells it as a name that somebody no longer goes by.

    `label` is empty where the model sees no name. `title` is where the titles before the
    name begin (its own first token where there are none).
    """

    first: int
    last: int
    label: str
    rule: str
    title: int = -1
    former: bool = False

    def __post_init__(self) -> None:
        if self.title < 0:
            self.title = self.first


def spelling(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as they are compared: lower case, without article or possessive."""
    return normal(parse.words(first, last))


def normal(text: str) -> tuple[str, ...]:
    """`text` as a name is compared: its words in lower case, without "the" in front."""
    found = [made for word in text.lower().split() if (made := compared(word))]
    if len(found) > 1 and found[0] == "the":
        del found[0]
    return tuple(found)


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: not all in lower case."""
    return not word.islower() and any(c.isalnum() for c in word)


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone, as "NATO" or "U.N."."""
    letters = word.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def is_nationality(word: str) -> bool:
    """Whether a lower-case word is an adjective or name of a people."""
    nations = words.nations()
    return word in nations.adjectives or word in nations.people
