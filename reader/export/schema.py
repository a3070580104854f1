"""The JSON Schema of the export, made from the annotation types.

`python -m reader.export.schema` prints it; assets/analysis.schema.json is its output.
"""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import Any

import msgspec

from ..analysis.types import SCHEMA_VERSION, Analysis


def json_schema() -> dict[str, Any]:
    """The schema of what `to_json` writes, in JSON Schema 2020-12."""
    (reference,), definitions = msgspec.json.schema_components(
        [Analysis], ref_template="#/$defs/{name}"
    )
    definitions["Analysis"]["properties"]["schema"] = {"const": SCHEMA_VERSION}
    for definition in definitions.values():
        definition["description"] = cleandoc(definition["description"])
        if definition.get("type") == "object":
            # The export writes every field, so nothing is left to a default.
            for field in definition["properties"].values():
                field.pop("default", None)
            definition["required"] = list(definition["properties"])
            definition["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"reader analysis, schema {SCHEMA_VERSION}",
        **reference,
        "$defs": dict(sorted(definitions.items())),
    }


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2))
