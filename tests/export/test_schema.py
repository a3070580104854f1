"""The published schema of the export."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reader import Article
from reader.analysis import Analysis, Annotations
from reader.export.schema import json_schema

PUBLISHED = Path(__file__).parents[2] / "assets" / "analysis.schema.json"


def test_the_published_schema_is_current() -> None:
    assert json.loads(PUBLISHED.read_text()) == json_schema(), (
        "run: python -m reader.export.schema > assets/analysis.schema.json"
    )


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    ("entry", "value"), [("entities", [{"id": "E1"}]), ("schema", 2), ("quotes", None)]
)
def test_the_schema_refuses_what_is_no_export(entry: str, value: object) -> None:
    export = Analysis.of(Article.from_text("A text."), Annotations()).to_dict()
    jsonschema.validate(export, json_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**export, entry: value}, json_schema())
