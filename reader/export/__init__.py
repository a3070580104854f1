"""An analysis in formats that other tools read: `registry` has them all by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..files import write_atomically
    from .json_format import to_json

__all__ = ["to_json", "write_atomically"]


def __getattr__(name: str) -> object:
    # The command line lists the formats before anything is analysed.
    if name == "to_json":
        from .json_format import to_json

        return to_json
    if name == "write_atomically":
        from ..files import write_atomically

        return write_atomically
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
