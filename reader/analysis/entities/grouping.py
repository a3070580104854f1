"""Names gathered into entities: each thing once, with all its spellings.

A short form joins the one full name it fits; where it fits several, each of its mentions
joins the one named last. Nothing is merged through a short form.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..annotations import Kind
from ..parse import Parse
from . import kinds, words
from .name import Name, is_acronym, spelling

_SMALL = frozenset(
    ("of", "the", "for", "and", "in", "on", "at", "de", "la", "du", "des", "&", "to")
)
_PROPER = frozenset(
    (Kind.ORGANIZATION, Kind.FACILITY, Kind.EVENT, Kind.WORK, Kind.PRODUCT, Kind.LAW, Kind.GROUP)
)


@dataclass(eq=False, slots=True)
class Spelling:
    """All mentions that are written with the same words."""

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    evidence: kinds.Evidence = field(default_factory=dict)
    acronym: bool = False

    @property
    def kind(self) -> Kind:
        """The kind by the evidence of these mentions."""
        return kinds.best(self.evidence)


@dataclass(eq=False, slots=True)
class Cluster:
    """One entity in the making."""

    words: tuple[str, ...]
    kind: Kind
    names: list[Name] = field(default_factory=list)
    evidence: kinds.Evidence = field(default_factory=dict)

    def take(self, spelled: Spelling, rule: str = "") -> None:
        """Add all mentions of a spelling."""
        weight = 1.0 if len(spelled.words) >= len(self.words) else 0.5
        for kind, amount in spelled.evidence.items():
            self.evidence[kind] = self.evidence.get(kind, 0.0) + weight * amount
        for name in spelled.names:
            self.add(name, rule)

    def add(self, name: Name, rule: str = "") -> None:
        """Add one mention."""
        if rule:
            name.rule = rule
        self.names.append(name)


def group(parse: Parse, names: list[Name]) -> list[Cluster]:
    """The names of an article gathered by what they name, in order of first mention."""
    return _Grouping(parse, names).run()


def person_words(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name without suffixes such as "Jr."."""
    kept = tuple(word for word in spelled if word not in words.titles().suffixes)
    return kept or spelled


def surname(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """The surname of a full name, with its small words ("de Blasio")."""
    particles = words.titles().particles
    for place in range(1, len(spelled) - 1):
        if spelled[place] in particles:
            return spelled[place:]
    return spelled[-1:]


class _Grouping:
    """The work of `group`: indexes of full names, filled as clusters are made."""

    def __init__(self, parse: Parse, names: list[Name]) -> None:
        self.parse = parse
        self.names = names
        self.clusters: list[Cluster] = []
        self.people: dict[tuple[str, str], set[Cluster]] = defaultdict(set)
        self.surnames: dict[tuple[str, ...], set[Cluster]] = defaultdict(set)
        self.forenames: dict[str, set[Cluster]] = defaultdict(set)
        self.exact: dict[tuple[str, ...], Cluster] = {}
        self.acronyms: dict[str, set[Cluster]] = defaultdict(set)
        self.beginnings: dict[tuple[str, ...], set[Cluster]] = defaultdict(set)
        self.open: list[tuple[Spelling, set[Cluster]]] = []

    def run(self) -> list[Cluster]:
        spellings = self._spellings()
        bracketed = self._bracketed()
        spellings.sort(key=lambda s: -len(s.words))
        short = []
        for spelled in spellings:
            if self._is_full(spelled):
                self._settle(spelled)
            else:
                short.append(spelled)
        for spelled in short:
            self._settle_short(spelled, bracketed)
        self._settle_open()
        for cluster in self.clusters:
            cluster.names.sort(key=lambda name: name.first)
            cluster.kind = kinds.best(cluster.evidence)
        made = [cluster for cluster in self.clusters if cluster.names]
        made.sort(key=lambda cluster: cluster.names[0].first)
        return made

    def _spellings(self) -> list[Spelling]:
        found: dict[tuple[str, ...], Spelling] = {}
        for name in self.names:
            words_ = spelling(self.parse, name.first, name.last)
            if not words_:
                continue
            spelled = found.setdefault(words_, Spelling(words_))
            spelled.names.append(name)
            spelled.acronym |= name.last - name.first == 1 and is_acronym(
                self.parse.text[name.first]
            )
        for spelled in found.values():
            spelled.evidence = kinds.total(self.parse, spelled.words, spelled.names)
        return list(found.values())

    def _bracketed(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Short forms that follow their full name in brackets, each with the full spelling."""
        parse = self.parse
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for before, name in zip(self.names, self.names[1:], strict=False):
            if name.first == before.last + 1 and parse.text[before.last] in ("(", "["):
                full = spelling(parse, before.first, before.last)
                short = spelling(parse, name.first, name.last)
                if len(full) > 1 and len(short) == 1 and _abbreviates(short[0], full):
                    found[short] = full
        return found

    def _is_full(self, spelled: Spelling) -> bool:
        return len(spelled.words) > 1 and " ".join(spelled.words) not in words.nations().codes

    # ------------------------------------------------------------ full names

    def _settle(self, spelled: Spelling) -> None:
        kind = spelled.kind
        cluster = None
        if kind is Kind.PERSON:
            cluster = self._same_person(spelled)
        if cluster is None and kind is not Kind.PERSON:
            cluster = self.exact.get(_stripped(spelled.words)) or self._shortened(spelled)
        if cluster is None:
            cluster = self._new(spelled.words, kind)
        cluster.take(spelled)
        if kind is Kind.PERSON:
            self._index_person(spelled.words, cluster)
        else:
            self._index_other(spelled.words, cluster)

    def _new(self, words_: tuple[str, ...], kind: Kind) -> Cluster:
        cluster = Cluster(words_, kind)
        self.clusters.append(cluster)
        return cluster

    def _index_person(self, spelled: tuple[str, ...], cluster: Cluster) -> None:
        name = person_words(spelled)
        last = name[-1]
        for word in name[:-1]:
            self.people[word, last].add(cluster)
        self.people[name[0], name[1] if len(name) > 1 else ""].add(cluster)
        self.people[name[0][0] + ".", last].add(cluster)
        self.surnames[name[-1:]].add(cluster)
        self.surnames[surname(name)].add(cluster)
        self.forenames[name[0]].add(cluster)

    def _same_person(self, spelled: Spelling) -> Cluster | None:
        name = person_words(spelled.words)
        last = name[-1]
        if len(name) < 2:
            return None
        found = self.people.get((name[0], last))
        if not found:
            found = set[Cluster]()
            for full in words.nicknames().get(name[0], ()):
                found |= self.people.get((full, last), set())
        if not found and len(name[0]) <= 2:
            found = self.people.get((name[0][0] + ".", last))
        if not found:
            slips = self.surnames.get((last,), set())
            found = {c for c in slips if len(slips) < 20 and _within_one(c.words[0], name[0])}
        if not found or len(found) > 1:
            return None
        cluster = next(iter(found))
        return cluster if _compatible(person_words(cluster.words), name) else None

    def _index_other(self, spelled: tuple[str, ...], cluster: Cluster) -> None:
        self.exact[_stripped(spelled)] = cluster
        for letters in _initials(spelled):
            self.acronyms[letters].add(cluster)
        name = _stripped(spelled)
        for end in range(1, len(name)):
            if name[end - 1] not in _SMALL:
                self.beginnings[name[:end]].add(cluster)

    def _shortened(self, spelled: Spelling) -> Cluster | None:
        """The one longer name that this one begins."""
        found = self.beginnings.get(_stripped(spelled.words), set())
        if len(found) == 1 and not words.is_place(" ".join(spelled.words)):
            cluster = next(iter(found))
            if cluster.kind is spelled.kind or spelled.kind not in (Kind.PERSON, Kind.PLACE):
                return cluster
        return None

    # ------------------------------------------------------------ short forms

    def _settle_short(
        self, spelled: Spelling, bracketed: dict[tuple[str, ...], tuple[str, ...]]
    ) -> None:
        name = " ".join(spelled.words)
        code = words.nations().codes.get(name)
        if code:
            self._settle_country(spelled, code)
            return
        if spelled.words in bracketed:
            cluster = self._owner_of(bracketed[spelled.words])
            if cluster:
                cluster.take(spelled, "short form in brackets")
                return
        found, rule = self._fitting(spelled)
        if len(found) == 1:
            next(iter(found)).take(spelled, rule)
        elif found:
            self.open.append((spelled, found))
        else:
            cluster = self.exact.get(spelled.words) or self._new(spelled.words, spelled.kind)
            self.exact[spelled.words] = cluster
            cluster.take(spelled)

    def _owner_of(self, full: tuple[str, ...]) -> Cluster | None:
        cluster = self.exact.get(_stripped(full))
        if cluster is None:
            found = self.people.get((full[0], full[-1]), set())
            cluster = next(iter(found)) if len(found) == 1 else None
        return cluster

    def _settle_country(self, spelled: Spelling, code: str) -> None:
        key = ("", code)
        cluster = self.exact.get(key)
        if cluster is None:
            cluster = self.exact[key] = self._new(spelled.words, Kind.PLACE)
        cluster.take(spelled)

    def _fitting(self, spelled: Spelling) -> tuple[set[Cluster], str]:
        """The clusters a short form can mean, and the rule that says so."""
        word = spelled.words[0]
        if spelled.acronym:
            found = self.acronyms.get(word.replace(".", ""), set())
            if found:
                return found, "acronym"
        if self._may_be_person(spelled):
            found = self.surnames.get(spelled.words, set())
            if found:
                return found, "surname"
            found = self.forenames.get(word, set())
            if found:
                return found, "forename"
        if not words.is_place(word) and spelled.kind in _PROPER:
            found = self.beginnings.get(spelled.words, set())
            found = {c for c in found if c.kind in _PROPER}
            if found:
                return found, "short form"
        return set(), ""

    def _may_be_person(self, spelled: Spelling) -> bool:
        if not words.is_place(spelled.words[0]):
            return True
        said = sum(_in_place(self.parse, name) for name in spelled.names)
        return 2 * said < len(spelled.names)

    # ------------------------------------------------------------ short forms of several

    def _settle_open(self) -> None:
        """Give each mention of a short form that fits several names to the one named last."""
        waiting = {
            id(name): (spelled, found) for spelled, found in self.open for name in spelled.names
        }
        if not waiting:
            return
        owner = {id(name): cluster for cluster in self.clusters for name in cluster.names}
        watched: dict[Cluster, list[Spelling]] = defaultdict(list)
        for spelled, found in self.open:
            if len(found) <= 50:
                for cluster in found:
                    watched[cluster].append(spelled)
        latest: dict[tuple[str, ...], Cluster] = {}
        for name in self.names:
            known = owner.get(id(name))
            if known is not None:
                for spelled in watched.get(known, ()):
                    latest[spelled.words] = known
            elif id(name) in waiting:
                spelled, _ = waiting[id(name)]
                recent = latest.get(spelled.words)
                if recent is None:
                    recent = self.exact.get(spelled.words) or self._new(spelled.words, spelled.kind)
                    self.exact[spelled.words] = recent
                    kinds.add(recent.evidence, spelled.evidence)
                recent.add(name, "named last of those it fits")


def _in_place(parse: Parse, name: Name) -> bool:
    """Whether a mention stands like a place: after a preposition, or before a comma and a place."""
    return name.first > 0 and parse.lower[name.first - 1] in ("in", "near", "at", "to", "from")


def _stripped(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """A name without its legal form."""
    suffixes = words.company_suffixes()
    end = len(spelled)
    while end > 1 and spelled[end - 1].rstrip(",") in suffixes:
        end -= 1
    return spelled[:end]


def _initials(spelled: tuple[str, ...]) -> set[str]:
    """The acronyms a name can have, in lower case."""
    pieces = [part for word in _stripped(spelled) for part in word.split("-") if part]
    long = [word[0] for word in pieces if word not in _SMALL]
    every = [word[0] for word in pieces]
    full = [part[0] for word in spelled for part in word.split("-") if part and part not in _SMALL]
    return {"".join(letters) for letters in (long, every, full) if len(letters) > 1}


def _abbreviates(short: str, full: tuple[str, ...]) -> bool:
    """Whether the letters of a short form come in this order in a name, from its start."""
    letters = iter("".join(full))
    return short[0] == full[0][0] and all(c in letters for c in short if c.isalnum())


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with one surname can be the same person's."""
    if len(one) > 2 and len(other) > 2:
        middle, second = one[1], other[1]
        return middle[0] == second[0]
    return True


def _within_one(one: str, other: str) -> bool:
    """Whether two words are one letter apart and long enough for that to be a slip."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
