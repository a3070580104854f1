"""The JSON export: what is found comes back whole, offsets and text exact."""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Analyzer, Article
from reader.analysis import (
    Analysis,
    Annotations,
    Entity,
    Form,
    Kind,
    Mention,
)
from reader.export import to_json
from reader.export.schema import json_schema

NEWS = """\
Ferry strike ends

The strike at Port Halden ended on Monday, Mara Voss, the leader of the union, said. “We are
glad,” she said. “It took six weeks.”

The company, Halden Lines, said that boats would sail again from March 3.
"""


def analysis_of(text: str) -> Analysis:
    return Analysis.of(Article.from_text(text), Annotations())


def test_an_analysis_is_one_line_with_the_document_first() -> None:
    voss = Entity(
        id="E1", name="Mara Voss", kind=Kind.PERSON, mentions=(Mention(0, 9, Form.NAME, "model"),)
    )
    article = Article.from_text("Mara Voss spoke.", published=date(2013, 3, 22), source="a.txt")
    analysis = Analysis.of(article, Annotations(entities=(voss,)))
    assert to_json(analysis) == (
        b'{"schema":2,"document":{"source":"a.txt","title":null,"byline":null,"url":null,'
        b'"text":"Mara Voss spoke.","language":"en","date":"2013-03-22","date_source":"option",'
        b'"date_certainty":"stated","blocks":[{"start":0,"end":16,"kind":"paragraph"}],'
        b'"origin":[{"start":0,"end":16,"source_start":0,"source_end":16,'
        b'"page":null,"anchor":null}],"links":[],"emphasis":[]},'
        b'"entities":[{"id":"E1","name":"Mara Voss","kind":"person","mentions":'
        b'[{"start":0,"end":9,"form":"name","rule":"model","rule_id":"","by":"machine"}],'
        b'"roles":[],"adjectives":[],"by":"machine"}],'
        b'"quotes":[],"times":[],"timeline":[],"problems":[],"notes":[]}\n'
    )


@given(st.text(alphabet=st.characters()) | st.text(st.characters(categories=["Cs", "L"])))
def test_any_text_comes_back_unchanged(text: str) -> None:
    analysis = analysis_of(text)
    assert json.loads(to_json(analysis)) == analysis.to_dict()
    assert json.loads(to_json(analysis))["document"]["text"] == analysis.document.text


@pytest.fixture(scope="module")
def export(analyzer: Analyzer) -> bytes:
    return to_json(analyzer.analyze(Article.from_text(NEWS, published=date(2020, 3, 2))))


def test_a_real_export_fits_the_schema(export: bytes) -> None:
    validator = jsonschema.Draft202012Validator(
        json_schema(), format_checker=jsonschema.FormatChecker()
    )
    validator.validate(json.loads(export))


def test_an_export_is_read_back_as_the_same_analysis(analyzer: Analyzer, export: bytes) -> None:
    again = msgspec.json.decode(export, type=Analysis)
    assert again == analyzer.analyze(Article.from_text(NEWS, published=date(2020, 3, 2)))


def test_every_span_lies_in_the_text(export: bytes) -> None:
    found = json.loads(export)
    text = found["document"]["text"]
    spans = [
        (item["start"], item["end"]) for item in iter_dicts(found) if {"start", "end"} <= set(item)
    ]
    assert spans
    assert all(0 <= start < end <= len(text) for start, end in spans)


def iter_dicts(value: object) -> list[dict[str, int]]:
    """All JSON objects in a value, at any depth."""
    if isinstance(value, dict):
        return [value, *(d for inner in value.values() for d in iter_dicts(inner))]
    if isinstance(value, list):
        return [d for inner in value for d in iter_dicts(inner)]
    return []
