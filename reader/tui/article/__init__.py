"""The article pane: the text set to a measure, with a caret, marks and a selection."""

from .pane import ArticlePane

__all__ = ["ArticlePane"]
