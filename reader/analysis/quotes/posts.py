"""Posts set into an article: the words, a dash, a name with its account, often a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...article import Article, Block
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
    """Drafts for blocks that end in the signature of an account: "— Ada Olsen (@ada)".

    A signature that is a block of its own signs the block before.
    """
    parse = layout.parse
    before: Block | None = None
    for block in article.blocks:
        tail = max(block.start, block.end - _LONGEST_SIGNATURE)
        signature = _SIGNED.search(article.text[tail : block.end])
        if signature is None:
            before = block
            continue
        alone = tail + signature.start("dash") == block.start
        words, before = (before or block) if alone else block, None
        first, _ = parse.tokens_in(words.start, words.end)
        dash, _ = parse.tokens_in(tail + signature.start("dash"), tail + signature.end("dash"))
        named, after = parse.tokens_in(tail + signature.start("name"), tail + signature.end("name"))
        if not first < dash < named < after:
            continue
        passages = layout.passages_in(first, dash)
        whole = len(passages) == 1 and passages[0].first == first and passages[0].last >= dash - 1
        yield Draft(
            (dash, dash + 1), Phrase(after - 1, named, after), Sense.WRITING, "quote-signature",
            Certainty.LIKELY, [] if whole else [(first, dash)], passages, signed=True,
        )  # fmt: skip
