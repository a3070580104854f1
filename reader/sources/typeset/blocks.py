"""A block of a set page."""

from __future__ import annotations

from typing import NamedTuple

from ...article import BlockKind, Emphasis
from ..building import Place


class SetBlock(NamedTuple):
    """A block of a page: its words, kind, size and where it stands.

    `broken` tells that its last word goes on elsewhere, `is_cut` that it has several lines and
    ends its column, `is_full` that its last line reaches the edge of the column. `is_flush` tells
    that it opens a column without the indent that others have.
    """

    words: str
    kind: BlockKind
    size: float
    place: Place
    broken: bool
    is_cut: bool = False
    faces: tuple[Emphasis, ...] = ()
    is_full: bool = False
    is_flush: bool = False
