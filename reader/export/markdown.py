"""Markdown: a report with people, quotes, timeline and notes, for reading and for notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis import Analysis, By, Entity, Event, Polarity, Quote
from .text import Told, when

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write(analysis: Analysis) -> bytes:
    """The report in UTF-8. Words of the article are escaped: they never become markup."""
    told = Told(analysis)
    parts = (_head(told), _people(told), _quotes(told), _timeline(told), _notes(told))
    sections = ("\n".join(part) for part in map(list, parts) if part)
    return ("\n\n".join(sections) + "\n").encode("utf-8", "backslashreplace")


def escaped(words: str) -> str:
    """Words of the article as Markdown shows them."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _head(told: Told) -> Iterator[str]:
    document = told.document
    yield f"# {escaped(told.title)}\n"
    if document.byline:
        yield f"- by {escaped(document.byline)}"
    if document.date:
        yield f"- published {document.date}"
    for place in (document.url, document.source):
        if place:
            yield f"- {escaped(place)}"


def _people(told: Told) -> Iterator[str]:
    if not told.analysis.entities:
        return
    yield "## Who and what\n"
    for entity in sorted(told.analysis.entities, key=lambda entity: -len(entity.mentions)):
        roles = "; ".join(escaped(told.words(role.start, role.end)) for role in entity.roles[:2])
        count = len(entity.mentions)
        about = f": {roles}" if roles else ""
        yield f"- **{escaped(entity.name)}** ({entity.kind}, {count}×{_yours(entity)}){about}"


def _yours(annotation: Entity | Quote | Event) -> str:
    return ", corrected by hand" if annotation.by is By.PERSON else ""


def _quotes(told: Told) -> Iterator[str]:
    if not told.analysis.quotes:
        return
    yield "## Who said what"
    speakers: dict[str, list[Quote]] = {}
    for quote in told.analysis.quotes:
        speakers.setdefault(told.speaker(quote) or "Unknown", []).append(quote)
    for speaker, said in speakers.items():
        yield f"\n### {escaped(speaker)}\n"
        for quote in said:
            denied = " (not said)" if quote.polarity is Polarity.NOT_SAID else ""
            number = told.paragraph(quote.content[0].start)
            yield f"- {escaped(told.content(quote))}{denied} (¶ {number}{_yours(quote)})"


def _timeline(told: Told) -> Iterator[str]:
    events = [event for event in told.analysis.timeline if not event.minor]
    if not events:
        return
    yield "## What happened when\n"
    for event in events:
        number = told.paragraph(event.start)
        about = f"{event.modality}, ¶ {number}{_yours(event)}"
        yield f"- **{when(event)}** {escaped(event.headline)} ({about})"


def _notes(told: Told) -> Iterator[str]:
    if not told.analysis.notes:
        return
    yield "## Highlights and notes\n"
    for note in sorted(told.analysis.notes, key=lambda note: note.start):
        tags = "".join(f" #{escaped(tag)}" for tag in note.tags)
        colour = f" ({note.colour})" if note.colour else ""
        number = told.paragraph(note.start)
        yield f"- “{escaped(told.words(note.start, note.end))}”{colour} (¶ {number}){tags}"
        if note.text:
            yield f"  - {escaped(note.text)}"
