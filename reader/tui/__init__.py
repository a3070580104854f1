"""The terminal interface."""

from __future__ import annotations

from ..article import Article
from ..settings import Settings


def run(article: Article, *, settings: Settings, model: str | None, use_cache: bool) -> int:
    """Show `article` until the reader leaves; the exit code of the command.

    `model` None means the default pipeline.
    """
    raise NotImplementedError
