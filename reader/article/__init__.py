"""Getting an article in: decoding, blocks, title and publication date."""

from .article import Article
from .parts import (
    Block,
    BlockKind,
    DateSource,
    Dating,
    Range,
)

__all__ = ["Article", "Block", "BlockKind", "DateSource", "Dating", "Range"]
