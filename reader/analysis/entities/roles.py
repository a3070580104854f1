"""What the text says someone or something is: titles, appositions, predicates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..annotations import Kind
from ..parse import Parse
from . import phrases, words
from .clusters import Cluster
from .name import Name

_COPULAS = frozenset(("be", "become", "remain"))
_PERSONAL = (Kind.PERSON,)
_PARTING = frozenset((":", ";", "(", ")", "[", "]", "--", "—", "–", "-", "and", "or"))
_BEFORE_NAME = frozenset(("NOUN", "PROPN", "ADJ"))


class Description(NamedTuple):
    """A noun phrase that says what an entity is.

    `head` is its head noun; `apart` says whether it is a mention of its own, which a title
    in front of a name is not.
    """

    cluster: Cluster
    head: int
    rule: str
    apart: bool = True


def fits(noun: str, kind: Kind) -> bool:
    """Whether a noun in lower case can describe something of a kind."""
    people = words.people()
    if noun in people.roles or noun in people.generic:
        return kind in (Kind.PERSON, Kind.GROUP)
    told = words.heads().get(noun)
    if told is None:
        return True
    if kind is Kind.PERSON:
        return False
    return told is kind or kind not in (Kind.LANGUAGE,)


def described(parse: Parse, name: Name, cluster: Cluster) -> Iterator[Description]:
    """The titles and appositions of one mention, and what it is said to be."""
    yield from _titled(parse, name, cluster)
    head = phrases.head_of(parse, name.first, name.last)
    for child in parse.children[head]:
        follows = parse.dep[child] == "appos" and _beside(parse, name.last, child)
        if follows and _describes(parse, child, cluster):
            yield Description(cluster, child, "apposition")
    above = parse.head[head]
    precedes = parse.dep[head] == "appos" and _beside(parse, above + 1, name.first)
    if precedes and _describes(parse, above, cluster):
        yield Description(cluster, above, "apposition", _stands_apart(parse, above, name))
    predicate = predicate_of(parse, head)
    if predicate is not None and _describes(parse, predicate, cluster):
        yield Description(cluster, predicate, "predicate")


def _beside(parse: Parse, first: int, last: int) -> bool:
    """Whether `last` follows `first` with nothing between that parts an apposition."""
    return first <= last and not any(parse.text[token] in _PARTING for token in range(first, last))


def _stands_apart(parse: Parse, noun: int, name: Name) -> bool:
    """Whether a noun before a name is a phrase of its own ("his wife Ann", not "actress Ann")."""
    return parse.text[name.title - 1] == "," or any(
        parse.dep[child] in ("det", "poss") for child in parse.children[noun]
    )


def predicate_of(parse: Parse, subject: int) -> int | None:
    """The noun that a subject is said to be, without "not"."""
    verb = parse.head[subject]
    if parse.dep[subject] != "nsubj" or parse.lemma[verb] not in _COPULAS:
        return None
    noun = parse.child(verb, "attr")
    if noun is None or noun < subject or parse.child(verb, "neg") is not None:
        return None
    return noun if parse.tag[noun] == "NN" else None


def _describes(parse: Parse, noun: int, cluster: Cluster) -> bool:
    if parse.pos[noun] not in ("NOUN", "PROPN") or not fits(parse.lower[noun], cluster.kind):
        return False
    if parse.tag[noun] in ("NNS", "NNPS") and cluster.kind is Kind.PERSON:
        return False
    if cluster.kind is not Kind.PERSON and parse.child(noun, "conj") is not None:
        return False  # one of a list
    proper = parse.pos[noun] == "PROPN"
    return not proper or parse.lower[noun] in words.people().roles


def _titled(parse: Parse, name: Name, cluster: Cluster) -> Iterator[Description]:
    before = name.first - 1
    if cluster.kind not in _PERSONAL or before < 0:
        return
    if parse.sentence_of[before] != parse.sentence_of[name.first]:
        return
    word = parse.lower[before]
    if word in words.people().roles or word in words.titles().office:
        yield Description(cluster, before, "title", apart=False)


def title_range(parse: Parse, head: int) -> tuple[int, int]:
    """The tokens of a title from its first modifier to its head."""
    first = head
    while first > 0 and parse.pos[first - 1] in _BEFORE_NAME:
        if parse.sentence_of[first - 1] != parse.sentence_of[head]:
            break
        first -= 1
    return first, head + 1
