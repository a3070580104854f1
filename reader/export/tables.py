"""The tables of an analysis: entities, mentions, quotes, times, events, notes.

A cell that a spreadsheet would run as a formula is disarmed with an apostrophe in front of it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from ..analysis import Analysis
from .text import Told

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = tuple[Any, ...]


def write_tables(analysis: Analysis, delimiter: str, suffix: str) -> dict[str, bytes]:
    """One file a table, with a line of column names, in UTF-8."""
    told = Told(analysis)
    tables = {
        "entities": _entities(told),
        "mentions": _mentions(told),
        "quotes": _quotes(told),
        "times": _times(told),
        "events": _events(told),
        "notes": _notes(told),
    }
    return {f"{name}{suffix}": _table(rows, delimiter) for name, rows in tables.items()}


def _table(rows: Iterator[Row], delimiter: str) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, lineterminator="\n").writerows(
        [_cell(value) for value in row] for row in rows
    )
    return made.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    cell = " ".join(str(value).split())
    return f"'{cell}" if isinstance(value, str) and cell.startswith(_FORMULA) else cell


def _entities(told: Told) -> Iterator[Row]:
    yield "id", "name", "kind", "mentions", "roles", "by"
    for entity in told.analysis.entities:
        roles = "; ".join(told.words(role.start, role.end) for role in entity.roles)
        yield entity.id, entity.name, entity.kind, len(entity.mentions), roles, entity.by


def _mentions(told: Told) -> Iterator[Row]:
    yield "entity", "name", "start", "end", "form", "words", "paragraph", "reason"
    for entity in told.analysis.entities:
        for found in entity.mentions:
            words = told.words(found.start, found.end)
            paragraph = told.paragraph(found.start)
            yield (
                entity.id, entity.name, found.start, found.end, found.form, words, paragraph,
                found.rule,
            )  # fmt: skip


def _quotes(told: Told) -> Iterator[Row]:
    yield (
        "id", "kind", "polarity", "speaker", "speaker_name", "words", "cue", "start", "end",
        "paragraph", "certainty", "same_as", "by",
    )  # fmt: skip
    for quote in told.analysis.quotes:
        first, last = quote.content[0].start, quote.content[-1].end
        cue = told.words(quote.cue.start, quote.cue.end) if quote.cue else None
        yield (
            quote.id, quote.kind, quote.polarity, quote.speaker, told.speaker(quote),
            told.content(quote), cue, first, last, told.paragraph(first), quote.certainty,
            quote.same_as, quote.by,
        )  # fmt: skip


def _times(told: Told) -> Iterator[Row]:
    yield "id", "words", "type", "value", "earliest", "latest", "start", "end", "reason", "by"
    for time in told.analysis.times:
        words = told.words(time.start, time.end)
        yield (
            time.id, words, time.type, time.value, time.earliest, time.latest, time.start,
            time.end, time.reason, time.by,
        )  # fmt: skip


def _events(told: Told) -> Iterator[Row]:
    yield (
        "id", "headline", "earliest", "latest", "bound", "modality", "told", "minor",
        "participants", "start", "end", "paragraph", "disagrees", "by",
    )  # fmt: skip
    for event in told.analysis.timeline:
        who = "; ".join(told.names(event.entities))
        yield (
            event.id, event.headline, event.earliest, event.latest, event.bound, event.modality,
            event.told, event.minor, who, event.start, event.end, told.paragraph(event.start),
            "; ".join(event.disagrees), event.by,
        )  # fmt: skip


def _notes(told: Told) -> Iterator[Row]:
    yield "id", "colour", "note", "tags", "words", "start", "end", "paragraph", "created"
    for note in told.analysis.notes:
        yield (
            note.id, note.colour, note.text, "; ".join(note.tags),
            told.words(note.start, note.end), note.start, note.end, told.paragraph(note.start),
            note.created,
        )  # fmt: skip
