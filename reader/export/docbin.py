"""spaCy's DocBin: one Doc with tokens, tags, heads, and the annotations as span groups.

The only module of the exports that imports spaCy; it runs where a pipeline is loaded.
"""

from __future__ import annotations

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from ..analysis import Analysis
from ..analysis.parse.columns import Parse
from .tokens import covered, followed_by_space


def write(analysis: Analysis, parse: Parse) -> bytes:
    """A DocBin whose Doc has `spans["entities" | "quotes" | "times" | "events"]`.

    White space is no token, so the text of the Doc has single blanks; the code points of each
    token in the article are in `doc.user_data["offsets"]`, the export in `["reader"]`.
    """
    doc = doc_of(analysis, parse)
    made: bytes = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return made


def doc_of(analysis: Analysis, parse: Parse) -> Doc:
    """The Doc of an analysis."""
    tokens = range(len(parse))
    first = set(parse.sentences)
    doc = Doc(
        Vocab(),
        words=list(parse.text),
        spaces=[followed_by_space(parse, token) for token in tokens],
        tags=list(parse.tag),
        pos=list(parse.pos),
        lemmas=list(parse.lemma),
        heads=list(parse.head),
        deps=list(parse.dep),
        sent_starts=[token in first for token in tokens],
    )
    doc.user_data["offsets"] = [[parse.start[token], parse.end[token]] for token in tokens]
    doc.user_data["reader"] = analysis.to_dict()

    def span(start: int, end: int, label: str, name: str) -> list[Span]:
        inside = covered(parse, start, end)
        return [Span(doc, inside[0], inside[-1] + 1, label, span_id=name)] if inside else []

    groups: dict[str, list[Span]] = {
        "entities": [
            made
            for entity in analysis.entities
            for found in entity.mentions
            for made in span(found.start, found.end, entity.kind, entity.id)
        ],
        "quotes": [
            made
            for quote in analysis.quotes
            for piece in quote.content
            for made in span(piece.start, piece.end, quote.kind, quote.id)
        ],
        "times": [
            made
            for time in analysis.times
            for made in span(time.start, time.end, time.type, time.id)
        ],
        "events": [
            made
            for event in analysis.timeline
            for made in span(event.start, event.end, event.modality, event.id)
        ],
    }
    for name, spans in groups.items():
        doc.spans[name] = spans
    return doc
