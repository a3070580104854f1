"""The tables of a corpus: which columns they have, and the rows of one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..analysis.types import Analysis, Document, Entity, Event, Mention, Quote, TimeExpression
from ..collection.quotes import Version, versions

Row = dict[str, Any]

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "document": "VARCHAR",
        "shard": "VARCHAR",
        "source": "VARCHAR",
        "title": "VARCHAR",
        "byline": "VARCHAR",
        "url": "VARCHAR",
        "date": "DATE",
        "characters": "INTEGER",
        "error": "VARCHAR",
    },
    "entities": {
        "document": "VARCHAR",
        "entity": "VARCHAR",
        "name": "VARCHAR",
        "kind": "VARCHAR",
        "mentions": "INTEGER",
    },
    "mentions": {
        "document": "VARCHAR",
        "entity": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "form": "VARCHAR",
        "text": "VARCHAR",
    },
    "quotes": {
        "document": "VARCHAR",
        "quote": "VARCHAR",
        "kind": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "speaker": "VARCHAR",
        "source": "VARCHAR",
        "certainty": "VARCHAR",
        "text": "VARCHAR",
    },
    "times": {
        "document": "VARCHAR",
        "time": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "text": "VARCHAR",
        "type": "VARCHAR",
        "value": "VARCHAR",
        "earliest": "DATE",
        "latest": "DATE",
    },
    "events": {
        "document": "VARCHAR",
        "event": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "headline": "VARCHAR",
        "earliest": "DATE",
        "latest": "DATE",
        "modality": "VARCHAR",
        "minor": "BOOLEAN",
        "entities": "VARCHAR[]",
    },
}
"""Column names and DuckDB types of the tables that have a row of their own for each annotation."""

CAST_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "members": {
        "member": "INTEGER",
        "name": "VARCHAR",
        "kind": "VARCHAR",
        "articles": "INTEGER",
        "mentions": "INTEGER",
    },
    "names": {"key": "VARCHAR", "name": "VARCHAR", "member": "INTEGER", "articles": "INTEGER"},
    "appearances": {"document": "VARCHAR", "entity": "VARCHAR", "member": "INTEGER"},
    "said": {
        "speaker": "INTEGER",
        "name": "VARCHAR",
        "day": "DATE",
        "document": "VARCHAR",
        "quote": "VARCHAR",
        "kind": "VARCHAR",
        "source": "VARCHAR",
        "text": "VARCHAR",
        "about": "INTEGER[]",
    },
    "happened": {
        "earliest": "DATE",
        "latest": "DATE",
        "document": "VARCHAR",
        "event": "VARCHAR",
        "headline": "VARCHAR",
        "members": "INTEGER[]",
    },
}
"""The same for the tables that are made with the cast. `said` is sorted by speaker and day."""


def rows(name: str, shard: str, analysis: Analysis) -> dict[str, list[Row]]:
    """The rows of an article in each table."""
    text = analysis.document.text
    return {
        "documents": [_document(name, shard, analysis.document)],
        "entities": [_entity(name, entity) for entity in analysis.entities],
        "mentions": [
            _mention(name, text, entity, mention)
            for entity in analysis.entities
            for mention in entity.mentions
        ],
        "quotes": [_quote(name, text, quote) for quote in analysis.quotes],
        "times": [_time(name, text, time) for time in analysis.times],
        "events": [_event(name, event) for event in analysis.timeline],
    }


def _document(name: str, shard: str, document: Document) -> Row:
    return {
        "document": name,
        "shard": shard,
        "source": document.source,
        "title": document.title,
        "byline": document.byline,
        "url": document.url,
        "date": document.date,
        "characters": len(document.text),
        "error": None,
    }


def _entity(name: str, entity: Entity) -> Row:
    return {
        "document": name,
        "entity": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "mentions": len(entity.mentions),
    }


def _mention(name: str, text: str, entity: Entity, mention: Mention) -> Row:
    return {
        "document": name,
        "entity": entity.id,
        "start": mention.start,
        "end": mention.end,
        "form": mention.form,
        "text": text[mention.start : mention.end],
    }


def _time(name: str, text: str, time: TimeExpression) -> Row:
    return {
        "document": name,
        "time": time.id,
        "start": time.start,
        "end": time.end,
        "text": text[time.start : time.end],
        "type": time.type,
        "value": time.value,
        "earliest": time.earliest,
        "latest": time.latest,
    }


def _event(name: str, event: Event) -> Row:
    return {
        "document": name,
        "event": event.id,
        "start": event.start,
        "end": event.end,
        "headline": event.headline,
        "earliest": event.earliest,
        "latest": event.latest,
        "modality": event.modality,
        "minor": event.minor,
        "entities": list(event.entities),
    }


def failure(name: str, shard: str, error: str) -> Row:
    """The row among the documents for an article that could not be analysed."""
    return {"document": name, "shard": shard, "error": error}


def _quote(name: str, text: str, quote: Quote) -> Row:
    return {
        "document": name,
        "quote": quote.id,
        "kind": quote.kind,
        "start": quote.content[0].start if quote.content else None,
        "end": quote.content[-1].end if quote.content else None,
        "speaker": quote.speaker,
        "source": text[quote.source.start : quote.source.end] if quote.source else None,
        "certainty": quote.certainty,
        "text": " ".join(text[piece.start : piece.end] for piece in quote.content),
    }


def said(name: str, analysis: Analysis, member: Mapping[str, int]) -> Iterator[Row]:
    """The quotes of an article with the members of the cast who speak and whom they name."""
    quotes = {quote.id: quote for quote in analysis.quotes}
    for version in versions(name, analysis, member):
        yield {
            "speaker": version.speaker,
            "day": version.day,
            "document": name,
            "quote": version.quote,
            "kind": version.kind,
            "source": version.source,
            "text": version.text,
            "about": _about(quotes[version.quote], analysis, member, version),
        }


def _about(
    quote: Quote, analysis: Analysis, member: Mapping[str, int], version: Version
) -> list[int]:
    """The members whom the words of a quote mention, other than who says them."""
    named = {
        member[entity.id]
        for entity in analysis.entities
        if entity.id in member
        for mention in entity.mentions
        if any(p.start <= mention.start and mention.end <= p.end for p in quote.content)
    }
    return sorted(named - {version.speaker})


def happened(name: str, analysis: Analysis, member: Mapping[str, int]) -> Iterator[Row]:
    """The events of an article that are worth a line, with the members who take part."""
    published: date | None = analysis.document.date
    for event in analysis.timeline:
        if event.minor:
            continue
        told = event.time is None and event.earliest is None and event.latest is None
        yield {
            "earliest": published if told else event.earliest,
            "latest": published if told else event.latest,
            "document": name,
            "event": event.id,
            "headline": event.headline,
            "members": sorted({member[one] for one in event.entities if one in member}),
        }
