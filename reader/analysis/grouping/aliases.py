"""Other names that the text itself gives: "Norland, formerly Velm"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..kinds import evidence as kinds
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name
from ..syntax.subjects import SUBJECTS
from ..types import Kind
from .clusters import Cluster, in_text_order

_MARKS = frozenset((",", "(", '"', "“", "``", "'", "‘", "the"))
_FARTHEST = 7
_FEW_NAMES = 12
_NEAR_SENTENCES = 4
_SAYING = words.small_words("also_called")
# May be said of what stands farther before: "the desert near Velm, known as".
_OF_LAST = frozenset(("known as",))
_STOPS = frozenset((",", ".", ")", ";"))
_OF_THINGS = frozenset(("formerly", "now", "once", "previously"))
_TRANSLATED = frozenset(
    (Kind.ORGANIZATION, Kind.FACILITY, Kind.EVENT, Kind.WORK, Kind.OTHER, Kind.UNKNOWN)
)
_PERSONAL = frozenset(("he", "she", "they"))
_OF_PEOPLE = frozenset(("born", "nee", "née"))


def join_aliases(parse: Parse, clusters: list[Cluster]) -> list[Cluster]:
    """The clusters with those joined that the text says are one."""
    owner = {id(name): cluster for cluster in clusters for name in cluster.names}
    names = sorted((n for c in clusters for n in c.names), key=lambda name: name.first)
    gone: set[Cluster] = set()
    lives = list(_lives(parse, clusters))
    pairs = (*pairwise(names), *_at_birth(parse, names, owner), *lives)
    for before, name in pairs:
        one, other = owner[id(before)], owner[id(name)]
        pair = one.kind, other.kind
        if one is other or not (
            _is_alias(parse, before, name, pair)
            or _fills_brackets(parse, before, name, pair)
            or _is_birth_name(parse, before, name, (one, other))
            or any(before is main and name is born for main, born in lives)
            or _is_full_name(parse, before, name, (one, other))
        ):
            continue
        name.rule = "also-known-as"
        name.former = name.first > 0 and parse.lower[name.first - 1] == "born"
        kinds.add(one.evidence, other.evidence)
        for mention in other.names:
            one.add(mention)
            owner[id(mention)] = one
        gone.add(other)
    return in_text_order([cluster for cluster in clusters if cluster not in gone])


def _at_birth(
    parse: Parse, names: list[Name], owner: dict[int, Cluster]
) -> Iterator[tuple[Name, Name]]:
    """Each name after "born", with the last name before it that shares its first word."""
    for place, name in enumerate(names):
        if name.first and parse.lower[name.first - 1] == "born":
            first = owner[id(name)].words[0]
            for before in reversed(names[max(0, place - _FEW_NAMES) : place]):
                if owner[id(before)].words[0] == first:
                    yield before, name
                    break


def _lives(parse: Parse, clusters: list[Cluster]) -> Iterator[tuple[Name, Name]]:
    """The first name of the main person, with the one that a sentence on their life opens with.

    As in "Born Reg Dunn in Ardle, he sang": the stage name shares no word with it.
    """
    people = [cluster for cluster in clusters if cluster.kind is Kind.PERSON]
    for cluster in people:
        name = min(cluster.names, key=lambda name: name.first)
        born = name.first - 1
        if born < 1 or parse.text[born] != "Born" or len(cluster.names) > 1:
            continue
        told = range(name.last, parse.sentence(parse.sentence_of[born])[1])
        goes_on = any(
            parse.lower[t] in _PERSONAL and parse.dep[t] in SUBJECTS and parse.text[t - 1] == ","
            for t in told
        )
        before = [n for n in people if n is not cluster and min(m.first for m in n.names) < born]
        main = max(before, key=lambda one: len(one.names), default=None)
        if goes_on and main is not None:
            yield min(main.names, key=lambda name: name.first), name


def _is_birth_name(parse: Parse, before: Name, name: Name, pair: tuple[Cluster, Cluster]) -> bool:
    """Whether "born" tells another name of a person named shortly before.

    As in "Ruth Calloway has died. Born Ruth Ellen Pike in Moncton, she".
    """
    people = all(cluster.kind is Kind.PERSON for cluster in pair)
    if not people or name.first == 0 or parse.lower[name.first - 1] != "born":
        return False
    apart = parse.sentence_of[name.first] - parse.sentence_of[before.first]
    one, other = (cluster.words for cluster in pair)
    return one[0] == other[0] and min(len(one), len(other)) > 1 and apart <= _NEAR_SENTENCES


def _is_full_name(parse: Parse, before: Name, name: Name, pair: tuple[Cluster, Cluster]) -> bool:
    """Whether brackets after a person's name open with a fuller one.

    As in "Countess Elena of Varn (Elena Sofia Margit; born 1962)".
    """
    opens = parse.text[before.last : name.first] == ["("] and name.last < len(parse)
    people = all(cluster.kind is Kind.PERSON for cluster in pair)
    one, other = (cluster.words for cluster in pair)
    if not (opens and people and one[0] == other[0] and min(len(one), len(other)) > 1):
        return False
    return parse.text[name.last] == ")" or "born" in parse.lower[name.last : name.last + 3]


def _fills_brackets(parse: Parse, before: Name, name: Name, pair: tuple[Kind, Kind]) -> bool:
    """Whether a full name stands alone in brackets after another one of its kind."""
    if pair[0] is not pair[1] or pair[0] not in _TRANSLATED or name.last >= len(parse):
        return False
    opening = [word for word in parse.lower[before.last : name.first] if word != "the"]
    full = min(before.last - before.first, name.last - name.first) > 1
    return full and opening == ["("] and parse.text[name.last] == ")"


def _is_alias(parse: Parse, before: Name, name: Name, pair: tuple[Kind, Kind]) -> bool:
    """Whether the words between two names say that they name one thing."""
    if not 1 < name.first - before.last <= _FARTHEST or parse.text[before.last] not in (",", "("):
        return False
    between = [word for word in parse.lower[before.last : name.first] if word not in _MARKS]
    said = " ".join(between)
    if said in _OF_LAST:
        verb = parse.lower.index("known", before.last)
        return before.first <= parse.head[verb] < before.last
    if said in _SAYING:
        return True
    told = _OF_PEOPLE if pair[0] is Kind.PERSON else _OF_THINGS
    stops = name.last < len(parse) and parse.text[name.last] in _STOPS
    return said in told and pair[0] is pair[1] and stops
