"""UIMA CAS as XMI with its type system, for INCEpTION and UIMA (with the extra `cas`)."""

from __future__ import annotations

from typing import Any

from ..analysis import Analysis
from ..analysis.parse.columns import Parse
from .graph import in_xml
from .tokens import sentences

_SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_LAYERS = {
    f"{_SEGMENTATION}.Sentence": (),
    f"{_SEGMENTATION}.Token": (),
    _NAMED_ENTITY: ("value", "identifier"),
    "webanno.custom.Quote": ("kind", "speaker", "source"),
    "webanno.custom.Time": ("timex3", "timex3type"),
    "webanno.custom.Event": ("headline", "earliest", "latest", "modality"),
}


def write(analysis: Analysis, parse: Parse) -> dict[str, bytes]:
    """The files `article.xmi` and `TypeSystem.xml`.

    Raises ImportError where dkpro-cassis is not installed.
    """
    import cassis

    types = cassis.TypeSystem()
    for name, features in _LAYERS.items():
        made = types.create_type(name, supertypeName="uima.tcas.Annotation")
        for feature in features:
            types.create_feature(made, feature, "uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = in_xml(analysis.document.text)
    cas.sofa_mime = "text/plain"
    _fill(cas, analysis, parse)
    return {
        "article.xmi": cas.to_xmi(pretty_print=True).encode("utf-8"),
        "TypeSystem.xml": types.to_xml().encode("utf-8"),
    }


def _fill(cas: Any, analysis: Analysis, parse: Parse) -> None:
    def add(name: str, begin: int, end: int, **values: str | None) -> None:
        features = {key: in_xml(value) for key, value in values.items() if value is not None}
        cas.add(cas.typesystem.get_type(name)(begin=begin, end=end, **features))

    for tokens in sentences(parse):
        add(f"{_SEGMENTATION}.Sentence", parse.start[tokens[0]], parse.end[tokens[-1]])
        for token in tokens:
            add(f"{_SEGMENTATION}.Token", parse.start[token], parse.end[token])
    for entity in analysis.entities:
        for found in entity.mentions:
            add(_NAMED_ENTITY, found.start, found.end, value=entity.kind, identifier=entity.id)
    for quote in analysis.quotes:
        source = quote.source
        words = analysis.document.text[source.start : source.end] if source else None
        for piece in quote.content:
            add(
                "webanno.custom.Quote",
                piece.start,
                piece.end,
                kind=quote.kind,
                speaker=quote.speaker,
                source=words,
            )
    for time in analysis.times:
        add("webanno.custom.Time", time.start, time.end, timex3=time.value, timex3type=time.type)
    for event in analysis.timeline:
        add(
            "webanno.custom.Event",
            event.start,
            event.end,
            headline=event.headline,
            earliest=str(event.earliest) if event.earliest else None,
            latest=str(event.latest) if event.latest else None,
            modality=event.modality,
        )
