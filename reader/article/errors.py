"""Why an article cannot be read, and how to name it safely."""

from __future__ import annotations


class ArticleError(Exception):
    """An article is refused; the message is one sentence that says what to do about it."""


def shown(name: str) -> str:
    """A file name as one harmless line.

    Control characters, bidirectional controls, line ends and the undecodable bytes of a name
    become backslash escapes; everything printable stays.
    """
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)
