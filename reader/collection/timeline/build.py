"""Reports of one event, found in blocks: those that share somebody and a day, or nearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from ..sets import Sets
from .disagreements import disagreements
from .same import NEAR, Same
from .tellings import Telling
from .types import Entry

_LARGEST_BLOCK = 80
_SHORT = timedelta(days=31)


def build_timeline(told: Sequence[Telling]) -> list[Entry]:
    """The entries of all articles in order of time, undated ones last.

    Two reports are one entry where the articles differ and both tell much the same, see `Same`.
    Where they state different days, the entry says that they disagree.
    """
    sets = _joined(told, Same(told))
    groups: dict[int, list[Telling]] = defaultdict(list)
    for number, telling in enumerate(told):
        groups[sets.root(number)].append(telling)
    entries = [_entry(group) for group in groups.values()]
    return sorted(entries, key=_order)


def _joined(told: Sequence[Telling], same: Same) -> Sets:
    """The reports of one event as sets, made from the most alike.

    An article is once in each, and no report without a doer brings two others' doers together.
    """
    sets = Sets(len(told))
    articles = {number: {telling.document} for number, telling in enumerate(told)}
    doers = {number: {*telling.doers} for number, telling in enumerate(told)}
    found = []
    for one, other in _pairs(told):
        alike = same.likeness(one, other)
        if alike is not None:
            found.append((-alike, one, other))
    for _, one, other in sorted(found):
        first, second = sorted((sets.root(one), sets.root(other)))
        if first == second or articles[first] & articles[second]:
            continue
        is_stated = bool(told[one].doers and told[other].doers)
        if is_stated or not (doers[first] and doers[second]) or doers[first] & doers[second]:
            sets.join(first, second)
            articles[first] |= articles.pop(second)
            doers[first] |= doers.pop(second)
    return sets


def _order(entry: Entry) -> tuple[bool, date, date, str]:
    first = entry.earliest or entry.latest
    last = entry.latest or entry.earliest or date.max
    return first is None, first or date.max, last, entry.tellings[0].document


def _entry(group: list[Telling]) -> Entry:
    ordered = sorted(
        group, key=lambda t: (not t.dated, _length(t), t.earliest or date.max, t.document)
    )
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
    best = ordered[0]
    exact = [
        (t.earliest, t.latest)
        for t in ordered
        if (t.dated, _length(t)) == (best.dated, _length(best))
    ]
    counts = Counter(exact)
    return max(exact, key=lambda days: counts[days])


def _length(telling: Telling) -> timedelta:
    """How exact a date is: the stretch of days, an open one after all others."""
    if telling.earliest is None or telling.latest is None:
        return timedelta.max
    return telling.latest - telling.earliest


def _pairs(told: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """The pairs of reports of different articles that share somebody, an act or a word in time."""
    seen: set[tuple[int, int]] = set()
    for block in _blocks(told).values():
        for pair in combinations(block[:_LARGEST_BLOCK], 2):
            if pair not in seen and told[pair[0]].document != told[pair[1]].document:
                seen.add(pair)
                yield pair


def _blocks(told: Sequence[Telling]) -> dict[tuple[object, object], list[int]]:
    blocks: dict[tuple[object, object], list[int]] = defaultdict(list)
    for number, telling in enumerate(told):
        if _length(telling) > _SHORT and telling.day is not None:
            continue
        for key in _keys(telling):
            blocks[key].append(number)
    return blocks


def _keys(telling: Telling) -> Iterator[tuple[object, object]]:
    """What two reports of one event have in common, one thing at least."""
    for member in telling.members:
        yield from ((f"@{member}", act) for act in telling.acts)
    if telling.day is None or telling.minor:
        return
    day = telling.day.toordinal()
    week = day // NEAR.days
    for shared in (*telling.members, *telling.acts):
        yield shared, week
        yield shared, week + 1
    yield from ((word, -day) for word in telling.stems)
