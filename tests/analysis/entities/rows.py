"""Entities as rows that a test can state in full."""

from __future__ import annotations

from reader import Article
from reader.analysis.analyzer import Analyzer
from reader.analysis.types import Entity, Form


def entities(analyzer: Analyzer, text: str) -> tuple[Entity, ...]:
    return analyzer.analyze(Article.from_text(text)).entities


def names(analyzer: Analyzer, text: str) -> dict[str, tuple[str, list[str]]]:
    """Each entity's name with its kind and the names it goes by, in text order."""
    return {
        entity.name: (
            entity.kind.value,
            [text[m.start : m.end] for m in entity.mentions if m.form is Form.NAME],
        )
        for entity in entities(analyzer, text)
    }
