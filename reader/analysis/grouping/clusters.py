"""Spellings and clusters: what grouping works on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ..kinds import evidence as kinds
from ..kinds.usage import is_team, plays
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name, is_acronym, spelling
from ..types import Kind

Words = tuple[str, ...]

_SURNAME_ALONE = {Kind.PERSON: 2.0}
_BESIDE = 0.8  # what a name that is surely of a kind says of the next one in its list
_SURE = 3.0
_TEAM = {Kind.ORGANIZATION: 4.0, Kind.PLACE: -2.0}
_SPORT = 3
_JOINING = frozenset(("and", "or", "&"))


@dataclass(eq=False, slots=True)
class Spelling:
    """All mentions that are written with the same words."""

    words: Words
    names: list[Name] = field(default_factory=list)
    evidence: kinds.Evidence = field(default_factory=dict)
    acronym: bool = False
    royal: bool = False
    team: bool = False

    @property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(self.words)

    @property
    def kind(self) -> Kind:
        """The kind by the evidence of these mentions."""
        return kinds.best(self.evidence)


@dataclass(eq=False, slots=True)
class Cluster:
    """One entity in the making.

    `words` is the spelling that made it, `team` whether a mention is used as a team's name.
    """

    words: Words
    kind: Kind
    names: list[Name] = field(default_factory=list)
    evidence: kinds.Evidence = field(default_factory=dict)
    team: bool = False

    def take(self, spelled: Spelling, rule: str = "") -> None:
        """Add all mentions of a spelling; a short form says less about the kind."""
        weight = 1.0 if len(spelled.words) >= len(self.words) else 0.5
        kinds.add(self.evidence, {k: weight * v for k, v in spelled.evidence.items()})
        self.team |= spelled.team
        for name in spelled.names:
            self.add(name, rule)

    def add(self, name: Name, rule: str = "") -> None:
        """Add one mention."""
        if rule:
            name.rule = rule
        self.names.append(name)

    def settle(self) -> None:
        """Put the mentions in text order and the kind by all evidence."""
        self.names.sort(key=lambda name: name.first)
        self.kind = kinds.best(self.evidence)


def in_text_order(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters that have mentions, settled, in order of the first."""
    made = [cluster for cluster in clusters if cluster.names]
    for cluster in made:
        cluster.settle()
    return sorted(made, key=lambda cluster: cluster.names[0].first)


def has_regnal_title(parse: Parse, name: Name) -> bool:
    """Whether a title after which forenames stand comes right before a name ("King")."""
    return name.title < name.first and parse.lower[name.first - 1] in words.titles().regnal


def _with_regnal_title(parse: Parse, name: Name) -> Words:
    """The words of a name; "King Hussein" is no short form of Saddam Hussein."""
    spelled = spelling(parse, name.first, name.last)
    if len(spelled) == 1 and has_regnal_title(parse, name):
        return (parse.lower[name.first - 1], *spelled)
    return spelled


def spellings(parse: Parse, names: list[Name]) -> list[Spelling]:
    """The spellings of names, each with its evidence, in order of first mention."""
    found: dict[Words, Spelling] = {}
    for name in names:
        if spelled := _with_regnal_title(parse, name):
            made = found.setdefault(spelled, Spelling(spelled))
            made.names.append(name)
            single = name.last - name.first == 1
            made.acronym |= single and is_acronym(parse.text[name.first])
            made.royal |= has_regnal_title(parse, name)
            made.team |= is_team(parse, name.last - 1)
    for made in found.values():
        made.evidence = kinds.total(parse, made.words, made.names)
    _know_teams(parse, found)
    _share_in_lists(parse, names, found)
    for made in found.values():
        alone = found.get(made.words[-1:])
        if alone and alone is not made and alone.kind is Kind.PERSON:
            kinds.add(made.evidence, _SURNAME_ALONE)
    return list(found.values())


def _know_teams(parse: Parse, found: dict[Words, Spelling]) -> None:
    """Take towns and lands for their teams where an article on a sport uses them so."""
    if sum(made.team for made in found.values()) < _SPORT:
        return
    for made in found.values():
        if not made.team and made.kind is Kind.PLACE:
            used = sum(plays(parse, name.last - 1) for name in made.names)
            placed = sum(parse.lower[name.first - 1] == "in" for name in made.names if name.first)
            if used > placed:
                made.team = True
                kinds.add(made.evidence, _TEAM)


def _share_in_lists(parse: Parse, names: list[Name], found: dict[Words, Spelling]) -> None:
    """Let names joined by "and" or "or" say something of each other: lists hold one sort."""
    shared: dict[Words, set[Kind]] = {}
    for one, other in _joined(parse, names):
        pair = [found.get(_with_regnal_title(parse, name)) for name in (one, other)]
        for spelled, beside in (pair, reversed(pair)):
            if spelled and beside and beside.evidence.get(beside.kind, 0.0) >= _SURE:
                shared.setdefault(spelled.words, set()).add(beside.kind)
    for form, said in shared.items():
        if len(said) == 1:
            kinds.add(found[form].evidence, dict.fromkeys(said, _BESIDE))


def _joined(parse: Parse, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """The neighbours in lists that end with "and" or "or"."""
    goes_on = False
    for one, other in pairwise(reversed(names)):
        between = parse.lower[other.last : one.title]
        ends = bool(between) and between[-1] in _JOINING and between[:-1] in ([], [","])
        goes_on = ends or (goes_on and between == [","])
        if goes_on:
            yield other, one
