"""The terminal interface. Importing this package does not import Textual."""

from .launch import run

__all__ = ["run"]
