"""Why a corpus cannot be made or asked."""

from __future__ import annotations


class CorpusError(Exception):
    """Something about a corpus is refused; the message is one sentence that says what to do."""
