"""What an overview shows of one article: shares, counts and places, as plain values.

Everything here is asked for once an overview is opened. Times are linear in the annotations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from ..analysis import Entity, Kind, Quote, QuoteKind, TimeExpression, TimeType
from .index import Index
from .sentences import sentence_around

MOST_IN_TRIANGLE = 12
"""Entities in the triangle of who stands with whom."""

_DAYS_BY_DAY = 45
_DAYS_BY_MONTH = 4 * 366
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöøùúûü]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?:\s|\Z)")


class Speaker(Struct, frozen=True):
    """One source of quotes: an entity, words for somebody without a name, or nobody known.

    `direct` counts words in quotation marks, `retold` those of indirect speech. `quotes` are
    the ids of its quotes in text order.
    """

    entity: Entity | None
    label: str
    direct: int
    retold: int
    quotes: tuple[str, ...]

    @property
    def words(self) -> int:
        """All words of this source."""
        return self.direct + self.retold


def speakers(index: Index, text: str) -> list[Speaker]:
    """The sources of quotes, those with most words first; unknown ones last."""
    said: dict[tuple[str, str], list[Quote]] = {}
    for quote in index.annotations.quotes:
        said.setdefault(_source(index, text, quote), []).append(quote)
    made = [
        Speaker(
            entity=index.entities.get(ident),
            label=label,
            direct=sum(_words_of(text, q) for q in quotes if q.kind is not QuoteKind.INDIRECT),
            retold=sum(_words_of(text, q) for q in quotes if q.kind is QuoteKind.INDIRECT),
            quotes=tuple(quote.id for quote in quotes),
        )
        for (ident, label), quotes in said.items()
    ]
    return sorted(made, key=lambda speaker: (not speaker.label, -speaker.words))


def _source(index: Index, text: str, quote: Quote) -> tuple[str, str]:
    """The id and the name of a quote's source; without a name its words; else nothing."""
    entity = index.entities.get(quote.speaker or "")
    if entity is not None:
        return entity.id, entity.name
    if quote.description:
        return "", quote.description
    if quote.source is not None:
        return "", " ".join(text[quote.source.start : quote.source.end].split())
    return "", ""


def _words_of(text: str, quote: Quote) -> int:
    return sum(len(text[piece.start : piece.end].split()) for piece in quote.content)


class Unit(StrEnum):
    """The steps of a histogram."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Bin(Struct, frozen=True):
    """One step of a histogram: its first and last day, and what falls into it."""

    first: date
    last: date
    count: int
    has_publication: bool


def histogram(dated: Iterable[TimeExpression], published: date | None) -> tuple[Unit, list[Bin]]:
    """What is dated, by day, month or year: the finest unit that shows all on few lines.

    Only steps into which something falls are there. What is longer than a step counts where
    it begins; what has no first day is left out.
    """
    firsts = [item.earliest for item in dated if item.earliest is not None]
    if not firsts:
        return Unit.DAY, []
    unit = _unit((max(firsts) - min(firsts)).days)
    counts = Counter(_step(first, unit) for first in firsts)
    if published is not None:
        counts.setdefault(_step(published, unit), 0)
    return unit, [
        Bin(first, last, counts[first, last], published is not None and first <= published <= last)
        for first, last in sorted(counts)
    ]


def _unit(days: int) -> Unit:
    if days <= _DAYS_BY_DAY:
        return Unit.DAY
    return Unit.MONTH if days <= _DAYS_BY_MONTH else Unit.YEAR


def _step(day: date, unit: Unit) -> tuple[date, date]:
    """The first and last day of the step that holds a day."""
    if unit is Unit.DAY:
        return day, day
    if unit is Unit.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    first = day.replace(day=1)
    return first, _last_of_month(first)


def _last_of_month(first: date) -> date:
    if first.month == date.max.month:
        return first.replace(day=31)
    return first.replace(month=first.month + 1) - timedelta(days=1)


class Triangle(Struct, frozen=True):
    """The entities mentioned most, and how many sentences each pair shares (by ids)."""

    entities: tuple[Entity, ...]
    shared: dict[tuple[str, str], int]


def triangle(index: Index, text: str) -> Triangle:
    """Who stands with whom, among people, bodies and groups first."""
    ranked = sorted(index.annotations.entities, key=lambda entity: -len(entity.mentions))
    chosen = tuple(ranked[:MOST_IN_TRIANGLE])
    order = {entity.id: place for place, entity in enumerate(chosen)}
    mentions = sorted((found.start, entity.id) for entity in chosen for found in entity.mentions)
    shared: Counter[tuple[str, str]] = Counter()
    end, inside = -1, set[str]()
    for start, name in [*mentions, (len(text) + 1, "")]:
        if start >= end:
            shared.update(combinations(sorted(inside, key=order.__getitem__), 2))
            inside = set()
            end = sentence_around(text, start, start)[1] if name else end
        inside.add(name)
    return Triangle(chosen, dict(shared))


class Country(Struct, frozen=True):
    """A country, or "" for places of no known one, with the entities in it by mentions."""

    name: str
    entities: tuple[Entity, ...]

    @property
    def mentions(self) -> int:
        """How often its places, peoples and adjectives are mentioned."""
        return sum(len(entity.mentions) + len(entity.adjectives) for entity in self.entities)


def countries(index: Index) -> list[Country]:
    """Places and peoples by country, most mentioned first, places of no known country last.

    Countries are CLDR's; a city's country is not known.
    """
    from babel import Locale

    from ..analysis.knowledge.names import nations

    names, known = Locale.parse("en").territories, nations()
    found: dict[str, list[Entity]] = {}
    for entity in index.annotations.entities:
        if entity.kind not in (Kind.PLACE, Kind.GROUP):
            continue
        name = entity.name.lower().removeprefix("the ")
        code = known.codes.get(name) or known.people.get(name) or known.adjectives.get(name)
        if code or entity.kind is Kind.PLACE:
            found.setdefault(names.get(code or "", ""), []).append(entity)
    made = [Country(name, tuple(entities)) for name, entities in found.items()]
    return sorted(made, key=lambda country: (not country.name, -country.mentions))


class Figure(Struct, frozen=True):
    """A number about the article; `ids` are the annotations it counts, to look at in turn."""

    label: str
    value: str
    ids: tuple[str, ...] = ()


def figures(index: Index, text: str) -> list[Figure]:
    """Words, sentences, how much is quoted, how hard it reads, and what is not settled.

    Reading ease is Flesch's (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word,
    with syllables counted as groups of vowels. 100 is very easy, 0 very hard.
    """
    words = _WORD.findall(text)
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    quoted = sum(_words_of(text, quote) for quote in index.annotations.quotes)
    return [
        Figure("words", f"{len(words):,}"),
        Figure("sentences", f"{sentences:,}"),
        Figure("quoted or retold", f"{100 * quoted // max(1, len(words))} %"),
        Figure("reading ease (Flesch)", f"{_reading_ease(words, sentences):.0f} of 100"),
        *_unsettled(index),
    ]


def _reading_ease(words: list[str], sentences: int) -> float:
    syllables = sum(max(1, len(_VOWELS.findall(word.removesuffix("e")))) for word in words)
    count = max(1, len(words))
    return max(0.0, min(100.0, 206.835 - 1.015 * count / sentences - 84.6 * syllables / count))


def _unsettled(index: Index) -> Iterator[Figure]:
    """What a fact-checker looks at first."""
    found = index.annotations
    events = [event for event in found.timeline if not event.minor]
    undated = [event.id for event in events if event.earliest is None and event.latest is None]
    yield Figure("dated events", f"{len(events) - len(undated):,}")
    yield _counted("undated events", undated)
    yield _counted(
        "dates without a day",
        [t.id for t in found.times if t.type is TimeType.DATE and not (t.earliest or t.latest)],
    )
    unnamed = [q for q in found.quotes if q.speaker not in index.entities]
    yield _counted("quotes without a name", [q.id for q in unnamed if q.source])
    yield _counted("quotes without a source", [q.id for q in unnamed if not q.source])
    yield _counted("kinds not known", [e.id for e in found.entities if e.kind is Kind.UNKNOWN])


def _counted(label: str, ids: list[str]) -> Figure:
    return Figure(label, f"{len(ids):,}", tuple(ids))
