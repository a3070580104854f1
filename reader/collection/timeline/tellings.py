"""The events of one article as a collection compares them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from ...analysis.knowledge.loader import word_set
from ...analysis.types import Analysis, Event, Kind, Modality, Part, Span
from ..words import Amount, amounts, stem, stems, words_of

_NEXT = 2
_ACTING = (Kind.PERSON, Kind.ORGANIZATION)


class Telling(Struct, frozen=True, gc=False):
    """An event in the words of one article.

    `event` is its id there. `members` are numbers of the cast, `doers` those who do it, `people`
    the people among these. `stems` are those of the clause, where whoever several articles name
    is one sign. `acts` are the stems of what is done, empty where that is not known. A report
    that is not `dated` states no day of its own: its days are those of the article.
    """

    document: str
    event: str
    headline: str
    places: tuple[Span, ...]
    predicate: Span | None
    earliest: date | None
    latest: date | None
    members: tuple[int, ...]
    doers: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    stems: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    dated: bool = True
    amounts: tuple[Amount, ...] = ()
    happened: bool = True
    minor: bool = False

    @property
    def day(self) -> date | None:
        """The first day that is known of it."""
        return self.earliest or self.latest

    @property
    def is_one_day(self) -> bool:
        """Whether it is dated to the day."""
        return self.earliest is not None and self.earliest == self.latest


def tellings(
    document: str, analysis: Analysis, member: Mapping[str, int], shared: Container[int] = ()
) -> Iterator[Telling]:
    """The events of an article.

    `member` gives the number in the cast for each entity id, `shared` holds the numbers of those
    who are in several articles.
    """
    text = analysis.document.text
    mentioned = sorted(
        (mention.start, mention.end, entity.id)
        for entity in analysis.entities
        for mention in entity.mentions
    )
    starts = [start for start, _, _ in mentioned]
    people = {entity.id for entity in analysis.entities if entity.kind is Kind.PERSON}
    acting = {entity.id for entity in analysis.entities if entity.kind in _ACTING}
    for event in analysis.timeline:
        first, last = event.earliest, event.latest
        if first is None and last is None and event.time is None:
            first = last = analysis.document.date
        clause = text[event.start : event.end]
        inside = mentioned[bisect_left(starts, event.start) : bisect_right(starts, event.end)]
        named = [(start, end, name) for start, end, name in inside if end <= event.end]
        known = [(start, end, member[name]) for start, end, name in named if name in member]
        doers = [name for name in _doers(event, named, acting) if name in member]
        taking_part = dict.fromkeys((*event.entities, *(name for _, _, name in named)))
        yield Telling(
            document,
            event.id,
            event.headline,
            event.mentions or (Span(event.start, event.end),),
            event.predicate,
            first,
            last,
            tuple(dict.fromkeys(member[name] for name in taking_part if name in member)),
            tuple(member[name] for name in doers),
            tuple(member[name] for name in doers if name in people),
            _stems(text, event, [one for one in known if one[2] in shared]),
            _acts(event, text),
            event.time is not None and not event.told,
            amounts(clause),
            event.modality in (Modality.ASSERTED, Modality.REPORTED),
            event.minor,
        )


def _doers(
    event: Event, mentions: Sequence[tuple[int, int, str]], acting: Container[str]
) -> dict[str, None]:
    """Who does it: the subjects, else the people and bodies named before the verb."""
    subjects = dict.fromkeys(one.entity for one in event.participants if one.part is Part.SUBJECT)
    if subjects or event.predicate is None:
        return subjects
    verb = event.predicate.start
    return dict.fromkeys(name for _, end, name in mentions if end <= verb and name in acting)


def _stems(text: str, event: Event, mentions: Sequence[tuple[int, int, int]]) -> frozenset[str]:
    """The stems of the clause; a mention of a member of the cast is that member's sign."""
    found: set[str] = set()
    at = event.start
    for start, end, number in mentions:
        found.add(f"@{number}")
        found |= stems(text[at : max(at, start)])
        at = max(at, end)
    return frozenset(found | stems(text[at : event.end])) - _light_verbs()


def _acts(event: Event, text: str) -> frozenset[str]:
    """What is done: the verb, or where that says little the next words after it.

    Nothing where it only says that somebody spoke.
    """
    if event.predicate is None:
        return frozenset()
    verbs = stems(text[event.predicate.start : event.predicate.end])
    if not verbs <= _light_verbs():
        return verbs - _light_verbs()
    behind = (stems(word) for word in words_of(text[event.predicate.end : event.end]))
    said = [one for word in behind for one in word]
    return frozenset(said[:_NEXT]) or verbs


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(stem(verb) for verb in word_set("collection/light_verbs.txt"))
