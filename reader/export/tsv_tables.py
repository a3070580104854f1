"""TSV: one file per table, cells separated by tabs; no cell holds a tab or a line end."""

from __future__ import annotations

from ..analysis import Analysis
from .tables import write_tables


def write(analysis: Analysis) -> dict[str, bytes]:
    """The tables by file name."""
    return write_tables(analysis, "\t", ".tsv")
