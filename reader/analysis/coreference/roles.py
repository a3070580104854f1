"""What the text says someone or something is: titles, appositions, predicates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax import noun_phrases as phrases
from ..syntax.name import Name
from ..types import Kind

_COPULAS = frozenset(("be", "become", "remain"))
_SERVING = words.small_words("serving")
_CHOOSING = words.small_words("choosing")
# With "as": by how a name depends on the verb.
_AS = {"nsubj": _SERVING, "nsubjpass": _CHOOSING, "dobj": _CHOOSING}
_SUPPOSING = frozenset(("if", "unless", "whether"))
_PARTING = frozenset((":", ";", "(", ")", "[", "]", "--", "—", "–", "-", "and", "or"))
_IN_TITLE = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET"))
_BEFORE_NAME = frozenset(("NOUN", "PROPN", "ADJ"))


class Description(NamedTuple):
    """A noun phrase that says what an entity is.

    `head` is its head noun; `apart` says whether it is a mention of its own, which a title
    in front of a name is not. `until` is where the name after a title begins.
    """

    cluster: Cluster
    head: int
    rule: str
    apart: bool = True
    until: int = 0


def fits(noun: str, kind: Kind) -> bool:
    """Whether a noun in lower case can describe something of a kind."""
    if words.is_person_noun(noun):
        return kind in (Kind.PERSON, Kind.GROUP)
    if kind is Kind.PERSON or kind is Kind.LANGUAGE:
        return False
    unlike = {kind, words.heads().get(noun)} == {Kind.PLACE, Kind.PRODUCT}
    return noun in words.describing_nouns() and not unlike


def described(parse: Parse, name: Name, cluster: Cluster) -> Iterator[Description]:
    """The titles and appositions of one mention, and what it is said to be."""
    head = phrases.head_of(parse, name.first, name.last)
    for child in parse.children[head]:
        follows = parse.dep[child] == "appos" and _beside(parse, name.last, child)
        follows = follows and not (_follows_other(parse, name, child) or _opens_list(parse, child))
        if follows and (
            _describes(parse, child, cluster) or _introduced(parse, name, child, cluster.kind)
        ):
            yield Description(cluster, child, "apposition")
    above = parse.head[head]
    precedes = parse.dep[head] == "appos" and _beside(parse, above + 1, name.first)
    if precedes and _describes(parse, above, cluster):
        yield Description(
            cluster, above, "apposition", _stands_apart(parse, above, name), name.first
        )
    else:
        yield from _titled(parse, name, cluster)
    for told in said_to_be(parse, head, cluster.kind):
        yield Description(cluster, told, "said-to-be")


def _follows_other(parse: Parse, name: Name, noun: int) -> bool:
    """Whether another name of a list stands between a name and a noun ("Moss, Lane, a cook")."""
    head = parse.head[noun]
    return any(
        parse.dep[child] in ("appos", "conj") and name.last <= child < noun
        for child in parse.children[head]
        if parse.pos[child] == "PROPN" and not words.is_place(parse.text[child])
    )


def _introduced(parse: Parse, name: Name, noun: int, kind: Kind) -> bool:
    """Whether "a" or "an" right after a name and a comma opens a noun's phrase."""
    first, last = phrases.base(parse, noun)
    if last < len(parse) and parse.pos[last] in ("NOUN", "PROPN"):
        return False  # "a second year student"
    if words.is_person_noun(parse.lower[noun]) and kind not in (Kind.PERSON, Kind.GROUP):
        return False
    if kind in (Kind.PLACE, Kind.GROUP) and not fits(parse.lower[noun], kind):
        return False
    if parse.lower[noun] in words.head_words("abstract"):
        return False
    indefinite = parse.lower[first] in ("a", "an") and parse.tag[noun] == "NN"
    if name.last < len(parse) and parse.text[name.last] != ",":
        return False
    return indefinite and first == name.last + 1 and parse.lower[noun] not in words.heads()


def _beside(parse: Parse, first: int, last: int) -> bool:
    """Whether `last` follows `first` with nothing between that parts an apposition."""
    return first <= last and not any(
        parse.text[token] in _PARTING and not _is_within(parse, token, first)
        for token in range(first, last)
    )


def _is_within(parse: Parse, token: int, first: int) -> bool:
    """Whether an "and" belongs to a phrase after "of" or the like that begins there."""
    if parse.pos[token] != "CCONJ":
        return False
    noun = parse.head[token]
    while parse.dep[noun] == "conj":
        noun = parse.head[noun]
    return parse.dep[noun] == "pobj" and first <= parse.head[noun] < token


def _stands_apart(parse: Parse, noun: int, name: Name) -> bool:
    """Whether a noun before a name is a phrase of its own ("his wife Ann", not "actress Ann")."""
    return parse.text[name.title - 1] == "," or any(
        parse.dep[child] in ("det", "poss") for child in parse.children[noun]
    )


def said_to_be(parse: Parse, subject: int, kind: Kind) -> Iterator[int]:
    """The nouns that something of a kind is said to be ("is a lawyer and singer", "as mayor").

    Of people any noun with "a" will do ("a legend"); else it must fit such a subject.
    """
    for noun in _predicates(parse, subject):
        for told in _coordinated(parse, noun):
            article = phrases.determiner(parse, told) in ("a", "an")
            if parse.tag[told] == "NN" and (
                (kind is Kind.PERSON and article) or fits(parse.lower[told], kind)
            ):
                yield told


def _predicates(parse: Parse, subject: int) -> Iterator[int]:
    """The heads of what is said of a subject or of who is named or chosen."""
    verb = parse.head[subject]
    if not _is_told_as_fact(parse, verb):
        return
    if parse.dep[subject] == "nsubj" and parse.lemma[verb] in _COPULAS:
        noun = parse.child(verb, "attr")
        if noun is not None and noun > subject:
            yield noun
    if parse.lemma[verb] in _AS.get(parse.dep[subject], ()):
        for child in parse.children[verb]:
            noun = parse.child(child, "pobj") if parse.lower[child] == "as" else None
            if noun is not None:
                yield noun


def _is_told_as_fact(parse: Parse, verb: int) -> bool:
    """Whether a clause neither denies nor supposes what it says ("if Moss becomes mayor")."""
    if parse.tag[verb] == "VBG" and parse.child(verb, "aux") is None:
        return False  # "feared Moss becoming mayor"
    return not any(
        parse.dep[child] == "neg"
        or (parse.dep[child] == "aux" and parse.tag[child] == "MD")
        or (parse.dep[child] == "mark" and parse.lower[child] in _SUPPOSING)
        for child in parse.children[verb]
    )


def _coordinated(parse: Parse, noun: int) -> Iterator[int]:
    """A noun and those that "and" joins to it."""
    joined: int | None = noun
    while joined is not None:
        yield joined
        joined = parse.child(joined, "conj")


def _describes(parse: Parse, noun: int, cluster: Cluster) -> bool:
    if parse.pos[noun] not in ("NOUN", "PROPN") or not fits(parse.lower[noun], cluster.kind):
        return False
    if (
        cluster.kind is Kind.GROUP
        and parse.tag[noun] == "NN"
        and words.is_person_noun(parse.lower[noun])
    ):
        return False  # "The governor, a Democrat"
    if parse.tag[noun] in ("NNS", "NNPS") and cluster.kind in (Kind.PERSON, Kind.PLACE):
        return False
    if cluster.kind is not Kind.PERSON and parse.child(noun, "conj") is not None:
        return False  # one of a list
    proper = parse.pos[noun] == "PROPN"
    return not proper or parse.lower[noun] in words.people().roles | words.titles().office


def _opens_list(parse: Parse, noun: int) -> bool:
    """Whether a noun is the first of several that are somebody's each ("her aunt and her son")."""
    other = parse.child(noun, "conj")
    both = (noun, other) if other is not None else ()
    return bool(both) and all(parse.child(token, "poss") is not None for token in both)


def _titled(parse: Parse, name: Name, cluster: Cluster) -> Iterator[Description]:
    """The office directly before a person's name, and "Secretary of State" there."""
    before = name.first - 1
    if cluster.kind is not Kind.PERSON or not _same_sentence(parse, before, name.first):
        return
    offices = words.people().roles | words.titles().office
    if parse.lower[before] in offices:
        yield Description(cluster, before, "title-before-name", apart=False, until=name.first)
    elif parse.pos[before] == "PROPN" and parse.lower[before] not in words.titles().courtesy:
        of = _of_before(parse, before)
        if of is not None and parse.lower[of - 1] in offices:
            yield Description(cluster, of - 1, "title-before-name", apart=False, until=name.first)


def _same_sentence(parse: Parse, token: int, other: int) -> bool:
    return token >= 0 and parse.sentence_of[token] == parse.sentence_of[other]


def _of_before(parse: Parse, token: int) -> int | None:
    """The "of" that opens the phrase of proper nouns which ends at a token."""
    while token > 0 and parse.pos[token] in ("PROPN", "DET"):
        token -= 1
    return token if token > 0 and parse.lower[token] == "of" else None


def title_range(parse: Parse, head: int, last: int) -> tuple[int, int]:
    """The tokens of a title from its first modifier up to `last`, where the name begins."""
    first = head
    while _same_sentence(parse, first - 1, head) and (
        parse.pos[first - 1] in _BEFORE_NAME or parse.tag[first - 1] == "HYPH"
    ):
        first -= 1
    while parse.tag[first] == "HYPH":
        first += 1
    while last - 1 > head and parse.lower[last - 1] in words.titles().courtesy:
        last -= 1
    whole = all(parse.pos[token] in _IN_TITLE for token in range(head, last))
    return first, last if whole else head + 1
