"""The rows of the overview's parts: bars, steps of time, countries, strips and figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from ...reading import presence, spread_over
from ...reading.overview import (
    Bin,
    Key,
    Material,
    OverviewArticle,
    Somebody,
    Sort,
    Speaker,
    Stop,
    countries,
    figures,
    histogram,
    speakers,
)
from ..glyphs import glyphs
from ..harmless import cells, one_line
from ..line import Heading, Line, Piece

_MOST = 200
_LONGEST_MONTH = 31
_NAME_CELLS = 36
_COUNT_CELLS = 6
_ARC_ENTITIES = 12
_MOST_TARGETS = 5_000
_MOST_CELLS = 6
COUNTING = "counting …"
"""What a part says until a long text is counted."""

Label = tuple[tuple[str, str], ...]


class Target(NamedTuple):
    """What choosing a row looks at: annotations of an article, or a stretch of days in it."""

    document: str
    idents: tuple[str, ...] = ()
    period: tuple[date, date] | None = None


class OverviewRow(Struct, frozen=True):
    """A label, a picture beside it, a count, and what choosing the row looks at in turn.

    `bars` are (share of the longest, sign, look) one after another; a `strip` is levels from 0 on.
    """

    ident: str
    label: Label
    count: str = ""
    bars: tuple[tuple[float, str, str], ...] = ()
    strip: tuple[int, ...] = ()
    targets: tuple[Target, ...] = ()


Rows = Sequence[OverviewRow | Heading]


class OverviewPainter:
    """Rows of the overview as lines; names have as much room as the longest one takes."""

    def __init__(self) -> None:
        self._longest = _NAME_CELLS

    def learn(self, rows: Rows) -> None:
        """Take note of the rows that are shown together."""
        labels = (row.label for row in rows[:_MOST] if isinstance(row, OverviewRow) and row.bars)
        lengths = (sum(cells(words) for words, _ in label) for label in labels)
        self._longest = max(lengths, default=_NAME_CELLS)

    def idents(self, rows: Rows) -> list[str | None]:
        """The ids of the rows; what leads nowhere cannot be chosen."""
        return [None if isinstance(row, Heading) or not row.targets else row.ident for row in rows]

    def heights(self, rows: Rows, width: int) -> Iterable[int]:
        """One line each."""
        del width
        return [1] * len(rows)

    def lines(self, row: OverviewRow | Heading, width: int, *, opened: bool) -> list[Line]:
        """The label, the bars or the strip, the count at the right."""
        del opened
        if isinstance(row, Heading):
            return [row.line(width)]
        line = Line(width).add(" ")
        pictured = bool(row.bars or row.strip)
        counted = max(_COUNT_CELLS + 10, len(row.count) + 3)
        names = max(1, width - counted)
        if pictured:
            names = _name_cells(width) if row.strip else min(self._longest + 1, width // 2)
        label = Line.of(row.label, names - 1)
        line.extend(label.pieces).skip_to(names + 1)
        counted = max(_COUNT_CELLS, len(row.count)) + 1 if row.count else 1
        room = max(1, width - line.used - counted)
        for share, sign, look in row.bars:
            line.add(sign * max(1, round(share * room)) if share else "", look)
        if row.strip:
            most = max(row.strip)
            for level in row.strip[:room]:
                line.add(glyphs().level(level, most), row.label[0][1] if level else "faint")
        return [line.add_right(f"{row.count} " if row.count else "", "dim")]


def _name_cells(width: int) -> int:
    return min(_NAME_CELLS, width * 9 // 20)


def strip_cells(width: int) -> int:
    """The cells that a strip has room for in a list of this width."""
    return max(8, width - _name_cells(width) - 2)


def label_of(who: Somebody) -> Label:
    """The sign of the kind and the name."""
    sign = glyphs().kinds[who.kind]
    return (f"{sign} ", who.kind.value), (one_line(who.name[:_MOST]), "")


def targets_of(stops: Iterable[Stop]) -> tuple[Target, ...]:
    """Targets for annotations one by one."""
    return tuple(Target(one.document, (one.ident,)) for one in stops)


# Who speaks


def speaker_rows(material: Material, *, by_sort: bool = False) -> list[OverviewRow | Heading]:
    """Bars of quoted words by source: words in marks, then words retold."""
    found = speakers(material)
    if not found:
        return []
    most = max(1, *(speaker.words for speaker in found))
    named = sum(len(speaker.quotes) for speaker in found if speaker.who)
    total = sum(len(speaker.quotes) for speaker in found)
    rows: list[OverviewRow | Heading] = [_legend(100 * named // total)]
    if not by_sort:
        return rows + [_speaker_row(f"S{n}", one, material, most) for n, one in enumerate(found)]
    numbered = [(number, one, one.sort) for number, one in enumerate(found)]
    for sort in Sort:
        own = [(number, one) for number, one, its in numbered if its is sort]
        if own:
            words = sum(one.words for _, one in own)
            share = 100 * words // max(1, sum(one.words for one in found))
            told = f"{len(own)} · {words:,} words · {share} %"
            rows.append(Heading((Piece(f" {sort} ", "heading"), Piece(told, "dim"))))
            rows += [_speaker_row(f"S{number}", one, material, most) for number, one in own]
    return rows


def _legend(named: int) -> Heading:
    signs = glyphs()
    return Heading(
        (
            Piece(f" {signs.bar} word for word ", "quote"),
            Piece(f"{signs.line} retold ", "indirect"),
            Piece(f"· {named} % named", "dim"),
        )
    )


def _speaker_row(ident: str, speaker: Speaker, material: Material, most: int) -> OverviewRow:
    signs = glyphs()
    return OverviewRow(
        ident=ident,
        label=speaker_label(speaker),
        count=f"{speaker.words:,}",
        bars=(
            (speaker.direct / most, signs.bar, "quote"),
            (speaker.retold / most, signs.line, "indirect"),
        ),
        targets=speaker_targets(speaker, material),
    )


def speaker_label(speaker: Speaker) -> Label:
    """The name, else the words for somebody without one."""
    if speaker.who is not None:
        return label_of(speaker.who)
    words = one_line(speaker.label[:_MOST]) or "unknown"
    return (f"{glyphs().kind_unknown} ", "dim"), (words, "dim")


def speaker_targets(speaker: Speaker, material: Material) -> tuple[Target, ...]:
    """The speaker in each article with such a quote; without a name the quotes themselves."""
    if speaker.who is None:
        return targets_of(speaker.quotes[:_MOST_TARGETS])
    spoken = {stop.document for stop in speaker.quotes}
    return targets_of(s for s in material.stops[speaker.who.key] if s.document in spoken)


# When


def when_rows(material: Material) -> list[OverviewRow | Heading]:
    """A bar for each day, month or year into which something dated falls."""
    _, bins = histogram(material)
    most = max((step.count for step in bins), default=0) or 1
    names = [document.name for document in material.documents]
    return [
        OverviewRow(
            ident=f"W{number}",
            label=step_label(step),
            count=str(step.count),
            bars=((step.count / most, glyphs().bar, "time"),),
            targets=step_targets(step, names),
        )
        for number, step in enumerate(bins)
    ]


def step_label(step: Bin) -> Label:
    """The day, month or year, with a sign where something was published in it."""
    length = (step.last - step.first).days
    name = step.first.isoformat()[: 4 if length > _LONGEST_MONTH else 7 if length else None]
    return (f"{glyphs().published if step.has_publication else ' '} ", "accent"), (name, "time")


def step_targets(step: Bin, names: Sequence[str]) -> tuple[Target, ...]:
    """The stretch in each article that dates something in it, else in the first."""
    found = [name for name, _ in step.documents] or names[:1]
    return tuple(Target(name, period=(step.first, step.last)) for name in found)


# Where


def country_rows(material: Material) -> list[OverviewRow | Heading]:
    """Countries by mentions, each with its places; then the places of no known country."""
    found = countries(material)
    most = max((country.mentions for country in found), default=1)
    rows: list[OverviewRow | Heading] = []
    for country in found:
        name = country.name or "country unknown"
        rows.append(Heading((Piece(f" {name} ", "heading"), Piece(str(country.mentions), "dim"))))
        rows += [
            OverviewRow(
                ident=f"P{place.who.key}",
                label=label_of(place.who),
                count=str(place.mentions),
                bars=((place.mentions / most, glyphs().bar, place.who.kind.value),),
                targets=targets_of(material.stops[place.who.key]),
            )
            for place in country.places
        ]
    return rows


# The arc


def arc_rows(material: Material, cells: int) -> list[OverviewRow | Heading]:
    """Where the main characters, the quotes and the dates stand along the text.

    Of several articles: how often each of them has the main characters, quotes and dates.
    """
    if len(material.documents) == 1:
        return _arc_of_one(material, material.documents[0], cells)
    return _arc_of_many(material, cells)


def _arc_of_one(
    material: Material, document: OverviewArticle, cells: int
) -> list[OverviewRow | Heading]:
    length, found = len(document.text), document.index.annotations
    ranked = sorted(found.entities, key=lambda entity: -len(entity.mentions))[:_ARC_ENTITIES]
    rows: list[OverviewRow | Heading] = [
        OverviewRow(
            ident=f"A{entity.id}",
            label=label_of(material.who(document, entity)),
            strip=tuple(presence(entity, length, cells)),
            targets=(Target(document.name, (entity.id,)),),
        )
        for entity in ranked
    ]
    quotes = spread_over(found.quotes, lambda quote: quote.content[0].start, length, cells)
    dates = spread_over(found.times, lambda time: time.start, length, cells)
    idents = (
        [quote.id for quote in found.quotes[:_MOST_TARGETS]],
        [time.id for time in found.times[:_MOST_TARGETS]],
    )
    for part, strip, own in zip(_QUOTES_AND_DATES, (quotes, dates), idents, strict=True):
        ident, name, look = part
        stops = targets_of(Stop(document.name, one) for one in own)
        rows.append(OverviewRow(ident, ((name, look),), strip=tuple(strip), targets=stops))
    return rows


def _arc_of_many(material: Material, cells: int) -> list[OverviewRow | Heading]:
    documents = material.documents
    place = {document.name: number for number, document in enumerate(documents)}
    counts: dict[Key, list[int]] = {}
    main = [who for who, _ in material.ranked[:_ARC_ENTITIES]]
    wanted = {who.key for who in main}
    for document, entity, who in material.entities():
        if who.key in wanted:
            own = counts.setdefault(who.key, [0] * len(documents))
            own[place[document.name]] += len(entity.mentions)
    rows: list[OverviewRow | Heading] = [
        OverviewRow(
            ident=f"A{who.key}",
            label=label_of(who),
            strip=_squeezed(counts[who.key], cells),
            targets=targets_of(material.stops[who.key]),
        )
        for who in main
    ]
    ids = {document.name: _quotes_and_dates(document) for document in documents}
    for part, (ident, name, look) in enumerate(_QUOTES_AND_DATES):
        strip = _squeezed([len(found[part]) for found in ids.values()], cells)
        stops = (Stop(document, found[part][0]) for document, found in ids.items() if found[part])
        rows.append(
            OverviewRow(ident=ident, label=((name, look),), strip=strip, targets=targets_of(stops))
        )
    return rows


_QUOTES_AND_DATES = (("AQ", "quotes", "quote"), ("AT", "dates", "time"))


def _quotes_and_dates(document: OverviewArticle) -> tuple[list[str], list[str]]:
    found = document.index.annotations
    return [quote.id for quote in found.quotes], [time.id for time in found.times]


def _squeezed(counts: list[int], cells: int) -> tuple[int, ...]:
    """Counts of articles in so many cells: up to six each where there is room, else shared ones."""
    each = min(_MOST_CELLS, cells // max(1, len(counts)))
    if each:
        return tuple(count for count in counts for _ in range(each))
    strip = [0] * min(cells, len(counts))
    for number, count in enumerate(counts):
        strip[number * len(strip) // len(counts)] += count
    return tuple(strip)


# In figures


def figure_rows(material: Material) -> list[OverviewRow | Heading]:
    """Numbers about the articles; those that count annotations lead to them one by one."""
    return [
        OverviewRow(
            ident=f"F{number}",
            label=((figure.label, "" if figure.stops else "dim"),),
            count=figure.value,
            targets=targets_of(figure.stops),
        )
        for number, figure in enumerate(figures(material))
    ]
