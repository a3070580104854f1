"""A quote in the making: one cue, its source, and the ranges that were said."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..annotations import Certainty, Sense
from .layout import Passage
from .sources import Source


@dataclass(slots=True)
class Draft:
    """What is known of a quote, in tokens.

    `cue` is the token range of the reporting words. `clauses` are token ranges outside
    marks, `passages` whole quotations; together they are the content.
    """

    cue: tuple[int, int] | None
    source: Source | None
    sense: Sense
    rule: str
    certainty: Certainty
    clauses: list[tuple[int, int]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
