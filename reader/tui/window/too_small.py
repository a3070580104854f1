"""What is shown in a window that is too small for an article."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

_WORDS = (
    "Please make the window larger: 30 columns and 8 rows.",
    "Please make the window larger.",
    "Make it larger.",
    "larger",
)


class TooSmall(Widget):
    """One line that asks for a larger window."""

    DEFAULT_CSS = "TooSmall { display: none; height: 1; }"
    ALLOW_SELECT = False

    def render(self) -> Content:
        """The longest request that fits."""
        width = self.size.width
        return Content(next((words for words in _WORDS if len(words) <= width), _WORDS[-1]))
