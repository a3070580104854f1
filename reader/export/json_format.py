"""The JSON export, schema 2 (described in docs/export.md)."""

from __future__ import annotations

import json

import msgspec

from ..analysis.types import Analysis


def write(analysis: Analysis) -> bytes:
    """One JSON object on one line, in UTF-8 with a line end.

    Lone surrogates, which UTF-8 cannot hold, are written as JSON escapes, and then so is
    everything beyond ASCII; what is read back is the same.
    """
    export = analysis.to_dict()
    try:
        return msgspec.json.encode(export) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(export, separators=(",", ":")).encode("ascii") + b"\n"


to_json = write
