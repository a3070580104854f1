"""What a person made of an article: corrections, highlights and notes, anchored by words."""

from .anchors import (
    Anchor,
    Finder,
    Match,
    Place,
    anchor_of,
)
from .apply import Applied, apply
from .hand import Change, Hand, Item, Remark, Step, Way, located, new_id
from .naming import Namer
from .patch import SAID
from .telling import told
from .types import Correction, Days, EntityRef, EventRef, Unplaced

__all__ = [
    "SAID",
    "Anchor",
    "Applied",
    "Change",
    "Correction",
    "Days",
    "EntityRef",
    "EventRef",
    "Finder",
    "Hand",
    "Item",
    "Match",
    "Namer",
    "Place",
    "Remark",
    "Step",
    "Unplaced",
    "Way",
    "anchor_of",
    "apply",
    "located",
    "new_id",
    "told",
]
