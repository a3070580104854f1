"""Noun phrases around a head noun."""

from __future__ import annotations

from typing import NamedTuple

from ..knowledge import names as words
from ..parse.columns import Parse

_BEFORE = frozenset(
    ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case")
)
_AFTER = frozenset(("prep", "case"))
_NOUNS = ("NOUN", "PROPN")
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_PUNCTUATION = frozenset((",", ";", ":", "--", "—", "(", ")", '"', "“", "”"))


def base(parse: Parse, head: int) -> tuple[int, int]:
    """The token range of a noun phrase from its determiner to its head."""
    first, last = head, _end(parse, head)
    for child in parse.children[head]:
        if child < first and parse.dep[child] in _BEFORE:
            first = min(first, parse.subtree_range(child)[0])
    for token in range(head - 1, first - 1, -1):
        if parse.text[token] in _PUNCTUATION:
            return token + 1, last
        if parse.head[token] == head and parse.dep[token] == "det":
            return token, last  # "11 percent the union" is a slip of the parser
    return first, last


def _end(parse: Parse, head: int) -> int:
    """Where a head noun ends, with what hyphens tie to it ("co-founder", its head "co")."""
    last = head + 1
    while (
        last + 1 < len(parse)
        and parse.text[last] == "-"
        and parse.end[last - 1] == parse.start[last]
        and parse.end[last] == parse.start[last + 1]
    ):
        last += 2
    return last


def with_complements(parse: Parse, head: int) -> tuple[int, int]:
    """The base noun phrase with the prepositional phrases that follow its head."""
    first, last = base(parse, head)
    for child in parse.children[head]:
        if child >= last and parse.dep[child] in _AFTER:
            last = max(last, parse.subtree_range(child)[1])
    for token in range(head + 1, last):
        if parse.text[token] in _PUNCTUATION:
            last = token
            break
    return first, last - (last - 1 > head and parse.pos[last - 1] == "ADP")


class Qualities(NamedTuple):
    """What stands before a head noun and tells the thing from others of its sort."""

    nouns: frozenset[str]
    ranks: frozenset[str]
    sides: frozenset[str]

    def allow(self, other: Qualities) -> bool:
        """Whether two phrases with one head noun can mean one thing.

        "The finance minister" is not the transport minister, no vice-president is president,
        and the Democratic nominee not the Republican one.
        """
        return (
            self.ranks == other.ranks
            and _share(self.nouns, other.nouns)
            and _share(self.sides, other.sides)
        )

    def also(self, other: Qualities) -> Qualities:
        """All that both say, with the ranks of the other."""
        return Qualities(self.nouns | other.nouns, other.ranks, self.sides | other.sides)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def qualities(parse: Parse, head: int) -> Qualities:
    """The nouns, ranks, nations and camps right before a head noun."""
    start = parse.sentence(parse.sentence_of[head])[0]
    ranks = words.people().ranks
    before: set[str] = set()
    token = head - 1
    while token >= start and (parse.pos[token] in _NOUNS or parse.lower[token] in ranks):
        if parse.text[token - 1] == "-":
            break  # "two-term"
        before.add(parse.lower[token])
        token -= 1
    sides = {_side(parse.lower[c]) for c in parse.children[head] if parse.dep[c] == "amod"}
    return Qualities(frozenset(before), frozenset(before & ranks), frozenset(sides - {""}))


def _side(adjective: str) -> str:
    """What an adjective of a nation, faith or camp stands for, "" for others."""
    return words.nations().adjectives.get(adjective) or words.groups().get(adjective, "")


def determiner(parse: Parse, head: int) -> str:
    """The determiner of a noun in lower case, "" where it has none."""
    token = parse.child(head, "det")
    return parse.lower[token] if token is not None else ""


def is_restricted(parse: Parse, head: int) -> bool:
    """Whether a clause without a comma before it says which thing a noun means."""
    clause = parse.child(head, "relcl", "acl")
    if clause is None or (parse.dep[clause] == "acl" and parse.tag[clause] in _FINITE):
        return False  # "The academy paid for it", which the parser may take for one phrase
    return not any(
        parse.text[token] == "," for token in range(head + 1, parse.subtree_range(clause)[0] + 1)
    )


def is_parted(parse: Parse, head: int) -> bool:
    """Whether an adjective makes another thing of a noun ("the new company")."""
    return any(
        parse.dep[child] == "amod" and parse.lower[child] in words.head_words("parting")
        for child in parse.children[head]
    )


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token of a range that governs the rest of it."""
    for token in range(last - 1, first - 1, -1):
        head = parse.head[token]
        if head == token or not first <= head < last:
            return token
    return last - 1
