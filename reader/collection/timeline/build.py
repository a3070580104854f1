"""Reports of one event, found in blocks: those that share somebody and a day, or nearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from math import log

from ..sets import Sets
from .disagreements import disagreements
from .tellings import Telling
from .types import Entry

_LARGEST_BLOCK = 80
_ALIKE = 0.45
_ALIKE_ON_OTHER_DAY = 0.6
_NEARLY_ALL = 0.9
_FEWEST = 2
_FEWEST_ON_OTHER_DAY = 3
_NEAR = timedelta(days=7)
_SHORT = timedelta(days=31)


def build_timeline(told: Sequence[Telling]) -> list[Entry]:
    """The entries of all articles in order of time, undated ones last.

    Two reports are one entry where the articles differ, somebody takes part in both, the days
    agree and the words are much alike. Where the words are more alike still and the days are near
    but not the same, they are one entry too, and it says that they disagree.
    """
    sets = _joined(told, _Weights(told))
    groups: dict[int, list[Telling]] = defaultdict(list)
    for number, telling in enumerate(told):
        groups[sets.root(number)].append(telling)
    entries = [_entry(group) for group in groups.values()]
    return sorted(entries, key=_order)


def _joined(told: Sequence[Telling], weights: _Weights) -> Sets:
    """The reports of one event as sets, made from the most alike; an article is once in each."""
    sets = Sets(len(told))
    articles = {number: {telling.document} for number, telling in enumerate(told)}
    found = []
    for one, other in _pairs(told):
        alike = weights.likeness(one, other)
        if alike >= _ALIKE and _is_same(told[one], told[other], alike):
            found.append((-alike, one, other))
    for _, one, other in sorted(found):
        first, second = sorted((sets.root(one), sets.root(other)))
        if first != second and articles[first].isdisjoint(articles[second]):
            sets.join(first, second)
            articles[first] |= articles.pop(second)
    return sets


class _Weights:
    """How much words tell: the more the fewer reports have them."""

    def __init__(self, told: Sequence[Telling]) -> None:
        counts = Counter(stem for telling in told for stem in telling.stems)
        self._stems = [telling.stems for telling in told]
        self._weight = {stem: log(1 + len(told) / count) for stem, count in counts.items()}
        self._total = [self._of(stems) for stems in self._stems]

    def _of(self, stems: frozenset[str]) -> float:
        return sum(self._weight[stem] for stem in stems)

    def likeness(self, one: int, other: int) -> float:
        """The weight of two reports' common words as a part of the shorter one's; one is none."""
        common = self._stems[one] & self._stems[other]
        if len(common) < _FEWEST:
            return 0.0
        return self._of(common) / min(self._total[one], self._total[other])


def _order(entry: Entry) -> tuple[bool, date, date, str]:
    first = entry.earliest or entry.latest
    last = entry.latest or entry.earliest or date.max
    return first is None, first or date.max, last, entry.tellings[0].document


def _entry(group: list[Telling]) -> Entry:
    ordered = sorted(group, key=lambda t: (_length(t), t.earliest or date.max, t.document))
    first, last = _days(ordered)
    members = tuple(dict.fromkeys(member for one in ordered for member in one.members))
    return Entry(
        max((t.headline for t in ordered), key=lambda words: (len(words) <= 80, len(words))),
        first,
        last,
        members,
        tuple(ordered),
        tuple(disagreements(ordered)),
    )


def _days(ordered: list[Telling]) -> tuple[date | None, date | None]:
    """The most exact days; of several equally exact ones those that most reports give."""
    exact = [(t.earliest, t.latest) for t in ordered if _length(t) == _length(ordered[0])]
    counts = Counter(exact)
    return max(exact, key=lambda days: counts[days])


def _length(telling: Telling) -> timedelta:
    """How exact a date is: the stretch of days, an open one after all others."""
    if telling.earliest is None or telling.latest is None:
        return timedelta.max
    return telling.latest - telling.earliest


def _pairs(told: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """The pairs of reports of different articles that share somebody or a word, near in time."""
    blocks: dict[tuple[object, int], list[int]] = defaultdict(list)
    for number, telling in enumerate(told):
        day = telling.earliest or telling.latest
        if day is None or telling.minor or _length(telling) > _SHORT:
            continue
        week = day.toordinal() // _NEAR.days
        for member in telling.members:
            blocks[member, week].append(number)
            blocks[member, week + 1].append(number)
        for word in telling.stems:
            blocks[word, day.toordinal()].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in combinations(block[:_LARGEST_BLOCK], 2):
            if pair not in seen and told[pair[0]].document != told[pair[1]].document:
                seen.add(pair)
                yield pair


def _is_same(one: Telling, other: Telling, alike: float) -> bool:
    """Whether two reports of which so large a part is alike tell one event."""
    if one.happened is not other.happened:
        return False
    if one.verb and other.verb and one.verb != other.verb and one.verb not in other.stems:
        return False
    common = len(one.stems & other.stems)
    if not set(one.members) & set(other.members):
        return one.earliest == other.earliest and common > _FEWEST and alike >= _NEARLY_ALL
    if _days_agree(one, other):
        return True
    return _are_near(one, other) and common >= _FEWEST_ON_OTHER_DAY and alike >= _ALIKE_ON_OTHER_DAY


def _days_agree(one: Telling, other: Telling) -> bool:
    """Whether the stretches of days are the same or one lies in the other."""
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return _holds(one, other) or _holds(other, one)


def _holds(one: Telling, other: Telling) -> bool:
    """Whether the days of one report lie within those of another."""
    if one.earliest is None or one.latest is None:
        return False
    if other.earliest is None or other.latest is None:
        return False
    return one.earliest <= other.earliest and other.latest <= one.latest


def _are_near(one: Telling, other: Telling) -> bool:
    """Whether both are dated to the day and differ by no more than a week."""
    days = one.earliest, one.latest, other.earliest, other.latest
    if days[0] is None or days[2] is None or days[0] != days[1] or days[2] != days[3]:
        return False
    return abs(days[0] - days[2]) <= _NEAR
