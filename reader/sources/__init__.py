"""Any format to an article: recognise it, get the clean text out of it, or refuse in a sentence.

Formats are imported when they are needed. `at_once` and `loading.fetch` are light: the
interface may call them; `read` belongs into the worker.
"""

from __future__ import annotations

from ..article import Article
from ..article.errors import ArticleError
from .plain import at_once
from .types import Container, Entry, Long, Raw, SourceFormat

__all__ = [
    "ArticleError",
    "Container",
    "Entry",
    "Long",
    "Raw",
    "SourceFormat",
    "at_once",
    "beginning",
    "read",
    "the_article",
]


def read(raw: Raw) -> Article | Container:
    """The article in some bytes, or the list of articles they hold.

    Raises ArticleError, one sentence for a person, where there is nothing to read.
    """
    article = at_once(raw)
    if article is not None:
        return article
    from .registry import read as read_any

    return read_any(raw)


def beginning(raw: Raw) -> Article | None:
    """An article whose text is how the whole one begins, to be shown until `read` is done.

    None where the whole is not worth a wait: show it when it is there.
    """
    from .registry import beginning as beginning_of_any

    return beginning_of_any(raw)


def the_article(raw: Raw) -> Article:
    """The one article in some bytes.

    Raises ArticleError where there is none, or where there are several to choose from.
    """
    found = read(raw)
    while isinstance(found, Container):
        if len(found.entries) != 1:
            raise ArticleError(
                f"{raw.name} is {found.kind} with {len(found.entries)} articles: "
                "open it in the reader and choose one."
            )
        found = found.entries[0].open()
    return found
