"""Quotes of several articles: the same words once, and how each article changed them."""

from .differences import Change, Piece, differences
from .sayings import Saying, Version, build_sayings, versions

__all__ = ["Change", "Piece", "Saying", "Version", "build_sayings", "differences", "versions"]
