"""What several articles say together: one cast, one timeline, quotes side by side.

Pure: analyses in, frozen types out; no files, no spaCy, no screen.
"""

from .cast import Member, build_cast
from .collection import Collection, cast_data, in_several, names, timeline_data
from .figures import Figure, by_article, figures, figures_of
from .quotes import Change, Piece, Saying, Version, differences
from .timeline import Disagreement, Entry, Matter, Telling

__all__ = [
    "Change",
    "Collection",
    "Disagreement",
    "Entry",
    "Figure",
    "Matter",
    "Member",
    "Piece",
    "Saying",
    "Telling",
    "Version",
    "build_cast",
    "by_article",
    "cast_data",
    "differences",
    "figures",
    "figures_of",
    "in_several",
    "names",
    "timeline_data",
]
