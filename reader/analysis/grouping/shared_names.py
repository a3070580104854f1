"""Short names that several entities share: whom each mention means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..kinds import usage
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name, spelling
from ..types import Kind
from . import gender
from .clusters import Cluster, Words

_FEW = 50
_FEWEST = 2
_LEAD = 3
_SUBJECTS = ("nsubj", "nsubjpass")

_Key = tuple[Words, gender.Gender | None]


class Shared(NamedTuple):
    """A short name with its mentions and the entities it fits."""

    words: Words
    names: list[Name]
    found: set[Cluster]


class Meant(NamedTuple):
    """Whom one mention of a short name means, and the rule that says so."""

    name: Name
    cluster: Cluster
    rule: str


def _without_called_otherwise(parse: Parse, short: Shared) -> Shared:
    """A surname without those whom the article rather calls by their forenames alone."""
    fewer = max(_FEWEST, len(short.names))
    others = {c for c in short.found if _forename_alone(parse, c) < fewer}
    return short._replace(found=others) if others else short


def _forename_alone(parse: Parse, cluster: Cluster) -> int:
    """How often a person is named by the first word of the full name alone."""
    if cluster.kind is not Kind.PERSON or len(cluster.words) == 1:
        return 0
    alone = cluster.words[:1]
    return sum(spelling(parse, name.first, name.last) == alone for name in cluster.names)


class Sharing:
    """Each mention of a short name goes to the one that the article names far more often.

    If nobody leads, it is the person introduced first, or the thing named last. Right after a
    sentence whose subject is another one, it is that one. What a mention is said to do or have
    may leave only people, or none. A title that settles the
    gender leaves only those of that gender. What stands before any full name, as in a
    headline, waits for the first that comes.
    """

    def __init__(self, parse: Parse, names: Sequence[Name], shared: Sequence[Shared]) -> None:
        self._parse = parse
        self._names = names
        shared = [_without_called_otherwise(parse, short) for short in shared]
        self._found = {short.words: short.found for short in shared}
        self._waiting = {id(name): short.words for short in shared for name in short.names}
        self._watched: dict[Cluster, list[Words]] = defaultdict(list)
        for short in shared:
            for cluster in short.found if len(short.found) <= _FEW else ():
                self._watched[cluster].append(short.words)
        self._genders = {c: gender.of_names(parse, c.names) for c in self._watched}
        self._offices = {c: self._offices_of(c.names) for c in self._watched}
        for short in shared:
            self._learn_gender(short)
        self._leading = self._leaders(shared)
        self._latest: dict[_Key, tuple[Cluster, Name]] = {}
        self._early: dict[_Key, list[Name]] = defaultdict(list)

    def meant(self) -> Iterator[Meant]:
        """Whom the mentions mean; those that nothing tells apart are left out."""
        owner = {id(name): cluster for cluster in self._watched for name in cluster.names}
        for name in self._names:
            cluster, short = owner.get(id(name)), self._waiting.get(id(name))
            if cluster is not None:
                yield from self._note(cluster, name, self._watched[cluster])
            elif short is not None:
                yield from self._decide((short, self._titled(name)), name)

    def _note(self, cluster: Cluster, name: Name, shorts: Sequence[Words]) -> Iterator[Meant]:
        """Note that a name means somebody, for the short names that wait and that follow."""
        for short in shorts:
            for key in {(short, None), (short, self._genders[cluster])}:
                self._latest[key] = cluster, name
                for waited in self._early.pop(key, ()):
                    yield Meant(waited, cluster, "named-first")

    def _decide(self, key: _Key, name: Name) -> Iterator[Meant]:
        if sole := self._fitting(key[0], name):
            yield Meant(name, sole, "only-one-that-fits")
            return
        cluster, rule = self._leading.get(key), "named-most"
        last = self._latest.get(key)
        if last is not None and (cluster is None or self._goes_on(*last, name)):
            cluster, rule = last[0], "named-last"
        if cluster is None:
            self._early[key].append(name)
            return
        yield Meant(name, cluster, rule)
        yield from self._note(cluster, name, [key[0]])

    def _fitting(self, short: Words, name: Name) -> Cluster | None:
        """The only one of the kind that a title or the use of a mention shows, or in an office."""
        if titled := self._in_office(short, name):
            return titled
        use = usage.of_head(self._parse, name.last - 1)
        person = name.title < name.first or use is Kind.PERSON
        if not person and use is not Kind.ORGANIZATION:
            return None
        found = [c for c in self._found[short] if (c.kind is Kind.PERSON) is person]
        return found[0] if len(found) == 1 and len(self._found[short]) > 1 else None

    def _in_office(self, short: Words, name: Name) -> Cluster | None:
        """The only one whose full name bears the office before a mention too."""
        offices = self._offices_of([name])
        if not offices or len(self._found[short]) > _FEW:
            return None
        found = [c for c in self._found[short] if self._offices.get(c, frozenset()) & offices]
        return found[0] if len(found) == 1 else None

    def _offices_of(self, names: Sequence[Name]) -> frozenset[str]:
        """The offices in the titles before names."""
        lower, offices = self._parse.lower, words.titles().office
        return frozenset(
            word for name in names for word in lower[name.title : name.first] if word in offices
        )

    def _goes_on(self, cluster: Cluster, before: Name, name: Name) -> bool:
        """Whether a name follows the sentence that has the one before as its subject.

        That must be a person, named with the surname: "Moss" is no firm, nor Ann.
        """
        parse, head = self._parse, before.last - 1
        if cluster.kind is not Kind.PERSON or parse.lower[head] != parse.lower[name.last - 1]:
            return False
        apart = parse.sentence_of[name.first] - parse.sentence_of[head]
        return apart == 1 and parse.dep[head] in _SUBJECTS

    def _learn_gender(self, short: Shared) -> None:
        """Give the gender of a title to the only person that can bear it."""
        for told in {self._titled(name) for name in short.names} - {None}:
            people = [c for c in short.found if c.kind is Kind.PERSON and c in self._genders]
            unknown = [c for c in people if self._genders[c] is None]
            if len(unknown) == 1 and not any(self._genders[c] is told for c in people):
                self._genders[unknown[0]] = told

    def _titled(self, name: Name) -> gender.Gender | None:
        return gender.of_nouns(self._parse.lower[name.title : name.first])

    def _leaders(self, shared: Sequence[Shared]) -> dict[_Key, Cluster]:
        """Who leads, for each short name and gender."""
        found: dict[_Key, Cluster] = {}
        for short in shared:
            if len(short.found) > _FEW:
                continue
            titled = Counter(self._titled(name) for name in short.names)
            for told in (None, *gender.Gender):
                fitting = {c for c in short.found if told in (None, self._genders[c])}
                if leader := self._leader(fitting, titled):
                    found[short.words, told] = leader
        return found

    def _leader(
        self, clusters: set[Cluster], titled: Counter[gender.Gender | None]
    ) -> Cluster | None:
        sexes = Counter(self._genders[cluster] for cluster in clusters)
        counts = []
        for cluster in clusters:
            sex = self._genders[cluster]
            alone = sex is not None and sexes[sex] == 1
            counts.append((len(cluster.names) + (titled[sex] if alone else 0), cluster))
        counts.sort(key=lambda pair: -pair[0])
        if not counts:
            return None
        if len(counts) == 1 or counts[0][0] >= _LEAD * counts[1][0]:
            return counts[0][1]
        if all(cluster.kind is not Kind.PERSON for cluster in clusters):
            return None
        return min(clusters, key=lambda cluster: min(name.first for name in cluster.names))
