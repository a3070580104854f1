"""Plain text: read at once where it is clean."""

from __future__ import annotations

from ..article import Article
from ..article.errors import ArticleError
from .decoding import decode
from .types import Raw

PIPED = "standard input"


def at_once(raw: Raw) -> Article | None:
    """The article, where the bytes are plain text in which nothing has to be mended.

    None says that another format or cleaning is needed. Imports nothing. Raises ArticleError
    where there is nothing to read.
    """
    return Plain().read(raw)


class Plain:
    """Text without a format."""

    name = "plain text"
    suffixes = frozenset({".txt", ".text", ""})
    media_types = frozenset({"text/plain"})

    def recognises(self, raw: Raw) -> bool:
        """Whether this is text at all; asked last."""
        return bool(raw.data)

    def read(self, raw: Raw) -> Article:
        """The article, its text as it is."""
        if not raw.data:
            raise ArticleError(f"{sentence(raw.name)} is empty: {_cure(raw.name)}.")
        text = decode(raw.data, raw.name)
        if not text or text.isspace():
            raise ArticleError(
                f"{sentence(raw.name)} holds nothing but white space: {_cure(raw.name)}."
            )
        return Article.from_text(text, published=raw.published, source=raw.label)


def sentence(name: str) -> str:
    """A name at the start of a sentence."""
    return name.capitalize() if name == PIPED else name


def _cure(name: str) -> str:
    return "pipe an article into it" if name == PIPED else "name a file with an article in it"
