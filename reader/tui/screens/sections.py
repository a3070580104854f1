"""Whose keys the help shows, under which heading."""

from __future__ import annotations

from collections.abc import Sequence

from textual.dom import DOMNode

from ..article import ArticlePane
from ..lists.entities import EntitiesPane
from ..lists.notes import NotesPane
from ..lists.pane import ListPane
from ..lists.quotes import QuotesPane
from ..lists.row_list import RowList
from ..lists.timeline import TimelinePane
from ..window.find_bar import FindBar, FindField

Section = tuple[str, tuple[type[DOMNode], ...]]
"""A heading and the widgets whose keys stand under it."""

OF_PANES: Sequence[Section] = (
    ("Article", (ArticlePane,)),
    ("Every list", (RowList, ListPane)),
    ("Entities", (EntitiesPane,)),
    ("Quotes", (QuotesPane,)),
    ("Timeline", (TimelinePane,)),
    ("Notes", (NotesPane,)),
    ("While finding", (FindField, FindBar)),
)
