"""CSV: one file a table (RFC 4180 with line feeds), for spreadsheets."""

from __future__ import annotations

from ..analysis import Analysis
from .tables import write_tables


def write(analysis: Analysis) -> dict[str, bytes]:
    """The tables by file name."""
    return write_tables(analysis, ",", ".csv")
