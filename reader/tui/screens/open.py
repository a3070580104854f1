"""The dialog that opens another article."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ...article import Article
from ...article.errors import ArticleError
from ...sources.loading import STANDARD_INPUT, load
from ..paths import PathSuggester
from .dialog import LineDialog


class OpenDialog(LineDialog[Article]):
    """Asks for a path and closes with the article there."""

    TITLE_LINE = "Open an article"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", id="open.complete", priority=True),
    ]

    def __init__(self, limit: int) -> None:
        """`limit` is the most bytes an article may have."""
        super().__init__("", "a text file; tab completes, enter opens, esc leaves", PathSuggester())
        self._limit = limit

    def action_complete(self) -> None:
        """Take the suggestion."""
        field = self.query_one(Input)
        field.cursor_position = len(field.value)
        field.action_cursor_right()

    def answer(self, value: str) -> None:
        """Load the article; a refusal is shown and the dialog stays."""
        if value.strip() in {"", STANDARD_INPUT}:
            self.complain("Name a text file.")
        else:
            self.complain("opening …")
            self._load(value.strip())

    @work(thread=True, exclusive=True)
    def _load(self, path: str) -> None:
        try:
            article = load(str(Path(path).expanduser()), limit=self._limit)
        except (ArticleError, RuntimeError) as error:
            self.app.call_from_thread(self._finish, None, str(error))
        except MemoryError:
            problem = "There is not enough memory for this article: open a part of it."
            self.app.call_from_thread(self._finish, None, problem)
        else:
            self.app.call_from_thread(self._finish, article)

    def _finish(self, article: Article | None, problem: str = "") -> None:
        if not self.is_current:
            return  # closed meanwhile
        if article is None:
            self.complain(problem)
        else:
            self.dismiss(article)
