"""The published schema of the export."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reader import Article
from reader.analysis import Analysis, Annotations
from reader.export.schema import json_schema

PROJECT = Path(__file__).parents[2]
PUBLISHED = PROJECT / "assets" / "analysis.schema.json"
MANUAL = PROJECT / "docs" / "export.md"


def test_the_published_schema_is_current() -> None:
    assert json.loads(PUBLISHED.read_text()) == json_schema(), (
        "run: python -m reader.export.schema > assets/analysis.schema.json"
    )


def test_every_field_and_value_is_in_the_manual() -> None:
    manual = MANUAL.read_text()
    definitions = json_schema()["$defs"].values()
    names = {name for definition in definitions for name in definition.get("properties", ())}
    names |= {value for definition in definitions for value in definition.get("enum", ())}
    undocumented = {n for n in names if f"`{n}`" not in manual and f".{n}`" not in manual}
    assert undocumented == {"document"}  # described by its parts


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    ("entry", "value"), [("entities", [{"id": "E1"}]), ("schema", 1), ("quotes", None)]
)
def test_the_schema_refuses_what_is_no_export(entry: str, value: object) -> None:
    export = Analysis.of(Article.from_text("A text."), Annotations()).to_dict()
    jsonschema.validate(export, json_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**export, entry: value}, json_schema())
