"""What the writer tells and what others are quoted with: a parse seen with its quotations.

Noun phrases are cut where quotations break into them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from ..knowledge.quote_words import words
from ..parse.columns import Parse

NARRATION, UNMARKED = -1, -2
_LONGEST = 60
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_TIME_LABELS = frozenset({"DATE", "TIME"})
_EDGE = frozenset(",;:.—–―- ")


class Narration:
    """A parse with the token ranges of its quotations, in text order (none: all is told).

    `level[i]` is the number of the quotation that holds token i, NARRATION outside all, or
    UNMARKED for words that are somebody's without marks. `left[i]` and `right[i]` bound the
    tokens below i in the parse, `right` exclusive. `label` gives the model's label of each
    token in a name.
    """

    def __init__(self, parse: Parse, quoted: Iterable[tuple[int, int]] = ()) -> None:
        self.parse = parse
        self.level = [NARRATION] * len(parse)
        for number, (first, last) in enumerate(quoted):
            self.level[first:last] = [number] * (last - first)
        self.left, self.right = _edges(parse)
        self.label = {
            token: name.label for name in parse.names for token in range(name.first, name.last)
        }

    def narrated(self, token: int) -> bool:
        """Whether the token stands outside all quotations."""
        return self.level[token] == NARRATION


class Phrase(NamedTuple):
    """A noun phrase as tokens: its head and its range, end exclusive."""

    head: int
    first: int
    last: int


def phrase(told: Narration, head: int, cue: int) -> Phrase | None:
    """The noun phrase around a head, cut at the cue and at quotations that hold no part of it."""
    level = told.level[head]
    first, last = head, head + 1
    low = max(told.left[head], head - _LONGEST, 0)
    high = min(told.right[head], head + _LONGEST)
    while first > low and first - 1 != cue and told.level[first - 1] == level:
        first -= 1
    while last < high and last != cue and _belongs(told, last, level):
        last += 1
    texts = told.parse.text
    while last > head + 1 and texts[last - 1] in _EDGE:
        last -= 1
    while first < head and texts[first] in _EDGE:
        first += 1
    return Phrase(head, first, last)


def _belongs(told: Narration, token: int, level: int) -> bool:
    return told.level[token] == level


def possessor(told: Narration, noun: int) -> Phrase | None:
    """The source named by "X's statement", "a statement by X", else the noun itself."""
    parse = told.parse
    owner = owner_of(told, noun)
    if owner is not None:
        return owner
    for child in parse.children[noun]:
        if parse.dep[child] == "prep" and parse.lower[child] in {"by", "from", "of"}:
            pobj = parse.child(child, "pobj")
            if pobj is not None:
                return phrase(told, pobj, noun)
    return None


def owner_of(told: Narration, noun: int) -> Phrase | None:
    """The possessor of a noun, if it is no time; by its mark alone where the parse has none."""
    parse = told.parse
    owner = parse.child(noun, "poss")
    if owner is None and noun > 1 and parse.text[noun - 1] in _POSSESSIVES:
        owner = noun - 2
    if owner is None or _tells_time(told, owner):
        return None
    return Phrase(owner, min(owner, told.left[owner]), owner + 1)


def _tells_time(told: Narration, token: int) -> bool:
    """Whether a possessor says when, not who: "yesterday's statement", "last week's ruling"."""
    return told.label.get(token) in _TIME_LABELS or told.parse.lower[token] in words("time_nouns")


def _edges(parse: Parse) -> tuple[array[int], array[int]]:
    """The first token below each token and the end of the last, leaves first."""
    size = len(parse)
    left, right = array("i", range(size)), array("i", range(1, size + 1))
    waiting = array("i", parse.children.counts())
    ready = array("i", (token for token, count in enumerate(waiting) if not count))
    for token in ready:
        head = parse.head[token]
        if head == token:
            continue
        left[head] = min(left[head], left[token])
        right[head] = max(right[head], right[token])
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return left, right
