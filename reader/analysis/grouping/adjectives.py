"""Adjectives of nations, faiths and camps: a relation to a place or group, never its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name, is_acronym, spelling
from ..syntax.tokens import HYPHENS, Tokens
from ..types import Kind, Span
from .clusters import Cluster


def is_adjective(tokens: Tokens, name: Name) -> bool:
    """Whether a name only says of which nation, faith or camp something is, or how it is."""
    parse = tokens.parse
    spelled = " ".join(spelling(parse, name.first, name.last))
    if spelled not in words.nations().adjectives and spelled not in words.groups():
        return _qualifies(tokens, name)
    head = name.last - 1
    return (
        parse.tag[head] == "JJ"
        or _is_made(tokens, name)
        or (parse.dep[head] in ("amod", "compound", "nmod") and parse.head[head] > head)
        or _is_first_of_two(parse, name)
    )


def _is_made(tokens: Tokens, name: Name) -> bool:
    """Whether a hyphen ties a word in lower case to an adjective ("American-made")."""
    behind = name.last + 1
    return (
        behind < len(tokens.parse)
        and tokens.hyphened(behind)
        and tokens.parse.text[behind].islower()
    )


def _is_first_of_two(parse: Parse, name: Name) -> bool:
    """Whether an adjective is joined to another before a noun ("Kuwaiti or Iraqi ports")."""
    other = name.last + 1
    return (
        other + 1 < len(parse)
        and parse.pos[name.last] == "CCONJ"
        and parse.lower[other] in words.nations().adjectives
        and parse.tag[other] == "JJ"
        and parse.pos[other + 1] == "NOUN"
    )


def _is_relation(parse: Parse, name: Name) -> bool:
    """Whether a hyphen joins two lands before what is between them ("China-Nepal" border)."""
    first, head = name.first, name.last - 1
    return (
        head == first + 2
        and parse.text[first + 1] in HYPHENS
        and words.is_place(parse.text[first])
        and words.is_place(parse.text[head])
        and not words.is_place(parse.words(first, name.last))
        and parse.dep[head] in ("compound", "nmod", "amod")
    )


def _is_side(parse: Parse, name: Name) -> bool:
    """Whether a name only says in which part of a land something is ("Southern" voters)."""
    head = name.last - 1
    side = name.last - name.first == 1 and parse.lower[head] in words.DIRECTIONS
    return side and parse.dep[head] in ("amod", "compound", "nmod", "conj")


def _qualifies(tokens: Tokens, name: Name) -> bool:
    """Whether an adjective that is no name elsewhere qualifies a common noun ("Orwellian")."""
    parse, head = tokens.parse, name.last - 1
    word, above = parse.text[head], parse.head[head]
    if _is_relation(parse, name) or _is_side(parse, name):
        return True
    if parse.tag[head] != "JJ" or parse.dep[head] != "amod" or parse.pos[above] != "NOUN":
        return False
    if name.last - name.first > 1:
        side = word.lower() in words.nations().adjectives or word.lower() in words.groups()
        return side or name.label == "NORP"
    return not (is_acronym(word) or word in tokens.inside_sentences or words.is_forename(word))


def by_owner(
    parse: Parse, clusters: list[Cluster], taken: Mapping[int, Name]
) -> dict[Cluster, list[Span]]:
    """The adjectives for each place and group of the article, in text order."""
    keys = {Kind.PLACE: words.nations().codes, Kind.GROUP: words.groups()}
    owners: dict[str, Cluster] = {}
    for cluster in clusters:
        key = keys.get(cluster.kind, {}).get(" ".join(cluster.words))
        if key:
            owners.setdefault(key, cluster)
    found: dict[Cluster, list[Span]] = {}
    for first, last, code in _adjectives(parse):
        if code in owners and first not in taken:
            found.setdefault(owners[code], []).append(Span(*parse.span(first, last)))
    return found


@cache
def _related() -> Mapping[str, str]:
    """The territory's code or the group's first name, by the adjective."""
    return {**words.groups(), **words.nations().adjectives}


def _adjectives(parse: Parse) -> Iterator[tuple[int, int, str]]:
    """Token ranges of adjectives with what they relate to; the longest wins."""
    known = _related()
    token = 0
    while token < len(parse):
        pair = " ".join(parse.lower[token : token + 2])
        if pair in known and token + 1 < len(parse):
            yield token, token + 2, known[pair]
            token += 2
            continue
        code = known.get(parse.lower[token])
        if code and parse.text[token][0].isupper():
            yield token, token + 1, code
        token += 1
