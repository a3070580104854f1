"""An analysis in formats that other tools read."""

from ..files import write_atomically
from .json_format import to_json

__all__ = ["to_json", "write_atomically"]
