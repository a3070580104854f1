"""The rows of the overview's parts: bars, steps of time, countries, strips and figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ...analysis import Entity
from ...reading import EntityFocus, Focus, PeriodFocus, QuoteFocus, Reading, presence
from ...reading.statistics import (
    Bin,
    Unit,
    countries,
    figures,
    histogram,
    speakers,
)
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Heading, Line, Piece

_MOST = 200
_NAME_CELLS = 30
_COUNT_CELLS = 6
_ARC_ENTITIES = 12


class OverviewRow(Struct, frozen=True):
    """A label, a picture beside it, a count, and what choosing the row looks at.

    `bars` are (share of the longest, look) one behind another; a `strip` is levels from 0 on.
    `walks` are the ids of annotations that choosing goes through one by one.
    """

    ident: str
    label: tuple[tuple[str, str], ...]
    count: str = ""
    bars: tuple[tuple[float, str, str], ...] = ()
    strip: tuple[int, ...] = ()
    focus: Focus = None
    walks: tuple[str, ...] = ()


class OverviewPainter:
    """Rows of the overview as lines."""

    def idents(self, rows: Sequence[OverviewRow | Heading]) -> list[str | None]:
        """The ids of the rows; what leads nowhere cannot be chosen."""
        return [
            None if isinstance(row, Heading) or not (row.focus or row.walks) else row.ident
            for row in rows
        ]

    def heights(self, rows: Sequence[OverviewRow | Heading], width: int) -> Iterable[int]:
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
        names = min(_NAME_CELLS, width * 2 // 5) if pictured else max(1, width - _COUNT_CELLS - 10)
        label = Line.of(row.label, names - 1)
        line.extend(label.pieces).skip_to(names + 1)
        room = max(1, width - line.used - (_COUNT_CELLS if row.count else 1))
        for share, sign, look in row.bars:
            line.add(sign * max(1, round(share * room)) if share else "", look)
        if row.strip:
            most = max(row.strip)
            for level in row.strip[:room]:
                line.add(glyphs().level(level, most), row.label[0][1] if level else "faint")
        return [line.add_right(row.count, "dim")]


def _entity_label(entity: Entity) -> tuple[tuple[str, str], ...]:
    sign = glyphs().kinds[entity.kind]
    return (f"{sign} ", entity.kind.value), (one_line(entity.name[:_MOST]), "")


def speaker_rows(reading: Reading) -> list[OverviewRow | Heading]:
    """Bars of quoted words by source: words in marks, then words retold."""
    found = speakers(reading.index, reading.article.text)
    if not found:
        return []
    most = max(1, *(speaker.words for speaker in found))
    named = sum(len(speaker.quotes) for speaker in found if speaker.entity)
    total = sum(len(speaker.quotes) for speaker in found)
    signs = glyphs()
    rows: list[OverviewRow | Heading] = [
        Heading(
            (
                Piece(f" {signs.bar} word for word ", "quote"),
                Piece(f"{signs.line} retold ", "indirect"),
                Piece(f"· {100 * named // total} % by name", "dim"),
            )
        )
    ]
    for number, speaker in enumerate(found):
        if speaker.entity is not None:
            label, focus = _entity_label(speaker.entity), EntityFocus(speaker.entity.id)
        else:
            words = one_line(speaker.label[:_MOST]) or "unknown"
            label, focus = ((f"{signs.kind_unknown} ", "dim"), (words, "dim")), None
        rows.append(
            OverviewRow(
                ident=f"S{number}",
                label=label,
                count=f"{speaker.words:,}",
                bars=(
                    (speaker.direct / most, signs.bar, "quote"),
                    (speaker.retold / most, signs.line, "indirect"),
                ),
                focus=focus or QuoteFocus(speaker.quotes[0]),
                walks=() if focus else speaker.quotes,
            )
        )
    return rows


def when_rows(reading: Reading) -> list[OverviewRow | Heading]:
    """A bar for each day, month or year into which something dated falls."""
    unit, bins = histogram(reading.annotations.times, reading.article.published)
    most = max((step.count for step in bins), default=0) or 1
    signs = glyphs()
    return [
        OverviewRow(
            ident=f"W{number}",
            label=(
                (f"{signs.published if step.has_publication else ' '} ", "accent"),
                (_step_name(step, unit), "time"),
            ),
            count=str(step.count),
            bars=((step.count / most, signs.bar, "time"),),
            focus=PeriodFocus(step.first, step.last),
        )
        for number, step in enumerate(bins)
    ]


def _step_name(step: Bin, unit: Unit) -> str:
    return step.first.isoformat()[: {Unit.YEAR: 4, Unit.MONTH: 7}.get(unit)]


def country_rows(reading: Reading) -> list[OverviewRow | Heading]:
    """Countries by mentions, each with its places; then the places of no known country."""
    found = countries(reading.index)
    most = max((country.mentions for country in found), default=1)
    rows: list[OverviewRow | Heading] = []
    for country in found:
        name = country.name or "country not known"
        rows.append(Heading((Piece(f" {name} ", "heading"), Piece(str(country.mentions), "dim"))))
        rows += [
            OverviewRow(
                ident=f"P{entity.id}",
                label=_entity_label(entity),
                count=str(len(entity.mentions)),
                bars=((len(entity.mentions) / most, glyphs().bar, entity.kind.value),),
                focus=EntityFocus(entity.id),
            )
            for entity in country.entities
        ]
    return rows


def arc_rows(reading: Reading, cells: int) -> list[OverviewRow | Heading]:
    """Where the main characters, the quotes and the dates stand along the text."""
    length = len(reading.article.text)
    found = reading.annotations
    ranked = sorted(found.entities, key=lambda entity: -len(entity.mentions))[:_ARC_ENTITIES]
    rows: list[OverviewRow | Heading] = [
        OverviewRow(
            ident=f"A{entity.id}",
            label=_entity_label(entity),
            strip=tuple(presence(entity, length, cells)),
            focus=EntityFocus(entity.id),
        )
        for entity in ranked
    ]
    quotes = [quote.content[0].start for quote in found.quotes]
    dates = [time.start for time in found.times]
    for ident, name, look, starts in (
        ("AQ", "quotes", "quote", quotes),
        ("AT", "dates", "time", dates),
    ):
        strip = [0] * cells
        for start in starts:
            strip[min(cells - 1, start * cells // max(1, length))] += 1
        rows.append(OverviewRow(ident=ident, label=((name, look),), strip=tuple(strip)))
    return rows


def figure_rows(reading: Reading) -> list[OverviewRow | Heading]:
    """Numbers about the article; those that count annotations lead to them one by one."""
    return [
        OverviewRow(
            ident=f"F{number}",
            label=((figure.label, "" if figure.ids else "dim"),),
            count=figure.value,
            walks=figure.ids,
        )
        for number, figure in enumerate(figures(reading.index, reading.article.text))
    ]
