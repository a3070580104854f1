"""One timeline of several articles: the same event once, with every report of it."""

from .build import build_timeline
from .tellings import Telling, tellings
from .types import Disagreement, Entry, Matter

__all__ = ["Disagreement", "Entry", "Matter", "Telling", "build_timeline", "tellings"]
