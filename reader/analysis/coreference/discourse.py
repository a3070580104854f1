"""What a text speaks of at each point, and how present each thing is.

Salience follows Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution"
(Computational Linguistics 20(4)): weights for the grammatical role of a mention, halved
with every sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..grouping.clusters import Cluster
from ..grouping.gender import Gender
from ..parse.columns import Parse
from ..types import Kind

_RECENCY = 100.0
_ROLES = {
    "nsubj": 120.0,
    "nsubjpass": 120.0,
    "dobj": 50.0,
    "attr": 40.0,
    "dative": 40.0,
    "pobj": 30.0,
    "poss": 40.0,
    "appos": 30.0,
}
_MAIN = 50.0


class Sort(StrEnum):
    """What a pronoun distinguishes."""

    PERSON = "person"
    THING = "thing"
    MANY = "many"


_REACH = {Sort.PERSON: 6, Sort.THING: 3, Sort.MANY: 3}


@dataclass(eq=False, slots=True)
class Referent:
    """Something spoken of: an entity with a name, or a noun phrase without one.

    A `vessel` may be "she" too.
    """

    sort: Sort
    cluster: Cluster | None = None
    gender: Gender | None = None
    noun: str = ""
    vessel: bool = False
    salience: float = 0.0
    sentence: int = -1
    heads: list[int] = field(default_factory=list)

    def present(self, sentence: int) -> float:
        """The salience in a later sentence."""
        return self.salience * 0.5 ** (sentence - self.sentence)


class Discourse:
    """The referents of the last few sentences."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._recent: dict[Referent, None] = {}

    def mention(self, referent: Referent, head: int) -> None:
        """Note that a token speaks of a referent."""
        sentence = self.parse.sentence_of[head]
        stands = self._stands_for(head)
        weight = _RECENCY + _ROLES.get(self.parse.dep[stands], 20.0)
        if self._is_main(stands):
            weight += _MAIN
        if referent.sentence == sentence:
            referent.salience += weight / 4
        else:
            referent.salience = referent.present(sentence) + weight
            referent.heads.clear()
        referent.sentence = sentence
        referent.heads.append(head)
        self._recent.pop(referent, None)
        self._recent[referent] = None

    def forget(self, referent: Referent) -> None:
        """Drop a referent that turns out to be another."""
        self._recent.pop(referent, None)

    def near(self, sentence: int) -> Iterator[Referent]:
        """The referents of the last sentences, the latest first."""
        gone = []
        for referent in reversed(self._recent):
            if sentence - referent.sentence > _REACH[referent.sort]:
                gone.append(referent)
            else:
                yield referent
        for referent in gone:
            del self._recent[referent]

    def _stands_for(self, head: int) -> int:
        """The head whose grammatical role a mention has: an apposition has that of its noun."""
        while self.parse.dep[head] == "appos":
            head = self.parse.head[head]
        return head

    def _is_main(self, head: int) -> bool:
        """Whether a mention is an argument of its sentence's main verb."""
        verb = self.parse.head[head]
        return self.parse.head[verb] == verb


def sort_of(kind: Kind) -> Sort:
    """What a pronoun can be for something of a kind."""
    if kind is Kind.PERSON:
        return Sort.PERSON
    return Sort.MANY if kind is Kind.GROUP else Sort.THING
