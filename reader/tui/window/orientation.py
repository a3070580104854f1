"""Three lines for whoever starts the reader for the first time; they never come back."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from .whereabouts import KeyName

_LINES = (
    "{article.down} {article.up} move · {article.focus} focuses on a name or quote"
    " · {app.next-pane} or {app.article} to {app.timeline} pane · {app.back} back",
    "{article.select} or the mouse selects: the panes follow · {app.find} finds"
    " · {app.why} explains why",
    "{app.help} all keys and signs · {app.commands} all commands · {app.quit} quits"
    " · {app.back} hides these tips",
)


class Orientation(Widget):
    """The keys that a newcomer needs, as they really are."""

    DEFAULT_CSS = """
    Orientation { height: auto; max-height: 6; background: $panel; padding: 0 1; }
    """
    ALLOW_SELECT = False

    def __init__(self, key: KeyName) -> None:
        super().__init__()
        self._key = key

    def render(self) -> Content:
        """The lines, each key in the look of keys."""
        return Content("\n").join(self._line(line) for line in _LINES)

    def _line(self, line: str) -> Content:
        pieces: list[tuple[str, str]] = []
        for part in line.split("{"):
            name, closed, rest = part.partition("}")
            if closed:
                pieces += [(self._key(name), "bold $primary"), (rest, "")]
            else:
                pieces.append((part, ""))
        return Content.assemble(*pieces)

    async def on_click(self, event: Click) -> None:
        """Go."""
        event.stop()
        await self.remove()
