"""One article being read: the model that every pane shows."""

from .find import (
    Manner,
    Search,
)
from .focus import (
    EntityFocus,
    EventFocus,
    Focus,
    NoteFocus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
)
from .index import Index, SpanIndex
from .marks import Layer, Mark, marks
from .reading import Annotation, Change, Reading
from .status import Analysing, Failed, Loading, Ready, Status
from .views import (
    EntityRow,
    EventRow,
    QuoteRow,
    Relation,
    fitted,
    presence,
    spread_over,
)

__all__ = [
    "Analysing",
    "Annotation",
    "Change",
    "EntityFocus",
    "EntityRow",
    "EventFocus",
    "EventRow",
    "Failed",
    "Focus",
    "Index",
    "Layer",
    "Loading",
    "Manner",
    "Mark",
    "NoteFocus",
    "PairFocus",
    "Passage",
    "PeriodFocus",
    "QuoteFocus",
    "QuoteRow",
    "Reading",
    "Ready",
    "Relation",
    "Search",
    "SpanIndex",
    "Status",
    "fitted",
    "marks",
    "presence",
    "spread_over",
]
