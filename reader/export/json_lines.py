"""JSON Lines: the document on the first line, then one annotation a line."""

from __future__ import annotations

import json
from typing import Any

from ..analysis import Analysis

_LISTS = {
    "entities": "entity",
    "quotes": "quote",
    "times": "time",
    "timeline": "event",
    "problems": "problem",
    "notes": "note",
}


def write(analysis: Analysis) -> bytes:
    """One JSON object a line; `type` says what it is, the other fields are those of the JSON."""
    export = analysis.to_dict()
    rows: list[dict[str, Any]] = [
        {"type": "document", "schema": export["schema"], **export["document"]}
    ]
    for name, kind in _LISTS.items():
        # `type` of a time expression is TIMEX3's and keeps its value under another name.
        rows += [
            {"type": kind, **{"timex3" if key == "type" else key: row[key] for key in row}}
            for row in export[name]
        ]
    return "".join(_line(row) for row in rows).encode("utf-8")


def _line(row: dict[str, Any]) -> str:
    try:
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        line.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate
        line = json.dumps(row, separators=(",", ":"))
    # Some readers of lines take these for line ends.
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
