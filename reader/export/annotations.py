"""W3C Web Annotation as JSON-LD: a person's highlights, notes and corrections of the article.

Each target is told by its words with 32 characters on either side and by its position
(https://www.w3.org/TR/annotation-model/), so that other tools find it in their copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..analysis import Analysis, By, Note

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_SIDE = 32


def write(analysis: Analysis) -> bytes:
    """One annotation page in UTF-8, indented, its annotations in text order."""
    items = sorted((*_notes(analysis), *_corrected(analysis)), key=_position)
    page = {
        "@context": CONTEXT,
        "id": f"urn:reader:page:{_source(analysis)}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return (json.dumps(page, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def _source(analysis: Analysis) -> str:
    document = analysis.document
    return document.url or document.source or "article"


def _position(item: dict[str, Any]) -> int:
    start: int = item["target"]["selector"][1]["start"]
    return start


def _notes(analysis: Analysis) -> Iterator[dict[str, Any]]:
    for note in analysis.notes:
        made = _annotation(analysis, f"note:{note.id}", note.start, note.end)
        made["motivation"] = "commenting" if note.text else "highlighting"
        made["body"] = list(_bodies(note))
        if note.colour is not None:
            made["stylesheet"] = {"type": "CssStylesheet", "value": f".note {{{note.colour}}}"}
            made["colour"] = note.colour.value
        for field, when in (("created", note.created), ("modified", note.modified)):
            if when is not None:
                made[field] = when.isoformat()
        yield made


def _bodies(note: Note) -> Iterator[dict[str, str]]:
    if note.text:
        yield _body(note.text, "commenting")
    for tag in note.tags:
        yield _body(tag, "tagging")


def _corrected(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """What a person decided about entities, quotes, times and events."""
    for entity in analysis.entities:
        if entity.by is By.PERSON:
            for mention in entity.mentions:
                words = f"{entity.name} ({entity.kind})"
                ident = f"entity:{entity.id}:{mention.start}"
                yield _decided(analysis, ident, mention.start, mention.end, words)
    names = {entity.id: entity.name for entity in analysis.entities}
    for quote in analysis.quotes:
        if quote.by is By.PERSON:
            speaker = names.get(quote.speaker or "") or quote.description or "unknown"
            first, last = quote.content[0].start, quote.content[-1].end
            words = f"{quote.kind} quote by {speaker}"
            yield _decided(analysis, f"quote:{quote.id}", first, last, words)
    for time in analysis.times:
        if time.by is By.PERSON:
            yield _decided(analysis, f"time:{time.id}", time.start, time.end, time.value)
    for event in analysis.timeline:
        if event.by is By.PERSON:
            days = "/".join(str(day) for day in (event.earliest, event.latest) if day)
            words = f"{days} {event.headline}".strip()
            yield _decided(analysis, f"event:{event.id}", event.start, event.end, words)


def _decided(analysis: Analysis, ident: str, start: int, end: int, words: str) -> dict[str, Any]:
    made = _annotation(analysis, ident, start, end)
    return {**made, "motivation": "editing", "body": [_body(words, "editing")]}


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _annotation(analysis: Analysis, ident: str, start: int, end: int) -> dict[str, Any]:
    text = analysis.document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _SIDE) : start],
        "suffix": text[end : end + _SIDE],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "id": f"urn:reader:{ident}",
        "type": "Annotation",
        "creator": {"type": "Person"},
        "target": {"source": _source(analysis), "selector": [quote, position]},
    }
