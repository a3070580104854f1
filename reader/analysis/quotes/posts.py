"""Posts set into an article: the words, a dash, a name with its account, often a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...article import Article
from ..syntax.narration import Phrase
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .layout import Layout

_SIGNED = re.compile(
    r"(?P<dash>—|–|--|-)[ \t]*(?P<name>[^\s()—–][^()\n—–]{1,50}?)[ ]\(@\w{1,30}\)"
    r"(?:,?\s+\w+\.?\s\d{1,2},?\s\d{4}|,?\s+\d{1,2}\s\w+\s\d{4})?[.\s]*\Z"
)
_LONGEST_SIGNATURE = 120


def posts(article: Article, layout: Layout) -> Iterator[Draft]:
    """Drafts for blocks that end in the signature of an account: "— Ada Olsen (@ada)"."""
    parse = layout.parse
    for block in article.blocks:
        tail = max(block.start, block.end - _LONGEST_SIGNATURE)
        signature = _SIGNED.search(article.text[tail : block.end])
        if signature is None:
            continue
        first, _ = parse.tokens_in(block.start, block.end)
        dash, _ = parse.tokens_in(tail + signature.start("dash"), tail + signature.end("dash"))
        named, after = parse.tokens_in(tail + signature.start("name"), tail + signature.end("name"))
        if not first < dash < named < after:
            continue
        passages = layout.passages_in(first, dash)
        yield Draft(
            (dash, dash + 1), Phrase(after - 1, named, after), Sense.WRITING, "quote-signature",
            Certainty.LIKELY, signed=True, clauses=[(first, dash)], passages=passages,
        )  # fmt: skip
